#include <catch2/catch.hpp>
#include <filesystem>
#include <set>

#include "base/error.hpp"
#include "base/expect_error.hpp"
#include "base/file.hpp"
#include "base/json.hpp"
#include "base/temporary_folder.hpp"
#include "study/run.hpp"

using namespace jingwei;

namespace {

namespace fs = std::filesystem;
using Names = std::set<std::string>;

// Two networks of which `walk` has an issue of its own (a hospital 600 m from any street is none of its snap
// limit), and analyses that read inputs, networks and each other.
const char* const study_text = R"(study: {id: two, title: Two counties}
inputs:
  - {name: roads, source: roads.geojson}
  - {name: hospitals, layer: facilities, source: hospitals.geojson}
  - {name: population, source: people.csv, crs: EPSG:4326, coordinates: {x: lon, y: lat}}
  - {name: admin_units, source: counties.geojson, fields: {area_km2: {field: area_ha, unit: ha}}}
networks:
  - {name: walk, sources: [roads], profile: walk, snap_limit: 1 km, timetable: {gtfs: gtfs, date: 2026-03-02}}
  - {name: bike, sources: [roads], profile: bike, snap_limit: 1 km}
analyses:
  - {name: near, analysis: buffer, inputs: {input: hospitals}, parameters: {distance: [300 m, 600 m], rings: rings}}
  - {name: homes_near, analysis: overlay, inputs: {input: admin_units, overlay: near_areas}}
  - {name: by_bus, analysis: accessibility, inputs: {origins: population, destinations: hospitals, network: walk},
     parameters: {departure: "07:30", limits: [10 min]}}
  - {name: by_bike, analysis: accessibility, inputs: {origins: population, destinations: hospitals, network: bike}}
  - {name: nearest, analysis: nearest-facility, inputs: {origins: population, facilities: hospitals, network: bike},
     parameters: {lines: route}}
scenarios:
  - {name: far, networks: [{name: bike, snap_limit: 900 m}]}
  - {name: wide, analyses: [{name: near, parameters: {distance: [300 m, 900 m]}}]}
)";

/// Requests a cancel when a stage of this name begins.
class CancelAt : public Progress {
 public:
  CancelAt(std::string stage, Cancellation& cancellation)
      : m_stage(std::move(stage)), m_cancellation(cancellation) {}
  void begin(std::string_view stage, std::size_t) override {
    if (stage == m_stage) m_cancellation.request();
  }
  void advance(std::size_t) override {}
  void end() override {}

 private:
  std::string m_stage;
  Cancellation& m_cancellation;
};

class Warnings : public Log {
 public:
  void write(LogLevel level, std::string_view message) override {
    if (level == LogLevel::warning) told.emplace_back(message);
  }
  std::vector<std::string> told;
};

struct Run {
  std::string content_hash;
  Names computed, built;
  std::vector<std::string> warnings;
};

class Runs {
 public:
  Runs() {
    fs::copy(JINGWEI_SOURCE_DIR "/tests/study/data", m_folder.path() / "study", fs::copy_options::recursive);
    write(study_text);
  }

  void write(const std::string& text) const { write_file(study_file(), text); }
  std::string study_file() const { return m_folder.file("study/study.yaml"); }
  std::string answers(const std::string& scenario = {}) const {
    return m_folder.file((scenario.empty() ? "out" : "out/" + scenario) + "/answers");
  }

  Run operator()(const std::string& scenario = {}, const std::vector<std::string>& only = {}) const {
    return run({study_file(), scenario, m_folder.file("out"), only});
  }
  /// From nothing, in a folder of its own.
  Run anew(const std::string& scenario = {}) const {
    const TemporaryFolder elsewhere;
    return run({study_file(), scenario, elsewhere.file("out"), {}});
  }
  void interrupted(const std::string& stage) const {
    Cancellation cancellation;
    CancelAt progress(stage, cancellation);
    Warnings log;
    Context context(1, cancellation, progress, log);
    error_of(ErrorKind::cancelled, [&] { run_study({study_file(), {}, m_folder.file("out"), {}}, context); });
  }
  static Run run(const RunRequest& request) {
    Cancellation cancellation;
    CancelAt progress("never", cancellation);
    Warnings log;
    Context context(2, cancellation, progress, log);
    const Published published = run_study(request, context);
    Run run{published.content_hash, {}, {}, log.told};
    const Json record = parse_json("run.json", read_file(published.run_record));
    run.computed = made(record, "analyses");
    run.built = made(record, "networks");
    return run;
  }

 private:
  /// The names of what was made, not taken.
  static Names made(const Json& record, const std::string& list) {
    Names names;
    for (const Json& entry : *record.find(list)->as<Json::Array>()) {
      CHECK(entry.find("key")->as<std::string>()->size() == 64);
      if (!*entry.find("taken")->as<bool>()) names.insert(*entry.find("name")->as<std::string>());
    }
    return names;
  }

  TemporaryFolder m_folder;
};

const Names all{"near", "homes_near", "by_bus", "by_bike", "nearest"}, networks{"walk", "bike"};

}  // namespace

TEST_CASE("a run takes what an earlier one answered, and gives the same") {
  const Runs run;
  const Run first = run(), second = run();
  CHECK(first.computed == all);
  CHECK(first.built == networks);
  CHECK(second.computed.empty());
  CHECK(second.built.empty());
  CHECK(second.content_hash == first.content_hash);
  CHECK(second.warnings == first.warnings);
  RunRequest fresh{run.study_file(), {}, fs::path(run.answers()).parent_path().string(), {}};
  fresh.earlier = EarlierAnswers::Use::compute_anew;
  const Run third = Runs::run(fresh);
  CHECK(third.computed == all);
  CHECK(third.content_hash == first.content_hash);
}

TEST_CASE("of a scenario that changes a network only what travels on it is computed") {
  const Runs run;
  const Run base = run(), far = run("far");
  CHECK(far.computed == Names{"by_bike", "nearest"});
  CHECK(far.built == Names{"bike"});
  CHECK(far.content_hash == run.anew("far").content_hash);
  CHECK(run("far").computed.empty());
  CHECK(run().computed.empty());
  CHECK(run().content_hash == base.content_hash);
}

TEST_CASE("of a scenario that changes a parameter the analysis and what reads it are computed") {
  const Runs run;
  run();
  const Run wide = run("wide");
  CHECK(wide.computed == Names{"near", "homes_near"});
  CHECK(wide.built.empty());
  CHECK(wide.content_hash == run.anew("wide").content_hash);
}

TEST_CASE("a study takes from its scenarios too") {
  const Runs run;
  CHECK(run("far").computed == all);
  const Run base = run();
  CHECK(base.computed == Names{"by_bike", "nearest"});
  CHECK(base.content_hash == run.anew().content_hash);
}

TEST_CASE("changed inputs, parameters and feeds are noticed") {
  const Runs run;
  run();
  const std::string folder = fs::path(run.study_file()).parent_path().string() + "/";
  const auto replace = [&](const std::string& file, const std::string& from, const std::string& to) {
    std::string text = read_file(folder + file);
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    write_file(folder + file, text.replace(at, from.size(), to));
  };
  replace("hospitals.geojson", "\"name_zh\":\"", "\"name_zh\":\"新");
  CHECK(run().computed == all);
  replace("gtfs/stop_times.txt", "07:", "06:");
  const Run timetable = run();
  CHECK(timetable.computed == Names{"by_bus"});
  CHECK(timetable.built == Names{"walk"});
  CHECK(timetable.content_hash == run.anew().content_hash);
  replace("study.yaml", "lines: route", "lines: straight");
  CHECK(run().computed == Names{"nearest"});
  replace("study.yaml", "title: Two counties", "title: Other counties");
  CHECK(run().computed.empty());
  replace("study.yaml", "inputs:", "precision: 2 mm\ninputs:");
  CHECK(run().computed == all);
}

TEST_CASE("what an interrupted run answered is not computed again") {
  const Runs run;
  run.interrupted("by_bike");
  const Run second = run();
  CHECK(second.computed == Names{"by_bike", "nearest"});
  CHECK(second.built == Names{"bike"});
  CHECK(second.content_hash == run.anew().content_hash);
}

TEST_CASE("a file that is damaged, cut short or foreign is told and made again") {
  const Runs run;
  const Run first = run();
  const std::string file = run.answers() + "/by_bike.answer", network = run.answers() + "/walk.network";
  const std::string whole = read_file(file);
  std::string flipped = whole;
  flipped[whole.size() / 2] ^= 1;
  for (const std::string& content : {flipped, whole.substr(0, whole.size() / 2), std::string("GIF89a")}) {
    write_file(file, content);
    const Run again = run();
    CHECK(again.computed == Names{"by_bike"});
    CHECK(again.built == Names{"bike"});
    CHECK(again.content_hash == first.content_hash);
    REQUIRE(again.warnings.size() == first.warnings.size() + 1);
    CHECK_THAT(again.warnings.front(), Catch::Contains("by_bike.answer: the answer kept there is damaged"));
    CHECK(read_file(file) == whole);
  }
  write_file(network, read_file(network).substr(0, 300));
  const Run again = run();
  CHECK(again.computed.empty());
  CHECK(again.built == Names{"walk"});  // what is wrong with it must be told all the same
  CHECK(again.content_hash == first.content_hash);
}

TEST_CASE("no more is left than the last runs used") {
  const Runs run;
  const auto files = [](const std::string& folder) {
    Names names;
    for (const auto& entry : fs::directory_iterator(folder)) names.insert(entry.path().filename().string());
    return names;
  };
  run();
  const Names whole = files(run.answers());
  CHECK(whole.size() == all.size() + networks.size());
  run("far");
  CHECK(files(run.answers("far")) == Names{"by_bike.answer", "nearest.answer", "bike.network"});
  write_file(run.answers() + "/old.answer", "of an analysis that is gone");
  run({}, {"by_bike"});
  CHECK(files(run.answers()).contains("old.answer"));  // a run of some says nothing of the others
  run();
  CHECK(files(run.answers()) == whole);
  write_file(run.answers() + "/notes.txt", "somebody's own");
  run();
  CHECK(files(run.answers()).contains("notes.txt"));
}
