<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="AllStyleCategories" labelsEnabled="0">
 <renderer-v2 type="RuleRenderer" symbollevels="0" enableorderby="1" forceraster="0">
  <rules key="{ace90e41-d6fb-5ea2-9922-bf79ebad62a2}">
   <rule key="{f89ccd23-aefe-5b9c-baed-f297c90a508a}" symbol="0"
    filter='"limit_min" &lt;= 5'
    label="5 分钟以内 Within 5 min"/>
   <rule key="{9545b4c3-2fa6-5a29-8fef-fb241e79c033}" symbol="1"
    filter='"limit_min" &gt; 5 AND "limit_min" &lt;= 10'
    label="5–10 分钟 5–10 min"/>
   <rule key="{fef2f598-b7b0-5be6-9772-ad485500f57d}" symbol="2"
    filter='"limit_min" &gt; 10 AND "limit_min" &lt;= 15'
    label="10–15 分钟 10–15 min"/>
   <rule key="{b0656845-a324-5231-9626-fb5af30ff1c9}" symbol="3"
    filter='"limit_min" &gt; 15 AND "limit_min" &lt;= 30'
    label="15–30 分钟 15–30 min"/>
   <rule key="{92ab6bb9-d972-5e0e-9df0-6732c812ca34}" symbol="4"
    filter="ELSE"
    label="30 分钟以上 Over 30 min"/>
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
  <orderby><orderByClause asc="0" nullsFirst="0">"limit_min"</orderByClause></orderby>
 </renderer-v2>
 <previewExpression>"facility_key"</previewExpression>
 <mapTip>&lt;b&gt;[% "area_key" %]&lt;/b&gt;&lt;br&gt;时间上限 Time limit (min): [% "limit_min" %]&lt;br&gt;长度 Length (km): [% format_number("length_m" / 1e3, 1) %]</mapTip>
</qgis>
