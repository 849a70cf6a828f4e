#include "io/xml.hpp"

#include <pugixml.hpp>
#include <sstream>

#include "base/error.hpp"

namespace jingwei {

void parse_xml(pugi::xml_document& document, std::string_view name, std::string_view text) {
  const auto parsed =
      document.load_buffer(text.data(), text.size(), pugi::parse_default, pugi::encoding_utf8);
  if (!parsed)
    throw error(ErrorKind::failed, {"{}：第 {} 字节处不是有效的 XML：{}", "{}: not XML at byte {}: {}"}, name,
                parsed.offset, parsed.description());
}

std::string xml_text(const pugi::xml_document& document) {
  std::ostringstream out;
  document.save(out, " ", pugi::format_indent | pugi::format_no_declaration, pugi::encoding_utf8);
  return out.str();
}

pugi::xml_node add(pugi::xml_node parent, const char* name) {
  return parent.append_child(name);
}

pugi::xml_node add(pugi::xml_node parent, const char* name, const std::string& text) {
  pugi::xml_node node = parent.append_child(name);
  node.append_child(pugi::node_pcdata).set_value(text.c_str());
  return node;
}

pugi::xml_node set(pugi::xml_node node, const char* name, const std::string& value) {
  node.append_attribute(name).set_value(value.c_str());
  return node;
}

}  // namespace jingwei
