#include "io/filter.hpp"

#include <ogr_feature.h>

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
    throw input_error("filter “{}”: only what follows WHERE is meant, not a SELECT", printable(expression));
  const GdalErrors errors;
  if (m_query->compiled.Compile(&fields, expression.c_str()) == OGRERR_NONE) return;
  throw input_error("filter “{}”: {}; fields are: {}", printable(expression), errors.reason(),
                    printable(join(field_names(fields))));
}

Filter::~Filter() = default;
Filter::Filter(Filter&&) noexcept = default;

bool Filter::matches(OGRFeature& feature) const {
  return m_query->compiled.Evaluate(&feature) != 0;
}

}  // namespace jingwei
