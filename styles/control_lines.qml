<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="AllStyleCategories" labelsEnabled="1">
 <renderer-v2 type="categorizedSymbol" attr="kind" symbollevels="0" enableorderby="0" forceraster="0">
  <categories>
   <category render="true" symbol="0" value="ecological_red_line" type="string" label="生态保护红线 Ecological red line"/>
   <category render="true" symbol="1" value="permanent_basic_farmland" type="string" label="永久基本农田 Permanent basic farmland"/>
   <category render="true" symbol="2" value="urban_development_boundary" type="string" label="城镇开发边界 Urban development boundary"/>
   <category render="true" symbol="3" value="" type="NULL" label="其他 Other"/>
  </categories>
  <symbols>
   <symbol type="fill" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="200,16,46,35"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_style" value="no"/></Option>
    </layer>
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="200,16,46,255"/>
      <Option type="QString" name="style" value="b_diagonal"/>
      <Option type="QString" name="outline_color" value="200,16,46,255"/>
      <Option type="QString" name="outline_width" value="0.5"/>
      <Option type="QString" name="outline_width_unit" value="MM"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="1" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="181,154,0,45"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_style" value="no"/></Option>
    </layer>
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="181,154,0,255"/>
      <Option type="QString" name="style" value="f_diagonal"/>
      <Option type="QString" name="outline_color" value="181,154,0,255"/>
      <Option type="QString" name="outline_width" value="0.35"/>
      <Option type="QString" name="outline_width_unit" value="MM"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="2" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="123,45,139,0"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="123,45,139,255"/>
      <Option type="QString" name="outline_width" value="0.6"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="dash"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="3" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="140,140,140,40"/>
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
   fontSize="7.5" fontSizeUnit="Point" fontWeight="50" textColor="60,60,60,255" textOpacity="1">
   <text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="0.85"/>
  </text-style>
  <placement placement="4" priority="5"/>
  <rendering drawLabels="1" obstacle="1" mergeLines="0" scaleVisibility="1" scaleMin="1" scaleMax="300000"/>
 </settings></labeling>
 <previewExpression>"name_zh"</previewExpression>
</qgis>
