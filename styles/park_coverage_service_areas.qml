<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="AllStyleCategories" labelsEnabled="0">
 <renderer-v2 type="graduatedSymbol" attr="radius_m" graduatedMethod="GraduatedColor" symbollevels="0" enableorderby="1" forceraster="0">
  <ranges>
   <range render="true" symbol="0" lower="-1e+99" upper="300" label="300 m 以内 Up to 300 m"/>
   <range render="true" symbol="1" lower="300" upper="500" label="300–500 m"/>
   <range render="true" symbol="2" lower="500" upper="1000" label="500 m–1 km"/>
   <range render="true" symbol="3" lower="1000" upper="2000" label="1–2 km"/>
   <range render="true" symbol="4" lower="2000" upper="1e+99" label="2 km 以上 Over 2 km"/>
  </ranges>
  <symbols>
   <symbol type="fill" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="35,139,69,95"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="29,92,57,255"/>
      <Option type="QString" name="outline_width" value="0.2"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="1" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="87,178,106,95"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="29,92,57,255"/>
      <Option type="QString" name="outline_width" value="0.2"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="2" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="138,203,146,95"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="29,92,57,255"/>
      <Option type="QString" name="outline_width" value="0.2"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="3" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="183,223,185,95"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="29,92,57,255"/>
      <Option type="QString" name="outline_width" value="0.2"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="4" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="220,239,217,95"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="29,92,57,255"/>
      <Option type="QString" name="outline_width" value="0.2"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
  </symbols>
  <orderby><orderByClause asc="0" nullsFirst="0">"radius_m"</orderByClause></orderby>
 </renderer-v2>
 <previewExpression>"radius_m"</previewExpression>
 <mapTip>&lt;b&gt;[% "radius_m" %]&lt;/b&gt;&lt;br&gt;公园数 Parks: [% "parks" %]&lt;br&gt;面积 Area (km²): [% format_number("area_m2" / 1e6, 2) %]</mapTip>
</qgis>
