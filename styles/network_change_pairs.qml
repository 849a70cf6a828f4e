<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="AllStyleCategories" labelsEnabled="0">
 <renderer-v2 type="RuleRenderer" symbollevels="0" enableorderby="1" forceraster="0">
  <rules key="{4ce9e6bf-b7bc-5944-9a03-e0a25e18eb2a}">
   <rule key="{8a470137-a0b9-5ac4-b29e-bb599bb0d80e}" symbol="0"
    filter='"change" = &apos;newly_reached&apos;'
    label="新可达 Newly reached"/>
   <rule key="{bdaee166-6a41-5744-b753-b37ec6588e44}" symbol="1"
    filter='"change" = &apos;no_longer_reached&apos;'
    label="不再可达 No longer reached"/>
   <rule key="{1e636db6-f5e2-51d1-869a-7042a1b03122}" symbol="2"
    filter='"change" = &apos;faster&apos; AND "change_min" &lt;= -30'
    label="快 30 分钟以上 Faster by 30 min or more"/>
   <rule key="{8a1cdde0-ecb8-5446-b855-4c2f69d5ed7a}" symbol="3"
    filter='"change" = &apos;faster&apos; AND "change_min" &gt; -30 AND "change_min" &lt;= -10'
    label="快 10–30 分钟 Faster by 10–30 min"/>
   <rule key="{3f9e43e3-3b0b-5238-93fc-8bf3a6e293b9}" symbol="4"
    filter='"change" = &apos;faster&apos; AND "change_min" &gt; -10'
    label="快不到 10 分钟 Faster by less than 10 min"/>
   <rule key="{51cb0321-4a66-5c62-b1f1-052c16333f4e}" symbol="5"
    filter='"change" = &apos;slower&apos; AND "change_min" &lt; 10'
    label="慢不到 10 分钟 Slower by less than 10 min"/>
   <rule key="{dcd5e6b9-9447-5762-9bbd-28779472a503}" symbol="6"
    filter="ELSE"
    label="慢 10 分钟以上 Slower by 10 min or more"/>
  </rules>
  <symbols>
   <symbol type="line" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="line_color" value="0,136,55,255"/>
      <Option type="QString" name="line_width" value="0.5"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="line_style" value="solid"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/></Option>
    </layer>
   </symbol>
   <symbol type="line" name="1" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="line_color" value="120,0,0,255"/>
      <Option type="QString" name="line_width" value="0.6"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="line_style" value="dash"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/></Option>
    </layer>
   </symbol>
   <symbol type="line" name="2" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="line_color" value="8,81,156,255"/>
      <Option type="QString" name="line_width" value="0.5"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="line_style" value="solid"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/></Option>
    </layer>
   </symbol>
   <symbol type="line" name="3" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="line_color" value="66,146,198,255"/>
      <Option type="QString" name="line_width" value="0.35"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="line_style" value="solid"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/></Option>
    </layer>
   </symbol>
   <symbol type="line" name="4" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="line_color" value="158,202,225,255"/>
      <Option type="QString" name="line_width" value="0.2"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="line_style" value="solid"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/></Option>
    </layer>
   </symbol>
   <symbol type="line" name="5" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="line_color" value="252,187,161,255"/>
      <Option type="QString" name="line_width" value="0.3"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="line_style" value="solid"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/></Option>
    </layer>
   </symbol>
   <symbol type="line" name="6" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="line_color" value="203,24,29,255"/>
      <Option type="QString" name="line_width" value="0.5"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="line_style" value="solid"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/></Option>
    </layer>
   </symbol>
  </symbols>
  <orderby><orderByClause asc="1" nullsFirst="1">"change_min"</orderByClause></orderby>
 </renderer-v2>
 <previewExpression>"pair_id"</previewExpression>
 <mapTip>&lt;b&gt;[% "origin" %] – [% "destination" %]&lt;/b&gt;&lt;br&gt;时间 Time (min): [% coalesce(format_number("before_min", 1), '–') %] → [% coalesce(format_number("after_min", 1), '–') %]</mapTip>
</qgis>
