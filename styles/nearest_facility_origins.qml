<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="AllStyleCategories" labelsEnabled="0">
 <renderer-v2 type="RuleRenderer" symbollevels="0" enableorderby="0" forceraster="0">
  <rules key="{70818f1b-e315-5f85-afca-f411a765c94d}">
   <rule key="{b25e2e8f-8284-55cd-b6ff-fdc134cf365d}" symbol="0"
    filter='"time_min" &lt;= 10'
    label="10 分钟以内 Within 10 min"/>
   <rule key="{6316f766-c452-5b9d-9886-c8fda13437e2}" symbol="1"
    filter='"time_min" &gt; 10 AND "time_min" &lt;= 20'
    label="10–20 分钟 10–20 min"/>
   <rule key="{771385ad-7fd9-54be-9092-44ded24fe24c}" symbol="2"
    filter='"time_min" &gt; 20 AND "time_min" &lt;= 30'
    label="20–30 分钟 20–30 min"/>
   <rule key="{ba5e917a-3eb9-579c-bc5d-c714e3286a1c}" symbol="3"
    filter='"time_min" &gt; 30 AND "time_min" &lt;= 60'
    label="30–60 分钟 30–60 min"/>
   <rule key="{8669bd37-f04c-5fe0-a772-9a3c0932a3f4}" symbol="4"
    filter='"time_min" &gt; 60'
    label="60 分钟以上 Over 60 min"/>
   <rule key="{5226fb32-65e8-5172-a7cc-0baacc121ae8}" symbol="5"
    filter="ELSE"
    label="不可达 Not reached"/>
  </rules>
  <symbols>
   <symbol type="marker" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="name" value="circle"/>
      <Option type="QString" name="color" value="44,123,182,255"/>
      <Option type="QString" name="size" value="1.6"/>
      <Option type="QString" name="size_unit" value="MM"/>
      <Option type="QString" name="outline_color" value="90,90,90,255"/>
      <Option type="QString" name="outline_width" value="0.2"/>
      <Option type="QString" name="outline_width_unit" value="MM"/></Option>
    </layer>
   </symbol>
   <symbol type="marker" name="1" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="name" value="circle"/>
      <Option type="QString" name="color" value="111,182,214,255"/>
      <Option type="QString" name="size" value="1.6"/>
      <Option type="QString" name="size_unit" value="MM"/>
      <Option type="QString" name="outline_color" value="90,90,90,255"/>
      <Option type="QString" name="outline_width" value="0.2"/>
      <Option type="QString" name="outline_width_unit" value="MM"/></Option>
    </layer>
   </symbol>
   <symbol type="marker" name="2" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="name" value="circle"/>
      <Option type="QString" name="color" value="224,185,59,255"/>
      <Option type="QString" name="size" value="1.6"/>
      <Option type="QString" name="size_unit" value="MM"/>
      <Option type="QString" name="outline_color" value="90,90,90,255"/>
      <Option type="QString" name="outline_width" value="0.2"/>
      <Option type="QString" name="outline_width_unit" value="MM"/></Option>
    </layer>
   </symbol>
   <symbol type="marker" name="3" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="name" value="circle"/>
      <Option type="QString" name="color" value="242,138,69,255"/>
      <Option type="QString" name="size" value="1.6"/>
      <Option type="QString" name="size_unit" value="MM"/>
      <Option type="QString" name="outline_color" value="90,90,90,255"/>
      <Option type="QString" name="outline_width" value="0.2"/>
      <Option type="QString" name="outline_width_unit" value="MM"/></Option>
    </layer>
   </symbol>
   <symbol type="marker" name="4" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="name" value="circle"/>
      <Option type="QString" name="color" value="196,22,28,255"/>
      <Option type="QString" name="size" value="1.6"/>
      <Option type="QString" name="size_unit" value="MM"/>
      <Option type="QString" name="outline_color" value="90,90,90,255"/>
      <Option type="QString" name="outline_width" value="0.2"/>
      <Option type="QString" name="outline_width_unit" value="MM"/></Option>
    </layer>
   </symbol>
   <symbol type="marker" name="5" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="name" value="cross2"/>
      <Option type="QString" name="color" value="194,24,126,255"/>
      <Option type="QString" name="size" value="1.6"/>
      <Option type="QString" name="size_unit" value="MM"/>
      <Option type="QString" name="outline_color" value="194,24,126,255"/>
      <Option type="QString" name="outline_width" value="0.4"/>
      <Option type="QString" name="outline_width_unit" value="MM"/></Option>
    </layer>
   </symbol>
  </symbols>
 </renderer-v2>
 <previewExpression>"origin"</previewExpression>
 <mapTip>&lt;b&gt;[% "origin" %]&lt;/b&gt;&lt;br&gt;最近设施 Nearest facility: [% coalesce("facility", '–') %]&lt;br&gt;时间 Time (min): [% coalesce(format_number("time_min", 1), '–') %]</mapTip>
</qgis>
