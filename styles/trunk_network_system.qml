<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="AllStyleCategories" labelsEnabled="0">
 <previewExpression>"title_zh"</previewExpression>
 <mapTip>&lt;b&gt;[% "title_zh" %] [% "title_en" %]&lt;/b&gt;&lt;br&gt;[% "value" %]</mapTip>
</qgis>
