#include "io/arrow_stream.hpp"

#include <cpl_error.h>
#include <cpl_string.h>
#include <ogr_recordbatch.h>
#include <ogrsf_frmts.h>

#include <string>

namespace jingwei {

struct ArrowStream::State {
  ArrowArrayStream stream{};
  ArrowSchema schema{};
  ArrowArray batch{};

  void release_batch() {
    if (batch.release != nullptr) batch.release(&batch);
    batch = {};
  }
};

ArrowStream::ArrowStream(OGRLayer& layer, int rows_of_batch) : m_state(std::make_unique<State>()) {
  CPLStringList options;
  options.SetNameValue("MAX_FEATURES_IN_BATCH", std::to_string(rows_of_batch).c_str());
  if (!layer.GetArrowStream(&m_state->stream, options.List())) return;
  if (m_state->stream.get_schema(&m_state->stream, &m_state->schema) != 0) m_state->schema.release = nullptr;
}

ArrowStream::~ArrowStream() {
  m_state->release_batch();
  if (m_state->schema.release != nullptr) m_state->schema.release(&m_state->schema);
  if (m_state->stream.release != nullptr) m_state->stream.release(&m_state->stream);
}

bool ArrowStream::valid() const {
  return m_state->schema.release != nullptr;
}

int ArrowStream::find(std::string_view name) const {
  int found = -1;
  for (int i = 0; i < m_state->schema.n_children; ++i) {
    if (name != m_state->schema.children[i]->name) continue;
    if (found >= 0) return -1;
    found = i;
  }
  return found;
}

std::string_view ArrowStream::format(int column) const {
  return m_state->schema.children[column]->format;
}

bool ArrowStream::next() {
  m_state->release_batch();
  if (m_state->stream.get_next(&m_state->stream, &m_state->batch) == 0)
    return m_state->batch.release != nullptr;
  m_state->batch.release = nullptr;
  CPLError(CE_Failure, CPLE_AppDefined, "the stream of columns ended early");
  return false;
}

std::size_t ArrowStream::rows() const {
  return static_cast<std::size_t>(m_state->batch.length);
}

ArrowColumn ArrowStream::column(int number) const {
  const ArrowArray& column = *m_state->batch.children[number];
  const auto first = static_cast<std::size_t>(m_state->batch.offset + column.offset);
  return {column.null_count == 0 ? nullptr : column.buffers[0], column.buffers[1],
          column.n_buffers > 2 ? column.buffers[2] : nullptr, first};
}

}  // namespace jingwei
