<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="AllStyleCategories" labelsEnabled="0">
 <renderer-v2 type="RuleRenderer" symbollevels="0" enableorderby="0" forceraster="0">
  <rules key="{d93491ea-27c2-5e6a-8315-e451f0c2d99f}">
   <rule key="{9b88a87e-0594-51c3-9c7f-50a300bcd9d3}" symbol="0"
    filter="coalesce(&quot;input_key&quot;, '') &lt;&gt; '' AND coalesce(&quot;overlay_key&quot;, '') &lt;&gt; ''"
    label="两者重叠 In both"/>
   <rule key="{0d0525aa-80ad-51c4-86f3-561f0e7eeccf}" symbol="1"
    filter="coalesce(&quot;input_key&quot;, '') &lt;&gt; '' AND coalesce(&quot;overlay_key&quot;, '') = ''"
    label="仅在甲 Only in a"/>
   <rule key="{f8f395fc-bdaf-562d-a4c0-5d549e0e1295}" symbol="2"
    filter="coalesce(&quot;input_key&quot;, '') = '' AND coalesce(&quot;overlay_key&quot;, '') &lt;&gt; ''"
    label="仅在乙 Only in b"/>
   <rule key="{e3878160-d6b0-5475-b73f-3562b930feac}" symbol="3"
    filter="ELSE"
    label="其他 Other"/>
  </rules>
  <symbols>
   <symbol type="line" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="line_color" value="123,45,139,255"/>
      <Option type="QString" name="line_width" value="0.9"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/></Option>
    </layer>
   </symbol>
   <symbol type="line" name="1" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="line_color" value="62,120,178,255"/>
      <Option type="QString" name="line_width" value="0.9"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/></Option>
    </layer>
   </symbol>
   <symbol type="line" name="2" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="line_color" value="242,166,90,255"/>
      <Option type="QString" name="line_width" value="0.9"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/></Option>
    </layer>
   </symbol>
   <symbol type="line" name="3" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="line_color" value="140,140,140,255"/>
      <Option type="QString" name="line_width" value="0.9"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/></Option>
    </layer>
   </symbol>
  </symbols>
 </renderer-v2>
 <previewExpression>"piece_key"</previewExpression>
 <mapTip>&lt;b&gt;[% "piece_key" %]&lt;/b&gt;&lt;br&gt;长度 Length (km): [% format_number("length_m" / 1e3, 1) %]</mapTip>
</qgis>
