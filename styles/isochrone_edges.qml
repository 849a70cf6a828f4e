<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="AllStyleCategories" labelsEnabled="0">
 <renderer-v2 type="RuleRenderer" symbollevels="0" enableorderby="1" forceraster="0">
  <rules key="{b462d9d4-ca00-5f51-a43a-84c65ef80782}">
   <rule key="{d897e6a1-ef4e-5eb3-ae4a-aaff545b81dc}" symbol="0"
    filter='"limit_min" &lt;= 5'
    label="5 分钟以内 Within 5 min"/>
   <rule key="{127f5557-3d2c-51bd-bfb1-f6e0430a6923}" symbol="1"
    filter='"limit_min" &gt; 5 AND "limit_min" &lt;= 15'
    label="5–15 分钟 5–15 min"/>
   <rule key="{39206867-1661-5657-80c6-368389843336}" symbol="2"
    filter='"limit_min" &gt; 15 AND "limit_min" &lt;= 30'
    label="15–30 分钟 15–30 min"/>
   <rule key="{a6d0f075-e1ed-569f-abe1-2467306ec799}" symbol="3"
    filter='"limit_min" &gt; 30 AND "limit_min" &lt;= 60'
    label="30–60 分钟 30–60 min"/>
   <rule key="{d88be830-5bdf-5285-834e-bdcd72458131}" symbol="4"
    filter="ELSE"
    label="60 分钟以上 Over 60 min"/>
  </rules>
  <symbols>
   <symbol type="line" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="line_color" value="44,123,182,255"/>
      <Option type="QString" name="line_width" value="0.5"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/></Option>
    </layer>
   </symbol>
   <symbol type="line" name="1" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="line_color" value="111,182,214,255"/>
      <Option type="QString" name="line_width" value="0.5"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/></Option>
    </layer>
   </symbol>
   <symbol type="line" name="2" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="line_color" value="224,185,59,255"/>
      <Option type="QString" name="line_width" value="0.5"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/></Option>
    </layer>
   </symbol>
   <symbol type="line" name="3" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="line_color" value="242,138,69,255"/>
      <Option type="QString" name="line_width" value="0.5"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/></Option>
    </layer>
   </symbol>
   <symbol type="line" name="4" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="line_color" value="196,22,28,255"/>
      <Option type="QString" name="line_width" value="0.5"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/></Option>
    </layer>
   </symbol>
  </symbols>
  <orderby><orderByClause asc="0" nullsFirst="0">"limit_min"</orderByClause></orderby>
 </renderer-v2>
 <previewExpression>"area_key"</previewExpression>
 <mapTip>&lt;b&gt;[% "origin" %]&lt;/b&gt;&lt;br&gt;时间 Time (min): [% "from_min" %]–[% "limit_min" %]&lt;br&gt;长度 Length (km): [% format_number("length_m" / 1e3, 1) %]</mapTip>
</qgis>
