<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="AllStyleCategories" labelsEnabled="1">
 <renderer-v2 type="categorizedSymbol" attr="kind" symbollevels="1" enableorderby="0" forceraster="0">
  <categories>
   <category render="true" symbol="0" value="corridor" type="string" label="综合通道 Corridor"/>
   <category render="true" symbol="1" value="expressway" type="string" label="高速公路 Expressway"/>
   <category render="true" symbol="2" value="expressway_ring" type="string" label="环线高速 Ring expressway"/>
   <category render="true" symbol="3" value="intercity" type="string" label="城际铁路 Intercity rail"/>
   <category render="true" symbol="4" value="intercity_ring" type="string" label="环线城际 Intercity ring"/>
   <category render="true" symbol="5" value="hsr" type="string" label="高速铁路 High-speed rail"/>
   <category render="true" symbol="6" value="rail" type="string" label="普速铁路 Conventional rail"/>
   <category render="true" symbol="7" value="suburban" type="string" label="市郊铁路 Suburban rail"/>
   <category render="true" symbol="8" value="freight" type="string" label="货运铁路 Freight rail"/>
   <category render="true" symbol="9" value="belt" type="string" label="产业带 Industrial belt"/>
   <category render="true" symbol="10" value="" type="NULL" label="其他 Other"/>
  </categories>
  <symbols>
   <symbol type="line" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="1">
     <Option type="Map"><Option type="QString" name="line_color" value="18,53,91,255"/>
      <Option type="QString" name="line_width" value="1.3"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/></Option>
     <data_defined_properties><Option type="Map"><Option name="name" type="QString" value=""/>
      <Option name="properties" type="Map">
       <Option name="outlineStyle" type="Map"><Option name="active" type="bool" value="true"/>
        <Option name="expression" type="QString" value="if(&quot;status&quot; IN ('planned', 'construction'), 'dash', 'solid')"/>
        <Option name="type" type="int" value="3"/></Option>
      </Option><Option name="type" type="QString" value="collection"/></Option></data_defined_properties>
    </layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="1">
     <Option type="Map"><Option type="QString" name="line_color" value="62,120,178,255"/>
      <Option type="QString" name="line_width" value="0.9"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/></Option>
     <data_defined_properties><Option type="Map"><Option name="name" type="QString" value=""/>
      <Option name="properties" type="Map">
       <Option name="outlineStyle" type="Map"><Option name="active" type="bool" value="true"/>
        <Option name="expression" type="QString" value="if(&quot;status&quot; IN ('planned', 'construction'), 'dash', 'solid')"/>
        <Option name="type" type="int" value="3"/></Option>
      </Option><Option name="type" type="QString" value="collection"/></Option></data_defined_properties>
    </layer>
   </symbol>
   <symbol type="line" name="1" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="2">
     <Option type="Map"><Option type="QString" name="line_color" value="199,124,17,255"/>
      <Option type="QString" name="line_width" value="0.6"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/></Option>
     <data_defined_properties><Option type="Map"><Option name="name" type="QString" value=""/>
      <Option name="properties" type="Map">
       <Option name="outlineStyle" type="Map"><Option name="active" type="bool" value="true"/>
        <Option name="expression" type="QString" value="if(&quot;status&quot; IN ('planned', 'construction'), 'dash', 'solid')"/>
        <Option name="type" type="int" value="3"/></Option>
      </Option><Option name="type" type="QString" value="collection"/></Option></data_defined_properties>
    </layer>
   </symbol>
   <symbol type="line" name="2" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="4">
     <Option type="Map"><Option type="QString" name="line_color" value="122,31,14,255"/>
      <Option type="QString" name="line_width" value="1.9"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/></Option>
     <data_defined_properties><Option type="Map"><Option name="name" type="QString" value=""/>
      <Option name="properties" type="Map">
       <Option name="outlineStyle" type="Map"><Option name="active" type="bool" value="true"/>
        <Option name="expression" type="QString" value="if(&quot;status&quot; IN ('planned', 'construction'), 'dash', 'solid')"/>
        <Option name="type" type="int" value="3"/></Option>
      </Option><Option name="type" type="QString" value="collection"/></Option></data_defined_properties>
    </layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="4">
     <Option type="Map"><Option type="QString" name="line_color" value="242,96,44,255"/>
      <Option type="QString" name="line_width" value="1.3"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/></Option>
     <data_defined_properties><Option type="Map"><Option name="name" type="QString" value=""/>
      <Option name="properties" type="Map">
       <Option name="outlineStyle" type="Map"><Option name="active" type="bool" value="true"/>
        <Option name="expression" type="QString" value="if(&quot;status&quot; IN ('planned', 'construction'), 'dash', 'solid')"/>
        <Option name="type" type="int" value="3"/></Option>
      </Option><Option name="type" type="QString" value="collection"/></Option></data_defined_properties>
    </layer>
   </symbol>
   <symbol type="line" name="3" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="3">
     <Option type="Map"><Option type="QString" name="line_color" value="0,147,154,255"/>
      <Option type="QString" name="line_width" value="0.9"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/></Option>
     <data_defined_properties><Option type="Map"><Option name="name" type="QString" value=""/>
      <Option name="properties" type="Map">
       <Option name="outlineStyle" type="Map"><Option name="active" type="bool" value="true"/>
        <Option name="expression" type="QString" value="if(&quot;status&quot; IN ('planned', 'construction'), 'dash', 'solid')"/>
        <Option name="type" type="int" value="3"/></Option>
      </Option><Option name="type" type="QString" value="collection"/></Option></data_defined_properties>
    </layer>
   </symbol>
   <symbol type="line" name="4" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="4">
     <Option type="Map"><Option type="QString" name="line_color" value="0,73,77,255"/>
      <Option type="QString" name="line_width" value="1.7"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/></Option>
     <data_defined_properties><Option type="Map"><Option name="name" type="QString" value=""/>
      <Option name="properties" type="Map">
       <Option name="outlineStyle" type="Map"><Option name="active" type="bool" value="true"/>
        <Option name="expression" type="QString" value="if(&quot;status&quot; IN ('planned', 'construction'), 'dash', 'solid')"/>
        <Option name="type" type="int" value="3"/></Option>
      </Option><Option name="type" type="QString" value="collection"/></Option></data_defined_properties>
    </layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="4">
     <Option type="Map"><Option type="QString" name="line_color" value="23,184,191,255"/>
      <Option type="QString" name="line_width" value="1.1"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/></Option>
     <data_defined_properties><Option type="Map"><Option name="name" type="QString" value=""/>
      <Option name="properties" type="Map">
       <Option name="outlineStyle" type="Map"><Option name="active" type="bool" value="true"/>
        <Option name="expression" type="QString" value="if(&quot;status&quot; IN ('planned', 'construction'), 'dash', 'solid')"/>
        <Option name="type" type="int" value="3"/></Option>
      </Option><Option name="type" type="QString" value="collection"/></Option></data_defined_properties>
    </layer>
   </symbol>
   <symbol type="line" name="5" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="3">
     <Option type="Map"><Option type="QString" name="line_color" value="123,45,139,255"/>
      <Option type="QString" name="line_width" value="0.9"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/></Option>
     <data_defined_properties><Option type="Map"><Option name="name" type="QString" value=""/>
      <Option name="properties" type="Map">
       <Option name="outlineStyle" type="Map"><Option name="active" type="bool" value="true"/>
        <Option name="expression" type="QString" value="if(&quot;status&quot; IN ('planned', 'construction'), 'dash', 'solid')"/>
        <Option name="type" type="int" value="3"/></Option>
      </Option><Option name="type" type="QString" value="collection"/></Option></data_defined_properties>
    </layer>
   </symbol>
   <symbol type="line" name="6" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="2">
     <Option type="Map"><Option type="QString" name="line_color" value="74,74,74,255"/>
      <Option type="QString" name="line_width" value="0.6"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/></Option>
     <data_defined_properties><Option type="Map"><Option name="name" type="QString" value=""/>
      <Option name="properties" type="Map">
       <Option name="outlineStyle" type="Map"><Option name="active" type="bool" value="true"/>
        <Option name="expression" type="QString" value="if(&quot;status&quot; IN ('planned', 'construction'), 'dash', 'solid')"/>
        <Option name="type" type="int" value="3"/></Option>
      </Option><Option name="type" type="QString" value="collection"/></Option></data_defined_properties>
    </layer>
   </symbol>
   <symbol type="line" name="7" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="2">
     <Option type="Map"><Option type="QString" name="line_color" value="76,154,42,255"/>
      <Option type="QString" name="line_width" value="0.7"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/></Option>
     <data_defined_properties><Option type="Map"><Option name="name" type="QString" value=""/>
      <Option name="properties" type="Map">
       <Option name="outlineStyle" type="Map"><Option name="active" type="bool" value="true"/>
        <Option name="expression" type="QString" value="if(&quot;status&quot; IN ('planned', 'construction'), 'dash', 'solid')"/>
        <Option name="type" type="int" value="3"/></Option>
      </Option><Option name="type" type="QString" value="collection"/></Option></data_defined_properties>
    </layer>
   </symbol>
   <symbol type="line" name="8" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="2">
     <Option type="Map"><Option type="QString" name="line_color" value="140,109,70,255"/>
      <Option type="QString" name="line_width" value="0.5"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="flat"/>
      <Option type="QString" name="joinstyle" value="round"/>
      <Option type="QString" name="use_custom_dash" value="1"/>
      <Option type="QString" name="customdash" value="2.5;1.2"/>
      <Option type="QString" name="customdash_unit" value="MM"/></Option>
    </layer>
   </symbol>
   <symbol type="line" name="9" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="line_color" value="242,193,78,120"/>
      <Option type="QString" name="line_width" value="3.2"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/></Option>
    </layer>
   </symbol>
   <symbol type="line" name="10" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="2">
     <Option type="Map"><Option type="QString" name="line_color" value="140,140,140,255"/>
      <Option type="QString" name="line_width" value="0.5"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/></Option>
    </layer>
   </symbol>
  </symbols>
 </renderer-v2>
 <labeling type="simple"><settings calloutType="simple">
  <text-style fieldName='"name_zh"' isExpression="1" fontFamily="Noto Sans CJK SC"
   fontSize="8" fontSizeUnit="Point" fontWeight="50" textColor="34,48,74,255" textOpacity="1">
   <text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="0.85"/>
  </text-style>
  <placement placement="2" priority="6" placementFlags="10" dist="0.6" distUnits="MM" repeatDistance="80" repeatDistanceUnits="MM"/>
  <rendering drawLabels="1" obstacle="1" mergeLines="1" scaleVisibility="1" scaleMin="1" scaleMax="3000000"/>
 </settings></labeling>
 <previewExpression>"name_zh"</previewExpression>
 <mapTip>&lt;b&gt;[% "name_zh" %]&lt;/b&gt;&lt;br&gt;英文名称 Name: [% coalesce("name_en", '–') %]&lt;br&gt;设计速度 Design speed (km/h): [% coalesce("speed_kmh", '–') %]</mapTip>
</qgis>
