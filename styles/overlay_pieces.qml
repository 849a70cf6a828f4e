<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="AllStyleCategories" labelsEnabled="0">
 <renderer-v2 type="RuleRenderer" symbollevels="0" enableorderby="0" forceraster="0">
  <rules key="{58a6ef37-509b-5ca9-a608-e77931e85dcd}">
   <rule key="{2c4a9bc4-7edb-5513-b4b7-5d3a09ddc2a4}" symbol="0"
    filter="coalesce(&quot;input_key&quot;, '') &lt;&gt; '' AND coalesce(&quot;overlay_key&quot;, '') &lt;&gt; ''"
    label="两者重叠 In both"/>
   <rule key="{69e9ff52-1600-58b5-bf9a-eb1870406326}" symbol="1"
    filter="coalesce(&quot;input_key&quot;, '') &lt;&gt; '' AND coalesce(&quot;overlay_key&quot;, '') = ''"
    label="仅在甲 Only in a"/>
   <rule key="{b1d0530b-9351-5d97-9130-6fc7f72e23ce}" symbol="2"
    filter="coalesce(&quot;input_key&quot;, '') = '' AND coalesce(&quot;overlay_key&quot;, '') &lt;&gt; ''"
    label="仅在乙 Only in b"/>
   <rule key="{9b4e4490-1b73-5713-8dab-c7d5b8ee8f1a}" symbol="3"
    filter="ELSE"
    label="其他 Other"/>
  </rules>
  <symbols>
   <symbol type="fill" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="123,45,139,130"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="60,60,60,255"/>
      <Option type="QString" name="outline_width" value="0.15"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="1" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="62,120,178,130"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="60,60,60,255"/>
      <Option type="QString" name="outline_width" value="0.15"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="2" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="242,166,90,130"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="60,60,60,255"/>
      <Option type="QString" name="outline_width" value="0.15"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="3" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="140,140,140,130"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="60,60,60,255"/>
      <Option type="QString" name="outline_width" value="0.15"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
  </symbols>
 </renderer-v2>
 <previewExpression>"piece_key"</previewExpression>
 <mapTip>&lt;b&gt;[% "piece_key" %]&lt;/b&gt;&lt;br&gt;面积 Area (km²): [% format_number("area_m2" / 1e6, 2) %]</mapTip>
</qgis>
