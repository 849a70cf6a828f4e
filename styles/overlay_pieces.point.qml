<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="AllStyleCategories" labelsEnabled="0">
 <renderer-v2 type="RuleRenderer" symbollevels="0" enableorderby="0" forceraster="0">
  <rules key="{80a53277-bf11-541a-86eb-db4fcc04008a}">
   <rule key="{c60c65ad-abff-50d5-9faf-19c82845b47b}" symbol="0"
    filter="coalesce(&quot;input_key&quot;, '') &lt;&gt; '' AND coalesce(&quot;overlay_key&quot;, '') &lt;&gt; ''"
    label="两者重叠 In both"/>
   <rule key="{ef7425b7-c15f-5f6d-a484-bbf3a49aa482}" symbol="1"
    filter="coalesce(&quot;input_key&quot;, '') &lt;&gt; '' AND coalesce(&quot;overlay_key&quot;, '') = ''"
    label="仅在甲 Only in a"/>
   <rule key="{898e94df-2a90-5693-a3b4-b528aacda5b8}" symbol="2"
    filter="coalesce(&quot;input_key&quot;, '') = '' AND coalesce(&quot;overlay_key&quot;, '') &lt;&gt; ''"
    label="仅在乙 Only in b"/>
   <rule key="{8b1ce4c0-855c-5f54-91c4-5602bad4cde7}" symbol="3"
    filter="ELSE"
    label="其他 Other"/>
  </rules>
  <symbols>
   <symbol type="marker" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="name" value="circle"/>
      <Option type="QString" name="color" value="123,45,139,255"/>
      <Option type="QString" name="size" value="2.6"/>
      <Option type="QString" name="size_unit" value="MM"/>
      <Option type="QString" name="outline_color" value="255,255,255,255"/>
      <Option type="QString" name="outline_width" value="0.3"/>
      <Option type="QString" name="outline_width_unit" value="MM"/></Option>
    </layer>
   </symbol>
   <symbol type="marker" name="1" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="name" value="circle"/>
      <Option type="QString" name="color" value="62,120,178,255"/>
      <Option type="QString" name="size" value="2.6"/>
      <Option type="QString" name="size_unit" value="MM"/>
      <Option type="QString" name="outline_color" value="255,255,255,255"/>
      <Option type="QString" name="outline_width" value="0.3"/>
      <Option type="QString" name="outline_width_unit" value="MM"/></Option>
    </layer>
   </symbol>
   <symbol type="marker" name="2" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="name" value="circle"/>
      <Option type="QString" name="color" value="242,166,90,255"/>
      <Option type="QString" name="size" value="2.6"/>
      <Option type="QString" name="size_unit" value="MM"/>
      <Option type="QString" name="outline_color" value="255,255,255,255"/>
      <Option type="QString" name="outline_width" value="0.3"/>
      <Option type="QString" name="outline_width_unit" value="MM"/></Option>
    </layer>
   </symbol>
   <symbol type="marker" name="3" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="name" value="circle"/>
      <Option type="QString" name="color" value="140,140,140,255"/>
      <Option type="QString" name="size" value="2.6"/>
      <Option type="QString" name="size_unit" value="MM"/>
      <Option type="QString" name="outline_color" value="255,255,255,255"/>
      <Option type="QString" name="outline_width" value="0.3"/>
      <Option type="QString" name="outline_width_unit" value="MM"/></Option>
    </layer>
   </symbol>
  </symbols>
 </renderer-v2>
 <previewExpression>"piece_key"</previewExpression>
 <mapTip>&lt;b&gt;[% "piece_key" %]&lt;/b&gt;</mapTip>
</qgis>
