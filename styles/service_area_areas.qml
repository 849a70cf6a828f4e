<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="AllStyleCategories" labelsEnabled="0">
 <renderer-v2 type="RuleRenderer" symbollevels="0" enableorderby="1" forceraster="0">
  <rules key="{1b8ccb8d-a5dd-5f60-b56c-7c617ae12927}">
   <rule key="{55450e12-1f89-509d-99a2-fce6b8004919}" symbol="0"
    filter='coalesce("limit_min", CASE WHEN "limit_m" &lt;= 300 THEN 5 WHEN "limit_m" &lt;= 500 THEN 10 WHEN "limit_m" &lt;= 1000 THEN 15 WHEN "limit_m" &lt;= 2000 THEN 30 ELSE 60 END) &lt;= 5'
    label="5 分钟或 300 m 以内 Within 5 min or 300 m"/>
   <rule key="{94dd2afd-182d-5eb3-8ce9-dbc2f532b227}" symbol="1"
    filter='coalesce("limit_min", CASE WHEN "limit_m" &lt;= 300 THEN 5 WHEN "limit_m" &lt;= 500 THEN 10 WHEN "limit_m" &lt;= 1000 THEN 15 WHEN "limit_m" &lt;= 2000 THEN 30 ELSE 60 END) &gt; 5 AND coalesce("limit_min", CASE WHEN "limit_m" &lt;= 300 THEN 5 WHEN "limit_m" &lt;= 500 THEN 10 WHEN "limit_m" &lt;= 1000 THEN 15 WHEN "limit_m" &lt;= 2000 THEN 30 ELSE 60 END) &lt;= 10'
    label="10 分钟或 500 m 以内 Within 10 min or 500 m"/>
   <rule key="{76a0001d-1e7e-522b-8191-3b463d9480bd}" symbol="2"
    filter='coalesce("limit_min", CASE WHEN "limit_m" &lt;= 300 THEN 5 WHEN "limit_m" &lt;= 500 THEN 10 WHEN "limit_m" &lt;= 1000 THEN 15 WHEN "limit_m" &lt;= 2000 THEN 30 ELSE 60 END) &gt; 10 AND coalesce("limit_min", CASE WHEN "limit_m" &lt;= 300 THEN 5 WHEN "limit_m" &lt;= 500 THEN 10 WHEN "limit_m" &lt;= 1000 THEN 15 WHEN "limit_m" &lt;= 2000 THEN 30 ELSE 60 END) &lt;= 15'
    label="15 分钟或 1 km 以内 Within 15 min or 1 km"/>
   <rule key="{ab2f8191-fdd1-5a1c-bff7-3668c0db6426}" symbol="3"
    filter='coalesce("limit_min", CASE WHEN "limit_m" &lt;= 300 THEN 5 WHEN "limit_m" &lt;= 500 THEN 10 WHEN "limit_m" &lt;= 1000 THEN 15 WHEN "limit_m" &lt;= 2000 THEN 30 ELSE 60 END) &gt; 15 AND coalesce("limit_min", CASE WHEN "limit_m" &lt;= 300 THEN 5 WHEN "limit_m" &lt;= 500 THEN 10 WHEN "limit_m" &lt;= 1000 THEN 15 WHEN "limit_m" &lt;= 2000 THEN 30 ELSE 60 END) &lt;= 30'
    label="30 分钟或 2 km 以内 Within 30 min or 2 km"/>
   <rule key="{0ba521d5-b4e8-5fb4-afe0-56c65527788b}" symbol="4"
    filter="ELSE"
    label="更远 Farther"/>
  </rules>
  <symbols>
   <symbol type="fill" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="8,81,156,115"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="31,78,121,255"/>
      <Option type="QString" name="outline_width" value="0.25"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="1" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="49,130,189,115"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="31,78,121,255"/>
      <Option type="QString" name="outline_width" value="0.25"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="2" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="107,174,214,115"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="31,78,121,255"/>
      <Option type="QString" name="outline_width" value="0.25"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="3" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="158,202,225,115"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="31,78,121,255"/>
      <Option type="QString" name="outline_width" value="0.25"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="4" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="198,219,239,115"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="31,78,121,255"/>
      <Option type="QString" name="outline_width" value="0.25"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
  </symbols>
  <orderby><orderByClause asc="0" nullsFirst="0">coalesce("limit_min", CASE WHEN "limit_m" &lt;= 300 THEN 5 WHEN "limit_m" &lt;= 500 THEN 10 WHEN "limit_m" &lt;= 1000 THEN 15 WHEN "limit_m" &lt;= 2000 THEN 30 ELSE 60 END)</orderByClause></orderby>
 </renderer-v2>
 <previewExpression>"facility_key"</previewExpression>
 <mapTip>&lt;b&gt;[% "area_key" %]&lt;/b&gt;&lt;br&gt;设施数 Facilities: [% "facilities" %]&lt;br&gt;面积 Area (km²): [% format_number("area_m2" / 1e6, 2) %]</mapTip>
</qgis>
