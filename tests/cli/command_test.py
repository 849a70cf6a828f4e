"""The real command on tiny written files: what it prints, what it writes, and its exit codes."""
import http.server
import json
import os
import re
import resource
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import threading
import unittest
from pathlib import Path

JINGWEI = os.environ["JINGWEI"]
ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "tests/study/data"


def jingwei(*arguments, cwd=None, **environment):
    return subprocess.run([JINGWEI, *map(str, arguments)], cwd=cwd, capture_output=True, text=True, timeout=300,
                          env={**os.environ, "LC_ALL": "C.UTF-8", **environment})


def rows(geopackage, query):
    with sqlite3.connect(f"file:{geopackage}?mode=ro", uri=True) as database:
        return database.execute(query).fetchall()


def content_hash(folder):
    return json.loads((Path(folder) / "run.json").read_text())["outputs"]["content_hash"]


class CommandTest(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="jingwei 经纬 "))
        self.addCleanup(shutil.rmtree, self.folder)

    def run_study(self, *arguments, study=DATA / "correct.yaml", **environment):
        return jingwei("run", study, "--out", self.folder / "out", *arguments, **environment)


class Run(CommandTest):
    def test_writes_layers_project_summary_and_record(self):
        done = self.run_study()
        self.assertEqual(done.returncode, 0, done.stderr)
        out = self.folder / "out"
        names = ("two-counties.gpkg", "two-counties.qgz", "reports/summary.html", "run.json")
        self.assertEqual(done.stdout.splitlines(), [str(out / name) for name in names])
        for name in names:
            self.assertTrue((out / name).is_file(), name)
        tables = {name for (name,) in rows(out / "two-counties.gpkg", "SELECT table_name FROM gpkg_contents")}
        for layer in ("roads", "hospitals", "population", "admin_units", "coverage_by_unit", "coverage_gaps",
                      "near_hospitals_areas", "homes_near_pieces", "issues"):
            self.assertIn(layer, tables)
        self.assertEqual(sorted(path.name for path in out.iterdir() if path.name.startswith(".") and "lock" not in path.name), [])

    def test_answers_are_those_of_the_hand(self):
        # Population: c1 100 people 87 m from h1; c3 50 people 88 m from h2; c2 250 people more than 600 m from both.
        self.assertEqual(self.run_study().returncode, 0)
        units = dict(rows(self.folder / "out/two-counties.gpkg", "SELECT unit_code, people_covered FROM coverage_by_unit"))
        totals = dict(rows(self.folder / "out/two-counties.gpkg", "SELECT unit_code, people FROM coverage_by_unit"))
        self.assertEqual(units, {"130001": 100.0, "130002": 50.0})
        self.assertEqual(totals, {"130001": 350.0, "130002": 50.0})
        gaps = rows(self.folder / "out/two-counties.gpkg", "SELECT cell_id, people FROM coverage_gaps")
        self.assertEqual(gaps, [("c2", 250.0)])

    def test_the_same_content_for_every_number_of_threads_and_every_run(self):
        hashes = set()
        for threads in ("1", "2", "7"):
            done = self.run_study("--fresh", "--threads", threads)
            self.assertEqual(done.returncode, 0, done.stderr)
            hashes.add(content_hash(self.folder / "out"))
        self.assertEqual(len(hashes), 1)

    def test_the_same_content_in_another_locale(self):
        self.assertEqual(self.run_study().returncode, 0)
        first = content_hash(self.folder / "out")
        self.assertEqual(self.run_study("--fresh", LC_ALL="de_DE.UTF-8", LANG="de_DE.UTF-8").returncode, 0)
        self.assertEqual(content_hash(self.folder / "out"), first)

    def test_runs_under_a_chinese_path(self):
        folder = self.folder / "京津冀 研究"
        shutil.copytree(DATA, folder)
        done = jingwei("run", "correct.yaml", "--out", "结果", cwd=folder)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertTrue((folder / "结果/two-counties.gpkg").is_file())

    def test_only_answers_what_is_asked(self):
        done = self.run_study("--only", "homes_near")
        self.assertEqual(done.returncode, 0, done.stderr)
        tables = {name for (name,) in rows(self.folder / "out/two-counties.gpkg", "SELECT table_name FROM gpkg_contents")}
        self.assertIn("homes_near_pieces", tables)
        self.assertNotIn("coverage_by_unit", tables)

    def test_a_scenario_changes_what_it_names_beside_the_study(self):
        shutil.copytree(DATA, self.folder / "data")
        study = self.folder / "data/study.yaml"
        study.write_text((DATA / "correct.yaml").read_text() + """
scenarios:
  - name: far
    title: {zh: 更远, en: Farther}
    analyses:
      - {name: near_hospitals, parameters: {distance: [300 m, 900 m]}}
""")
        for scenario in ([], ["--scenario", "far"]):
            done = jingwei("run", study, *scenario, cwd=self.folder)
            self.assertEqual(done.returncode, 0, done.stderr)
        out = self.folder / "output/two-counties"
        record = json.loads((out / "far/run.json").read_text())["study"]
        self.assertEqual((record["id"], record["scenario"], record["title_en"]),
                         ("two-counties", "far", "Two counties: Farther"))
        query = "SELECT DISTINCT distance_m FROM near_hospitals_areas ORDER BY 1"
        self.assertEqual(rows(out / "two-counties.gpkg", query), [(300.0,), (600.0,)])
        self.assertEqual(rows(out / "far/two-counties-far.gpkg", query), [(300.0,), (900.0,)])
        self.assertEqual(*(rows(file, "SELECT people_covered FROM coverage_by_unit ORDER BY unit_code")
                           for file in (out / "two-counties.gpkg", out / "far/two-counties-far.gpkg")))
        analyses = {entry["name"]: entry["taken"] for entry in json.loads((out / "far/run.json").read_text())["analyses"]}
        self.assertEqual(analyses, {"coverage": True, "near_hospitals": False, "homes_near": False})
        done = jingwei("run", study, "--scenario", "fra")
        self.assertEqual(done.returncode, 2)
        self.assertIn("has no scenario “fra”; it has far; did you mean “far”?", done.stderr)
        self.assertIn("1 scenarios", jingwei("check", study).stdout)

    def test_json_progress_is_one_event_a_line(self):
        done = self.run_study("--progress", "json", "--quiet")
        events = [json.loads(line) for line in done.stderr.splitlines() if line.startswith("{")]
        self.assertGreater(len(events), 3)
        self.assertTrue(all("event" in event for event in events))


class Failures(CommandTest):
    def test_mistakes_are_told_all_at_once_and_nothing_is_written(self):
        done = self.run_study(study=DATA / "many_mistakes.yaml")
        self.assertEqual(done.returncode, 2)
        self.assertGreaterEqual(done.stderr.count("many_mistakes.yaml:"), 30)
        self.assertFalse((self.folder / "out").exists())

    def test_check_tells_the_same_and_writes_nothing(self):
        wrong = jingwei("check", DATA / "many_mistakes.yaml")
        right = jingwei("check", DATA / "correct.yaml")
        self.assertEqual((wrong.returncode, wrong.stdout), (2, ""))
        self.assertEqual(right.returncode, 0, right.stderr)
        self.assertIn("correct", right.stdout)

    def test_a_study_that_is_missing_empty_or_binary(self):
        empty, binary = self.folder / "empty.yaml", self.folder / "binary.yaml"
        empty.write_text("")
        binary.write_bytes(b"\xff\xfe\x00study")
        for study in (self.folder / "none.yaml", empty, binary, self.folder):
            done = jingwei("run", study, "--out", self.folder / "out")
            self.assertEqual(done.returncode, 2, (study, done.stderr))
            self.assertIn(study.name, done.stderr)
            self.assertNotIn("terminate", done.stderr)

    def altered(self, old, new):
        folder = self.folder / "study"
        shutil.copytree(DATA, folder, dirs_exist_ok=True)
        text = (folder / "correct.yaml").read_text()
        self.assertIn(old, text)
        (folder / "correct.yaml").write_text(text.replace(old, new))
        return folder / "correct.yaml"

    def test_inputs_that_are_unreadable_empty_or_hostile(self):
        self.assertEqual(self.run_study().returncode, 0)
        before = content_hash(self.folder / "out")
        (self.folder / "study").mkdir()
        (self.folder / "study/bad.geojson").write_text('{"type":"FeatureCollection","features":[{"type"')
        (self.folder / "study/zero.geojson").write_bytes(b"")
        (self.folder / "study/remote.vrt").write_text("<OGRVRTDataSource><OGRVRTLayer name='a'><SrcDataSource>"
                                                      "https://example.org/a.json</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>")
        for source in ("bad.geojson", "zero.geojson", "remote.vrt", "missing.geojson", "https://example.org/a.geojson",
                       "/vsicurl/https://example.org/a.geojson"):
            study = self.altered("source: roads.geojson", f'source: "{source}"')
            done = self.run_study(study=study)
            self.assertEqual(done.returncode, 2, (source, done.stderr))
            self.assertIn("correct.yaml:5:", done.stderr, source)
            self.assertEqual(content_hash(self.folder / "out"), before)

    def test_a_file_cannot_make_jingwei_fetch(self):
        asked = []
        class Server(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                asked.append(self.path)
                self.send_error(404)
            log_message = lambda *_: None
        server = http.server.HTTPServer(("127.0.0.1", 0), Server)
        self.addCleanup(server.server_close)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        self.addCleanup(server.shutdown)
        address = f"http://127.0.0.1:{server.server_port}"
        roads = json.loads((DATA / "roads.geojson").read_text())
        roads["crs"] = {"type": "link", "properties": {"href": f"{address}/crs.wkt", "type": "ogcwkt"}}
        hostile = self.folder / "roads.geojson"
        hostile.write_text(json.dumps(roads))
        (self.folder / "tiles.gdal.geojson").write_text(f'<GDAL_WMS><Service name="TMS"><ServerUrl>{address}/tms</ServerUrl></Service></GDAL_WMS>')
        (self.folder / "a.vrt.csv").write_text(f"<OGRVRTDataSource><OGRVRTLayer name='a'><SrcDataSource>/vsicurl/{address}/a.json"
                                               "</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>")
        for source in (hostile, self.folder / "tiles.gdal.geojson", self.folder / "a.vrt.csv"):
            jingwei("describe", source)
            jingwei("buffer", "--input", source, "--distance", "10 m", "--output", self.folder / "a.gpkg")
        trap = self.folder / "http:" / f"127.0.0.1:{server.server_port}" / "a.osm"  # what the address names here
        trap.parent.mkdir(parents=True)
        trap.write_text("<osm version='0.6'></osm>")
        subprocess.run([JINGWEI, "network", f"{address}/a.osm", "--profile", "car"], cwd=self.folder, capture_output=True)
        jingwei("buffer", "--input", f"{address}/a.osm:parks", "--distance", "10 m", "--output", self.folder / "a.gpkg", cwd=self.folder)
        self.assertEqual(asked, [])

    def test_a_source_that_never_ends(self):
        os.symlink("/dev/zero", self.folder / "zero.csv")
        done = jingwei("describe", self.folder / "zero.csv")
        self.assertEqual(done.returncode, 2)
        self.assertIn("ordinary", done.stderr)
        self.assertEqual(jingwei("check", "/dev/zero").returncode, 2)

    def test_a_full_disk_leaves_the_old_output(self):
        self.assertEqual(self.run_study().returncode, 0)
        out = self.folder / "out"
        before = {path: path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()}
        for most_bytes in (10_000, 150_000):
            done = subprocess.run([JINGWEI, "run", str(DATA / "correct.yaml"), "--out", str(out)], capture_output=True, text=True, timeout=300,
                                  preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most_bytes, most_bytes)))
            self.assertEqual(done.returncode, 1, done.stderr)
            self.assertEqual({path: path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()}, before)

    def test_a_summary_that_cannot_be_written_leaves_the_whole_old_output(self):
        self.assertEqual(self.run_study().returncode, 0)
        out = self.folder / "out"
        shutil.rmtree(out / "reports")
        (out / "reports").write_text("a file")
        before = {path: path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()}
        done = self.run_study("--only", "coverage", "--resume")
        self.assertEqual(done.returncode, 1, done.stderr)
        self.assertIn("reports", done.stderr)
        after = {path: path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()}
        answers = {path for path in after if path.parent.name == "answers"}  # those are kept, whatever comes after
        self.assertEqual({path: after[path] for path in after if path not in answers}, {path: before[path] for path in before if path not in answers})

    def test_names_cannot_steer_a_terminal(self):
        study = self.folder / "hostile.yaml"
        study.write_text('study: {id: "a\\x1b[2J"}\ninputs: [{name: roads, source: "b\\x1b]0;title\\a\\n.gpkg"}]\nanalyses: [{analysis: "c\\r"}]\n')
        done = jingwei("check", study)
        self.assertEqual(done.returncode, 2)
        self.assertFalse(set(done.stderr) & {"\x1b", "\r", "\a"}, done.stderr)

    def test_an_output_that_cannot_be_written(self):
        blocked = self.folder / "file"
        blocked.write_text("not a folder")
        done = jingwei("run", DATA / "correct.yaml", "--out", blocked)
        self.assertIn(done.returncode, (1, 2), done.stderr)
        self.assertIn("file", done.stderr)
        self.assertEqual(blocked.read_text(), "not a folder")

    def test_too_many_features_is_a_limit(self):
        study = self.altered("precision: 1 mm", "precision: 1 mm\nlimits: {features: 2}")
        done = self.run_study(study=study)
        self.assertEqual(done.returncode, 3, done.stderr)
        self.assertFalse((self.folder / "out").exists())

    def test_command_lines_that_are_wrong(self):
        for arguments in ((), ("runs",), ("run",), ("run", DATA / "correct.yaml", "--thread", "2"), ("analyses", "bufer"),
                          ("run", DATA / "correct.yaml", "--only", "nothing", "--out", self.folder / "out"),
                          ("describe", self.folder / "none.gpkg"), ("buffer", "--output", self.folder / "a.gpkg")):
            done = jingwei(*arguments)
            self.assertEqual(done.returncode, 2, (arguments, done.stderr))
            self.assertNotEqual(done.stderr + done.stdout, "")


class Languages(CommandTest):
    def test_everything_is_told_in_chinese_where_it_is_asked_for(self):
        chinese = re.compile("[\u4e00-\u9fff]")
        for arguments in (("--help",), ("run", "--help"), ("buffer", "--help"), ("coverage", "--help"), ("analyses",), ("analyses", "buffer"),
                          ("check", DATA / "correct.yaml"), ("describe", DATA / "hospitals.geojson")):
            done = jingwei(*arguments, LC_ALL="zh_CN.UTF-8")
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertRegex(done.stdout, chinese, arguments)
            self.assertNotRegex(jingwei(*arguments).stdout, chinese, arguments)
        for arguments in (("runs",), ("run",), ("run", "none.yaml"), ("describe", "none.gpkg"), ("check", DATA / "many_mistakes.yaml"),
                          ("buffer", "--input", DATA / "hospitals.geojson", "--distance", "5", "--output", self.folder / "a.gpkg"),
                          ("buffer", "--input", DATA / "hospitals.geojson", "--distance", "5 m", "--output", self.folder / "a.doc")):
            done = jingwei(*arguments, "--language", "zh") if arguments != ("run",) else jingwei("run", LC_ALL="zh_CN.UTF-8")
            self.assertEqual(done.returncode, 2, done.stderr)
            for line in done.stderr.splitlines():
                self.assertRegex(line, chinese, arguments)

    def test_progress_and_messages_are_in_the_language_asked_for(self):
        chinese, english = self.run_study("--language", "zh"), self.run_study("--language", "en")
        self.assertEqual((chinese.returncode, english.returncode), (0, 0))
        self.assertIn("读取  ", chinese.stderr)
        self.assertIn("个要素", chinese.stderr)
        self.assertNotIn("features read", chinese.stderr)
        self.assertIn("read  ", english.stderr)
        self.assertNotRegex(english.stderr.replace(str(self.folder), ""), "[\u4e00-\u9fff]")


class Interrupted(CommandTest):
    def test_ctrl_c_leaves_the_old_output(self):
        study = ROOT / "sample-data/jing-jin-ji/study.yaml"
        out = self.folder / "out"
        out.mkdir()
        old = out / "jing-jin-ji.gpkg"
        old.write_bytes(b"old")
        process = subprocess.Popen([JINGWEI, "run", str(study), "--out", str(out), "--threads", "1", "--progress", "json"],
                                   stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        self.assertIn("progress", process.stderr.readline())  # it has begun
        process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=60)
        self.assertEqual(process.returncode, 130, told)
        self.assertEqual(old.read_bytes(), b"old")

    def test_what_was_answered_before_ctrl_c_is_not_computed_again(self):
        study = self.folder / "study"
        shutil.copytree(DATA, study)
        command = [JINGWEI, "run", str(study / "correct.yaml"), "--out", str(self.folder / "out"), "--threads", "1"]
        process = subprocess.Popen([*command, "--progress", "json"], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        answers = self.folder / "out/answers"
        while process.poll() is None and not list(answers.glob("*.answer")):
            pass
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=60)
        answered = {path.stem for path in answers.glob("*.answer")}
        self.assertTrue(answered)
        done = jingwei(*command[1:], "--resume")
        self.assertEqual(done.returncode, 0, done.stderr)
        record = json.loads((self.folder / "out/run.json").read_text())
        self.assertEqual({entry["name"] for entry in record["analyses"] if entry["taken"]}, answered)


if __name__ == "__main__":
    unittest.main()
