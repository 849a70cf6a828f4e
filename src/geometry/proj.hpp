#pragma once
#include <memory>

#include "geometry/crs.hpp"

struct pj_ctx;
struct PJconsts;

namespace jingwei {

/// PROJ's context of this thread: no network, no messages on stderr.
pj_ctx* proj_context();

struct PjDeleter {
  void operator()(PJconsts* pj) const;
};
using PjPointer = std::unique_ptr<PJconsts, PjDeleter>;

/// One way from a CRS to another, east before north on both sides; of the thread that made it.
class Transformation {
 public:
  Transformation(const Crs& from, const Crs& to);
  /// NaN where the point cannot be projected.
  Point operator()(Point p) const;

 private:
  bool m_identity;
  PjPointer m_pj;
};

/// The transformation of this thread, made once: PROJ takes milliseconds to look for one.
std::shared_ptr<const Transformation> transformation(const Crs& from, const Crs& to);

}  // namespace jingwei
