#pragma once
#include <string>
#include <string_view>

namespace pugi {
class xml_document;
class xml_node;
}  // namespace pugi

namespace jingwei {

/// The document of an XML text; an Error (failed) naming it where it is none. The document type is left out.
void parse_xml(pugi::xml_document& document, std::string_view name, std::string_view text);
/// As UTF-8 text without declaration, indented by one space.
std::string xml_text(const pugi::xml_document& document);
/// Adds a child element, with text where that is given. The text is escaped.
pugi::xml_node add(pugi::xml_node parent, const char* name);
pugi::xml_node add(pugi::xml_node parent, const char* name, const std::string& text);
/// Sets an attribute; returns the node, so that several can follow.
pugi::xml_node set(pugi::xml_node node, const char* name, const std::string& value);

/// The first line of QGIS' documents.
inline constexpr std::string_view qgis_doctype =
    "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n";
inline constexpr const char* qgis_version = "3.22.0";

}  // namespace jingwei
