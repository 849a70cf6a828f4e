<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="AllStyleCategories" labelsEnabled="1">
 <renderer-v2 type="RuleRenderer" symbollevels="0" enableorderby="0" forceraster="0">
  <rules key="{8d7b8e73-75e7-5e6f-b419-75006210de49}">
   <rule key="{b49eec7b-df67-5e22-8684-6977f41ef01d}" symbol="0"
    filter="&quot;kind&quot; = 'rail_station' AND &quot;grade&quot; = 'hub'"
    label="轨道微中心·枢纽级 Rail micro-center, hub"/>
   <rule key="{d574ceb0-889c-5e97-ac0e-277c0face572}" symbol="1"
    filter="&quot;kind&quot; = 'rail_station' AND &quot;grade&quot; = 'city'"
    label="轨道微中心·城市级 Rail micro-center, city"/>
   <rule key="{5c3010ff-8ccc-5550-b948-cca314784f32}" symbol="2"
    filter="&quot;kind&quot; = 'rail_station' AND &quot;grade&quot; = 'district'"
    label="轨道微中心·区域级 Rail micro-center, district"/>
   <rule key="{e975a141-d8a4-5ccb-a733-70cac4ea61f8}" symbol="3"
    filter="&quot;kind&quot; = 'rail_station' AND coalesce(&quot;grade&quot;, '') NOT IN ('hub', 'city', 'district')"
    label="轨道微中心·街区级 Rail micro-center, block"/>
   <rule key="{4b7ae200-5f43-5b08-b15e-df18b45c9cd5}" symbol="4"
    filter="&quot;kind&quot; = 'node_town'"
    label="节点城镇 Node town"/>
   <rule key="{e1bef7bd-3f87-5029-98ed-5527ae015e06}" symbol="5"
    filter="ELSE"
    label="其他 Other"/>
  </rules>
  <symbols>
   <symbol type="marker" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="name" value="circle"/>
      <Option type="QString" name="color" value="22,128,122,255"/>
      <Option type="QString" name="size" value="4.6"/>
      <Option type="QString" name="size_unit" value="MM"/>
      <Option type="QString" name="outline_color" value="255,255,255,255"/>
      <Option type="QString" name="outline_width" value="0.3"/>
      <Option type="QString" name="outline_width_unit" value="MM"/></Option>
    </layer>
   </symbol>
   <symbol type="marker" name="1" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="name" value="circle"/>
      <Option type="QString" name="color" value="22,128,122,255"/>
      <Option type="QString" name="size" value="3.8"/>
      <Option type="QString" name="size_unit" value="MM"/>
      <Option type="QString" name="outline_color" value="255,255,255,255"/>
      <Option type="QString" name="outline_width" value="0.3"/>
      <Option type="QString" name="outline_width_unit" value="MM"/></Option>
    </layer>
   </symbol>
   <symbol type="marker" name="2" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="name" value="circle"/>
      <Option type="QString" name="color" value="63,165,158,255"/>
      <Option type="QString" name="size" value="3.0"/>
      <Option type="QString" name="size_unit" value="MM"/>
      <Option type="QString" name="outline_color" value="255,255,255,255"/>
      <Option type="QString" name="outline_width" value="0.3"/>
      <Option type="QString" name="outline_width_unit" value="MM"/></Option>
    </layer>
   </symbol>
   <symbol type="marker" name="3" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="name" value="circle"/>
      <Option type="QString" name="color" value="124,196,190,255"/>
      <Option type="QString" name="size" value="2.4"/>
      <Option type="QString" name="size_unit" value="MM"/>
      <Option type="QString" name="outline_color" value="255,255,255,255"/>
      <Option type="QString" name="outline_width" value="0.3"/>
      <Option type="QString" name="outline_width_unit" value="MM"/></Option>
    </layer>
   </symbol>
   <symbol type="marker" name="4" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="name" value="diamond"/>
      <Option type="QString" name="color" value="209,73,91,255"/>
      <Option type="QString" name="size" value="4.4"/>
      <Option type="QString" name="size_unit" value="MM"/>
      <Option type="QString" name="outline_color" value="255,255,255,255"/>
      <Option type="QString" name="outline_width" value="0.3"/>
      <Option type="QString" name="outline_width_unit" value="MM"/></Option>
    </layer>
   </symbol>
   <symbol type="marker" name="5" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="name" value="circle"/>
      <Option type="QString" name="color" value="140,140,140,255"/>
      <Option type="QString" name="size" value="2.6"/>
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
   fontSize="8" fontSizeUnit="Point" fontWeight="75" textColor="14,71,68,255" textOpacity="1">
   <text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="0.85"/>
  </text-style>
  <placement placement="6" priority="5" dist="0.6" distUnits="MM" predefinedPositionOrder="TR,TL,BR,BL,R,L,TSR,BSR"/>
  <rendering drawLabels="1" obstacle="1" mergeLines="0" scaleVisibility="1" scaleMin="1" scaleMax="800000"/>
 </settings></labeling>
 <previewExpression>"name_zh"</previewExpression>
 <mapTip>&lt;b&gt;[% "name_zh" %]&lt;/b&gt;&lt;br&gt;所在区县 County: [% coalesce("unit_name_zh", '–') %]&lt;br&gt;轨道 Rail: [% coalesce("rail", '–') %]&lt;br&gt;定位 Role: [% coalesce("role", '–') %]</mapTip>
</qgis>
