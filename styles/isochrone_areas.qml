<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="AllStyleCategories" labelsEnabled="0">
 <renderer-v2 type="RuleRenderer" symbollevels="0" enableorderby="1" forceraster="0">
  <rules key="{7b01dc92-e98b-5136-bda1-3a01bdc35987}">
   <rule key="{6c24660e-5d74-5518-8eca-4317e4175d21}" symbol="0"
    filter='"limit_min" &lt;= 5'
    label="5 分钟以内 Within 5 min"/>
   <rule key="{2503d2db-447c-5dac-82f9-1b6bb6e38eaa}" symbol="1"
    filter='"limit_min" &gt; 5 AND "limit_min" &lt;= 15'
    label="5–15 分钟 5–15 min"/>
   <rule key="{4e9fc961-5100-54fc-bbac-0698ca41104c}" symbol="2"
    filter='"limit_min" &gt; 15 AND "limit_min" &lt;= 30'
    label="15–30 分钟 15–30 min"/>
   <rule key="{07080704-2dda-53fb-9483-b5a386deac26}" symbol="3"
    filter='"limit_min" &gt; 30 AND "limit_min" &lt;= 60'
    label="30–60 分钟 30–60 min"/>
   <rule key="{08f54430-2631-5ed9-a4cc-04c933adc4b9}" symbol="4"
    filter="ELSE"
    label="60 分钟以上 Over 60 min"/>
  </rules>
  <symbols>
   <symbol type="fill" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="44,123,182,110"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="70,70,70,255"/>
      <Option type="QString" name="outline_width" value="0.2"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="1" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="111,182,214,110"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="70,70,70,255"/>
      <Option type="QString" name="outline_width" value="0.2"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="2" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="224,185,59,110"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="70,70,70,255"/>
      <Option type="QString" name="outline_width" value="0.2"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="3" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="242,138,69,110"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="70,70,70,255"/>
      <Option type="QString" name="outline_width" value="0.2"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="4" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="196,22,28,110"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="70,70,70,255"/>
      <Option type="QString" name="outline_width" value="0.2"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
  </symbols>
  <orderby><orderByClause asc="0" nullsFirst="0">"limit_min"</orderByClause></orderby>
 </renderer-v2>
 <previewExpression>"area_key"</previewExpression>
 <mapTip>&lt;b&gt;[% "origin" %]&lt;/b&gt;&lt;br&gt;时间 Time (min): [% "from_min" %]–[% "limit_min" %]&lt;br&gt;面积 Area (km²): [% format_number("area_m2" / 1e6, 2) %]</mapTip>
</qgis>
