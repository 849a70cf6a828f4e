<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="AllStyleCategories" labelsEnabled="0">
 <renderer-v2 type="RuleRenderer" symbollevels="0" enableorderby="0" forceraster="0">
  <rules key="{9a0ca84a-1130-5e04-ba31-59316228db8f}">
   <rule key="{13df468e-d882-597d-9f14-c899574cef16}" symbol="0"
    filter="&quot;covered_pct&quot; &gt;= 99.9"
    label="来源全部覆盖 Covered by sources"/>
   <rule key="{600f0d29-063d-5e1e-b7eb-afd36dfc0439}" symbol="1"
    filter="&quot;covered_pct&quot; &gt;= 50 AND &quot;covered_pct&quot; &lt; 99.9"
    label="来源覆盖一半以上 Half or more covered"/>
   <rule key="{ab0be3c1-2b05-5202-95cb-76b5fee0028c}" symbol="2"
    filter="&quot;covered_pct&quot; &lt; 50"
    label="来源覆盖不足一半 Less than half covered"/>
   <rule key="{ba33e854-30bc-5cc7-8b36-5493db2640c8}" symbol="3"
    filter="&quot;covered_pct&quot; IS NULL AND &quot;sources&quot; &gt; 0"
    label="来源为点或线 Sources are points or lines"/>
   <rule key="{c657e639-19fd-5d59-b2d4-5a6f46f83fa0}" symbol="4"
    filter="ELSE"
    label="无来源 No sources"/>
  </rules>
  <symbols>
   <symbol type="fill" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="53,151,143,215"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="255,255,255,255"/>
      <Option type="QString" name="outline_width" value="0.25"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="1" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="128,205,193,215"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="255,255,255,255"/>
      <Option type="QString" name="outline_width" value="0.25"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="2" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="246,232,195,215"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="255,255,255,255"/>
      <Option type="QString" name="outline_width" value="0.25"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="3" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="166,189,219,215"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="255,255,255,255"/>
      <Option type="QString" name="outline_width" value="0.25"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="4" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="217,217,217,215"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="255,255,255,255"/>
      <Option type="QString" name="outline_width" value="0.25"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
  </symbols>
 </renderer-v2>
 <previewExpression>"target_key"</previewExpression>
 <mapTip>&lt;b&gt;[% "target_key" %]&lt;/b&gt;&lt;br&gt;来源 Sources: [% "sources" %]&lt;br&gt;覆盖 Covered (%): [% format_number("covered_pct", 1) %]</mapTip>
</qgis>
