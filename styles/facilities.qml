<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="AllStyleCategories" labelsEnabled="1">
 <renderer-v2 type="categorizedSymbol" attr="kind" symbollevels="0" enableorderby="0" forceraster="0">
  <categories>
   <category render="true" symbol="0" value="hospital" type="string" label="医院 Hospital"/>
   <category render="true" symbol="1" value="school" type="string" label="学校 School"/>
   <category render="true" symbol="2" value="emergency" type="string" label="急救站 Emergency station"/>
   <category render="true" symbol="3" value="elderly_care" type="string" label="养老机构 Elderly care"/>
   <category render="true" symbol="4" value="culture" type="string" label="文化馆 Culture centre"/>
   <category render="true" symbol="5" value="library" type="string" label="图书馆 Library"/>
   <category render="true" symbol="6" value="museum" type="string" label="博物馆 Museum"/>
   <category render="true" symbol="7" value="" type="NULL" label="其他 Other"/>
  </categories>
  <symbols>
   <symbol type="marker" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="name" value="cross_fill"/>
      <Option type="QString" name="color" value="200,16,46,255"/>
      <Option type="QString" name="size" value="3.2"/>
      <Option type="QString" name="size_unit" value="MM"/>
      <Option type="QString" name="outline_color" value="255,255,255,255"/>
      <Option type="QString" name="outline_width" value="0.3"/>
      <Option type="QString" name="outline_width_unit" value="MM"/></Option>
    </layer>
   </symbol>
   <symbol type="marker" name="1" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="name" value="square"/>
      <Option type="QString" name="color" value="224,161,0,255"/>
      <Option type="QString" name="size" value="2.6"/>
      <Option type="QString" name="size_unit" value="MM"/>
      <Option type="QString" name="outline_color" value="255,255,255,255"/>
      <Option type="QString" name="outline_width" value="0.3"/>
      <Option type="QString" name="outline_width_unit" value="MM"/></Option>
    </layer>
   </symbol>
   <symbol type="marker" name="2" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="name" value="star"/>
      <Option type="QString" name="color" value="228,87,46,255"/>
      <Option type="QString" name="size" value="3.4"/>
      <Option type="QString" name="size_unit" value="MM"/>
      <Option type="QString" name="outline_color" value="255,255,255,255"/>
      <Option type="QString" name="outline_width" value="0.3"/>
      <Option type="QString" name="outline_width_unit" value="MM"/></Option>
    </layer>
   </symbol>
   <symbol type="marker" name="3" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="name" value="circle"/>
      <Option type="QString" name="color" value="154,121,191,255"/>
      <Option type="QString" name="size" value="2.8"/>
      <Option type="QString" name="size_unit" value="MM"/>
      <Option type="QString" name="outline_color" value="255,255,255,255"/>
      <Option type="QString" name="outline_width" value="0.3"/>
      <Option type="QString" name="outline_width_unit" value="MM"/></Option>
    </layer>
   </symbol>
   <symbol type="marker" name="4" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="name" value="diamond"/>
      <Option type="QString" name="color" value="29,105,150,255"/>
      <Option type="QString" name="size" value="2.9"/>
      <Option type="QString" name="size_unit" value="MM"/>
      <Option type="QString" name="outline_color" value="255,255,255,255"/>
      <Option type="QString" name="outline_width" value="0.3"/>
      <Option type="QString" name="outline_width_unit" value="MM"/></Option>
    </layer>
   </symbol>
   <symbol type="marker" name="5" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="name" value="pentagon"/>
      <Option type="QString" name="color" value="62,120,178,255"/>
      <Option type="QString" name="size" value="2.8"/>
      <Option type="QString" name="size_unit" value="MM"/>
      <Option type="QString" name="outline_color" value="255,255,255,255"/>
      <Option type="QString" name="outline_width" value="0.3"/>
      <Option type="QString" name="outline_width_unit" value="MM"/></Option>
    </layer>
   </symbol>
   <symbol type="marker" name="6" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="name" value="hexagon"/>
      <Option type="QString" name="color" value="115,81,58,255"/>
      <Option type="QString" name="size" value="2.8"/>
      <Option type="QString" name="size_unit" value="MM"/>
      <Option type="QString" name="outline_color" value="255,255,255,255"/>
      <Option type="QString" name="outline_width" value="0.3"/>
      <Option type="QString" name="outline_width_unit" value="MM"/></Option>
    </layer>
   </symbol>
   <symbol type="marker" name="7" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="name" value="circle"/>
      <Option type="QString" name="color" value="140,140,140,255"/>
      <Option type="QString" name="size" value="2.2"/>
      <Option type="QString" name="size_unit" value="MM"/>
      <Option type="QString" name="outline_color" value="255,255,255,255"/>
      <Option type="QString" name="outline_width" value="0.3"/>
      <Option type="QString" name="outline_width_unit" value="MM"/></Option>
    </layer>
   </symbol>
  </symbols>
 </renderer-v2>
 <labeling type="simple"><settings calloutType="simple">
  <text-style fieldName='"name_zh"' isExpression="1" fontFamily="Noto Sans CJK SC"
   fontSize="7.5" fontSizeUnit="Point" fontWeight="50" textColor="60,60,60,255" textOpacity="1">
   <text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="0.85"/>
  </text-style>
  <placement placement="6" priority="5" dist="0.6" distUnits="MM" predefinedPositionOrder="TR,TL,BR,BL,R,L,TSR,BSR"/>
  <rendering drawLabels="1" obstacle="1" mergeLines="0" scaleVisibility="1" scaleMin="1" scaleMax="100000"/>
 </settings></labeling>
 <previewExpression>"name_zh"</previewExpression>
 <mapTip>&lt;b&gt;[% "name_zh" %]&lt;/b&gt;&lt;br&gt;等级 Level: [% coalesce("level", '–') %]&lt;br&gt;容量 Capacity: [% coalesce("capacity" || ' ' || coalesce("capacity_unit", ''), '–') %]</mapTip>
</qgis>
