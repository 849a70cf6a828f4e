<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="AllStyleCategories" labelsEnabled="0">
 <previewExpression>"pair_id" || ' ' || "leg" || ' ' || "mode"</previewExpression>
</qgis>
