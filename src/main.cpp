// The command line: parses, calls one function of the study room, catches Error once, chooses the exit code.
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <memory>

#include "base/error.hpp"
#include "base/language.hpp"
#include "main/analysis_command.hpp"
#include "main/command_line.hpp"
#include "study/check.hpp"
#include "study/describe_source.hpp"
#include "study/list_analyses.hpp"
#include "study/record.hpp"
#include "study/report_network.hpp"
#include "study/run.hpp"

namespace jingwei {
namespace {

static_assert(std::atomic<bool>::is_always_lock_free);
// The second time nothing is waited for; what is half-written goes with the next run.
extern "C" void request_cancel(int) {
  if (cancellation().requested()) std::_Exit(static_cast<int>(ErrorKind::cancelled));
  cancellation().request();
}

const Text study_file{"研究文件（YAML）", "The study file (YAML)"};

void add_run(CommandLine& line) {
  struct Options : RunningOptions {
    RunRequest request;
    std::string only;
    bool resume = true;
  };
  auto options = std::make_shared<Options>();
  CLI::App& command = line.add("run", {"运行研究：读取、分析，写出一个 GeoPackage",
                                       "Run a study: read, analyse, write one GeoPackage"});
  command.add_option("study", options->request.study_file, line.say(study_file))->required();
  command
      .add_option("--out", options->request.folder,
                  line.say({"研究的结果文件夹（默认 output/<研究编号>），情景的结果在其下的 <情景> 中",
                            "Folder of the study's results (default: output/<study id>); a scenario's are in "
                            "its own within"}))
      ->type_name("DIR");
  command
      .add_option("--scenario", options->request.scenario,
                  line.say({"按该情景的改动运行", "Run it with the changes of this scenario"}))
      ->type_name("NAME");
  command
      .add_option("--only", options->only,
                  line.say({"只回答这些分析及其所需", "Answer only these analyses and what they read"}))
      ->type_name("NAME,…");
  command.add_flag(
      "--resume,!--fresh", options->resume,
      line.say({"--resume（默认）：采用先前运行留下、未受改动影响且完好的答案；--fresh：全部重新计算",
                "--resume (default): take answers that earlier runs left, where they are intact and nothing "
                "that they "
                "depend on changed; --fresh: compute all anew"}));
  options->add_to(command, line);
  command.callback([options] {
    using Use = EarlierAnswers::Use;
    options->request.earlier = options->resume ? Use::take : Use::compute_anew;
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
      const auto [study, scenarios] = check_study_file(options->file, context);
      const Text good =
          told({"{}：正确（{} 个输入，{} 个路网，{} 项分析，{} 个情景）\n",
                "{}: correct ({} inputs, {} networks, {} analyses, {} scenarios)\n"},
               study.file, study.inputs.size(), study.networks.size(), study.analyses.size(), scenarios);
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
  option("source", request.source, "FILE",
         {"道路：.osm.pbf、.osm.gz、.osm 或 FILE[:LAYER]；或研究文件（.yaml）",
          "Streets: .osm.pbf, .osm.gz, .osm or FILE[:LAYER]; or a study file (.yaml)"})
      ->required();
  option("--network", request.network, "NAME", {"研究中的哪个路网", "Which network of the study"});
  option("--scenario", request.scenario, "NAME", {"研究的情景", "A scenario of the study"});
  const std::string modes = join(profile_names());
  option("--profile", request.profile, "NAME", {"出行方式：" + modes, "How one travels: " + modes});
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
  cancellation();  // made before a signal may ask for it
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
