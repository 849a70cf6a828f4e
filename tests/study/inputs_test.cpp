#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "base/error.hpp"
#include "base/expect_error.hpp"
#include "base/progress.hpp"
#include "base/temporary_folder.hpp"
#include "study/check.hpp"
#include "study/data.hpp"
#include "study/read_input.hpp"

using namespace jingwei;

namespace {

class KeptLog : public Log {
 public:
  void write(LogLevel /*level*/, std::string_view message) override { m_lines.emplace_back(message); }
  const std::vector<std::string>& lines() const { return m_lines; }

 private:
  std::vector<std::string> m_lines;
};

/// Inputs of very different size, the largest first, so that later ones are read before it.
struct Sources {
  TemporaryFolder folder;
  std::string study_file;

  Sources() {
    std::string inputs;
    for (int i = 0; i < 12; ++i) {
      const std::string name = "places_" + std::to_string(i);
      std::ofstream csv(folder.file(name + ".csv"));
      csv << "facility_id,name_zh,kind,capacity,unused,lon,lat\n";
      for (int row = 0; row < (i == 0 ? 20000 : 10 + i); ++row)
        csv << row << ",医院,hospital," << row % 100 << ",x," << 116 + row * 1e-5 << ",39.5\n";
      inputs += "  - {name: " + name + ", layer: facilities, source: " + name +
                ".csv, crs: EPSG:4326, coordinates: {x: lon, y: lat}}\n";
    }
    study_file = folder.file("study.yaml");
    std::ofstream(study_file) << "study: {id: many, title: Many}\ninputs:\n"
                              << inputs
                              << "analyses:\n  - {analysis: buffer, inputs: {input: places_0}, parameters: "
                                 "{distance: 300 m}}\n";
  }
};

}  // namespace

TEST_CASE("inputs are read at the same time, and told in their order") {
  const Sources sources;
  std::vector<std::string> of_one;
  for (const int threads : {1, 4}) {
    Cancellation cancellation;
    const auto progress = silent_progress();
    KeptLog log;
    Context context(threads, cancellation, *progress, log);
    const Study study = load_study(sources.study_file, {}, context);
    RunRecord record(threads);
    const StudyData data = read_inputs(study, record, context);
    REQUIRE(data.layers.size() == 12);
    CHECK(data.layers.at("places_0").rows() == 20000);
    CHECK(data.layers.at("places_11").rows() == 21);
    CHECK(data.layers.at("places_3")["capacity"].number(2) == 10);  // by key as text: 0, 1, 10
    REQUIRE(log.lines().size() == 12);
    if (threads == 1) of_one = log.lines();
    CHECK(log.lines() == of_one);
  }
}

TEST_CASE("of several inputs that cannot be read the first in the study is told") {
  const Sources sources;
  Cancellation cancellation;
  const auto progress = silent_progress();
  KeptLog log;
  Context context(4, cancellation, *progress, log);
  const Study study = load_study(sources.study_file, {}, context);
  for (const char* gone : {"places_0.csv", "places_5.csv", "places_9.csv"})
    std::filesystem::remove(sources.folder.file(gone));
  for (int round = 0; round < 20; ++round) {
    RunRecord record(4);
    const std::string told = error_of(ErrorKind::input, [&] { read_inputs(study, record, context); });
    CHECK(told.find("places_0.csv") != std::string::npos);
  }
}

TEST_CASE("only the fields that a definition may take are read") {
  const Sources sources;
  Context context;
  Study study = load_study(sources.study_file, {}, context);
  StudyInput& input = study.inputs[1];
  const auto values_of = [&](const std::string& name) {
    const RawLayer raw = read_input(input, Filtering::on, study.limits, context);
    for (std::size_t i = 0; i < raw.fields.size(); ++i)
      if (raw.fields[i].name == name) return raw.columns[i].size();
    return raw.rows + 1;
  };
  CHECK(values_of("name_zh") == 11);
  CHECK(values_of("lon") == 11);
  CHECK(values_of("unused") == 0);
  input.fields.push_back({{"capacity", {}}, {"unused", {}}, {}, {}});
  CHECK(values_of("unused") == 11);
  input.definition = &any_layer_definition();
  CHECK(values_of("unused") == 11);
}
