"""A layer on its way to a file: a name, a geometry type, typed fields, and rows with marks.

Every row says how far it can be trusted: `confidence` of its values and `geometry_confidence` (A read,
B remembered, C estimated), and whether it is `synthetic`.
"""

MARKS = [("confidence", "text"), ("geometry_confidence", "text"), ("synthetic", "boolean")]


class Layer:
    def __init__(self, name, geometry, fields, title, description):
        self.name, self.geometry = name, geometry
        self.fields = [tuple(f.split(":")) for f in fields.split()] + MARKS
        self.title, self.description = title, description
        self.rows = []

    def add(self, geometry, *values, confidence="C", geometry_confidence="C", synthetic=True):
        """Adds a row; values in the order of the fields."""
        if len(values) != len(self.fields) - len(MARKS):
            raise ValueError(f"{self.name}: {len(values)} values for {len(self.fields) - len(MARKS)} fields")
        row = dict(zip((name for name, _ in self.fields), values))
        row.update(confidence=confidence, geometry_confidence=geometry_confidence, synthetic=synthetic)
        row["geometry"] = geometry
        self.rows.append(row)
        return row
