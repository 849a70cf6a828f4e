#pragma once
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "analyses/analysis.hpp"
#include "base/context.hpp"
#include "base/text.hpp"
#include "layer/result.hpp"

namespace jingwei {

/// One analysis as a command of its own: what the command line or a --params file gave, by name.
struct CommandRequest {
  struct Source {
    std::string role;
    std::string source;  ///< FILE[:LAYER]
    std::string filter;  ///< OGR WHERE expression
  };
  /// A network given as files; the names are those of `networks` in a study file.
  struct NetworkFiles {
    std::string role;
    std::string roads;
    std::string lines, stations, transfers, interchanges, scheme;
    std::string profile, snap_limit, noding, tolerance, stored;
    std::string gtfs, date, services, stops;  ///< of its timetable; tables of lines stop at `stations`
    std::string from_field, to_field, time_field,
        length_field;  ///< of links with times of their own, as `roads`
  };
  const Analysis* analysis = nullptr;
  std::vector<Source> inputs;
  std::vector<NetworkFiles> networks;
  std::vector<std::pair<std::string, std::vector<std::string>>> parameters;
  std::string crs;        ///< empty: auto
  std::string precision;  ///< empty: the default of a study
  std::string output;     ///< FILE.gpkg[:LAYER], or another format by extension
};

/// The option that gives a role its layer or network: "--admin-units".
std::string option_of(const Role& role);

/// Whether a parameter takes several values, given on the command line between commas.
bool takes_list(const Parameter& parameter);

/// What a --params file says (JSON: {"inputs": {role: "FILE[:LAYER]" or {"source", "filter"}, or a list of
/// them}, "networks": {role: {"roads", "profile", …}}, "parameters": {name: value or list}, "crs",
/// "precision", "output"}), put over what `request` has already. Errors: input, with its place.
void read_params(const std::string& file, CommandRequest& request);

/// Runs the analysis by the same checks and steps as a study and writes its layers to `output`. The result
/// keeps figures and issues. Errors: input, with all that is wrong.
Result run_command(const CommandRequest& request, Context& context);

}  // namespace jingwei
