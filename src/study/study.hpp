#pragma once
#include <any>
#include <chrono>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "analyses/analysis.hpp"
#include "base/document.hpp"
#include "base/quantity.hpp"
#include "base/text.hpp"
#include "geometry/crs.hpp"
#include "geometry/gcj02.hpp"
#include "io/read.hpp"
#include "layer/definition.hpp"
#include "network/in_service.hpp"
#include "network/network.hpp"
#include "network/profile.hpp"

namespace jingwei {

/// A name used in a study, and where.
struct Reference {
  std::string name;
  Place place;
};

/// One entry of `inputs`.
struct StudyInput {
  std::string name;
  Place place;
  const LayerDefinition* definition = nullptr;  ///< nothing only where the study is wrong
  std::optional<Text> title;                    ///< the study's own, else the definition's
  DataSource source;
  Place source_place;
  std::string filter;
  Place filter_place;
  std::string encoding;
  std::optional<Crs> crs;
  Place crs_place;
  Datum datum = Datum::wgs84;
  std::optional<Reference> x, y;
  struct Mapping {
    Reference field;
    Reference source;
    std::string unit;
    std::optional<std::string> value;  ///< that all features share, instead of a source field
  };
  std::vector<Mapping> fields;
  std::string scheme;  ///< of trunk lines: the one whose rows are taken
};

/// A timetable that a network on foot carries: a GTFS feed on one day, or tables of lines.
struct StudyTimetable {
  Place place;
  std::optional<Reference> gtfs;  ///< a ZIP file or folder, from the study's folder
  std::optional<std::chrono::year_month_day> date;
  std::optional<Place> date_place;                     ///< absent: no date is given
  std::optional<Reference> services, stops, stations;  ///< inputs
};

/// One entry of `networks`.
struct StudyNetwork {
  std::string name;
  Place place;
  std::vector<Reference> sources;
  std::optional<Reference> stations, transfers, interchanges;
  const Profile* profile = nullptr;
  Length snap_limit{500};
  InService in_service;
  std::vector<StudyTimetable> timetables;
  Noding noding = Noding::vertices;
  Length tolerance{0};  ///< of crossings: as far as ends are led on
  std::string stored;   ///< the file that keeps it once built; empty: none
};

/// One entry of `analyses`.
struct StudyAnalysis {
  std::string name;
  Place place;
  const Analysis* analysis = nullptr;
  struct Binding {
    Reference role;
    Reference target;
  };
  std::vector<Binding> inputs;  ///< roles that are bound by their own name included, once checked
  struct Setting {
    Reference parameter;
    std::vector<std::string> texts;
    Place place;
  };
  std::vector<Setting> parameters;
  std::any options;
  Text title;  ///< the study's own, else the analysis'

  /// The layer name of an output.
  std::string output_name(const Output& output) const { return name + "_" + output.thing; }
};

/// All parameters of an analysis with what they are set to, their defaults included.
std::vector<std::pair<std::string, std::vector<std::string>>> settings_of(const StudyAnalysis& entry);

struct StudyLimits {
  std::size_t features = 5'000'000;  ///< of one input
  std::size_t issues = 100'000;      ///< of all
};

struct StudyOutputs {
  Language language = Language::zh;
  std::vector<Reference> layers;  ///< empty: all
  bool summary = true;
};

/// The study file, parsed and checked.
struct Study {
  std::string file;    ///< as the user named it
  std::string folder;  ///< that relative sources start from
  std::string id;
  Text title;
  std::string scenario;    ///< empty: as the study file stands
  std::optional<Crs> crs;  ///< absent: auto
  Length precision{0.001};
  StudyLimits limits;
  std::vector<StudyInput> inputs;
  std::vector<StudyNetwork> networks;
  std::vector<StudyAnalysis>
      analyses;  ///< once planned: in an order in which each reads only what stands before it
  StudyOutputs outputs;

  /// What its output files are called: "<id>", under a scenario "<id>-<scenario>".
  std::string output_id() const { return scenario.empty() ? id : id + "-" + scenario; }
  const StudyInput* input(std::string_view name) const;
  const StudyNetwork* network(std::string_view name) const;
};

}  // namespace jingwei
