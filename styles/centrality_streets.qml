<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="AllStyleCategories" labelsEnabled="0">
 <renderer-v2 type="RuleRenderer" symbollevels="0" enableorderby="1" forceraster="0">
  <rules key="{5ae45cd2-99f6-542d-a56d-22e55930cecc}">
   <rule key="{e9d88b5c-a309-5e25-ad48-3f51aca1f47b}" symbol="0"
    filter='"relative_pct" &gt;= 60'
    label="最高值的 60% 以上 Over 60 % of the highest"/>
   <rule key="{5d4e1013-e8be-5a41-8e30-64884f292bfd}" symbol="1"
    filter='"relative_pct" &gt;= 30 AND "relative_pct" &lt; 60'
    label="30–60%"/>
   <rule key="{3cd7553a-936d-505b-bec4-34f9c5f158d6}" symbol="2"
    filter='"relative_pct" &gt;= 15 AND "relative_pct" &lt; 30'
    label="15–30%"/>
   <rule key="{581f5a29-b288-5cf6-a295-ccc275e3639f}" symbol="3"
    filter='"relative_pct" &gt;= 5 AND "relative_pct" &lt; 15'
    label="5–15%"/>
   <rule key="{af8c8182-f979-50d8-a16a-abdaa41176e0}" symbol="4"
    filter="ELSE"
    label="5% 以下 Under 5 %"/>
  </rules>
  <symbols>
   <symbol type="line" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="line_color" value="196,22,28,255"/>
      <Option type="QString" name="line_width" value="1.4"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="line_style" value="solid"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/></Option>
    </layer>
   </symbol>
   <symbol type="line" name="1" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="line_color" value="242,138,69,255"/>
      <Option type="QString" name="line_width" value="1.0"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="line_style" value="solid"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/></Option>
    </layer>
   </symbol>
   <symbol type="line" name="2" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="line_color" value="224,185,59,255"/>
      <Option type="QString" name="line_width" value="0.7"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="line_style" value="solid"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/></Option>
    </layer>
   </symbol>
   <symbol type="line" name="3" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="line_color" value="111,182,214,255"/>
      <Option type="QString" name="line_width" value="0.45"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="line_style" value="solid"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/></Option>
    </layer>
   </symbol>
   <symbol type="line" name="4" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="line_color" value="190,190,190,255"/>
      <Option type="QString" name="line_width" value="0.2"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="line_style" value="solid"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/></Option>
    </layer>
   </symbol>
  </symbols>
  <orderby><orderByClause asc="1" nullsFirst="1">"relative_pct"</orderByClause></orderby>
 </renderer-v2>
 <previewExpression>"street_id"</previewExpression>
 <mapTip>&lt;b&gt;[% coalesce("name_zh", "class") %]&lt;/b&gt;&lt;br&gt;承担的出行 Trips that it carries (%): [% coalesce(format_number("trips_pct", 3), '–') %]&lt;br&gt;断开即分开 Parts the network: [% if("is_bridge", '是 yes', '否 no') %]&lt;br&gt;长度 Length (m): [% format_number("length_m", 0) %]</mapTip>
</qgis>
