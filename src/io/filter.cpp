#include "io/filter.hpp"

#include <cpl_string.h>
#include <ogr_feature.h>

#include <algorithm>
#include <vector>

#include "base/error.hpp"
#include "base/text.hpp"
#include "io/gdal.hpp"

namespace jingwei {
namespace {

bool begins_statement(std::string_view expression) {
  const auto start = expression.find_first_not_of(" \t\r\n(");
  if (start == std::string_view::npos) return false;
  std::string word;
  for (const char c : expression.substr(start, 7))
    word += static_cast<char>(c >= 'a' && c <= 'z' ? c - 32 : c);
  return word.starts_with("SELECT") && (word.size() < 7 || word[6] < 'A' || word[6] > 'Z');
}

bool in_word(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}

// OGR knows names beyond ASCII only in double quotes; people leave them out.
std::string with_quoted_names(std::string_view expression) {
  std::string result;
  for (std::size_t i = 0; i < expression.size();) {
    const char c = expression[i];
    std::size_t end = i + 1;
    if (c == '\'' || c == '"') {
      end = std::min(expression.find(c, i + 1), expression.size() - 1) + 1;
      result += expression.substr(i, end - i);
    } else if (in_word(c)) {
      while (end < expression.size() && in_word(expression[end])) ++end;
      const std::string_view word = expression.substr(i, end - i);
      const bool ascii =
          std::all_of(word.begin(), word.end(), [](char w) { return static_cast<unsigned char>(w) < 0x80; });
      if (ascii)
        result += word;
      else
        result.append("\"").append(word).append("\"");
    } else {
      result += c;
    }
    i = end;
  }
  return result;
}

std::vector<std::string> field_names(OGRFeatureDefn& fields) {
  std::vector<std::string> names;
  for (int i = 0; i < fields.GetFieldCount(); ++i) names.emplace_back(fields.GetFieldDefn(i)->GetNameRef());
  return names;
}

}  // namespace

struct Filter::Query {
  OGRFeatureQuery compiled;
};

Filter::Filter(const std::string& expression, OGRFeatureDefn& fields) : m_query(std::make_unique<Query>()) {
  if (begins_statement(expression))
    throw input_error({"filter“{}”：只写 WHERE 之后的条件，不写 SELECT",
                       "filter “{}”: only what follows WHERE is meant, not a SELECT"},
                      printable(expression));
  const GdalErrors errors;
  if (m_query->compiled.Compile(&fields, with_quoted_names(expression).c_str()) == OGRERR_NONE) return;
  throw input_error({"filter“{}”：{}；字段有：{}", "filter “{}”: {}; fields are: {}"}, printable(expression),
                    errors.reason(), printable(join(field_names(fields))));
}

Filter::~Filter() = default;
Filter::Filter(Filter&&) noexcept = default;

bool Filter::matches(OGRFeature& feature) const {
  return m_query->compiled.Evaluate(&feature) != 0;
}

std::vector<std::string> Filter::used_fields() const {
  const CPLStringList used(m_query->compiled.GetUsedFields());
  std::vector<std::string> names;
  for (int i = 0; i < used.Count(); ++i) names.emplace_back(used[i]);
  return names;
}

}  // namespace jingwei
