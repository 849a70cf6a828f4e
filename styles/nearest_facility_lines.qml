<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="AllStyleCategories" labelsEnabled="0">
 <renderer-v2 type="RuleRenderer" symbollevels="0" enableorderby="1" forceraster="0">
  <rules key="{acdb4f1a-50b4-5e7c-866e-ee7061b2cc59}">
   <rule key="{4e2c33e9-1955-59bf-a0e5-59dcb2bb5e3c}" symbol="0"
    filter='"time_min" &lt;= 10'
    label="10 分钟以内 Within 10 min"/>
   <rule key="{52aa733e-db4a-5a11-8f3a-f91eb4fd2702}" symbol="1"
    filter='"time_min" &gt; 10 AND "time_min" &lt;= 20'
    label="10–20 分钟 10–20 min"/>
   <rule key="{49f57468-1511-52bc-ae7a-33d182986c79}" symbol="2"
    filter='"time_min" &gt; 20 AND "time_min" &lt;= 30'
    label="20–30 分钟 20–30 min"/>
   <rule key="{3dd0aeeb-f5d8-5d1b-a780-7c035a4a9791}" symbol="3"
    filter='"time_min" &gt; 30 AND "time_min" &lt;= 60'
    label="30–60 分钟 30–60 min"/>
   <rule key="{97874c92-4c4b-58cd-8160-0df28d8a844f}" symbol="4"
    filter="ELSE"
    label="60 分钟以上 Over 60 min"/>
  </rules>
  <symbols>
   <symbol type="line" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="line_color" value="44,123,182,255"/>
      <Option type="QString" name="line_width" value="0.3"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/></Option>
    </layer>
   </symbol>
   <symbol type="line" name="1" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="line_color" value="111,182,214,255"/>
      <Option type="QString" name="line_width" value="0.3"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/></Option>
    </layer>
   </symbol>
   <symbol type="line" name="2" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="line_color" value="224,185,59,255"/>
      <Option type="QString" name="line_width" value="0.3"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/></Option>
    </layer>
   </symbol>
   <symbol type="line" name="3" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="line_color" value="242,138,69,255"/>
      <Option type="QString" name="line_width" value="0.3"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/></Option>
    </layer>
   </symbol>
   <symbol type="line" name="4" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="line_color" value="196,22,28,255"/>
      <Option type="QString" name="line_width" value="0.3"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/></Option>
    </layer>
   </symbol>
  </symbols>
  <orderby><orderByClause asc="0" nullsFirst="0">"time_min"</orderByClause></orderby>
 </renderer-v2>
 <previewExpression>"pair_id"</previewExpression>
 <mapTip>&lt;b&gt;[% "origin" %] – [% "facility" %]&lt;/b&gt;&lt;br&gt;时间 Time (min): [% format_number("time_min", 1) %]</mapTip>
</qgis>
