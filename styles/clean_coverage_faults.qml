<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="AllStyleCategories" labelsEnabled="0">
 <renderer-v2 type="RuleRenderer" symbollevels="0" enableorderby="0" forceraster="0">
  <rules key="{fd767636-d7de-54ad-93f5-46eaa17ed793}">
   <rule key="{a2f0dc2d-b7d0-563e-a4d6-85c1ca3deb90}" symbol="0"
    filter="&quot;kind&quot; = 'gap' AND &quot;action&quot; = 'filled'"
    label="填补的缝隙 Gap, filled"/>
   <rule key="{b04b9f7b-db88-50ea-89b5-abb7a6468d3e}" symbol="1"
    filter="&quot;kind&quot; = 'gap' AND &quot;action&quot; &lt;&gt; 'filled'"
    label="保留的缝隙 Gap, kept"/>
   <rule key="{70f3fa30-1b7d-51e0-8ce4-7e677cb95d47}" symbol="2"
    filter="&quot;kind&quot; = 'overlap'"
    label="重叠 Overlap"/>
   <rule key="{7c4c71f2-b650-546c-8937-07c394bca81d}" symbol="3"
    filter="&quot;kind&quot; = 'sliver' AND &quot;action&quot; = 'reassigned'"
    label="并入相邻面的碎屑 Sliver, reassigned"/>
   <rule key="{9c0843a3-2b09-57f1-a2b6-3cfd5a6126e6}" symbol="4"
    filter="&quot;kind&quot; = 'sliver' AND &quot;action&quot; &lt;&gt; 'reassigned'"
    label="保留的碎屑 Sliver, kept"/>
   <rule key="{0a637ecc-0ec4-5b70-bbf8-118a620efa9f}" symbol="5"
    filter="ELSE"
    label="其他 Other"/>
  </rules>
  <symbols>
   <symbol type="fill" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="33,133,89,150"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="33,133,89,255"/>
      <Option type="QString" name="outline_width" value="0.3"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="1" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="140,190,220,150"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="140,190,220,255"/>
      <Option type="QString" name="outline_width" value="0.3"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="2" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="203,24,29,150"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="203,24,29,255"/>
      <Option type="QString" name="outline_width" value="0.3"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="3" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="230,130,20,150"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="230,130,20,255"/>
      <Option type="QString" name="outline_width" value="0.3"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="4" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="250,200,90,150"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="250,200,90,255"/>
      <Option type="QString" name="outline_width" value="0.3"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="5" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="140,140,140,150"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="140,140,140,255"/>
      <Option type="QString" name="outline_width" value="0.3"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
  </symbols>
 </renderer-v2>
 <previewExpression>"fault_key"</previewExpression>
 <mapTip>&lt;b&gt;[% "fault_key" %]&lt;/b&gt;&lt;br&gt;原属 From: [% coalesce("source_keys", '–') %]&lt;br&gt;归属 To: [% coalesce("to_key", '–') %]&lt;br&gt;面积 Area (m²): [% format_number("area_m2", 2) %]&lt;br&gt;平均宽度 Mean width (m): [% format_number("width_m", 2) %]</mapTip>
</qgis>
