<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="AllStyleCategories" labelsEnabled="0">
 <renderer-v2 type="RuleRenderer" symbollevels="0" enableorderby="0" forceraster="0">
  <rules key="{401c74f3-b416-5d0b-b67f-ac2892872fbc}">
   <rule key="{22dba14d-a548-549f-ad1a-7963d89fc965}" symbol="0"
    filter='"core_min" &lt;= 30'
    label="30 分钟以内 Within 30 min"/>
   <rule key="{c9465760-0032-5716-b9b5-809c5fa9388e}" symbol="1"
    filter='"core_min" &gt; 30 AND "core_min" &lt;= 60'
    label="30–60 分钟 30–60 min"/>
   <rule key="{2c3c2ca9-04c6-56e5-9fca-6fdd0313fa80}" symbol="2"
    filter='"core_min" &gt; 60 AND "core_min" &lt;= 90'
    label="60–90 分钟 60–90 min"/>
   <rule key="{bbc18ea1-9084-55ce-b6eb-6cf4d2f04950}" symbol="3"
    filter='"core_min" &gt; 90 AND "core_min" &lt;= 120'
    label="90–120 分钟 90–120 min"/>
   <rule key="{9d29fe64-26dd-51e0-a8e9-f327534d743f}" symbol="4"
    filter='"core_min" &gt; 120'
    label="120 分钟以上 Over 120 min"/>
   <rule key="{4b5317f9-ce9b-51ee-9d01-434443cbdcd3}" symbol="5"
    filter="ELSE"
    label="不可达或无人口 Not reached, or nobody"/>
  </rules>
  <symbols>
   <symbol type="fill" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="44,123,182,255"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="90,90,90,255"/>
      <Option type="QString" name="outline_width" value="0.2"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="1" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="111,182,214,255"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="90,90,90,255"/>
      <Option type="QString" name="outline_width" value="0.2"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="2" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="224,185,59,255"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="90,90,90,255"/>
      <Option type="QString" name="outline_width" value="0.2"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="3" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="242,138,69,255"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="90,90,90,255"/>
      <Option type="QString" name="outline_width" value="0.2"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="4" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="196,22,28,255"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="90,90,90,255"/>
      <Option type="QString" name="outline_width" value="0.2"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="5" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="190,190,190,255"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="90,90,90,255"/>
      <Option type="QString" name="outline_width" value="0.2"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
  </symbols>
 </renderer-v2>
 <previewExpression>"name_zh"</previewExpression>
 <mapTip>&lt;b&gt;[% "name_zh" %] [% "name_en" %]&lt;/b&gt;&lt;br&gt;到最近核心城市 To the nearest core city (min): [% coalesce(format_number("core_min", 1), '–') %]&lt;br&gt;最近线路 Nearest line: [% coalesce("nearest_line_zh", "nearest_line", '–') %]&lt;br&gt;到线路的平均距离 Mean distance from a line (km): [% coalesce(format_number("line_km", 1), '–') %]</mapTip>
</qgis>
