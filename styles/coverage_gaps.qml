<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="AllStyleCategories" labelsEnabled="0">
 <renderer-v2 type="RuleRenderer" symbollevels="0" enableorderby="0" forceraster="0">
  <rules key="{cee8d54d-b77a-53ff-bc96-ead15843fcf4}">
   <rule key="{c07377d0-0663-5810-93dc-3b77f004a536}" symbol="0"
    filter='"people" &gt;= 5000'
    label="5,000 人以上 5,000 people and over"/>
   <rule key="{48c091c0-a1cc-5537-86cd-b44affddd0a7}" symbol="1"
    filter='"people" &gt;= 1000 AND "people" &lt; 5000'
    label="1,000–5,000 人 people"/>
   <rule key="{d763c710-7c3d-5ab8-8f48-bcb826451651}" symbol="2"
    filter='"people" &lt; 1000'
    label="1,000 人以下 Under 1,000 people"/>
   <rule key="{5c9e2b57-5104-5575-b272-940cbf3f6ccc}" symbol="3"
    filter="ELSE"
    label="人口未知 People unknown"/>
  </rules>
  <symbols>
   <symbol type="marker" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="name" value="circle"/>
      <Option type="QString" name="color" value="142,15,91,255"/>
      <Option type="QString" name="size" value="1.9"/>
      <Option type="QString" name="size_unit" value="MM"/>
      <Option type="QString" name="outline_color" value="255,255,255,255"/>
      <Option type="QString" name="outline_width" value="0.05"/>
      <Option type="QString" name="outline_width_unit" value="MM"/></Option>
    </layer>
   </symbol>
   <symbol type="marker" name="1" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="name" value="circle"/>
      <Option type="QString" name="color" value="194,24,126,255"/>
      <Option type="QString" name="size" value="1.3"/>
      <Option type="QString" name="size_unit" value="MM"/>
      <Option type="QString" name="outline_color" value="255,255,255,255"/>
      <Option type="QString" name="outline_width" value="0.05"/>
      <Option type="QString" name="outline_width_unit" value="MM"/></Option>
    </layer>
   </symbol>
   <symbol type="marker" name="2" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="name" value="circle"/>
      <Option type="QString" name="color" value="226,122,180,255"/>
      <Option type="QString" name="size" value="0.9"/>
      <Option type="QString" name="size_unit" value="MM"/>
      <Option type="QString" name="outline_color" value="255,255,255,255"/>
      <Option type="QString" name="outline_width" value="0.05"/>
      <Option type="QString" name="outline_width_unit" value="MM"/></Option>
    </layer>
   </symbol>
   <symbol type="marker" name="3" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="name" value="circle"/>
      <Option type="QString" name="color" value="140,140,140,255"/>
      <Option type="QString" name="size" value="0.9"/>
      <Option type="QString" name="size_unit" value="MM"/>
      <Option type="QString" name="outline_color" value="255,255,255,255"/>
      <Option type="QString" name="outline_width" value="0.05"/>
      <Option type="QString" name="outline_width_unit" value="MM"/></Option>
    </layer>
   </symbol>
  </symbols>
 </renderer-v2>
 <previewExpression>"cell_id"</previewExpression>
 <mapTip>&lt;b&gt;[% "cell_id" %]&lt;/b&gt;&lt;br&gt;人口 People: [% format_number("people", 0) %]&lt;br&gt;最近设施 Nearest (m): [% coalesce(format_number("nearest_m", 0), '–') %]&lt;br&gt;最近设施 Nearest (min): [% coalesce(format_number("nearest_min", 1), '–') %]</mapTip>
</qgis>
