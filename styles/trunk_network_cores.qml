<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="AllStyleCategories" labelsEnabled="0">
 <previewExpression>"pair_id"</previewExpression>
 <mapTip>&lt;b&gt;[% "unit_code" %] – [% "core" %]&lt;/b&gt;&lt;br&gt;平均时间 Mean time (min): [% coalesce(format_number("mean_min", 1), '–') %]</mapTip>
</qgis>
