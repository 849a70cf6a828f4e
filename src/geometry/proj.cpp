#include "geometry/proj.hpp"

#include <proj.h>

#include <cmath>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "base/error.hpp"

namespace jingwei {
namespace {

/// What PROJ keeps for one thread. Its members are destroyed in reverse order, the context last.
struct Session {
  Session() {
    proj_context_set_enable_network(context.get(), 0);
    proj_log_level(context.get(), PJ_LOG_NONE);
  }
  struct Destroy {
    void operator()(PJ_CONTEXT* c) const { proj_context_destroy(c); }
  };
  std::unique_ptr<PJ_CONTEXT, Destroy> context{proj_context_create()};
  struct Known {
    std::string from, to;
    std::shared_ptr<const Transformation> way;
  };
  std::vector<Known> known;
};

Session& session() {
  thread_local Session of_this_thread;
  return of_this_thread;
}

constexpr std::size_t known_limit = 32;

}  // namespace

pj_ctx* proj_context() {
  return session().context.get();
}

void PjDeleter::operator()(PJconsts* pj) const {
  proj_destroy(pj);
}

Transformation::Transformation(const Crs& from, const Crs& to) : m_identity(from.same_as(to)) {
  if (m_identity) return;
  const PjPointer source(proj_create(proj_context(), from.wkt().c_str()));
  const PjPointer target(proj_create(proj_context(), to.wkt().c_str()));
  const char* const options[] = {"ALLOW_BALLPARK=YES", nullptr};
  const PjPointer raw(
      proj_create_crs_to_crs_from_pj(proj_context(), source.get(), target.get(), nullptr, options));
  if (raw) m_pj.reset(proj_normalize_for_visualization(proj_context(), raw.get()));
  if (!m_pj)
    throw input_error({"PROJ 无法从坐标系“{}”转换到“{}”；请先把数据转换到同一坐标系",
                       "PROJ knows no way from CRS “{}” to “{}”; convert the data to a common CRS first"},
                      from.name(), to.name());
}

Point Transformation::operator()(Point p) const {
  constexpr double nan = std::numeric_limits<double>::quiet_NaN();
  if (!std::isfinite(p.x) || !std::isfinite(p.y)) return {nan, nan};
  if (m_identity) return p;
  proj_errno_reset(m_pj.get());
  const PJ_COORD out = proj_trans(m_pj.get(), PJ_FWD, proj_coord(p.x, p.y, 0, HUGE_VAL));
  if (!std::isfinite(out.xy.x) || !std::isfinite(out.xy.y)) return {nan, nan};
  return {out.xy.x, out.xy.y};
}

std::shared_ptr<const Transformation> transformation(const Crs& from, const Crs& to) {
  auto& known = session().known;
  const std::string source = from.wkt();
  const std::string target = to.wkt();
  for (const auto& k : known)
    if (k.from == source && k.to == target) return k.way;
  if (known.size() >= known_limit) known.clear();
  known.push_back({source, target, std::make_shared<Transformation>(from, to)});
  return known.back().way;
}

}  // namespace jingwei
