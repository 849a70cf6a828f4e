#!/usr/bin/python3
"""Makes the sample data of Beijing–Tianjin–Hebei: `make.py [FOLDER]`, by default ../data beside this folder.

Everything comes from make/inputs and a fixed seed, so a second run writes the same content.
"""
import sys
from pathlib import Path

from shapely.geometry import LineString
from shapely.ops import unary_union

import blocks as city_blocks
import counties
import facilities
import faults
import land
import people
import relief
import sources
import streets
import tables
import transit
import trunk
import units_layer
import variants
import writer
import zones
from layer import Layer
from settlements import settlements

FILES = {
    "units.gpkg": ["admin_units"],
    "trunk.gpkg": ["trunk_lines", "trunk_waypoints", "stations", "transfers", "micro_centers", "platforms", "rivers"],
    "protection.gpkg": ["conservation_zones", "control_lines", "green_corridors"],
    "roads.gpkg": ["roads"],
    "people.gpkg": ["population", "jobs"],
    "city.gpkg": ["built_up_areas", "land_use", "parks", "park_entrances", "facilities"],
}


def _roads_layer(roads):
    layer = Layer("roads", "LineString", "road_id:text name_zh:text class:text oneway:text speed_kmh:real lanes:integer "
                  "level:integer", "道路 / Roads",
                  "City streets, roads between towns and links to expressway interchanges, joined in shared end nodes. "
                  "Synthetic. Expressways are in trunk_lines.")  # fmt: skip
    for road in roads:
        layer.add(LineString(road.points), f"R{len(layer.rows) + 1:05d}", road.name_zh, road.road_class, road.oneway,
                  float(streets.SPEED_KMH[road.road_class]), streets.LANES[road.road_class], None)  # fmt: skip
    return layer


def _interchanges(waypoints):
    return sorted({row["geometry"].coords[0] for row in waypoints.rows
                   if row["scheme"] == "expressway" or row["line_id"] == "C-R"})  # fmt: skip


def build():
    """All layers by name, sound ones only."""
    units = tables.units()
    polygons = counties.coverage(units)
    layers = [trunk.trunk_lines(), trunk.trunk_waypoints(), trunk.stations(), trunk.micro_centers(), trunk.platforms(),
              trunk.rivers(), units_layer.admin_units(units, polygons)]  # fmt: skip
    made = {layer.name: layer for layer in layers}
    made["transfers"] = trunk.transfers(made["stations"])

    places = settlements(units, polygons, made["micro_centers"])
    blocks = city_blocks.blocks(places)
    land.choose_uses(blocks)
    region = unary_union([polygons[c] for c in sorted(polygons)]).simplify(0.005)
    gates = sorted({row["geometry"].coords[0] for name in ("stations", "platforms") for row in made[name].rows})
    roads = streets.network(places, blocks, _interchanges(made["trunk_waypoints"]), gates, region)
    villages = people.villages(roads, places, blocks, units, polygons)

    for layer in (
        _roads_layer(roads),
        people.population(units, blocks, villages),
        people.jobs(units, blocks, made["platforms"]),
        land.built_up_areas(places),
        land.parks(blocks),
        land.park_entrances(blocks),
        land.green_corridors(made["rivers"]),
        zones.conservation_zones(polygons),
    ):
        made[layer.name] = layer
    reservoirs = [row["geometry"] for row in made["conservation_zones"].rows if row["kind"] == "reservoir"]
    made["land_use"] = land.land_use(blocks, reservoirs)
    made["control_lines"] = zones.control_lines(polygons, made["built_up_areas"])
    made["facilities"] = facilities.facilities(units, blocks, made["population"])
    return made


def write(folder):
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    layers = build()
    file_of = {name: f"data/{file}" for file, names in FILES.items() for name in names}
    planted = faults.plant(layers, file_of)
    for file, names in FILES.items():
        chosen = [layers[name] for name in names]
        writer.geopackage(folder / file, chosen, {name: sources.metadata(name) for name in names})
    variants.stations_csv(folder / "stations.csv", layers["stations"])
    writer.csv_table(folder / "transit_services.csv", transit.SERVICES, transit.services())
    writer.csv_table(folder / "transit_stops.csv", transit.STOPS, transit.stops(layers["stations"]))
    variants.facilities_gcj02(folder / "facilities_gcj02.csv", layers["facilities"], planted)
    units = [row["geometry"] for row in layers["admin_units"].rows if row["geometry"] is not None]
    relief.ruggedness_raster(folder / "ruggedness.tif", unary_union(units).buffer(0))
    variants.platforms_shapefile(folder / "园区" / "平台.shp", layers["platforms"])
    writer.csv_table(folder / "faults.csv", ["file", "layer", "feature", "kind", "note"],
                     [list(row.values()) for row in planted.rows])  # fmt: skip
    return layers


if __name__ == "__main__":
    target = sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parent.parent / "data"
    for name, layer in sorted(write(target).items()):
        print(f"{name:20} {len(layer.rows):7}")
