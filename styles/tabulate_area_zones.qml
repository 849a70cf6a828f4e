<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="AllStyleCategories" labelsEnabled="0">
 <renderer-v2 type="RuleRenderer" symbollevels="0" enableorderby="0" forceraster="0">
  <rules key="{55124fa4-4cfe-54c2-9bff-b36bd090d1e4}">
   <rule key="{435f2564-7a61-58da-8c6f-9d44e1bcd9c5}" symbol="0"
    filter="&quot;unclassified_pct&quot; &lt;= 1"
    label="几乎全部有类别 Nearly all classified"/>
   <rule key="{cb1654e3-10cc-5221-9795-79300bbaf638}" symbol="1"
    filter="&quot;unclassified_pct&quot; &gt; 1 AND &quot;unclassified_pct&quot; &lt;= 50"
    label="大半有类别 Mostly classified"/>
   <rule key="{5ec57941-c76a-5c32-b637-79e5413d5d2d}" symbol="2"
    filter="&quot;unclassified_pct&quot; &gt; 50"
    label="大半无类别 Mostly in no class"/>
   <rule key="{d2303687-81bf-5c7b-8c18-4622154f7e66}" symbol="3"
    filter="ELSE"
    label="其他 Other"/>
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
 <previewExpression>"zone_key"</previewExpression>
 <mapTip>&lt;b&gt;[% "zone_key" %]&lt;/b&gt;&lt;br&gt;面积 Area (km²): [% format_number("area_m2" / 1e6, 2) %]&lt;br&gt;无类别 In no class (%): [% format_number("unclassified_pct", 1) %]</mapTip>
</qgis>
