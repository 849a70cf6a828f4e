<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="AllStyleCategories" labelsEnabled="0">
 <renderer-v2 type="RuleRenderer" symbollevels="0" enableorderby="0" forceraster="0">
  <rules key="{2cdd45bf-2018-51a0-9135-f935e527b504}">
   <rule key="{3105271a-a281-545b-a4b7-a96c62125ce8}" symbol="0"
    filter="&quot;features&quot; &lt;= 1"
    label="1 个要素 One feature"/>
   <rule key="{20501cf7-e2ac-5672-9db2-b7140457effd}" symbol="1"
    filter="&quot;features&quot; = 2"
    label="2 个要素 Two"/>
   <rule key="{0a9c62b4-9bb3-527e-836b-72a7d524cd92}" symbol="2"
    filter="&quot;features&quot; = 3"
    label="3 个要素 Three"/>
   <rule key="{fa2c7e0e-38ff-54b6-a870-444548c66c53}" symbol="3"
    filter="&quot;features&quot; &gt; 3"
    label="更多 More"/>
   <rule key="{748b8958-d463-5e7d-90e6-6591755de05a}" symbol="4"
    filter="ELSE"
    label="其他 Other"/>
  </rules>
  <symbols>
   <symbol type="fill" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="198,219,239,160"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="60,60,60,255"/>
      <Option type="QString" name="outline_width" value="0.15"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="1" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="107,174,214,160"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="60,60,60,255"/>
      <Option type="QString" name="outline_width" value="0.15"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="2" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="33,113,181,160"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="60,60,60,255"/>
      <Option type="QString" name="outline_width" value="0.15"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="3" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="8,48,107,160"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="60,60,60,255"/>
      <Option type="QString" name="outline_width" value="0.15"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="4" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="140,140,140,160"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="60,60,60,255"/>
      <Option type="QString" name="outline_width" value="0.15"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
  </symbols>
 </renderer-v2>
 <previewExpression>"face_key"</previewExpression>
 <mapTip>&lt;b&gt;[% "face_key" %]&lt;/b&gt;&lt;br&gt;要素数 Features: [% "features" %]&lt;br&gt;面积 Area (km²): [% format_number("area_m2" / 1e6, 3) %]</mapTip>
</qgis>
