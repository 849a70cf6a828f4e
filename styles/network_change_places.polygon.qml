<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="AllStyleCategories" labelsEnabled="0">
 <renderer-v2 type="RuleRenderer" symbollevels="0" enableorderby="0" forceraster="0">
  <rules key="{0a785c51-364a-5a22-8fd5-209acd28cf6b}">
   <rule key="{6efde306-9241-5513-8599-cc7875567c3a}" symbol="0"
    filter='"mean_change_min" &lt;= -30'
    label="缩短 30 分钟以上 30 min less or more"/>
   <rule key="{88382c0a-dfa8-58d0-875a-feaad99fb1e9}" symbol="1"
    filter='"mean_change_min" &gt; -30 AND "mean_change_min" &lt;= -10'
    label="缩短 10–30 分钟 10–30 min less"/>
   <rule key="{4c2cab15-c2fc-590e-90cd-f34552f4aaab}" symbol="2"
    filter='"mean_change_min" &gt; -10 AND "mean_change_min" &lt;= -1'
    label="缩短 1–10 分钟 1–10 min less"/>
   <rule key="{b51712ad-b613-570b-8ec8-910f58abf80e}" symbol="3"
    filter='"mean_change_min" &gt; -1 AND "mean_change_min" &lt; 1'
    label="变化不到 1 分钟 Changes by less than 1 min"/>
   <rule key="{9b33dd49-d70e-5a54-b443-28bad49320a9}" symbol="4"
    filter='"mean_change_min" &gt;= 1 AND "mean_change_min" &lt; 10'
    label="延长 1–10 分钟 1–10 min more"/>
   <rule key="{ed2bd8a4-263f-5a84-8657-ca4a0b8d62be}" symbol="5"
    filter='"mean_change_min" &gt;= 10'
    label="延长 10 分钟以上 10 min more or longer"/>
   <rule key="{1de8b850-9a70-55a8-ba2f-4e8640068718}" symbol="6"
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
 <previewExpression>"place"</previewExpression>
 <mapTip>&lt;b&gt;[% "place" %]&lt;/b&gt;&lt;br&gt;时间 Time (min): [% coalesce(format_number("mean_before_min", 1), '–') %] → [% coalesce(format_number("mean_after_min", 1), '–') %]&lt;br&gt;变化 Change (min): [% coalesce(format_number("mean_change_min", 1), '–') %]&lt;br&gt;新可达 Newly reached: [% coalesce("newly_reached", '–') %]&lt;br&gt;不再可达 No longer reached: [% coalesce("no_longer_reached", '–') %]</mapTip>
</qgis>
