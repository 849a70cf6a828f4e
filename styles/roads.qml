<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="AllStyleCategories" labelsEnabled="1">
 <renderer-v2 type="categorizedSymbol" attr="class" symbollevels="1" enableorderby="0" forceraster="0">
  <categories>
   <category render="true" symbol="0" value="motorway" type="string" label="高速公路 Motorway"/>
   <category render="true" symbol="1" value="trunk" type="string" label="国道与快速路 Trunk road"/>
   <category render="true" symbol="2" value="primary" type="string" label="主干路 Primary road"/>
   <category render="true" symbol="3" value="secondary" type="string" label="次干路 Secondary road"/>
   <category render="true" symbol="4" value="tertiary" type="string" label="支路 Tertiary road"/>
   <category render="true" symbol="5" value="residential" type="string" label="居住区道路 Residential street"/>
   <category render="true" symbol="6" value="service" type="string" label="内部道路 Service road"/>
   <category render="true" symbol="7" value="pedestrian" type="string" label="步行道 Footway"/>
   <category render="true" symbol="8" value="" type="NULL" label="其他 Other"/>
  </categories>
  <symbols>
   <symbol type="line" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="5">
     <Option type="Map"><Option type="QString" name="line_color" value="138,75,8,255"/>
      <Option type="QString" name="line_width" value="1.0"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/></Option>
    </layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="5">
     <Option type="Map"><Option type="QString" name="line_color" value="240,165,58,255"/>
      <Option type="QString" name="line_width" value="0.7"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/></Option>
    </layer>
   </symbol>
   <symbol type="line" name="1" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="4">
     <Option type="Map"><Option type="QString" name="line_color" value="176,122,42,255"/>
      <Option type="QString" name="line_width" value="0.8"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/></Option>
    </layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="4">
     <Option type="Map"><Option type="QString" name="line_color" value="247,200,115,255"/>
      <Option type="QString" name="line_width" value="0.55"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/></Option>
    </layer>
   </symbol>
   <symbol type="line" name="2" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="3">
     <Option type="Map"><Option type="QString" name="line_color" value="201,166,107,255"/>
      <Option type="QString" name="line_width" value="0.6"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/></Option>
    </layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="3">
     <Option type="Map"><Option type="QString" name="line_color" value="251,227,166,255"/>
      <Option type="QString" name="line_width" value="0.4"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/></Option>
    </layer>
   </symbol>
   <symbol type="line" name="3" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="2">
     <Option type="Map"><Option type="QString" name="line_color" value="168,168,168,255"/>
      <Option type="QString" name="line_width" value="0.45"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/></Option>
    </layer>
   </symbol>
   <symbol type="line" name="4" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="1">
     <Option type="Map"><Option type="QString" name="line_color" value="189,189,189,255"/>
      <Option type="QString" name="line_width" value="0.35"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/></Option>
    </layer>
   </symbol>
   <symbol type="line" name="5" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="line_color" value="207,207,207,255"/>
      <Option type="QString" name="line_width" value="0.26"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/></Option>
    </layer>
   </symbol>
   <symbol type="line" name="6" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="line_color" value="219,219,219,255"/>
      <Option type="QString" name="line_width" value="0.2"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/></Option>
    </layer>
   </symbol>
   <symbol type="line" name="7" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="line_color" value="181,141,160,255"/>
      <Option type="QString" name="line_width" value="0.22"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="flat"/>
      <Option type="QString" name="joinstyle" value="round"/>
      <Option type="QString" name="use_custom_dash" value="1"/>
      <Option type="QString" name="customdash" value="1;0.6"/>
      <Option type="QString" name="customdash_unit" value="MM"/></Option>
    </layer>
   </symbol>
   <symbol type="line" name="8" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="line_color" value="207,207,207,255"/>
      <Option type="QString" name="line_width" value="0.26"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/></Option>
    </layer>
   </symbol>
  </symbols>
 </renderer-v2>
 <labeling type="simple"><settings calloutType="simple">
  <text-style fieldName='"name_zh"' isExpression="1" fontFamily="Noto Sans CJK SC"
   fontSize="7" fontSizeUnit="Point" fontWeight="50" textColor="92,74,42,255" textOpacity="1">
   <text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="0.85"/>
  </text-style>
  <placement placement="2" priority="6" placementFlags="10" dist="0.6" distUnits="MM" repeatDistance="80" repeatDistanceUnits="MM"/>
  <rendering drawLabels="1" obstacle="1" mergeLines="1" scaleVisibility="1" scaleMin="1" scaleMax="50000"/>
 </settings></labeling>
 <previewExpression>"name_zh"</previewExpression>
</qgis>
