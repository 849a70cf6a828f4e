<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="AllStyleCategories" labelsEnabled="0">
 <renderer-v2 type="RuleRenderer" symbollevels="0" enableorderby="1" forceraster="0">
  <rules key="{1a2d614f-e80e-54bd-8fb3-70e3d2026c32}">
   <rule key="{6de0d2c3-4cbe-5a5c-8454-2e47cb960e55}" symbol="0"
    filter='"relative_pct" &gt;= 60'
    label="最高值的 60% 以上 Over 60 % of the highest"/>
   <rule key="{f5a5813f-6da2-5b20-9fca-4ff9b0406066}" symbol="1"
    filter='"relative_pct" &gt;= 30 AND "relative_pct" &lt; 60'
    label="30–60%"/>
   <rule key="{bfcfc583-20d5-5907-b87a-4a69cdee133e}" symbol="2"
    filter='"relative_pct" &gt;= 15 AND "relative_pct" &lt; 30'
    label="15–30%"/>
   <rule key="{11ee217a-afc8-537a-8546-f081c778a775}" symbol="3"
    filter='"relative_pct" &gt;= 5 AND "relative_pct" &lt; 15'
    label="5–15%"/>
   <rule key="{5b59dfd6-de91-5734-ae92-83b31e248f17}" symbol="4"
    filter="ELSE"
    label="5% 以下 Under 5 %"/>
  </rules>
  <symbols>
   <symbol type="marker" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="name" value="circle"/>
      <Option type="QString" name="color" value="196,22,28,255"/>
      <Option type="QString" name="size" value="2.6"/>
      <Option type="QString" name="size_unit" value="MM"/>
      <Option type="QString" name="outline_color" value="90,90,90,255"/>
      <Option type="QString" name="outline_width" value="0.2"/>
      <Option type="QString" name="outline_width_unit" value="MM"/></Option>
    </layer>
   </symbol>
   <symbol type="marker" name="1" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="name" value="circle"/>
      <Option type="QString" name="color" value="242,138,69,255"/>
      <Option type="QString" name="size" value="2.0"/>
      <Option type="QString" name="size_unit" value="MM"/>
      <Option type="QString" name="outline_color" value="90,90,90,255"/>
      <Option type="QString" name="outline_width" value="0.2"/>
      <Option type="QString" name="outline_width_unit" value="MM"/></Option>
    </layer>
   </symbol>
   <symbol type="marker" name="2" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="name" value="circle"/>
      <Option type="QString" name="color" value="224,185,59,255"/>
      <Option type="QString" name="size" value="1.6"/>
      <Option type="QString" name="size_unit" value="MM"/>
      <Option type="QString" name="outline_color" value="90,90,90,255"/>
      <Option type="QString" name="outline_width" value="0.2"/>
      <Option type="QString" name="outline_width_unit" value="MM"/></Option>
    </layer>
   </symbol>
   <symbol type="marker" name="3" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="name" value="circle"/>
      <Option type="QString" name="color" value="111,182,214,255"/>
      <Option type="QString" name="size" value="1.2"/>
      <Option type="QString" name="size_unit" value="MM"/>
      <Option type="QString" name="outline_color" value="90,90,90,255"/>
      <Option type="QString" name="outline_width" value="0.2"/>
      <Option type="QString" name="outline_width_unit" value="MM"/></Option>
    </layer>
   </symbol>
   <symbol type="marker" name="4" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="name" value="circle"/>
      <Option type="QString" name="color" value="190,190,190,255"/>
      <Option type="QString" name="size" value="0.6"/>
      <Option type="QString" name="size_unit" value="MM"/>
      <Option type="QString" name="outline_color" value="90,90,90,255"/>
      <Option type="QString" name="outline_width" value="0.2"/>
      <Option type="QString" name="outline_width_unit" value="MM"/></Option>
    </layer>
   </symbol>
  </symbols>
  <orderby><orderByClause asc="1" nullsFirst="1">"relative_pct"</orderByClause></orderby>
 </renderer-v2>
 <previewExpression>"junction_id"</previewExpression>
 <mapTip>&lt;b&gt;[% coalesce("name_zh", "junction_id") %]&lt;/b&gt;&lt;br&gt;经过的出行 Trips that pass (%): [% coalesce(format_number("trips_pct", 3), '–') %]&lt;br&gt;接近中心性 Closeness (1/min): [% format_number("closeness", 5) %]&lt;br&gt;时限内路口 Junctions within the radius: [% "reached" %]&lt;br&gt;断开即分开 Parts the network: [% if("is_articulation", '是 yes', '否 no') %]</mapTip>
</qgis>
