<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="AllStyleCategories" labelsEnabled="0">
 <renderer-v2 type="RuleRenderer" symbollevels="0" enableorderby="0" forceraster="0">
  <rules key="{fcc3c3e6-868f-5221-83b0-1f9643d55bf3}">
   <rule key="{e1a27672-6c0f-5fb0-b4b6-32e15487ba74}" symbol="0"
    filter='"people" &gt;= 5000'
    label="5,000 人以上 5,000 people and over"/>
   <rule key="{9408d981-7c99-58ba-b0d8-c2a2e7bb6450}" symbol="1"
    filter='"people" &gt;= 1000 AND "people" &lt; 5000'
    label="1,000–5,000 人 people"/>
   <rule key="{06d98c49-17ea-55ca-b38f-f2bc0ad71baf}" symbol="2"
    filter='"people" &lt; 1000'
    label="1,000 人以下 Under 1,000 people"/>
   <rule key="{703ab95e-cfb1-5271-9482-11c15ce7edf8}" symbol="3"
    filter="ELSE"
    label="人口未知 People unknown"/>
  </rules>
  <symbols>
   <symbol type="fill" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="142,15,91,70"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_style" value="no"/></Option>
    </layer>
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="142,15,91,255"/>
      <Option type="QString" name="style" value="b_diagonal"/>
      <Option type="QString" name="outline_color" value="142,15,91,255"/>
      <Option type="QString" name="outline_width" value="0.25"/>
      <Option type="QString" name="outline_width_unit" value="MM"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="1" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="194,24,126,70"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_style" value="no"/></Option>
    </layer>
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="194,24,126,255"/>
      <Option type="QString" name="style" value="b_diagonal"/>
      <Option type="QString" name="outline_color" value="194,24,126,255"/>
      <Option type="QString" name="outline_width" value="0.25"/>
      <Option type="QString" name="outline_width_unit" value="MM"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="2" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="226,122,180,70"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_style" value="no"/></Option>
    </layer>
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="226,122,180,255"/>
      <Option type="QString" name="style" value="b_diagonal"/>
      <Option type="QString" name="outline_color" value="226,122,180,255"/>
      <Option type="QString" name="outline_width" value="0.25"/>
      <Option type="QString" name="outline_width_unit" value="MM"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="3" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="140,140,140,70"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_style" value="no"/></Option>
    </layer>
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="140,140,140,255"/>
      <Option type="QString" name="style" value="b_diagonal"/>
      <Option type="QString" name="outline_color" value="140,140,140,255"/>
      <Option type="QString" name="outline_width" value="0.25"/>
      <Option type="QString" name="outline_width_unit" value="MM"/></Option>
    </layer>
   </symbol>
  </symbols>
 </renderer-v2>
 <previewExpression>"cell_id"</previewExpression>
 <mapTip>&lt;b&gt;[% "cell_id" %]&lt;/b&gt;&lt;br&gt;人口 People: [% format_number("people", 0) %]&lt;br&gt;最近设施 Nearest (m): [% coalesce(format_number("nearest_m", 0), '–') %]&lt;br&gt;最近设施 Nearest (min): [% coalesce(format_number("nearest_min", 1), '–') %]</mapTip>
</qgis>
