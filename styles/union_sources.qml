<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="AllStyleCategories" labelsEnabled="0">
 <previewExpression>"face_key" || ' ← ' || "layer" || ' ' || "feature_key"</previewExpression>
</qgis>
