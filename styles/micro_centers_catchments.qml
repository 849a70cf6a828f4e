<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="AllStyleCategories" labelsEnabled="1">
 <renderer-v2 type="RuleRenderer" symbollevels="0" enableorderby="0" forceraster="0">
  <rules key="{6d78122b-329a-5cbf-a357-2495b6251bef}">
   <rule key="{32b56d1e-697d-5155-ad9d-97fe53372694}" symbol="0"
    filter='"people" &lt; 5000'
    label="5,000 人以下 Under 5,000 people"/>
   <rule key="{f8bfef6e-72df-54c0-8b79-08e515ad1a78}" symbol="1"
    filter='"people" &gt;= 5000 AND "people" &lt; 10000'
    label="5,000–10,000 人 people"/>
   <rule key="{30d913d3-3f6d-52a5-85a0-00e57a6f97d8}" symbol="2"
    filter='"people" &gt;= 10000 AND "people" &lt; 20000'
    label="10,000–20,000 人 people"/>
   <rule key="{b7e1f946-2658-5e4e-bbb5-2f5f905cba02}" symbol="3"
    filter='"people" &gt;= 20000 AND "people" &lt; 30000'
    label="20,000–30,000 人 people"/>
   <rule key="{17c98dad-1593-5a15-9ac9-84820482ec76}" symbol="4"
    filter='"people" &gt;= 30000'
    label="30,000 人以上 30,000 people and over"/>
   <rule key="{b278d312-1642-5cae-9d55-bd93b268a035}" symbol="5"
    filter="ELSE"
    label="无数据 No data"/>
  </rules>
  <symbols>
   <symbol type="fill" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="255,243,201,150"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="14,71,68,255"/>
      <Option type="QString" name="outline_width" value="0.3"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="1" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="253,208,122,150"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="14,71,68,255"/>
      <Option type="QString" name="outline_width" value="0.3"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="2" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="251,154,75,150"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="14,71,68,255"/>
      <Option type="QString" name="outline_width" value="0.3"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="3" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="229,86,45,150"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="14,71,68,255"/>
      <Option type="QString" name="outline_width" value="0.3"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="4" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="156,27,31,150"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="14,71,68,255"/>
      <Option type="QString" name="outline_width" value="0.3"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="5" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="189,189,189,140"/>
      <Option type="QString" name="style" value="dense5"/>
      <Option type="QString" name="outline_color" value="14,71,68,255"/>
      <Option type="QString" name="outline_width" value="0.3"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
  </symbols>
 </renderer-v2>
 <labeling type="simple"><settings calloutType="simple">
  <text-style fieldName='"name_zh"' isExpression="1" fontFamily="Noto Sans CJK SC"
   fontSize="8" fontSizeUnit="Point" fontWeight="75" textColor="14,71,68,255" textOpacity="1">
   <text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="0.85"/>
  </text-style>
  <placement placement="4" priority="5"/>
  <rendering drawLabels="1" obstacle="1" mergeLines="0" scaleVisibility="1" scaleMin="1" scaleMax="500000"/>
 </settings></labeling>
 <previewExpression>"name_zh"</previewExpression>
 <mapTip>&lt;b&gt;[% "name_zh" %]&lt;/b&gt;&lt;br&gt;干线 Trunk line: [% coalesce("line_name_zh", '–') %]&lt;br&gt;人口 People: [% format_number("people", 0) %]&lt;br&gt;岗位 Jobs: [% coalesce(format_number("jobs", 0), '–') %]&lt;br&gt;公园 Park (m²/人 person): [% coalesce(format_number("park_m2_per_person", 1), '–') %]&lt;br&gt;受保护面积 Protected (km²): [% coalesce(format_number("protected_m2" / 1e6, 2), '–') %]</mapTip>
</qgis>
