<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="AllStyleCategories" labelsEnabled="0">
 <renderer-v2 type="RuleRenderer" symbollevels="0" enableorderby="1" forceraster="0">
  <rules key="{e2967d69-c484-50dc-a967-5a5b7325df40}">
   <rule key="{cda1dc5b-36e2-5e17-b89b-3b607db431ab}" symbol="0"
    filter='"time_min" &lt;= 15'
    label="15 分钟以内 Within 15 min"/>
   <rule key="{576e3b9a-d3e6-5443-8f67-8132df9d423a}" symbol="1"
    filter='"time_min" &gt; 15 AND "time_min" &lt;= 30'
    label="15–30 分钟 15–30 min"/>
   <rule key="{56f4e706-3a5f-5a1e-9d32-b06e912dc9d2}" symbol="2"
    filter='"time_min" &gt; 30 AND "time_min" &lt;= 60'
    label="30–60 分钟 30–60 min"/>
   <rule key="{1383a9e3-2dc2-59aa-8ed2-c3c0d677a497}" symbol="3"
    filter='"time_min" &gt; 60 AND "time_min" &lt;= 120'
    label="60–120 分钟 60–120 min"/>
   <rule key="{b8052d7b-addb-541a-8e5b-2dde9a735018}" symbol="4"
    filter="ELSE"
    label="120 分钟以上 Over 120 min"/>
  </rules>
  <symbols>
   <symbol type="line" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="line_color" value="44,123,182,255"/>
      <Option type="QString" name="line_width" value="0.7"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/></Option>
    </layer>
   </symbol>
   <symbol type="line" name="1" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="line_color" value="111,182,214,255"/>
      <Option type="QString" name="line_width" value="0.7"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/></Option>
    </layer>
   </symbol>
   <symbol type="line" name="2" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="line_color" value="224,185,59,255"/>
      <Option type="QString" name="line_width" value="0.7"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/></Option>
    </layer>
   </symbol>
   <symbol type="line" name="3" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="line_color" value="242,138,69,255"/>
      <Option type="QString" name="line_width" value="0.7"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/></Option>
    </layer>
   </symbol>
   <symbol type="line" name="4" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="line_color" value="196,22,28,255"/>
      <Option type="QString" name="line_width" value="0.7"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/></Option>
    </layer>
   </symbol>
  </symbols>
  <orderby><orderByClause asc="0" nullsFirst="0">"time_min"</orderByClause></orderby>
 </renderer-v2>
 <previewExpression>"pair_id"</previewExpression>
 <mapTip>&lt;b&gt;[% "origin" %] – [% "destination" %]&lt;/b&gt;&lt;br&gt;时间 Time (min): [% format_number("time_min", 1) %]&lt;br&gt;距离 Distance (km): [% format_number("distance_m" / 1e3, 1) %]</mapTip>
</qgis>
