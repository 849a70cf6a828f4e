<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="AllStyleCategories" labelsEnabled="0">
 <renderer-v2 type="RuleRenderer" symbollevels="0" enableorderby="0" forceraster="0">
  <rules key="{101a6c74-0e61-5ee3-9282-2f5264d2701a}">
   <rule key="{9e4eb30e-edfe-55ac-b572-0b6edf55570e}" symbol="0"
    filter="&quot;data_m2&quot; &gt;= 0.999 * &quot;area_m2&quot;"
    label="栅格值齐全 Data everywhere"/>
   <rule key="{6f58c69d-d847-5b3c-80bb-23272afae793}" symbol="1"
    filter="&quot;data_m2&quot; &gt; 0 AND &quot;data_m2&quot; &lt; 0.999 * &quot;area_m2&quot;"
    label="部分有值 Data in part"/>
   <rule key="{7b1024d4-10bd-5b36-82e4-6856391182c9}" symbol="2"
    filter="ELSE"
    label="无数据 No data"/>
  </rules>
  <symbols>
   <symbol type="fill" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="53,151,143,215"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="255,255,255,255"/>
      <Option type="QString" name="outline_width" value="0.25"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="1" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="128,205,193,215"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="255,255,255,255"/>
      <Option type="QString" name="outline_width" value="0.25"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="2" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="217,217,217,215"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="255,255,255,255"/>
      <Option type="QString" name="outline_width" value="0.25"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
  </symbols>
 </renderer-v2>
 <previewExpression>"zone_key"</previewExpression>
 <mapTip>&lt;b&gt;[% "zone_key" %]&lt;/b&gt;&lt;br&gt;总和 Sum: [% format_number("sum", 0) %]&lt;br&gt;平均值 Mean: [% format_number("mean", 2) %]</mapTip>
</qgis>
