#include "io/osm_file.hpp"

#include <algorithm>
#include <filesystem>
#include <osmium/io/any_compression.hpp>
#include <osmium/io/pbf_input.hpp>
#include <osmium/io/reader.hpp>
#include <osmium/io/xml_input.hpp>

#include "base/error.hpp"
#include "base/text.hpp"

namespace jingwei {
namespace {

namespace kinds = osmium::osm_entity_bits;

// An absolute path is no address: libosmium would have curl fetch "http:…".
osmium::io::File file_at(const std::string& path) {
  return osmium::io::File(std::filesystem::absolute(path).string());
}

/// What libosmium says of a file gets the file's name.
template <class Step>
auto told_of(const std::string& path, Step&& step) {
  try {
    return step();
  } catch (const Error&) {
    throw;
  } catch (const std::exception& problem) {
    throw input_error(
        {"{}：不能作为 OpenStreetMap 数据读取（{}）；文件损坏、被截断或不是此类数据：请重新获取，并用 "
         "`osmium fileinfo -e` 检查",
         "{}: it cannot be read as OpenStreetMap data ({}); the file is damaged, cut short or something "
         "else: "
         "fetch it again, and check it with `osmium fileinfo -e`"},
        path, problem.what());
  }
}

}  // namespace

bool is_osm_file(std::string_view path) {
  const auto ends = [&](std::string_view end) { return path.ends_with(end); };
  return ends(".pbf") || ends(".osm") || ends(".osm.gz") || ends(".osm.bz2");
}

OsmFile::OsmFile(std::string path) : m_path(std::move(path)) {
  std::error_code problem;
  if (!std::filesystem::is_regular_file(m_path, problem))
    throw input_error({"{}：没有这个文件", "{}: no such file"}, m_path);
  if (std::filesystem::file_size(m_path, problem) == 0)
    throw input_error({"{}：文件为空；需要 OpenStreetMap 数据（.osm.pbf、.osm、.osm.gz）",
                       "{}: the file is empty; OpenStreetMap data (.osm.pbf, .osm, .osm.gz) is expected"},
                      m_path);
}

Envelope OsmFile::stated_extent() const {
  return told_of(m_path, [&] {
    osmium::io::Reader reader(file_at(m_path), kinds::nothing);
    Envelope extent;
    const osmium::io::Header header = reader.header();
    for (const osmium::Box& box : header.boxes())
      if (box.valid())
        extent.expand(Envelope{box.bottom_left().lon(), box.bottom_left().lat(), box.top_right().lon(),
                               box.top_right().lat()});
    reader.close();
    return extent;
  });
}

void OsmFile::nodes(const Visit& visit, Context& context) const {
  pass(kinds::node, visit, context);
}
void OsmFile::ways(const Visit& visit, Context& context) const {
  pass(kinds::way, visit, context);
}
void OsmFile::relations(const Visit& visit, Context& context) const {
  pass(kinds::relation, visit, context);
}
void OsmFile::ways_and_relations(const Visit& visit, Context& context) const {
  pass(kinds::way | kinds::relation, visit, context);
}
void OsmFile::all(const Visit& visit, Context& context) const {
  pass(kinds::nwr, visit, context);
}

void OsmFile::pass(unsigned which, const Visit& visit, Context& context) const {
  told_of(m_path, [&] {
    osmium::io::Reader reader(file_at(m_path), static_cast<kinds::type>(which));
    if (reader.header().has_multiple_object_versions())
      throw input_error(
          {"{}：含有对象的历史版本；需要每个对象只有一个版本的文件",
           "{}: it holds the history of its objects; a file with one version of each is needed"},
          m_path);
    while (const osmium::memory::Buffer buffer = reader.read()) {
      context.check_cancelled();
      visit(buffer);
    }
    reader.close();
  });
}

void OsmFile::require_once(const std::vector<std::int64_t>& ascending, std::string_view what) const {
  if (const auto twice = std::adjacent_find(ascending.begin(), ascending.end()); twice != ascending.end())
    throw input_error({"{}：{} {} 出现两次；需要每个对象只有一个版本的文件",
                       "{}: {} {} stands in it twice; a file with one version of each object is needed"},
                      m_path, what, *twice);
}

}  // namespace jingwei
