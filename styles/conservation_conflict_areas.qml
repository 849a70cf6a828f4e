<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="AllStyleCategories" labelsEnabled="1">
 <renderer-v2 type="categorizedSymbol" attr="verdict" symbollevels="0" enableorderby="0" forceraster="0">
  <categories>
   <category render="true" symbol="0" value="prohibited" type="string" label="禁止 Prohibited"/>
   <category render="true" symbol="1" value="restricted" type="string" label="限制 Restricted"/>
   <category render="true" symbol="2" value="advisory" type="string" label="引导 Advisory"/>
   <category render="true" symbol="3" value="" type="NULL" label="其他 Other"/>
  </categories>
  <symbols>
   <symbol type="fill" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="200,16,46,110"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_style" value="no"/></Option>
    </layer>
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="200,16,46,255"/>
      <Option type="QString" name="style" value="diagonal_x"/>
      <Option type="QString" name="outline_color" value="200,16,46,255"/>
      <Option type="QString" name="outline_width" value="0.4"/>
      <Option type="QString" name="outline_width_unit" value="MM"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="1" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="242,140,40,110"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_style" value="no"/></Option>
    </layer>
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="242,140,40,255"/>
      <Option type="QString" name="style" value="b_diagonal"/>
      <Option type="QString" name="outline_color" value="242,140,40,255"/>
      <Option type="QString" name="outline_width" value="0.4"/>
      <Option type="QString" name="outline_width_unit" value="MM"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="2" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="127,183,126,110"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_style" value="no"/></Option>
    </layer>
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="127,183,126,255"/>
      <Option type="QString" name="style" value="f_diagonal"/>
      <Option type="QString" name="outline_color" value="127,183,126,255"/>
      <Option type="QString" name="outline_width" value="0.4"/>
      <Option type="QString" name="outline_width_unit" value="MM"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="3" alpha="1" clip_to_extent="1" force_rhr="0">
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
  <text-style fieldName='"project_name_zh"' isExpression="1" fontFamily="Noto Sans CJK SC"
   fontSize="7.5" fontSizeUnit="Point" fontWeight="50" textColor="90,20,32,255" textOpacity="1">
   <text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="0.85"/>
  </text-style>
  <placement placement="4" priority="5"/>
  <rendering drawLabels="1" obstacle="1" mergeLines="0" scaleVisibility="1" scaleMin="1" scaleMax="200000"/>
 </settings></labeling>
 <previewExpression>"project_name_zh"</previewExpression>
 <mapTip>&lt;b&gt;[% "project_name_zh" %]&lt;/b&gt;&lt;br&gt;区域 Zone: [% "zone_name_zh" %]&lt;br&gt;结论 Verdict: [% "verdict" %]&lt;br&gt;面积 Area (km²): [% format_number("area_m2" / 1e6, 2) %]</mapTip>
</qgis>
