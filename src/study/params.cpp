#include <algorithm>

#include "base/error.hpp"
#include "base/file.hpp"
#include "base/json.hpp"
#include "study/command.hpp"

namespace jingwei {
namespace {

std::string text_of(const Json& value, const std::string& file, const std::string& what) {
  if (const auto* text = value.as<std::string>()) return *text;
  if (const auto* integer = value.as<std::int64_t>()) return format("{}", *integer);
  if (const auto* real = value.as<double>()) return to_text(*real);
  if (const auto* flag = value.as<bool>()) return *flag ? "true" : "false";
  throw input_error(
      {"{}：“{}”应为文本、数字、true 或 false", "{}: “{}” must be a text, a number, true or false"}, file,
      what);
}

const Json::Object& object_of(const Json& value, const std::string& file, const std::string& what) {
  if (const auto* object = value.as<Json::Object>()) return *object;
  throw input_error({"{}：“{}”应为对象", "{}: “{}” must be an object"}, file, what);
}

void read_input(const std::string& role, const Json& value, const std::string& file,
                CommandRequest& request) {
  CommandRequest::Source source{role, {}, {}};
  if (value.as<Json::Object>() == nullptr) {
    source.source = text_of(value, file, role);
  } else {
    for (const auto& [key, member] : *value.as<Json::Object>()) {
      if (key == "source")
        source.source = text_of(member, file, key);
      else if (key == "filter")
        source.filter = text_of(member, file, key);
      else
        throw input_error({"{}：输入“{}”没有键“{}”；可用：source, filter",
                           "{}: the input “{}” has no key “{}”; keys are source, filter"},
                          file, role, key);
    }
  }
  request.inputs.push_back(std::move(source));
}

/// One input of a role, or a list of them.
void read_inputs(const std::string& role, const Json& value, const std::string& file,
                 CommandRequest& request) {
  if (const auto* list = value.as<Json::Array>())
    for (const Json& item : *list) read_input(role, item, file, request);
  else
    read_input(role, value, file, request);
}

void read_network(const std::string& role, const Json& value, const std::string& file,
                  CommandRequest& request) {
  CommandRequest::NetworkFiles network;
  network.role = role;
  const std::vector<std::pair<std::string, std::string*>> keys{{"roads", &network.roads},
                                                               {"lines", &network.lines},
                                                               {"stations", &network.stations},
                                                               {"transfers", &network.transfers},
                                                               {"scheme", &network.scheme},
                                                               {"interchanges", &network.interchanges},
                                                               {"profile", &network.profile},
                                                               {"snap_limit", &network.snap_limit},
                                                               {"from_field", &network.from_field},
                                                               {"to_field", &network.to_field},
                                                               {"time_field", &network.time_field},
                                                               {"length_field", &network.length_field},
                                                               {"gtfs", &network.gtfs},
                                                               {"date", &network.date},
                                                               {"services", &network.services},
                                                               {"stops", &network.stops},
                                                               {"noding", &network.noding},
                                                               {"tolerance", &network.tolerance},
                                                               {"stored", &network.stored}};
  for (const auto& [key, member] : object_of(value, file, role)) {
    const auto known = std::find_if(keys.begin(), keys.end(),
                                    [&key = key](const auto& candidate) { return candidate.first == key; });
    if (known == keys.end())
      throw input_error({"{}：路网“{}”没有键“{}”", "{}: the network “{}” has no key “{}”"}, file, role, key);
    *known->second = text_of(member, file, key);
  }
  request.networks.push_back(std::move(network));
}

void read_parameter(const std::string& name, const Json& value, const std::string& file,
                    CommandRequest& request) {
  std::vector<std::string> texts;
  if (const auto* list = value.as<Json::Array>())
    for (const Json& item : *list) texts.push_back(text_of(item, file, name));
  else
    texts.push_back(text_of(value, file, name));
  request.parameters.emplace_back(name, std::move(texts));
}

}  // namespace

void read_params(const std::string& file, CommandRequest& request) {
  const Json params = parse_json(file, read_file(file));
  for (const auto& [key, value] : object_of(params, file, "params")) {
    if (key == "inputs")
      for (const auto& [role, source] : object_of(value, file, key)) read_inputs(role, source, file, request);
    else if (key == "networks")
      for (const auto& [role, network] : object_of(value, file, key))
        read_network(role, network, file, request);
    else if (key == "parameters")
      for (const auto& [name, given] : object_of(value, file, key))
        read_parameter(name, given, file, request);
    else if (key == "crs")
      request.crs = text_of(value, file, key);
    else if (key == "precision")
      request.precision = text_of(value, file, key);
    else if (key == "output")
      request.output = text_of(value, file, key);
    else
      throw input_error(
          {"{}：没有键“{}”；可用：inputs, networks, parameters, crs, precision, output",
           "{}: there is no key “{}”; keys are inputs, networks, parameters, crs, precision, output"},
          file, key);
  }
}

}  // namespace jingwei
