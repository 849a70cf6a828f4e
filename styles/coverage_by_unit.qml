<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="AllStyleCategories" labelsEnabled="1">
 <renderer-v2 type="RuleRenderer" symbollevels="0" enableorderby="0" forceraster="0">
  <rules key="{42cc4b75-d109-5ec4-b936-f1c2f03c2649}">
   <rule key="{5f794d63-4054-5006-a147-3c2c0e815329}" symbol="0"
    filter='coalesce("people_covered_pct", "covered_pct") &lt; 20'
    label="20% 以下 Under 20%"/>
   <rule key="{c57f76ed-83fd-5e42-a997-b178f9cc2d68}" symbol="1"
    filter='coalesce("people_covered_pct", "covered_pct") &gt;= 20 AND coalesce("people_covered_pct", "covered_pct") &lt; 40'
    label="20–40%"/>
   <rule key="{9bd35a1d-518c-5419-9adf-05795498ef4d}" symbol="2"
    filter='coalesce("people_covered_pct", "covered_pct") &gt;= 40 AND coalesce("people_covered_pct", "covered_pct") &lt; 60'
    label="40–60%"/>
   <rule key="{e4d9e18d-e879-5ab7-ad3a-b3d1c1e6742f}" symbol="3"
    filter='coalesce("people_covered_pct", "covered_pct") &gt;= 60 AND coalesce("people_covered_pct", "covered_pct") &lt; 80'
    label="60–80%"/>
   <rule key="{91eed256-3cda-5182-8221-9959aa8ec422}" symbol="4"
    filter='coalesce("people_covered_pct", "covered_pct") &gt;= 80'
    label="80% 以上 80% and over"/>
   <rule key="{3ad8ed67-5482-53f4-bfcf-d6b6f035aa45}" symbol="5"
    filter="ELSE"
    label="无数据 No data"/>
  </rules>
  <symbols>
   <symbol type="fill" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="246,232,195,215"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="255,255,255,255"/>
      <Option type="QString" name="outline_width" value="0.25"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="1" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="199,234,229,215"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="255,255,255,255"/>
      <Option type="QString" name="outline_width" value="0.25"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="2" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="128,205,193,215"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="255,255,255,255"/>
      <Option type="QString" name="outline_width" value="0.25"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="3" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="53,151,143,215"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="255,255,255,255"/>
      <Option type="QString" name="outline_width" value="0.25"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="4" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="1,102,94,215"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="255,255,255,255"/>
      <Option type="QString" name="outline_width" value="0.25"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="5" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="189,189,189,140"/>
      <Option type="QString" name="style" value="dense5"/>
      <Option type="QString" name="outline_color" value="255,255,255,255"/>
      <Option type="QString" name="outline_width" value="0.25"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
  </symbols>
 </renderer-v2>
 <labeling type="simple"><settings calloutType="simple">
  <text-style fieldName="&quot;name_zh&quot; || coalesce('\n' || round(coalesce(&quot;people_covered_pct&quot;, &quot;covered_pct&quot;), 1) || '%', '')" isExpression="1" fontFamily="Noto Sans CJK SC"
   fontSize="7.5" fontSizeUnit="Point" fontWeight="50" textColor="60,60,60,255" textOpacity="1">
   <text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="0.85"/>
  </text-style>
  <placement placement="4" priority="5"/>
  <rendering drawLabels="1" obstacle="1" mergeLines="0" scaleVisibility="1" scaleMin="1" scaleMax="2500000"/>
 </settings></labeling>
 <previewExpression>"name_zh"</previewExpression>
 <mapTip>&lt;b&gt;[% "name_zh" %]&lt;/b&gt;&lt;br&gt;人口覆盖率 People covered (%): [% coalesce(format_number("people_covered_pct", 1), '–') %]&lt;br&gt;面积覆盖率 Area covered (%): [% coalesce(format_number("covered_pct", 1), '–') %]&lt;br&gt;设施数 Facilities: [% "facilities" %]</mapTip>
</qgis>
