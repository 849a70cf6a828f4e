<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="AllStyleCategories" labelsEnabled="0">
 <renderer-v2 type="categorizedSymbol" attr="severity" symbollevels="0" enableorderby="0" forceraster="0">
  <categories>
   <category render="true" symbol="0" value="error" type="string" label="错误 Error"/>
   <category render="true" symbol="1" value="warning" type="string" label="警告 Warning"/>
   <category render="true" symbol="2" value="note" type="string" label="提示 Note"/>
   <category render="true" symbol="3" value="" type="NULL" label="其他 Other"/>
  </categories>
  <symbols>
   <symbol type="marker" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="name" value="triangle"/>
      <Option type="QString" name="color" value="215,25,28,255"/>
      <Option type="QString" name="size" value="3.4"/>
      <Option type="QString" name="size_unit" value="MM"/>
      <Option type="QString" name="outline_color" value="255,255,255,255"/>
      <Option type="QString" name="outline_width" value="0.3"/>
      <Option type="QString" name="outline_width_unit" value="MM"/></Option>
    </layer>
   </symbol>
   <symbol type="marker" name="1" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="name" value="diamond"/>
      <Option type="QString" name="color" value="247,154,31,255"/>
      <Option type="QString" name="size" value="2.9"/>
      <Option type="QString" name="size_unit" value="MM"/>
      <Option type="QString" name="outline_color" value="255,255,255,255"/>
      <Option type="QString" name="outline_width" value="0.3"/>
      <Option type="QString" name="outline_width_unit" value="MM"/></Option>
    </layer>
   </symbol>
   <symbol type="marker" name="2" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="name" value="circle"/>
      <Option type="QString" name="color" value="44,123,182,255"/>
      <Option type="QString" name="size" value="2.3"/>
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
      <Option type="QString" name="size" value="2.3"/>
      <Option type="QString" name="size_unit" value="MM"/>
      <Option type="QString" name="outline_color" value="255,255,255,255"/>
      <Option type="QString" name="outline_width" value="0.3"/>
      <Option type="QString" name="outline_width_unit" value="MM"/></Option>
    </layer>
   </symbol>
  </symbols>
 </renderer-v2>
 <previewExpression>"message_zh"</previewExpression>
 <mapTip>&lt;b&gt;[% "message_zh" %]&lt;/b&gt;&lt;br&gt;[% coalesce("message_en", '') %]&lt;br&gt;图层 Layer: [% coalesce("layer", '–') %]&lt;br&gt;要素 Feature: [% coalesce("feature", '–') %]&lt;br&gt;处理 Action: [% coalesce("action_zh", '–') || ' ' || coalesce("action_en", '') %]</mapTip>
</qgis>
