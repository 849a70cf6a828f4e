<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="AllStyleCategories" labelsEnabled="0">
 <renderer-v2 type="categorizedSymbol" attr="use" symbollevels="0" enableorderby="0" forceraster="0">
  <categories>
   <category render="true" symbol="0" value="residential" type="string" label="居住 Residential"/>
   <category render="true" symbol="1" value="public_service" type="string" label="公共服务 Public service"/>
   <category render="true" symbol="2" value="commercial" type="string" label="商业服务 Commercial"/>
   <category render="true" symbol="3" value="industrial" type="string" label="工矿仓储 Industrial"/>
   <category render="true" symbol="4" value="transport" type="string" label="交通 Transport"/>
   <category render="true" symbol="5" value="green" type="string" label="绿地 Green space"/>
   <category render="true" symbol="6" value="water" type="string" label="水域 Water"/>
   <category render="true" symbol="7" value="agriculture" type="string" label="农用地 Agriculture"/>
   <category render="true" symbol="8" value="forest" type="string" label="林地 Forest"/>
   <category render="true" symbol="9" value="vacant" type="string" label="空闲 Vacant"/>
   <category render="true" symbol="10" value="other" type="string" label="其他 Other"/>
   <category render="true" symbol="11" value="" type="NULL" label="其他 Other"/>
  </categories>
  <symbols>
   <symbol type="fill" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="255,228,107,220"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="138,138,138,255"/>
      <Option type="QString" name="outline_width" value="0.08"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="1" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="242,154,193,220"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="138,138,138,255"/>
      <Option type="QString" name="outline_width" value="0.08"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="2" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="232,71,76,220"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="138,138,138,255"/>
      <Option type="QString" name="outline_width" value="0.08"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="3" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="176,123,79,220"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="138,138,138,255"/>
      <Option type="QString" name="outline_width" value="0.08"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="4" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="184,184,184,220"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="138,138,138,255"/>
      <Option type="QString" name="outline_width" value="0.08"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="5" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="95,191,99,220"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="138,138,138,255"/>
      <Option type="QString" name="outline_width" value="0.08"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="6" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="140,200,232,220"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="138,138,138,255"/>
      <Option type="QString" name="outline_width" value="0.08"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="7" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="230,239,166,220"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="138,138,138,255"/>
      <Option type="QString" name="outline_width" value="0.08"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="8" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="47,143,70,220"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="138,138,138,255"/>
      <Option type="QString" name="outline_width" value="0.08"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="9" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="237,237,237,220"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="138,138,138,255"/>
      <Option type="QString" name="outline_width" value="0.08"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="10" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="214,205,191,220"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="138,138,138,255"/>
      <Option type="QString" name="outline_width" value="0.08"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="11" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="255,255,255,120"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="90,90,90,255"/>
      <Option type="QString" name="outline_width" value="0.2"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
  </symbols>
 </renderer-v2>
 <previewExpression>"code"</previewExpression>
 <mapTip>&lt;b&gt;[% "code" %]&lt;/b&gt;&lt;br&gt;用途 Use: [% "use" %]</mapTip>
</qgis>
