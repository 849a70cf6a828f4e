// The command line: parses, calls one function of the study room, catches Error once, chooses the exit code.
#include <CLI/CLI.hpp>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <thread>

#include "base/context.hpp"
#include "base/error.hpp"
#include "base/file.hpp"
#include "base/language.hpp"
#include "base/progress.hpp"
#include "study/check.hpp"
#include "study/command.hpp"
#include "study/describe_source.hpp"
#include "study/list_analyses.hpp"
#include "study/record.hpp"
#include "study/report_network.hpp"
#include "study/run.hpp"

namespace jingwei {
namespace {

// A signal handler reaches nothing but a global; everything else is passed in.
Cancellation cancellation;  // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)
static_assert(std::atomic<bool>::is_always_lock_free);
// The second time nothing is waited for; what is half-written goes with the next run.
extern "C" void request_cancel(int) {
  if (cancellation.requested()) std::_Exit(static_cast<int>(ErrorKind::cancelled));
  cancellation.request();
}

void print(const std::string& text) {
  std::fwrite(text.data(), 1, text.size(), stdout);
  if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0)
    throw error(ErrorKind::failed, {"标准输出无法写入（磁盘已满，或读取方已退出）",
                                    "stdout: cannot be written (disk full, or its reader has gone)"});
}

/// A command line that speaks one language.
struct CommandLine {
  CLI::App app;
  Language language;

  std::string say(const Text& text) const { return text.in(language); }
  CLI::App& add(const std::string& name, const Text& what, const Text& group = {"命令", "Commands"}) {
    CLI::App& command = *app.add_subcommand(name, say(what))->group(say(group));
    command.set_help_flag("-h,--help", say({"显示本帮助", "Print this help"}));
    return command;
  }
};

/// What every command that works for a while takes.
struct RunningOptions {
  int threads = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
  bool quiet = false;
  std::string log_file;
  std::string progress = "auto";
  Language language = Language::en;

  void add_to(CLI::App& command, const CommandLine& line) {
    command
        .add_option("--threads", threads,
                    line.say({"工作线程数（结果与线程数无关）",
                              "How many threads work (results are the same for any number)"}))
        ->check(CLI::Range(1, 1024))
        ->capture_default_str();
    command.add_flag("--quiet", quiet, line.say({"只显示警告和错误", "Warnings and errors only"}));
    command.add_option(
        "--log", log_file,
        line.say({"把全部消息连同时间写入该文件", "Write all messages with their times to this file"}));
    command
        .add_option("--progress", progress,
                    line.say({"在 stderr 上如何显示进度", "How progress is told on stderr"}))
        ->check(CLI::IsMember({"auto", "json", "none"}))
        ->capture_default_str();
    add_language(command, line);
  }
  void add_language(CLI::App& command, const CommandLine& line) {
    language = line.language;  // which has read the option already
    const std::string what =
        line.say({"消息的语言（默认取自系统区域设置）", "Of messages (default: the locale's)"});
    command.add_option("--language", what)->check(CLI::IsMember({"zh", "en"}));
  }
  std::unique_ptr<Progress> make_progress() const {
    if (progress == "json") return json_progress();
    return quiet || progress == "none" ? silent_progress() : terminal_progress(language);
  }
  std::unique_ptr<Log> make_log() const {
    return log_file.empty() ? terminal_log(quiet ? Verbosity::quiet : Verbosity::normal, language)
                            : file_log(log_file);
  }
  /// Calls `step` with the context that these options ask for.
  template <class Step>
  void with_context(Step&& step) const {
    const auto shown = make_progress();
    const auto log = make_log();
    Context context(threads, cancellation, *shown, *log, language);
    step(context);
  }
};

const Text study_file{"研究文件（YAML）", "The study file (YAML)"};

void add_run(CommandLine& line) {
  struct Options : RunningOptions {
    RunRequest request;
    std::string only;
  };
  auto options = std::make_shared<Options>();
  CLI::App& command = line.add("run", {"运行研究：读取、分析，写出一个 GeoPackage",
                                       "Run a study: read, analyse, write one GeoPackage"});
  command.add_option("study", options->request.study_file, line.say(study_file))->required();
  command
      .add_option("--out", options->request.folder,
                  line.say({"结果文件夹（默认 output/<研究编号>）",
                            "Folder of the results (default: output/<study id>)"}))
      ->type_name("DIR");
  command
      .add_option("--only", options->only,
                  line.say({"只回答这些分析及其所需", "Answer only these analyses and what they read"}))
      ->type_name("NAME,…");
  options->add_to(command, line);
  command.callback([options] {
    options->request.only = split(options->only, ',');
    options->with_context([&](Context& context) {
      const Published published = run_study(options->request, context);
      std::string text = published.geopackage + "\n" + published.project + "\n";
      if (!published.summary.empty()) text += published.summary + "\n";
      print(text + published.run_record + "\n");
      context.info(told({"{} 个图层，内容哈希 {}", "{} layers, content hash {}"}, published.layers,
                        published.content_hash));
    });
  });
}

void add_check(CommandLine& line) {
  struct Options : RunningOptions {
    std::string file;
  };
  auto options = std::make_shared<Options>();
  CLI::App& command =
      line.add("check", {"指出研究文件中的全部错误，不作计算",
                         "Tell everything that is wrong with a study file, without computing"});
  command.add_option("study", options->file, line.say(study_file))->required();
  options->add_language(command, line);
  command.callback([options] {
    options->progress = "none";
    options->with_context([&](Context& context) {
      const Study study = load_study(options->file, context);
      const Text good = told({"{}：正确（{} 个输入，{} 个路网，{} 项分析）\n",
                              "{}: correct ({} inputs, {} networks, {} analyses)\n"},
                             study.file, study.inputs.size(), study.networks.size(), study.analyses.size());
      print(good.in(options->language));
    });
  });
}

void add_analyses(CommandLine& line) {
  struct Options : RunningOptions {
    std::string name;
    bool json = false, markdown = false;
  };
  auto options = std::make_shared<Options>();
  CLI::App& command =
      line.add("analyses", {"列出全部分析，或说明其中一项", "List the analyses, or describe one"});
  command.add_option("name", options->name, line.say({"要说明的分析", "The analysis to describe"}));
  CLI::Option* json =
      command.add_flag("--json", options->json, line.say({"全部内容，JSON", "Everything as JSON"}));
  command.add_flag("--markdown", options->markdown, line.say({"写成一页", "As a page"}))->excludes(json);
  options->add_language(command, line);
  command.callback([options] {
    const ListForm form = options->json       ? ListForm::json
                          : options->markdown ? ListForm::pages
                                              : ListForm::lines;
    print(list_analyses(options->name, form, options->language));
  });
}

void add_describe(CommandLine& line) {
  struct Options : RunningOptions {
    std::string source;
    bool json = false;
  };
  auto options = std::make_shared<Options>();
  CLI::App& command = line.add(
      "describe",
      {"数据集中有什么，适合哪种图层定义", "What is in a data set, and which layer definition it would fit"});
  command.add_option("source", options->source, "FILE[:LAYER]")->required();
  command.add_flag("--json", options->json, line.say({"写成 JSON", "As JSON"}));
  options->add_language(command, line);
  command.callback([options] {
    print(options->json ? to_text(describe_source(options->source)) + "\n"
                        : describe_source_text(options->source, options->language));
  });
}

void add_network(CommandLine& line) {
  struct Options : RunningOptions {
    NetworkRequest request;
  };
  auto options = std::make_shared<Options>();
  NetworkRequest& request = options->request;
  CLI::App& command = line.add(
      "network", {"路网是否可信：路网验收报告", "Whether a network may be trusted: its acceptance report"});
  const auto option = [&](const std::string& flag, std::string& target, const std::string& type,
                          const Text& what) {
    return command.add_option(flag, target, line.say(what))->type_name(type);
  };
  option(
      "source", request.source, "FILE",
      {"道路：.osm.pbf、.osm.gz、.osm 或 FILE[:LAYER]", "Streets: .osm.pbf, .osm.gz, .osm or FILE[:LAYER]"})
      ->required();
  option("--profile", request.profile, "NAME",
         {"出行方式：walk、bike、car、emergency", "How one travels: walk, bike, car, emergency"})
      ->required();
  option("--report", request.report, "FILE.gpkg",
         {"写出道路、孤岛、死角、问题与表格", "Write streets, islands, pockets, issues and tables"});
  option("--points", request.points, "FILE[:LAYER]", {"要捕捉的地点", "Places to snap"});
  option("--snap-limit", request.snap_limit, "LENGTH",
         {"地点离道路最远多少", "How far places may lie from a street"})
      ->capture_default_str();
  option("--crs", request.crs, "CRS",
         {"工作坐标系：EPSG 代码、PROJ 字符串或 auto", "Working CRS: EPSG code, PROJ string or auto"})
      ->capture_default_str();
  options->add_to(command, line);
  command.callback([options] {
    options->request.language = options->language;
    options->with_context([&](Context& context) { print(report_network(options->request, context)); });
  });
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

void add_role(CLI::App& command, const CommandLine& line, const Role& role, CommandOptions& options) {
  const std::string flag = option_of(role);
  const Text optional{"（可选）", " (optional)"};
  const std::string help =
      line.say(role.title) + (role.presence == Presence::optional ? line.say(optional) : "");
  if (role.kind == RoleKind::layer) {
    command.add_option(flag, options.sources[role.name], help)->type_name("FILE[:LAYER]");
    command
        .add_option(
            flag + "-filter", options.filters[role.name],
            line.say({"取其中哪些要素（OGR WHERE 表达式）", "Which of its features (OGR WHERE expression)"}))
        ->type_name("WHERE");
    return;
  }
  CommandRequest::NetworkFiles& network = options.networks[role.name];
  network.role = role.name;
  const auto file = [&](const std::string& suffix, std::string& target, const std::string& what) {
    command.add_option(flag + suffix, target, what)->type_name("FILE[:LAYER]");
  };
  const auto value = [&](const std::string& suffix, std::string& target, const Text& what) {
    command.add_option(flag + suffix, target, line.say(what))->type_name("VALUE");
  };
  file("", network.roads,
       help + line.say({"：其道路，图层或 OpenStreetMap 数据（.osm.pbf）",
                        ": its roads, a layer or OpenStreetMap data (.osm.pbf)"}));
  value("-profile", network.profile,
        {"出行方式：walk、bike、car、emergency、rail",
         "How one travels on it: walk, bike, car, emergency, rail"});
  value("-from-field", network.from_field,
        {"自带时间的弧段（代替道路）：其起点节点字段",
         "Links with times of their own in place of roads: the field of their first node"});
  value("-to-field", network.to_field, {"弧段的终点节点字段", "Of links: the field of their last node"});
  value("-time-field", network.time_field,
        {"弧段的时间字段（秒）", "Of links: the field of their time in seconds"});
  value("-length-field", network.length_field,
        {"弧段的长度字段（米）", "Of links: the field of their length in metres"});
  value("-snap-limit", network.snap_limit, {"地点离道路最远多少", "How far places may lie from its streets"});
  file("-lines", network.lines, line.say({"铁路线或高速公路", "Rail lines or expressways"}));
  value("-scheme", network.scheme,
        {"这些线的体系：main-rail、intercity-2015、expressway",
         "Which scheme of those lines: main-rail, intercity-2015, expressway"});
  file("-stations", network.stations, line.say({"进入轨道的车站", "Stations where rail is entered"}));
  file("-transfers", network.transfers, line.say({"车站之间的换乘", "Walks between stations"}));
  file("-interchanges", network.interchanges,
       line.say({"进入高速公路的互通", "Waypoints where expressways are entered"}));
}

void add_parameter(CLI::App& command, const CommandLine& line, const Parameter& parameter,
                   CommandOptions& options) {
  std::string help = line.say(parameter.title);
  std::vector<std::string> choices;
  for (const Choice& choice : parameter.choices) choices.push_back(choice.value);
  if (!choices.empty()) help += ": " + join(choices, " | ");
  if (!parameter.lowest.empty() || !parameter.highest.empty())
    help += format(" ({} – {})", parameter.lowest, parameter.highest);
  if (!parameter.default_text.empty()) help += format(" [{}]", parameter.default_text);
  command.add_option("--" + parameter.name, options.parameters[parameter.name], help)
      ->type_name(takes_list(parameter) ? "VALUE,…" : "VALUE");
}

void answer(const CommandOptions& options, Context& context) {
  const Result result = run_command(options.request(), context);
  for (const Issue& issue : result.issues)
    context.warn(
        told({"{} {}：{}；{}", "{} {}: {}; {}"}, issue.layer, issue.feature, issue.reason, issue.action));
  const std::string figures = to_text(figures_json(result)) + "\n";
  if (options.figures == "-")
    print(figures);
  else if (!options.figures.empty())
    write_file(options.figures, figures);
}

void add_analysis(CommandLine& line, const Analysis& analysis) {
  auto options = std::make_shared<CommandOptions>();
  options->analysis = &analysis;
  const Description& description = analysis.description;
  CLI::App& command = line.add(description.name, description.title, {"分析", "Analyses"});
  for (const Role& role : description.roles) add_role(command, line, role, *options);
  for (const Parameter& parameter : description.parameters) add_parameter(command, line, parameter, *options);
  const auto option = [&](const std::string& flag, std::string& target, const std::string& type,
                          const Text& what) {
    command.add_option(flag, target, line.say(what))->type_name(type);
  };
  option("--crs", options->crs, "CRS",
         {"工作坐标系：EPSG 代码、PROJ 字符串或 auto（按范围选等积投影）",
          "Working CRS: EPSG code, PROJ string or auto (equal-area for the extent)"});
  option("--precision", options->precision, "VALUE",
         {"叠加的精度网格 [1 mm]", "Precision grid of overlays [1 mm]"});
  option("--output", options->output, "FILE",
         {"FILE.gpkg[:LAYER]、.fgb、.geojson、.csv 或 .xlsx",
          "FILE.gpkg[:LAYER], .fgb, .geojson, .csv or .xlsx"});
  option("--params", options->params_file, "FILE",
         {"从 JSON 文件读取输入、参数和输出", "Inputs, parameters and output from a JSON file"});
  option("--figures", options->figures, "FILE",
         {"把主要数字写成 JSON 文件，- 为标准输出",
          "Write the headline figures as JSON to a file, or - for stdout"});
  options->add_to(command, line);
  command.callback(
      [options] { options->with_context([&](Context& context) { answer(*options, context); }); });
}

/// CLI11 words its own messages in English; the kind of mistake is told in both languages.
Text told_of(const CLI::ParseError& problem, const CLI::App& app, const std::string& command) {
  std::vector<std::string> names;
  for (const CLI::App* known : app.get_subcommands({})) names.push_back(known->get_name());
  if (!command.empty() && command[0] != '-' && std::find(names.begin(), names.end(), command) == names.end())
    return told({"没有命令“{}”；有：{}{}", "there is no command “{}”; there are {}{}"}, command, join(names),
                suggestion(command, names));
  static const std::map<std::string, std::string> kinds{{"ExtrasError", "不认识的参数"},
                                                        {"RequiredError", "缺少必需的参数"},
                                                        {"ArgumentMismatch", "参数个数不对"},
                                                        {"ValidationError", "参数值不可用"}};
  const auto kind = kinds.find(problem.get_name());
  return {format("{}：{}", kind == kinds.end() ? "命令行有误" : kind->second, problem.what()),
          problem.what()};
}

/// Names in the message cannot steer a terminal.
void tell(const Text& message, Language language) {
  std::string lines;
  for (const std::string& line : split(message.in(language), '\n')) lines += printable(line) + "\n";
  std::fprintf(stderr, "jingwei: %s", lines.c_str());
}

void add_commands(CommandLine& line) {
  line.app.require_subcommand(1);
  line.app.option_defaults()->group(line.say({"选项", "Options"}));
  line.app.set_version_flag("--version", versions_text,
                            line.say({"版本，连同所用的库", "Versions of jingwei and its libraries"}));
  line.app.set_help_flag("-h,--help", line.say({"显示本帮助", "Print this help"}));
  const auto formatter = line.app.get_formatter();
  if (line.language == Language::zh)
    for (const auto& [word, zh] :
         std::initializer_list<std::pair<const char*, const char*>>{{"Usage", "用法"},
                                                                    {"OPTIONS", "选项"},
                                                                    {"SUBCOMMAND", "命令"},
                                                                    {"Positionals", "参数"},
                                                                    {"REQUIRED", "必需"},
                                                                    {"TEXT", "文本"}})
      formatter->label(word, zh);
  formatter->column_width(36);
  add_run(line);
  add_check(line);
  add_analyses(line);
  add_describe(line);
  add_network(line);
  for (const Analysis& analysis : analyses()) add_analysis(line, analysis);
}

int run(int argc, char** argv, Language language) {
  const Text what{"经纬：区域规划空间分析", "jingwei: spatial analysis for regional planning"};
  CommandLine line{CLI::App(what.in(language), "jingwei"), language};
  add_commands(line);
  try {
    line.app.parse(argc, argv);
    return 0;
  } catch (const CLI::ParseError& problem) {
    if (problem.get_exit_code() == 0) return line.app.exit(problem);
    tell(told_of(problem, line.app, argc > 1 ? argv[1] : ""), language);
    tell({"用 --help 查看用法", "--help tells how it is used"}, language);
    return static_cast<int>(ErrorKind::input);
  }
}

}  // namespace
}  // namespace jingwei

int main(int argc, char** argv) {
  using namespace jingwei;
  std::signal(SIGINT, request_cancel);
  std::signal(SIGTERM, request_cancel);
  for (const int failing_write : {SIGPIPE, SIGXFSZ}) std::signal(failing_write, SIG_IGN);
  const Language language = language_of(std::vector<std::string>(argv, argv + argc));
  try {
    return run(argc, argv, language);
  } catch (const Error& problem) {
    tell(problem.message(), language);
    return problem.exit_code();
  } catch (const std::bad_alloc&) {
    tell({"内存不足", "out of memory"}, language);
    return static_cast<int>(ErrorKind::limit);
  } catch (const std::exception& problem) {
    tell({problem.what(), problem.what()}, language);
    return static_cast<int>(ErrorKind::failed);
  }
}
