<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="AllStyleCategories" labelsEnabled="1">
 <renderer-v2 type="RuleRenderer" symbollevels="0" enableorderby="0" forceraster="0">
  <rules key="{d99f0297-4855-5e02-841a-3d42718e3e29}">
   <rule key="{f4a89f88-8fae-597f-bd62-0532fb324c5b}" symbol="0"
    filter='(coalesce("prohibited_m2", 0) &gt; 0 OR coalesce("prohibited_length_m", 0) &gt; 0)'
    label="有禁止类冲突 Prohibited conflicts"/>
   <rule key="{a554bd58-4278-582f-852b-a3405816fc4d}" symbol="1"
    filter='(coalesce("restricted_m2", 0) &gt; 0 OR coalesce("restricted_length_m", 0) &gt; 0) AND NOT (coalesce("prohibited_m2", 0) &gt; 0 OR coalesce("prohibited_length_m", 0) &gt; 0)'
    label="最高为限制类 Restricted at most"/>
   <rule key="{1398d80f-6c77-5fb3-9b71-9b89906da3bf}" symbol="2"
    filter='(coalesce("advisory_m2", 0) &gt; 0 OR coalesce("advisory_length_m", 0) &gt; 0) AND NOT (coalesce("restricted_m2", 0) &gt; 0 OR coalesce("restricted_length_m", 0) &gt; 0) AND NOT (coalesce("prohibited_m2", 0) &gt; 0 OR coalesce("prohibited_length_m", 0) &gt; 0)'
    label="最高为引导类 Advisory at most"/>
   <rule key="{fa19ed07-0dca-56dc-9b21-60c1d4296c8d}" symbol="3"
    filter="ELSE"
    label="无冲突 No conflict"/>
  </rules>
  <symbols>
   <symbol type="fill" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="217,69,91,200"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="255,255,255,255"/>
      <Option type="QString" name="outline_width" value="0.25"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="1" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="245,174,102,200"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="255,255,255,255"/>
      <Option type="QString" name="outline_width" value="0.25"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="2" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="180,214,179,200"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="255,255,255,255"/>
      <Option type="QString" name="outline_width" value="0.25"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="3" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="239,239,239,170"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="181,181,181,255"/>
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
  <rendering drawLabels="1" obstacle="1" mergeLines="0" scaleVisibility="1" scaleMin="1" scaleMax="2500000"/>
 </settings></labeling>
 <previewExpression>"name_zh"</previewExpression>
 <mapTip>&lt;b&gt;[% "name_zh" %]&lt;/b&gt;&lt;br&gt;禁止类 Prohibited (km²): [% format_number("prohibited_m2" / 1e6, 2) %]&lt;br&gt;限制类 Restricted (km²): [% format_number("restricted_m2" / 1e6, 2) %]&lt;br&gt;引导类 Advisory (km²): [% format_number("advisory_m2" / 1e6, 2) %]</mapTip>
</qgis>
