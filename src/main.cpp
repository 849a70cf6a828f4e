// The command line: parses, calls one function of the study room, catches Error once, chooses the exit code.
#include <CLI/CLI.hpp>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <thread>

#include "analyses/describe_output.hpp"
#include "base/context.hpp"
#include "base/error.hpp"
#include "base/file.hpp"
#include "base/progress.hpp"
#include "study/check.hpp"
#include "study/command.hpp"
#include "study/describe_source.hpp"
#include "study/record.hpp"
#include "study/run.hpp"

namespace jingwei {
namespace {

// A signal handler reaches nothing but a global; everything else is passed in.
Cancellation cancellation;  // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)
static_assert(std::atomic<bool>::is_always_lock_free);
extern "C" void request_cancel(int) {
  cancellation.request();
}

void print(const std::string& text) {
  std::fwrite(text.data(), 1, text.size(), stdout);
  if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0)
    throw error(ErrorKind::failed, "stdout: cannot be written (disk full, or its reader has gone)");
}

/// Chinese where the locale's messages are, else English.
Language language_of_environment() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"})
    if (const char* value = std::getenv(name); value != nullptr && *value != '\0')
      return std::string_view(value).rfind("zh", 0) == 0 ? Language::zh : Language::en;
  return Language::en;
}

/// What every command that works for a while takes.
struct RunningOptions {
  int threads = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
  bool quiet = false;
  std::string log_file;
  std::string progress = "auto";
  Language language = language_of_environment();

  void add_to(CLI::App& command) {
    command.add_option("--threads", threads, "How many threads work (results are the same for any number)")
        ->check(CLI::Range(1, 1024))
        ->capture_default_str();
    command.add_flag("--quiet", quiet, "Warnings and errors only");
    command.add_option("--log", log_file, "Write all messages with their times to this file");
    command.add_option("--progress", progress, "How progress is told on stderr")
        ->check(CLI::IsMember({"auto", "json", "none"}))
        ->capture_default_str();
    add_language(command);
  }
  void add_language(CLI::App& command) {
    command
        .add_option_function<std::string>(
            "--language",
            [this](const std::string& text) { language = text == "zh" ? Language::zh : Language::en; },
            "Of messages (default: the locale's)")
        ->check(CLI::IsMember({"zh", "en"}));
  }
  std::unique_ptr<Progress> make_progress() const {
    if (progress == "json") return json_progress();
    return quiet || progress == "none" ? silent_progress() : terminal_progress();
  }
  std::unique_ptr<Log> make_log() const {
    return log_file.empty() ? terminal_log(quiet ? Verbosity::quiet : Verbosity::normal) : file_log(log_file);
  }
  /// Calls `step` with the context that these options ask for.
  template <class Step>
  void with_context(Step&& step) const {
    const auto shown = make_progress();
    const auto log = make_log();
    Context context(threads, cancellation, *shown, *log);
    step(context);
  }
};

std::string version_text() {
  std::string text;
  for (const auto& [name, version] : versions()) text += format("{} {}\n", name, version);
  return text;
}

void add_run(CLI::App& app) {
  struct Options : RunningOptions {
    RunRequest request;
    std::string only;
  };
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("run", "Run a study: read, analyse, write one GeoPackage");
  command->add_option("study", options->request.study_file, "The study file (YAML)")->required();
  command->add_option("--out", options->request.folder, "Folder of the results (default: output/<study id>)");
  command->add_option("--only", options->only, "Answer only these analyses (NAME,…) and what they read");
  options->add_to(*command);
  command->callback([options] {
    options->request.only = split(options->only, ',');
    options->request.language = options->language;
    options->with_context([&](Context& context) {
      const Published published = run_study(options->request, context);
      std::string text = published.geopackage + "\n" + published.project + "\n";
      if (!published.summary.empty()) text += published.summary + "\n";
      print(text + published.run_record + "\n");
      context.info("{} layers, content hash {}", published.layers, published.content_hash);
    });
  });
}

void add_check(CLI::App& app) {
  struct Options : RunningOptions {
    std::string file;
  };
  auto options = std::make_shared<Options>();
  CLI::App* command =
      app.add_subcommand("check", "Tell everything that is wrong with a study file, without computing");
  command->add_option("study", options->file, "The study file (YAML)")->required();
  options->add_language(*command);
  command->callback([options] {
    options->progress = "none";
    options->with_context([&](Context& context) {
      const Study study = load_study(options->file, options->language, context);
      const Text good{format("{}：正确（{} 个输入，{} 个路网，{} 项分析）\n", study.file, study.inputs.size(),
                             study.networks.size(), study.analyses.size()),
                      format("{}: correct ({} inputs, {} networks, {} analyses)\n", study.file,
                             study.inputs.size(), study.networks.size(), study.analyses.size())};
      print(good.in(options->language));
    });
  });
}

void add_analyses(CLI::App& app) {
  struct Options : RunningOptions {
    std::string name;
    bool json = false, markdown = false;
  };
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("analyses", "List the analyses, or describe one");
  command->add_option("name", options->name, "The analysis to describe");
  CLI::Option* json = command->add_flag("--json", options->json, "Everything as JSON");
  command->add_flag("--markdown", options->markdown, "As a page")->excludes(json);
  options->add_language(*command);
  command->callback([options] {
    const Analysis* one = find_analysis(options->name);
    std::vector<std::string> names;
    for (const Analysis& analysis : analyses()) names.push_back(analysis.description.name);
    if (one == nullptr && !options->name.empty())
      throw input_error("there is no analysis “{}”; there are {}{}", printable(options->name), join(names),
                        suggestion(options->name, names));
    Json list(Json::Array{});
    std::string lines;
    for (const Analysis& analysis : analyses()) {
      const Description& description = analysis.description;
      if (one != nullptr && one != &analysis) continue;
      list.push(to_json(description));
      lines += one != nullptr || options->markdown
                   ? to_markdown(description, options->language)
                   : format("{:<22} {}\n", description.name, description.title.in(options->language));
    }
    print(options->json ? to_text(list) + "\n" : lines);
  });
}

void add_describe(CLI::App& app) {
  struct Options {
    std::string source;
    bool json = false;
  };
  auto options = std::make_shared<Options>();
  CLI::App* command =
      app.add_subcommand("describe", "What is in a data set, and which layer definition it would fit");
  command->add_option("source", options->source, "FILE[:LAYER]")->required();
  command->add_flag("--json", options->json, "As JSON");
  command->callback([options] {
    print(options->json ? to_text(describe_source(options->source)) + "\n"
                        : describe_source_text(options->source));
  });
}

std::string kebab_case(std::string name) {
  std::replace(name.begin(), name.end(), '_', '-');
  return name;
}

bool takes_list(const Parameter& parameter) {
  return parameter.type == ParameterType::lengths || parameter.type == ParameterType::durations ||
         parameter.type == ParameterType::texts || parameter.type == ParameterType::fields;
}

/// What the options of one analysis command were given.
struct CommandOptions : RunningOptions {
  const Analysis* analysis = nullptr;
  std::map<std::string, std::string> sources, filters;
  std::map<std::string, CommandRequest::NetworkFiles> networks;
  std::map<std::string, std::string> parameters;
  std::string crs, precision, output, params_file, figures;

  CommandRequest request() const {
    CommandRequest request;
    request.analysis = analysis;
    request.language = language;
    if (!params_file.empty()) read_params(params_file, request);
    for (const auto& [role, source] : sources)
      if (!source.empty()) request.inputs.push_back({role, source, filters.at(role)});
    for (const auto& [role, network] : networks)
      if (!network.roads.empty() || !network.profile.empty()) request.networks.push_back(network);
    for (const auto& [name, text] : parameters)
      if (!text.empty())
        request.parameters.emplace_back(
            name, takes_list(*analysis->description.parameter(name)) ? split(text, ',') : std::vector{text});
    if (!crs.empty()) request.crs = crs;
    if (!precision.empty()) request.precision = precision;
    if (!output.empty()) request.output = output;
    return request;
  }
};

void add_role(CLI::App& command, const Role& role, CommandOptions& options) {
  const std::string flag = "--" + kebab_case(role.name);
  const std::string help = role.title.both() + (role.presence == Presence::optional ? " (optional)" : "");
  if (role.kind == RoleKind::layer) {
    command.add_option(flag, options.sources[role.name], help)->type_name("FILE[:LAYER]");
    command
        .add_option(flag + "-filter", options.filters[role.name],
                    "Which of its features (OGR WHERE expression)")
        ->type_name("WHERE");
    return;
  }
  CommandRequest::NetworkFiles& network = options.networks[role.name];
  network.role = role.name;
  command.add_option(flag, network.roads, help + ": its roads")->type_name("FILE[:LAYER]");
  command.add_option(flag + "-profile", network.profile, "How one travels on it: walk, car, rail");
  command.add_option(flag + "-snap-limit", network.snap_limit, "How far places may lie from its streets");
  command.add_option(flag + "-lines", network.lines, "Rail lines or expressways")->type_name("FILE[:LAYER]");
  command.add_option(flag + "-scheme", network.scheme,
                     "Which scheme of those lines: main-rail, intercity-2015, expressway");
  command.add_option(flag + "-stations", network.stations, "Stations where rail is entered")
      ->type_name("FILE[:LAYER]");
  command.add_option(flag + "-transfers", network.transfers, "Walks between stations")
      ->type_name("FILE[:LAYER]");
  command.add_option(flag + "-interchanges", network.interchanges, "Waypoints where expressways are entered")
      ->type_name("FILE[:LAYER]");
}

void add_parameter(CLI::App& command, const Parameter& parameter, CommandOptions& options) {
  std::string help = parameter.title.both();
  std::vector<std::string> choices;
  for (const Choice& choice : parameter.choices) choices.push_back(choice.value);
  if (!choices.empty()) help += ": " + join(choices, " | ");
  if (!parameter.lowest.empty() || !parameter.highest.empty())
    help += format(" ({} – {})", parameter.lowest, parameter.highest);
  if (!parameter.default_text.empty()) help += format(" [{}]", parameter.default_text);
  command.add_option("--" + parameter.name, options.parameters[parameter.name], help)
      ->type_name(takes_list(parameter) ? "VALUE,…" : "VALUE");
}

void add_analysis(CLI::App& app, const Analysis& analysis) {
  auto options = std::make_shared<CommandOptions>();
  options->analysis = &analysis;
  const Description& description = analysis.description;
  CLI::App* command = app.add_subcommand(description.name, description.title.both())->group("Analyses 分析");
  for (const Role& role : description.roles) add_role(*command, role, *options);
  for (const Parameter& parameter : description.parameters) add_parameter(*command, parameter, *options);
  command->add_option("--crs", options->crs,
                      "Working CRS: EPSG code, PROJ string or auto (equal-area for the extent)");
  command->add_option("--precision", options->precision, "Precision grid of overlays [1 mm]");
  command->add_option("--output", options->output, "FILE.gpkg[:LAYER], .fgb, .geojson, .csv or .xlsx");
  command->add_option("--params", options->params_file, "Inputs, parameters and output from a JSON file");
  command->add_option("--figures", options->figures,
                      "Write the headline figures as JSON to a file, or - for stdout");
  options->add_to(*command);
  command->callback([options] {
    options->with_context([&](Context& context) {
      const Result result = run_command(options->request(), context);
      for (const Issue& issue : result.issues)
        context.warn("{} {}: {}; {}", issue.layer, issue.feature, issue.reason.in(options->language),
                     issue.action.in(options->language));
      const std::string figures = to_text(figures_json(result)) + "\n";
      if (options->figures == "-")
        print(figures);
      else if (!options->figures.empty())
        write_file(options->figures, figures);
    });
  });
}

int run(int argc, char** argv) {
  CLI::App app{"jingwei 经纬: spatial analysis for regional planning 区域规划空间分析", "jingwei"};
  app.require_subcommand(1);
  app.set_version_flag("--version", version_text);
  add_run(app);
  add_check(app);
  add_analyses(app);
  add_describe(app);
  for (const Analysis& analysis : analyses()) add_analysis(app, analysis);
  try {
    app.parse(argc, argv);
    return 0;
  } catch (const CLI::ParseError& problem) {
    return app.exit(problem) == 0 ? 0 : static_cast<int>(ErrorKind::input);
  }
}

}  // namespace
}  // namespace jingwei

int main(int argc, char** argv) {
  std::signal(SIGINT, jingwei::request_cancel);
  std::signal(SIGTERM, jingwei::request_cancel);
  std::signal(SIGPIPE, SIG_IGN);
  try {
    return jingwei::run(argc, argv);
  } catch (const jingwei::Error& problem) {
    std::fprintf(stderr, "jingwei: %s\n", problem.what());
    return problem.exit_code();
  } catch (const std::exception& problem) {
    std::fprintf(stderr, "jingwei: %s\n", problem.what());
    return static_cast<int>(jingwei::ErrorKind::failed);
  }
}
