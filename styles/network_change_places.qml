<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="AllStyleCategories" labelsEnabled="0">
 <renderer-v2 type="RuleRenderer" symbollevels="0" enableorderby="0" forceraster="0">
  <rules key="{1c4ba32e-b11b-51d6-ae51-83dd3a6de573}">
   <rule key="{5d0de2c2-03d4-54ff-ae88-4faeaaed29b3}" symbol="0"
    filter='"mean_change_min" &lt;= -30'
    label="缩短 30 分钟以上 30 min less or more"/>
   <rule key="{530a9637-d849-5298-929d-ad4173165442}" symbol="1"
    filter='"mean_change_min" &gt; -30 AND "mean_change_min" &lt;= -10'
    label="缩短 10–30 分钟 10–30 min less"/>
   <rule key="{09f9c510-da0c-580b-8a62-d8bb66b68cc2}" symbol="2"
    filter='"mean_change_min" &gt; -10 AND "mean_change_min" &lt;= -1'
    label="缩短 1–10 分钟 1–10 min less"/>
   <rule key="{ceb585f0-6096-599e-9c3c-fb725d7f6e36}" symbol="3"
    filter='"mean_change_min" &gt; -1 AND "mean_change_min" &lt; 1'
    label="变化不到 1 分钟 Changes by less than 1 min"/>
   <rule key="{257f0971-6890-50dc-b18a-d52f6b8bb984}" symbol="4"
    filter='"mean_change_min" &gt;= 1 AND "mean_change_min" &lt; 10'
    label="延长 1–10 分钟 1–10 min more"/>
   <rule key="{0f7efd63-e2cd-5c7a-a730-374d157e8bb0}" symbol="5"
    filter='"mean_change_min" &gt;= 10'
    label="延长 10 分钟以上 10 min more or longer"/>
   <rule key="{1042822d-da63-5ae2-990f-6f0f0e19d115}" symbol="6"
    filter="ELSE"
    label="无法比较 Nothing to compare"/>
  </rules>
  <symbols>
   <symbol type="marker" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="name" value="circle"/>
      <Option type="QString" name="color" value="8,81,156,255"/>
      <Option type="QString" name="size" value="2"/>
      <Option type="QString" name="size_unit" value="MM"/>
      <Option type="QString" name="outline_color" value="90,90,90,255"/>
      <Option type="QString" name="outline_width" value="0.2"/>
      <Option type="QString" name="outline_width_unit" value="MM"/></Option>
    </layer>
   </symbol>
   <symbol type="marker" name="1" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="name" value="circle"/>
      <Option type="QString" name="color" value="66,146,198,255"/>
      <Option type="QString" name="size" value="2"/>
      <Option type="QString" name="size_unit" value="MM"/>
      <Option type="QString" name="outline_color" value="90,90,90,255"/>
      <Option type="QString" name="outline_width" value="0.2"/>
      <Option type="QString" name="outline_width_unit" value="MM"/></Option>
    </layer>
   </symbol>
   <symbol type="marker" name="2" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="name" value="circle"/>
      <Option type="QString" name="color" value="158,202,225,255"/>
      <Option type="QString" name="size" value="2"/>
      <Option type="QString" name="size_unit" value="MM"/>
      <Option type="QString" name="outline_color" value="90,90,90,255"/>
      <Option type="QString" name="outline_width" value="0.2"/>
      <Option type="QString" name="outline_width_unit" value="MM"/></Option>
    </layer>
   </symbol>
   <symbol type="marker" name="3" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="name" value="circle"/>
      <Option type="QString" name="color" value="235,235,225,255"/>
      <Option type="QString" name="size" value="2"/>
      <Option type="QString" name="size_unit" value="MM"/>
      <Option type="QString" name="outline_color" value="90,90,90,255"/>
      <Option type="QString" name="outline_width" value="0.2"/>
      <Option type="QString" name="outline_width_unit" value="MM"/></Option>
    </layer>
   </symbol>
   <symbol type="marker" name="4" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="name" value="circle"/>
      <Option type="QString" name="color" value="252,187,161,255"/>
      <Option type="QString" name="size" value="2"/>
      <Option type="QString" name="size_unit" value="MM"/>
      <Option type="QString" name="outline_color" value="90,90,90,255"/>
      <Option type="QString" name="outline_width" value="0.2"/>
      <Option type="QString" name="outline_width_unit" value="MM"/></Option>
    </layer>
   </symbol>
   <symbol type="marker" name="5" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="name" value="circle"/>
      <Option type="QString" name="color" value="203,24,29,255"/>
      <Option type="QString" name="size" value="2"/>
      <Option type="QString" name="size_unit" value="MM"/>
      <Option type="QString" name="outline_color" value="90,90,90,255"/>
      <Option type="QString" name="outline_width" value="0.2"/>
      <Option type="QString" name="outline_width_unit" value="MM"/></Option>
    </layer>
   </symbol>
   <symbol type="marker" name="6" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="name" value="circle"/>
      <Option type="QString" name="color" value="190,190,190,255"/>
      <Option type="QString" name="size" value="2"/>
      <Option type="QString" name="size_unit" value="MM"/>
      <Option type="QString" name="outline_color" value="90,90,90,255"/>
      <Option type="QString" name="outline_width" value="0.2"/>
      <Option type="QString" name="outline_width_unit" value="MM"/></Option>
    </layer>
   </symbol>
  </symbols>
 </renderer-v2>
 <previewExpression>"place"</previewExpression>
 <mapTip>&lt;b&gt;[% "place" %]&lt;/b&gt;&lt;br&gt;时间 Time (min): [% coalesce(format_number("mean_before_min", 1), '–') %] → [% coalesce(format_number("mean_after_min", 1), '–') %]&lt;br&gt;变化 Change (min): [% coalesce(format_number("mean_change_min", 1), '–') %]&lt;br&gt;新可达 Newly reached: [% coalesce("newly_reached", '–') %]&lt;br&gt;不再可达 No longer reached: [% coalesce("no_longer_reached", '–') %]</mapTip>
</qgis>
