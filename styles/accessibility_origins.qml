<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="AllStyleCategories" labelsEnabled="0">
 <renderer-v2 type="RuleRenderer" symbollevels="0" enableorderby="0" forceraster="0">
  <rules key="{0bdd1082-a44b-544a-b8ff-c591d8d2f6f8}">
   <rule key="{b6da71b0-799b-5b35-b79a-ea062bf4bacb}" symbol="0"
    filter='"minimum_min" &lt;= 15'
    label="15 分钟以内 Within 15 min"/>
   <rule key="{4c91d1d3-31ab-5020-a9ae-9ffb2666bae3}" symbol="1"
    filter='"minimum_min" &gt; 15 AND "minimum_min" &lt;= 30'
    label="15–30 分钟 15–30 min"/>
   <rule key="{98c50ef4-3ec5-5778-b81e-681a9431196f}" symbol="2"
    filter='"minimum_min" &gt; 30 AND "minimum_min" &lt;= 45'
    label="30–45 分钟 30–45 min"/>
   <rule key="{2d2eac44-9ca6-5771-bc7f-c6decd2bcf39}" symbol="3"
    filter='"minimum_min" &gt; 45 AND "minimum_min" &lt;= 60'
    label="45–60 分钟 45–60 min"/>
   <rule key="{8c4c3736-c128-598e-b865-634e6cd3f44b}" symbol="4"
    filter='"minimum_min" &gt; 60'
    label="60 分钟以上 Over 60 min"/>
   <rule key="{7e9dd85b-c42d-5251-8ec0-76f0d97254a6}" symbol="5"
    filter="ELSE"
    label="不可达 Not reached"/>
  </rules>
  <symbols>
   <symbol type="marker" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="name" value="circle"/>
      <Option type="QString" name="color" value="44,123,182,255"/>
      <Option type="QString" name="size" value="1.1"/>
      <Option type="QString" name="size_unit" value="MM"/>
      <Option type="QString" name="outline_color" value="90,90,90,255"/>
      <Option type="QString" name="outline_width" value="0.1"/>
      <Option type="QString" name="outline_width_unit" value="MM"/></Option>
    </layer>
   </symbol>
   <symbol type="marker" name="1" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="name" value="circle"/>
      <Option type="QString" name="color" value="156,207,228,255"/>
      <Option type="QString" name="size" value="1.1"/>
      <Option type="QString" name="size_unit" value="MM"/>
      <Option type="QString" name="outline_color" value="90,90,90,255"/>
      <Option type="QString" name="outline_width" value="0.1"/>
      <Option type="QString" name="outline_width_unit" value="MM"/></Option>
    </layer>
   </symbol>
   <symbol type="marker" name="2" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="name" value="circle"/>
      <Option type="QString" name="color" value="254,233,160,255"/>
      <Option type="QString" name="size" value="1.1"/>
      <Option type="QString" name="size_unit" value="MM"/>
      <Option type="QString" name="outline_color" value="90,90,90,255"/>
      <Option type="QString" name="outline_width" value="0.1"/>
      <Option type="QString" name="outline_width_unit" value="MM"/></Option>
    </layer>
   </symbol>
   <symbol type="marker" name="3" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="name" value="circle"/>
      <Option type="QString" name="color" value="249,155,88,255"/>
      <Option type="QString" name="size" value="1.1"/>
      <Option type="QString" name="size_unit" value="MM"/>
      <Option type="QString" name="outline_color" value="90,90,90,255"/>
      <Option type="QString" name="outline_width" value="0.1"/>
      <Option type="QString" name="outline_width_unit" value="MM"/></Option>
    </layer>
   </symbol>
   <symbol type="marker" name="4" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="name" value="circle"/>
      <Option type="QString" name="color" value="196,22,28,255"/>
      <Option type="QString" name="size" value="1.1"/>
      <Option type="QString" name="size_unit" value="MM"/>
      <Option type="QString" name="outline_color" value="90,90,90,255"/>
      <Option type="QString" name="outline_width" value="0.1"/>
      <Option type="QString" name="outline_width_unit" value="MM"/></Option>
    </layer>
   </symbol>
   <symbol type="marker" name="5" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="name" value="cross2"/>
      <Option type="QString" name="color" value="194,24,126,255"/>
      <Option type="QString" name="size" value="1.4"/>
      <Option type="QString" name="size_unit" value="MM"/>
      <Option type="QString" name="outline_color" value="194,24,126,255"/>
      <Option type="QString" name="outline_width" value="0.4"/>
      <Option type="QString" name="outline_width_unit" value="MM"/></Option>
    </layer>
   </symbol>
  </symbols>
 </renderer-v2>
 <previewExpression>"cell_id"</previewExpression>
 <mapTip>&lt;b&gt;[% "cell_id" %]&lt;/b&gt;&lt;br&gt;人口 People: [% format_number("people", 0) %]&lt;br&gt;最短时间 Shortest time (min): [% coalesce(format_number("minimum_min", 1), '–') %]</mapTip>
</qgis>
