<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="AllStyleCategories" labelsEnabled="1">
 <renderer-v2 type="categorizedSymbol" attr="control_strength" symbollevels="0" enableorderby="0" forceraster="0">
  <categories>
   <category render="true" symbol="0" value="prohibited" type="string" label="禁止 Prohibited"/>
   <category render="true" symbol="1" value="restricted" type="string" label="限制 Restricted"/>
   <category render="true" symbol="2" value="advisory" type="string" label="引导 Advisory"/>
   <category render="true" symbol="3" value="" type="NULL" label="其他 Other"/>
  </categories>
  <symbols>
   <symbol type="line" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="line_color" value="255,255,255,255"/>
      <Option type="QString" name="line_width" value="2.7"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/></Option>
    </layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="line_color" value="200,16,46,255"/>
      <Option type="QString" name="line_width" value="2.0"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/></Option>
    </layer>
   </symbol>
   <symbol type="line" name="1" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="line_color" value="255,255,255,255"/>
      <Option type="QString" name="line_width" value="2.3"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/></Option>
    </layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="line_color" value="242,140,40,255"/>
      <Option type="QString" name="line_width" value="1.6"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/></Option>
    </layer>
   </symbol>
   <symbol type="line" name="2" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="line_color" value="255,255,255,255"/>
      <Option type="QString" name="line_width" value="1.9"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/></Option>
    </layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="line_color" value="127,183,126,255"/>
      <Option type="QString" name="line_width" value="1.2"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/></Option>
    </layer>
   </symbol>
   <symbol type="line" name="3" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="line_color" value="140,140,140,255"/>
      <Option type="QString" name="line_width" value="1.0"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/></Option>
    </layer>
   </symbol>
  </symbols>
 </renderer-v2>
 <labeling type="simple"><settings calloutType="simple">
  <text-style fieldName='"zone_name_zh"' isExpression="1" fontFamily="Noto Sans CJK SC"
   fontSize="7.5" fontSizeUnit="Point" fontWeight="50" textColor="90,20,32,255" textOpacity="1">
   <text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="0.85"/>
  </text-style>
  <placement placement="2" priority="6" placementFlags="10" dist="0.6" distUnits="MM" repeatDistance="80" repeatDistanceUnits="MM"/>
  <rendering drawLabels="1" obstacle="1" mergeLines="1" scaleVisibility="1" scaleMin="1" scaleMax="300000"/>
 </settings></labeling>
 <previewExpression>"line_name_zh"</previewExpression>
 <mapTip>&lt;b&gt;[% "line_name_zh" %]&lt;/b&gt;&lt;br&gt;区域 Zone: [% "zone_name_zh" %]&lt;br&gt;长度 Length (km): [% format_number("length_m" / 1e3, 1) %]</mapTip>
</qgis>
