<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="AllStyleCategories" labelsEnabled="0">
 <renderer-v2 type="RuleRenderer" symbollevels="0" enableorderby="1" forceraster="0">
  <rules key="{7cbd824a-c4a3-5bdb-b829-8132cc8bd702}">
   <rule key="{451d9c3a-9447-5686-9958-39dc0f0dc6a8}" symbol="0"
    filter='"distance_km" &lt;= 5'
    label="5 公里以内 Within 5 km"/>
   <rule key="{613e1011-6335-58f9-91f7-e98534636d1b}" symbol="1"
    filter='"distance_km" &gt; 5 AND "distance_km" &lt;= 10'
    label="5–10 公里 5–10 km"/>
   <rule key="{6a3b468d-a7ff-519a-8913-17db5cdd9cbd}" symbol="2"
    filter='"distance_km" &gt; 10 AND "distance_km" &lt;= 20'
    label="10–20 公里 10–20 km"/>
   <rule key="{fb8b288e-04c2-5118-8036-da428b6ca3ec}" symbol="3"
    filter="ELSE"
    label="20 公里以上 Over 20 km"/>
  </rules>
  <symbols>
   <symbol type="fill" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="35,139,69,120"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="90,90,90,255"/>
      <Option type="QString" name="outline_width" value="0.2"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="1" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="116,196,118,110"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="90,90,90,255"/>
      <Option type="QString" name="outline_width" value="0.2"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="2" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="199,233,192,100"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="90,90,90,255"/>
      <Option type="QString" name="outline_width" value="0.2"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="3" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="237,248,233,90"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="90,90,90,255"/>
      <Option type="QString" name="outline_width" value="0.2"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
  </symbols>
  <orderby><orderByClause asc="0" nullsFirst="0">"distance_km"</orderByClause></orderby>
 </renderer-v2>
 <previewExpression>"band"</previewExpression>
 <mapTip>&lt;b&gt;[% "band" %]&lt;/b&gt;&lt;br&gt;人口 People: [% format_number("people", 0) %]&lt;br&gt;面积 Area (km²): [% format_number("area_m2" / 1e6, 0) %]</mapTip>
</qgis>
