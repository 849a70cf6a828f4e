<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="AllStyleCategories" labelsEnabled="1">
 <renderer-v2 type="RuleRenderer" symbollevels="0" enableorderby="0" forceraster="0">
  <rules key="{b201476e-3096-5d99-a3f7-eb0d5f0f5f12}">
   <rule key="{80666d09-dd8f-5500-8079-8854ef8ea1b4}" symbol="0"
    filter='"coverage_pct" &lt; 50'
    label="50% 以下 Under 50%"/>
   <rule key="{6ae2dc6a-686e-558e-91f2-23bd44c7ea51}" symbol="1"
    filter='"coverage_pct" &gt;= 50 AND "coverage_pct" &lt; 80'
    label="50–80%"/>
   <rule key="{21538d62-067a-577a-aa55-3125dc70e0a1}" symbol="2"
    filter='"coverage_pct" &gt;= 80 AND "coverage_pct" &lt; 85'
    label="80–85%（达到下限 above the floor）"/>
   <rule key="{101e374a-1a2f-5a98-bce4-008b393ef10d}" symbol="3"
    filter='"coverage_pct" &gt;= 85 AND "coverage_pct" &lt; 90'
    label="85–90%（园林城市 garden city）"/>
   <rule key="{a15cd6f6-89e8-57df-8fc4-c59a9cc92aa3}" symbol="4"
    filter='"coverage_pct" &gt;= 90'
    label="90% 以上（生态园林城市 ecological garden city）"/>
   <rule key="{00a4780f-c0ed-5d21-bd29-412ba133c133}" symbol="5"
    filter="ELSE"
    label="无数据 No data"/>
  </rules>
  <symbols>
   <symbol type="fill" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="215,100,44,215"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="255,255,255,255"/>
      <Option type="QString" name="outline_width" value="0.25"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="1" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="244,194,122,215"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="255,255,255,255"/>
      <Option type="QString" name="outline_width" value="0.25"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="2" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="205,232,181,215"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="255,255,255,255"/>
      <Option type="QString" name="outline_width" value="0.25"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="3" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="120,190,124,215"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="255,255,255,255"/>
      <Option type="QString" name="outline_width" value="0.25"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="4" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="31,122,61,215"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="255,255,255,255"/>
      <Option type="QString" name="outline_width" value="0.25"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="5" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="189,189,189,140"/>
      <Option type="QString" name="style" value="dense5"/>
      <Option type="QString" name="outline_color" value="255,255,255,255"/>
      <Option type="QString" name="outline_width" value="0.25"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
  </symbols>
 </renderer-v2>
 <labeling type="simple"><settings calloutType="simple">
  <text-style fieldName="&quot;name_zh&quot; || coalesce('\n' || round(&quot;coverage_pct&quot;, 1) || '%', '')" isExpression="1" fontFamily="Noto Sans CJK SC"
   fontSize="7.5" fontSizeUnit="Point" fontWeight="50" textColor="60,60,60,255" textOpacity="1">
   <text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="0.85"/>
  </text-style>
  <placement placement="4" priority="5"/>
  <rendering drawLabels="1" obstacle="1" mergeLines="0" scaleVisibility="1" scaleMin="1" scaleMax="2500000"/>
 </settings></labeling>
 <previewExpression>"name_zh"</previewExpression>
 <mapTip>&lt;b&gt;[% "name_zh" %]&lt;/b&gt;&lt;br&gt;服务半径覆盖率 Coverage (%): [% coalesce(format_number("coverage_pct", 1), '–') %]&lt;br&gt;步行覆盖率 Walking (%): [% coalesce(format_number("walking_pct", 1), '–') %]&lt;br&gt;人均公园 Park (m²/人 person): [% coalesce(format_number("park_m2_per_person", 1), '–') %]</mapTip>
</qgis>
