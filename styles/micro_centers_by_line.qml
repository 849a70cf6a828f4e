<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="AllStyleCategories" labelsEnabled="1">
 <renderer-v2 type="RuleRenderer" symbollevels="0" enableorderby="0" forceraster="0">
  <rules key="{df0f4554-0d0a-5b35-9c7b-e2ad418a1cf4}">
   <rule key="{a1bd50a1-49d6-55d9-b006-8f5ff28540ec}" symbol="0"
    filter='"people_per_km" &lt; 100'
    label="100 人/km 以下 Under 100 people/km"/>
   <rule key="{26f096d9-3168-5868-b618-fd7057be1878}" symbol="1"
    filter='"people_per_km" &gt;= 100 AND "people_per_km" &lt; 500'
    label="100–500 人/km people/km"/>
   <rule key="{e696889b-a3ec-5eff-98fa-706d21ad2af8}" symbol="2"
    filter='"people_per_km" &gt;= 500 AND "people_per_km" &lt; 1000'
    label="500–1,000 人/km people/km"/>
   <rule key="{d1c4a4ee-0d69-5b0e-a5e4-22f1b55f162a}" symbol="3"
    filter='"people_per_km" &gt;= 1000 AND "people_per_km" &lt; 5000'
    label="1,000–5,000 人/km people/km"/>
   <rule key="{677decc3-a649-57d5-95ca-bbdb324555e1}" symbol="4"
    filter='"people_per_km" &gt;= 5000'
    label="5,000 人/km 以上 5,000 people/km and over"/>
   <rule key="{c8278995-45f4-5e0c-a8c0-a1bf1186d1cc}" symbol="5"
    filter="ELSE"
    label="无数据 No data"/>
  </rules>
  <symbols>
   <symbol type="line" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="line_color" value="201,178,122,255"/>
      <Option type="QString" name="line_width" value="0.6"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/></Option>
    </layer>
   </symbol>
   <symbol type="line" name="1" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="line_color" value="253,208,122,255"/>
      <Option type="QString" name="line_width" value="1.0"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/></Option>
    </layer>
   </symbol>
   <symbol type="line" name="2" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="line_color" value="251,154,75,255"/>
      <Option type="QString" name="line_width" value="1.4"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/></Option>
    </layer>
   </symbol>
   <symbol type="line" name="3" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="line_color" value="229,86,45,255"/>
      <Option type="QString" name="line_width" value="1.9"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/></Option>
    </layer>
   </symbol>
   <symbol type="line" name="4" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="line_color" value="156,27,31,255"/>
      <Option type="QString" name="line_width" value="2.5"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/></Option>
    </layer>
   </symbol>
   <symbol type="line" name="5" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="line_color" value="140,140,140,255"/>
      <Option type="QString" name="line_width" value="0.5"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="flat"/>
      <Option type="QString" name="joinstyle" value="round"/>
      <Option type="QString" name="use_custom_dash" value="1"/>
      <Option type="QString" name="customdash" value="2;1.2"/>
      <Option type="QString" name="customdash_unit" value="MM"/></Option>
    </layer>
   </symbol>
  </symbols>
 </renderer-v2>
 <labeling type="simple"><settings calloutType="simple">
  <text-style fieldName='"name_zh"' isExpression="1" fontFamily="Noto Sans CJK SC"
   fontSize="8" fontSizeUnit="Point" fontWeight="50" textColor="94,26,18,255" textOpacity="1">
   <text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="0.85"/>
  </text-style>
  <placement placement="2" priority="6" placementFlags="10" dist="0.6" distUnits="MM" repeatDistance="80" repeatDistanceUnits="MM"/>
  <rendering drawLabels="1" obstacle="1" mergeLines="1" scaleVisibility="1" scaleMin="1" scaleMax="3000000"/>
 </settings></labeling>
 <previewExpression>"name_zh"</previewExpression>
 <mapTip>&lt;b&gt;[% "name_zh" %]&lt;/b&gt;&lt;br&gt;微中心数 Micro-centers: [% "micro_centers" %]&lt;br&gt;人口 People: [% format_number("people", 0) %]&lt;br&gt;岗位 Jobs: [% coalesce(format_number("jobs", 0), '–') %]</mapTip>
</qgis>
