<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="AllStyleCategories" labelsEnabled="0">
 <renderer-v2 type="RuleRenderer" symbollevels="0" enableorderby="0" forceraster="0">
  <rules key="{ecd21ccb-21d1-5f35-9df8-3a1ee2e7014b}">
   <rule key="{d81b4a6c-8b77-56bc-837b-baf4a647e38c}" symbol="0"
    filter='"mean_change_min" &lt;= -30'
    label="缩短 30 分钟以上 30 min less or more"/>
   <rule key="{a22b96bd-5ad4-51ff-87a8-5836c170fab0}" symbol="1"
    filter='"mean_change_min" &gt; -30 AND "mean_change_min" &lt;= -10'
    label="缩短 10–30 分钟 10–30 min less"/>
   <rule key="{15a63673-b9a7-5206-8d34-f6e99058c69c}" symbol="2"
    filter='"mean_change_min" &gt; -10 AND "mean_change_min" &lt;= -1'
    label="缩短 1–10 分钟 1–10 min less"/>
   <rule key="{7160c03d-b9b8-54ab-9e5e-ca5754f53f11}" symbol="3"
    filter='"mean_change_min" &gt; -1 AND "mean_change_min" &lt; 1'
    label="变化不到 1 分钟 Changes by less than 1 min"/>
   <rule key="{478c5ad9-4393-56c2-8099-692743e62a63}" symbol="4"
    filter='"mean_change_min" &gt;= 1 AND "mean_change_min" &lt; 10'
    label="延长 1–10 分钟 1–10 min more"/>
   <rule key="{a9834ee2-9cd1-50b7-9459-fec4266b8a51}" symbol="5"
    filter='"mean_change_min" &gt;= 10'
    label="延长 10 分钟以上 10 min more or longer"/>
   <rule key="{36bb747f-aba9-5206-8a6d-8d9e0c4786f2}" symbol="6"
    filter="ELSE"
    label="无法比较 Nothing to compare"/>
  </rules>
  <symbols>
   <symbol type="fill" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="8,81,156,255"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="90,90,90,255"/>
      <Option type="QString" name="outline_width" value="0.2"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="1" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="66,146,198,255"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="90,90,90,255"/>
      <Option type="QString" name="outline_width" value="0.2"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="2" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="158,202,225,255"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="90,90,90,255"/>
      <Option type="QString" name="outline_width" value="0.2"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="3" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="235,235,225,255"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="90,90,90,255"/>
      <Option type="QString" name="outline_width" value="0.2"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="4" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="252,187,161,255"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="90,90,90,255"/>
      <Option type="QString" name="outline_width" value="0.2"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="5" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="203,24,29,255"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="90,90,90,255"/>
      <Option type="QString" name="outline_width" value="0.2"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
   <symbol type="fill" name="6" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="color" value="190,190,190,255"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="90,90,90,255"/>
      <Option type="QString" name="outline_width" value="0.2"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="outline_style" value="solid"/></Option>
    </layer>
   </symbol>
  </symbols>
 </renderer-v2>
 <previewExpression>"name_zh"</previewExpression>
 <mapTip>&lt;b&gt;[% "name_zh" %] [% "name_en" %]&lt;/b&gt;&lt;br&gt;时间 Time (min): [% coalesce(format_number("mean_before_min", 1), '–') %] → [% coalesce(format_number("mean_after_min", 1), '–') %]&lt;br&gt;变化 Change (min): [% coalesce(format_number("mean_change_min", 1), '–') %]&lt;br&gt;时间缩短的人口 People whose time falls: [% format_number("people_faster", 0) %]</mapTip>
</qgis>
