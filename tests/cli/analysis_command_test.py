"""An analysis as a command of its own: inputs, parameters and output from the command line or a file."""
import csv
import json
import unittest

from osgeo import gdal

from command_test import DATA, CommandTest, jingwei, rows


class Single(CommandTest):
    def test_an_analysis_as_a_command(self):
        output = self.folder / "缓冲.gpkg"
        done = jingwei("buffer", "--input", DATA / "hospitals.geojson", "--distance", "300 m,600 m", "--output", output, "--figures", "-")
        self.assertEqual(done.returncode, 0, done.stderr)
        figures = json.loads(done.stdout)
        self.assertGreater(len(figures), 0)
        self.assertEqual(rows(output, "SELECT count(*), min(distance_m), max(distance_m) FROM buffer_areas"), [(4, 300.0, 600.0)])
        area, = rows(output, "SELECT area_m2 FROM buffer_areas WHERE distance_m = 300 LIMIT 1")[0]
        self.assertAlmostEqual(area, 3.14159265 * 300 ** 2, delta=3.14159265 * 300 ** 2 * 1e-4)

    def test_parameters_from_a_file_and_other_formats(self):
        params = self.folder / "参数.json"
        for extension in ("geojson", "fgb", "csv", "xlsx"):
            output = self.folder / f"out.{extension}"
            params.write_text(json.dumps({"inputs": {"input": {"source": str(DATA / "hospitals.geojson"), "filter": "beds > 100"}},
                                          "parameters": {"distance": ["250 m"]}, "output": str(output)}))
            done = jingwei("buffer", "--params", params)
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertGreater(output.stat().st_size, 0, extension)

    def test_a_raster_is_read_as_one(self):
        # 4 × 4 cells of 0.01° near 116° E, 39° N; the zone covers the four in the middle and half of two beside them
        (self.folder / "people.asc").write_text("ncols 4\nnrows 4\nxllcorner 116\nyllcorner 39\ncellsize 0.01\nNODATA_value -1\n"
                                                "1 1 1 1\n1 2 3 8\n1 4 -1 16\n1 1 1 1\n")
        (self.folder / "people.prj").write_text('GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],'
                                                'PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433],AUTHORITY["EPSG","4326"]]')
        ring = [[116.01, 39.01], [116.035, 39.01], [116.035, 39.03], [116.01, 39.03], [116.01, 39.01]]
        (self.folder / "zones.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": [
            {"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": [ring]}}]}))
        command = ["zonal-statistics", "--zones", "zones.geojson", "--crs", "EPSG:4326", "--output", "out.gpkg", "--figures", "-"]
        done = jingwei(*command, "--raster", "people.asc", "--detail", "classes", cwd=self.folder)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertAlmostEqual(json.loads(done.stdout)["sum"], 2 + 3 + 4 + (8 + 16) / 2, places=6)
        self.assertEqual([value for value, in rows(self.folder / "out.gpkg", "SELECT value FROM zonal_statistics_classes ORDER BY value")],
                         [2, 3, 4, 8, 16])
        wrong = jingwei(*command, "--raster", "zones.geojson", cwd=self.folder)
        self.assertEqual(wrong.returncode, 2)
        self.assertIn("is no raster", wrong.stderr)

    def test_tables_alone_without_geometry_or_crs(self):
        (self.folder / "places.csv").write_text("id,jobs\na,5\nb,7\n")
        (self.folder / "times.csv").write_text("origin,destination,time_s\na,b,600\nb,a,2400\nb,b,0\n")
        done = jingwei("accessibility", "--origins", "places.csv", "--destinations", "places.csv", "--travel-times", "times.csv",
                       "--limits", "30 min", "--opportunities", "jobs", "--output", "access.csv", cwd=self.folder)
        self.assertEqual(done.returncode, 0, done.stderr)
        with (self.folder / "access.csv").open(encoding="utf-8-sig") as file:
            answers = [(row["cell_id"], row["minimum_min"], row["within_30_min_jobs"]) for row in csv.DictReader(file)]
        self.assertEqual(answers, [("a", "10", "7"), ("b", "0", "7")])

    def test_a_command_takes_the_definition_that_the_file_fits(self):
        # Without people and cell_id the file is no population: it is taken as any layer; with them nothing is lost.
        (self.folder / "times.csv").write_text("origin,destination,time_s\n1,1,60\n")
        (self.folder / "cells.csv").write_text("cell_id,people\n1,40\n")
        done = jingwei("accessibility", "--origins", "cells.csv", "--destinations", "cells.csv", "--travel-times", "times.csv",
                       "--output", "access.csv", cwd=self.folder)
        self.assertEqual(done.returncode, 0, done.stderr)
        with (self.folder / "access.csv").open(encoding="utf-8-sig") as file:
            self.assertEqual([(row["cell_id"], row["people"]) for row in csv.DictReader(file)], [("1", "40")])
        missing = jingwei("accessibility", "--origins", "none.csv", "--destinations", "cells.csv", "--travel-times", "times.csv",
                          "--output", "access.csv", cwd=self.folder)
        self.assertEqual(missing.returncode, 2)
        self.assertIn("there is no file “none.csv”", missing.stderr)

    def test_places_along_lines_and_back(self):
        lines, places, table = (self.folder / name for name in ("lines.geojson", "places.geojson", "located.csv"))
        feature = lambda kind, coordinates, **properties: {
            "type": "Feature", "properties": properties, "geometry": {"type": kind, "coordinates": coordinates}}
        collect = lambda *features: json.dumps({"type": "FeatureCollection", "features": features})
        lines.write_text(collect(feature("LineString", [[116, 39], [116.1, 39]], id="road")))
        places.write_text(collect(*(feature("Point", [x, y], id=name) for name, x, y in (("n", 116.02, 39.001), ("s", 116.05, 38.999)))))
        done = jingwei("locate-along-lines", "--points", places, "--lines", lines, "--output", table, "--figures", "-")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(json.loads(done.stdout)["located"], 2)
        with table.open(encoding="utf-8-sig") as file:
            located = {row["point_key"]: row for row in csv.DictReader(file)}
        north, south = (row for _, row in sorted(located.items(), key=lambda item: float(item[1]["chainage_m"])))
        self.assertEqual((north["side"], south["side"]), ("left", "right"))
        self.assertAlmostEqual(float(north["offset_m"]), 111, delta=1)
        self.assertAlmostEqual(float(south["chainage_m"]), 4329, delta=5)
        output = self.folder / "events.gpkg"
        done = jingwei("events-along-lines", "--events", table, "--lines", lines, "--offset-field", "offset_m", "--output", output)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(rows(output, "SELECT count(*) FROM events_along_lines_points"), [(2,)])

    def test_voronoi_polygons_of_a_region(self):
        output = self.folder / "cells.gpkg"
        done = jingwei("voronoi", "--points", DATA / "hospitals.geojson", "--output", output, "--figures", "-")
        self.assertEqual(done.returncode, 0, done.stderr)
        figures = json.loads(done.stdout)
        self.assertEqual(figures["cells"], 2)
        area, = rows(output, "SELECT sum(area_m2) FROM voronoi_cells")[0]
        self.assertAlmostEqual(area, figures["area_m2"], delta=1)

    def test_links_with_times_of_their_own(self):
        links = self.folder / "links.geojson"
        line = lambda a, b: {"type": "Feature", "properties": {"a": str(a), "b": str(b), "seconds": 60.0},
                             "geometry": {"type": "LineString", "coordinates": [[116 + a / 100, 39], [116 + b / 100, 39]]}}
        links.write_text(json.dumps({"type": "FeatureCollection", "features": [
            line(0, 1), line(1, 2), line(1, 0), line(2, 1)]}))
        ends = self.folder / "ends.geojson"
        ends.write_text(json.dumps({"type": "FeatureCollection", "features": [
            {"type": "Feature", "properties": {"id": name}, "geometry": {"type": "Point", "coordinates": [x, 39]}}
            for name, x in (("w", 116.005), ("e", 116.015))]}))
        output, params = self.folder / "od.csv", self.folder / "p.json"
        fields = {"from_field": "a", "to_field": "b", "time_field": "seconds"}
        network = [word for key, value in fields.items() for word in (f"--network-{key.replace('_', '-')}", value)]
        given = ["od-matrix", "--network", links, "--network-profile", "car", "--origins", ends, "--destinations", ends, "--output", output]
        done = jingwei(*given, *network)
        self.assertEqual(done.returncode, 0, done.stderr)
        with open(output, encoding="utf-8-sig", newline="") as file:
            found = {row["time_s"] for row in csv.DictReader(file) if row["origin"] != row["destination"]}
        self.assertEqual({round(float(time)) for time in found}, {60})
        matrix = self.folder / "od.omx"
        done = jingwei(*given[:-1], matrix, *network)
        self.assertEqual(done.returncode, 0, done.stderr)
        times = gdal.Open(f'HDF5:"{matrix}"://data/time_s').ReadAsArray()  # e, w by e, w
        self.assertEqual([[round(float(value)) for value in row] for row in times], [[0, 60], [60, 0]])
        by_command = output.read_bytes()
        params.write_text(json.dumps({"inputs": {"origins": {"source": str(ends)}, "destinations": {"source": str(ends)}},
                                      "networks": {"network": {"roads": str(links), "profile": "car", **fields}}, "output": str(output)}))
        done = jingwei("od-matrix", "--params", params)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(output.read_bytes(), by_command)
        # Fields without a file, or without that of the time, are mistakes that are told.
        for words in (given[:1] + given[3:] + network, given + network[:4]):
            done = jingwei(*words)
            self.assertEqual(done.returncode, 2, done.stderr)

    def test_a_network_of_each_profile(self):
        roads, ends, output = (self.folder / name for name in ("roads.geojson", "ends.geojson", "access.csv"))
        feature = lambda kind, coordinates, **properties: {
            "type": "Feature", "properties": properties, "geometry": {"type": kind, "coordinates": coordinates}}
        collect = lambda *features: json.dumps({"type": "FeatureCollection", "features": features})
        roads.write_text(collect(feature("LineString", [[116, 39], [116.1, 39]], road_id="1", **{"class": "residential"})))
        ends.write_text(collect(*(feature("Point", [x, 39], id=name) for name, x in (("w", 116.01), ("e", 116.05)))))
        given = ["--network", roads, "--origins", ends, "--destinations", ends, "--output", output, "--nearest", "2"]
        done = jingwei("accessibility", *given, "--network-profile", "walk,bike")
        self.assertEqual(done.returncode, 0, done.stderr)
        with open(output, encoding="utf-8-sig", newline="") as file:
            (west,) = [row for row in csv.DictReader(file) if row["cell_id"] == "w"]
        # 5 km/h on foot, 15 km/h by bike (layers/profiles).
        self.assertAlmostEqual(float(west["nearest_2_min"]), 3 * float(west["nearest_2_min_bike"]), delta=0.01)
        self.assertEqual(west["nearest_key_bike"], "w")
        done = jingwei("od-matrix", *given[:-2], "--network-profile", "walk,bike")
        self.assertEqual(done.returncode, 2, done.stderr)
        self.assertIn("network", done.stderr)

    def test_coverages_are_cleaned_simplified_and_overlaid_with_any_number_of_layers(self):
        def square(west, east, south=39.0, north=39.01):
            return [[[west, south], [east, south], [east, north], [west, north], [west, south]]]

        def write(name, key, squares):
            features = [{"type": "Feature", "properties": {key: f"{name[0]}{n}"}, "geometry": {"type": "Polygon", "coordinates": each}}
                        for n, each in enumerate(squares)]
            (self.folder / name).write_text(json.dumps({"type": "FeatureCollection", "features": features}))

        write("parcels.geojson", "id", [square(116.0, 116.01), square(116.009999, 116.02), square(116.02, 116.03)])
        write("区域.geojson", "id", [square(116.005, 116.015)])
        write("zones 2.geojson", "id", [square(116.0, 116.03, 39.005, 39.02)])

        done = jingwei("union", "--input", "parcels.geojson,区域.geojson,zones 2.geojson", "--output", "union.gpkg", "--figures", "-", cwd=self.folder)
        self.assertEqual(done.returncode, 0, done.stderr)
        # The sliver of two parcels has the three layers in its northern half.
        self.assertEqual(json.loads(done.stdout)["most_features"], 4)
        covering = rows(self.folder / "union.gpkg", "SELECT DISTINCT layer FROM union_sources ORDER BY layer")
        self.assertEqual([name for name, in covering], ["parcels", "zones_2", "区域"])

        (self.folder / "params.json").write_text(json.dumps({"inputs": {"input": ["zones 2.geojson", {"source": "区域.geojson"}]}, "output": "two.gpkg"}))
        done = jingwei("union", "--params", "params.json", cwd=self.folder)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(rows(self.folder / "two.gpkg", "SELECT count(*) FROM union_faces"), [(3,)])

        done = jingwei("clean-coverage", "--input", "parcels.geojson", "--sliver-width", "1 m", "--gap-width", "1 m", "--output", "clean.gpkg",
                       "--figures", "-", cwd=self.folder)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(json.loads(done.stdout)["overlaps"], 1)
        self.assertEqual(rows(self.folder / "clean.gpkg", "SELECT count(*) FROM clean_coverage_ledger"), [(1,)])

        done = jingwei("simplify", "--input", "parcels.geojson", "--tolerance", "100 m", "--output", "simple.gpkg", cwd=self.folder)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(rows(self.folder / "simple.gpkg", "SELECT count(*), min(vertices) FROM simplify_features"), [(3, 4)])

    def test_the_report_of_a_network_is_checked_first(self):
        for words, told in ((["--report", self.folder / "a.doc"], "a.doc"), (["--snap-limit", "0 m"], "more than 0")):
            done = jingwei("network", DATA / "roads.geojson", "--profile", "walk", "--language", "en", *words)
            self.assertEqual(done.returncode, 2, done.stderr)
            self.assertIn(told, done.stderr)

    def test_analyses_and_describe_tell_what_there_is(self):
        names = [line.split()[0] for line in jingwei("analyses").stdout.splitlines()]
        self.assertEqual(names, sorted(names))
        self.assertEqual(names, [entry["name"] for entry in json.loads(jingwei("analyses", "--json").stdout)])
        self.assertIn("distance", jingwei("analyses", "buffer").stdout)
        told = json.loads(jingwei("describe", DATA / "hospitals.geojson", "--json").stdout)
        self.assertEqual(told["layers"][0]["features"], 2)
        self.assertEqual(told["layers"][0]["fits"][0]["definition"], "facilities")

    def test_version_names_the_libraries(self):
        text = jingwei("--version").stdout
        for library in ("jingwei", "GDAL", "GEOS", "PROJ"):
            self.assertIn(library, text)


if __name__ == "__main__":
    unittest.main()
