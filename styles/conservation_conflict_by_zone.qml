<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="AllStyleCategories" labelsEnabled="1">
 <renderer-v2 type="RuleRenderer" symbollevels="0" enableorderby="0" forceraster="0">
  <rules key="{831ecef4-3e21-5691-9cc6-0fb28560e292}">
   <rule key="{0fe89e66-590c-5bb0-bf20-81b261e4ba82}" symbol="0"
    filter="&quot;control_strength&quot; = 'prohibited' AND (coalesce(&quot;length_m&quot;, 0) &gt; 0 OR coalesce(&quot;area_m2&quot;, 0) &gt; 0 OR coalesce(&quot;crossings&quot;, 0) &gt; 0 OR coalesce(&quot;micro_centers&quot;, 0) &gt; 0)"
    label="有禁止类冲突 Prohibited conflicts"/>
   <rule key="{c7b42b6b-93de-5188-801a-2bb1a2152bf9}" symbol="1"
    filter="&quot;control_strength&quot; = 'restricted' AND (coalesce(&quot;length_m&quot;, 0) &gt; 0 OR coalesce(&quot;area_m2&quot;, 0) &gt; 0 OR coalesce(&quot;crossings&quot;, 0) &gt; 0 OR coalesce(&quot;micro_centers&quot;, 0) &gt; 0)"
    label="有限制类冲突 Restricted conflicts"/>
   <rule key="{1a08c6ec-16a1-5d11-82be-505b2f9f8368}" symbol="2"
    filter="&quot;control_strength&quot; = 'advisory' AND (coalesce(&quot;length_m&quot;, 0) &gt; 0 OR coalesce(&quot;area_m2&quot;, 0) &gt; 0 OR coalesce(&quot;crossings&quot;, 0) &gt; 0 OR coalesce(&quot;micro_centers&quot;, 0) &gt; 0)"
    label="有引导类冲突 Advisory conflicts"/>
   <rule key="{7b00557e-2887-55d0-9ac5-8f304a32fc72}" symbol="3"
    filter="ELSE"
    label="无冲突 No conflict"/>
  </rules>
  <symbols>
   <symbol type="fill" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="200,16,46,140"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="60,60,60,255"/>
      <Option type="QString" name="outline_width" value="0.3"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="1" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="242,140,40,140"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="60,60,60,255"/>
      <Option type="QString" name="outline_width" value="0.3"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="2" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="127,183,126,140"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="60,60,60,255"/>
      <Option type="QString" name="outline_width" value="0.3"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="3" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="227,232,224,130"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="143,160,138,255"/>
      <Option type="QString" name="outline_width" value="0.25"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
  </symbols>
 </renderer-v2>
 <labeling type="simple"><settings calloutType="simple">
  <text-style fieldName='"name_zh"' isExpression="1" fontFamily="Noto Sans CJK SC"
   fontSize="8" fontSizeUnit="Point" fontWeight="50" textColor="36,85,42,255" textOpacity="1">
   <text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="0.85"/>
  </text-style>
  <placement placement="4" priority="5"/>
  <rendering drawLabels="1" obstacle="1" mergeLines="0" scaleVisibility="1" scaleMin="1" scaleMax="2000000"/>
 </settings></labeling>
 <previewExpression>"name_zh"</previewExpression>
 <mapTip>&lt;b&gt;[% "name_zh" %]&lt;/b&gt;&lt;br&gt;穿越次数 Crossings: [% "crossings" %]&lt;br&gt;穿越长度 Length (km): [% format_number("length_m" / 1e3, 1) %]&lt;br&gt;冲突面积 Area (km²): [% format_number("area_m2" / 1e6, 2) %]&lt;br&gt;微中心数 Micro-centers: [% "micro_centers" %]</mapTip>
</qgis>
