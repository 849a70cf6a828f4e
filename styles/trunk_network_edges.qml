<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="AllStyleCategories" labelsEnabled="0">
 <renderer-v2 type="RuleRenderer" symbollevels="0" enableorderby="1" forceraster="0">
  <rules key="{9d6e3824-df1b-58c3-8f65-e6612c747dbb}">
   <rule key="{af483972-5ca0-5475-9528-0cc3f1a8ae24}" symbol="0"
    filter='"efficiency_loss_pct" &gt;= 5'
    label="损失 5% 以上 5 % lost or more"/>
   <rule key="{d36ba295-83ac-56c2-957d-08551359addc}" symbol="1"
    filter='"efficiency_loss_pct" &gt;= 2 AND "efficiency_loss_pct" &lt; 5'
    label="损失 2–5% 2–5 % lost"/>
   <rule key="{1100291a-9886-5b24-ab78-12e544add380}" symbol="2"
    filter='"efficiency_loss_pct" &gt;= 1 AND "efficiency_loss_pct" &lt; 2'
    label="损失 1–2% 1–2 % lost"/>
   <rule key="{705b09cd-c3f2-5751-8d5c-383712797258}" symbol="3"
    filter='"efficiency_loss_pct" &gt;= 0.2 AND "efficiency_loss_pct" &lt; 1'
    label="损失 0.2–1% 0.2–1 % lost"/>
   <rule key="{6149ebf7-9071-5e72-91b4-9218eb6c8c75}" symbol="4"
    filter="ELSE"
    label="损失不到 0.2% Less than 0.2 % lost"/>
  </rules>
  <symbols>
   <symbol type="line" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="line_color" value="165,0,38,255"/>
      <Option type="QString" name="line_width" value="1.6"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="line_style" value="solid"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/></Option>
    </layer>
   </symbol>
   <symbol type="line" name="1" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="line_color" value="215,48,39,255"/>
      <Option type="QString" name="line_width" value="1.2"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="line_style" value="solid"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/></Option>
    </layer>
   </symbol>
   <symbol type="line" name="2" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="line_color" value="244,109,67,255"/>
      <Option type="QString" name="line_width" value="0.9"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="line_style" value="solid"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/></Option>
    </layer>
   </symbol>
   <symbol type="line" name="3" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="line_color" value="253,174,97,255"/>
      <Option type="QString" name="line_width" value="0.6"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="line_style" value="solid"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/></Option>
    </layer>
   </symbol>
   <symbol type="line" name="4" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map"><Option type="QString" name="line_color" value="150,150,150,255"/>
      <Option type="QString" name="line_width" value="0.35"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="line_style" value="solid"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/></Option>
    </layer>
   </symbol>
  </symbols>
  <orderby><orderByClause asc="1" nullsFirst="1">"efficiency_loss_pct"</orderByClause></orderby>
 </renderer-v2>
 <previewExpression>"edge_id"</previewExpression>
 <mapTip>&lt;b&gt;[% coalesce("name_zh", "kind") %]&lt;/b&gt;&lt;br&gt;[% coalesce("from_zh", '–') %] – [% coalesce("to_zh", '–') %]&lt;br&gt;断开后效率损失 Efficiency lost without it (%): [% format_number("efficiency_loss_pct", 2) %]&lt;br&gt;经过的地点对 Pairs that pass (%): [% coalesce(format_number("pairs_pct", 1), '–') %]&lt;br&gt;绕行倍数 Way round over its own: [% coalesce(format_number("detour_ratio", 2), '–') %]</mapTip>
</qgis>
