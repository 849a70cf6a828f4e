<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="AllStyleCategories" labelsEnabled="1">
 <renderer-v2 type="categorizedSymbol" attr="kind" symbollevels="0" enableorderby="0" forceraster="0">
  <categories>
   <category render="true" symbol="0" value="greenway" type="string" label="绿道 Greenway"/>
   <category render="true" symbol="1" value="riparian" type="string" label="滨河绿带 Riparian belt"/>
   <category render="true" symbol="2" value="isolation_belt" type="string" label="生态隔离带 Isolation belt"/>
   <category render="true" symbol="3" value="roadside" type="string" label="道路绿化 Roadside green"/>
   <category render="true" symbol="4" value="" type="NULL" label="其他 Other"/>
  </categories>
  <symbols>
   <symbol type="fill" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="46,159,91,150"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="29,107,60,255"/>
      <Option type="QString" name="outline_width" value="0.2"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="1" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="42,157,168,130"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="26,106,114,255"/>
      <Option type="QString" name="outline_width" value="0.2"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="2" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="63,125,32,110"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="43,87,22,255"/>
      <Option type="QString" name="outline_width" value="0.2"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="3" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="140,191,63,150"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="95,133,42,255"/>
      <Option type="QString" name="outline_width" value="0.2"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="4" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="140,140,140,90"/>
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
   fontSize="7.5" fontSizeUnit="Point" fontWeight="50" textColor="29,107,60,255" textOpacity="1">
   <text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="0.85"/>
  </text-style>
  <placement placement="4" priority="5"/>
  <rendering drawLabels="1" obstacle="1" mergeLines="0" scaleVisibility="1" scaleMin="1" scaleMax="200000"/>
 </settings></labeling>
 <previewExpression>"name_zh"</previewExpression>
</qgis>
