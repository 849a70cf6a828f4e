#pragma once
#include <memory>
#include <string>
#include <vector>

class OGRFeature;
class OGRFeatureDefn;

namespace jingwei {

/// A WHERE expression in OGR's own language (comparisons, IN, LIKE, BETWEEN, IS NULL, AND, OR, NOT; text in
/// single quotes, fields in double quotes where needed), evaluated here and never passed on to a data base.
/// So it means the same whatever the source is (text is equal without regard to case here, not in SQLite),
/// and no statement can hide in it.
class Filter {
 public:
  /// Errors (input): not such an expression, or unknown fields; the message is OGR's reason.
  Filter(const std::string& expression, OGRFeatureDefn& fields);
  ~Filter();
  Filter(Filter&&) noexcept;
  Filter& operator=(Filter&&) = delete;
  bool matches(OGRFeature& feature) const;
  /// The fields that it looks at, and OGR's own (FID, OGR_GEOM_AREA …).
  std::vector<std::string> used_fields() const;

 private:
  struct Query;
  std::unique_ptr<Query> m_query;
};

}  // namespace jingwei
