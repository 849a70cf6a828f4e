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
   <symbol type="line" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="line_color" value="46,159,91,255"/>
      <Option type="QString" name="line_width" value="0.9"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/></Option>
    </layer>
   </symbol>
   <symbol type="line" name="1" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="line_color" value="42,157,168,255"/>
      <Option type="QString" name="line_width" value="1.1"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/></Option>
    </layer>
   </symbol>
   <symbol type="line" name="2" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="line_color" value="63,125,32,150"/>
      <Option type="QString" name="line_width" value="1.8"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/></Option>
    </layer>
   </symbol>
   <symbol type="line" name="3" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="line_color" value="140,191,63,255"/>
      <Option type="QString" name="line_width" value="0.6"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/></Option>
    </layer>
   </symbol>
   <symbol type="line" name="4" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="line_color" value="140,140,140,255"/>
      <Option type="QString" name="line_width" value="0.6"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/></Option>
    </layer>
   </symbol>
  </symbols>
 </renderer-v2>
 <labeling type="simple"><settings calloutType="simple">
  <text-style fieldName='"name_zh"' isExpression="1" fontFamily="Noto Sans CJK SC"
   fontSize="7.5" fontSizeUnit="Point" fontWeight="50" textColor="29,107,60,255" textOpacity="1">
   <text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="0.85"/>
  </text-style>
  <placement placement="2" priority="6" placementFlags="10" dist="0.6" distUnits="MM" repeatDistance="80" repeatDistanceUnits="MM"/>
  <rendering drawLabels="1" obstacle="1" mergeLines="1" scaleVisibility="1" scaleMin="1" scaleMax="200000"/>
 </settings></labeling>
 <previewExpression>"name_zh"</previewExpression>
</qgis>
