<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="AllStyleCategories" labelsEnabled="1">
 <renderer-v2 type="categorizedSymbol" attr="class" symbollevels="0" enableorderby="0" forceraster="0">
  <categories>
   <category render="true" symbol="0" value="G11" type="string" label="综合公园 Comprehensive park"/>
   <category render="true" symbol="1" value="G12" type="string" label="社区公园 Community park"/>
   <category render="true" symbol="2" value="G13" type="string" label="专类公园 Themed park"/>
   <category render="true" symbol="3" value="G14" type="string" label="游园 Pocket park"/>
   <category render="true" symbol="4" value="" type="NULL" label="其他 Other"/>
  </categories>
  <symbols>
   <symbol type="fill" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="46,139,87,210"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="29,92,57,255"/>
      <Option type="QString" name="outline_width" value="0.2"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="1" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="87,167,115,210"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="29,92,57,255"/>
      <Option type="QString" name="outline_width" value="0.2"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="2" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="132,192,154,210"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="29,92,57,255"/>
      <Option type="QString" name="outline_width" value="0.2"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="3" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="183,223,185,220"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="29,92,57,255"/>
      <Option type="QString" name="outline_width" value="0.2"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="4" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="220,239,217,200"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="90,90,90,255"/>
      <Option type="QString" name="outline_width" value="0.2"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
  </symbols>
 </renderer-v2>
 <labeling type="simple"><settings calloutType="simple">
  <text-style fieldName='"name_zh"' isExpression="1" fontFamily="Noto Sans CJK SC"
   fontSize="7.5" fontSizeUnit="Point" fontWeight="50" textColor="29,92,57,255" textOpacity="1">
   <text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="0.85"/>
  </text-style>
  <placement placement="4" priority="5"/>
  <rendering drawLabels="1" obstacle="1" mergeLines="0" scaleVisibility="1" scaleMin="1" scaleMax="100000"/>
 </settings></labeling>
 <previewExpression>"name_zh"</previewExpression>
 <mapTip>&lt;b&gt;[% "name_zh" %]&lt;/b&gt;&lt;br&gt;类别 Class: [% "class" %]</mapTip>
</qgis>
