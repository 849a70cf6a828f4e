<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="AllStyleCategories" labelsEnabled="0">
 <renderer-v2 type="RuleRenderer" symbollevels="0" enableorderby="0" forceraster="0">
  <rules key="{7e3b723e-06f8-57e3-89a0-e2a7b5e1834c}">
   <rule key="{cf145b3d-bf7d-5022-b1c1-f514a6abcf15}" symbol="0"
    filter='"minimum_min" &lt;= 15'
    label="15 分钟以内 Within 15 min"/>
   <rule key="{2a89a3aa-a5ad-515c-8c6f-7a79f8d82d7c}" symbol="1"
    filter='"minimum_min" &gt; 15 AND "minimum_min" &lt;= 30'
    label="15–30 分钟 15–30 min"/>
   <rule key="{048535f2-3deb-5f6c-adc0-9426f7506319}" symbol="2"
    filter='"minimum_min" &gt; 30 AND "minimum_min" &lt;= 45'
    label="30–45 分钟 30–45 min"/>
   <rule key="{7ef3e6aa-8880-5e2a-af79-607d6bd34c07}" symbol="3"
    filter='"minimum_min" &gt; 45 AND "minimum_min" &lt;= 60'
    label="45–60 分钟 45–60 min"/>
   <rule key="{a63092e0-9460-524c-87f9-833d641d75cf}" symbol="4"
    filter='"minimum_min" &gt; 60'
    label="60 分钟以上 Over 60 min"/>
   <rule key="{aa8e82e4-f7a9-5a2b-9802-5b64c8b551c8}" symbol="5"
    filter="ELSE"
    label="不可达 Not reached"/>
  </rules>
  <symbols>
   <symbol type="fill" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="44,123,182,205"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="255,255,255,120"/>
      <Option type="QString" name="outline_width" value="0.1"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="1" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="156,207,228,205"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="255,255,255,120"/>
      <Option type="QString" name="outline_width" value="0.1"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="2" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="254,233,160,205"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="255,255,255,120"/>
      <Option type="QString" name="outline_width" value="0.1"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="3" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="249,155,88,205"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="255,255,255,120"/>
      <Option type="QString" name="outline_width" value="0.1"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="4" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="196,22,28,205"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="255,255,255,120"/>
      <Option type="QString" name="outline_width" value="0.1"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="5" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="194,24,126,40"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_style" value="no"/></Option>
    </layer>
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="194,24,126,255"/>
      <Option type="QString" name="style" value="b_diagonal"/>
      <Option type="QString" name="outline_color" value="194,24,126,255"/>
      <Option type="QString" name="outline_width" value="0.2"/>
      <Option type="QString" name="outline_width_unit" value="MM"/></Option>
    </layer>
   </symbol>
  </symbols>
 </renderer-v2>
 <previewExpression>"cell_id"</previewExpression>
 <mapTip>&lt;b&gt;[% "cell_id" %]&lt;/b&gt;&lt;br&gt;人口 People: [% format_number("people", 0) %]&lt;br&gt;最短时间 Shortest time (min): [% coalesce(format_number("minimum_min", 1), '–') %]</mapTip>
</qgis>
