#include "io/write_omx.hpp"

#include <hdf5.h>

#include <algorithm>
#include <array>
#include <limits>
#include <stdexcept>
#include <utility>
#include <vector>

#include "base/error.hpp"

namespace jingwei {
namespace {

/// A thing of HDF5 that is open; it is closed with this.
class Handle {
 public:
  using Close = herr_t (*)(hid_t);

  Handle(hid_t id, Close close) : m_id(id), m_close(close) {
    if (id < 0) throw std::runtime_error("HDF5");
  }
  Handle(Handle&& other) noexcept
      : m_id(std::exchange(other.m_id, H5I_INVALID_HID)), m_close(other.m_close) {}
  ~Handle() {
    if (m_id >= 0) m_close(m_id);
  }
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;
  Handle& operator=(Handle&&) = delete;
  hid_t id() const { return m_id; }

 private:
  hid_t m_id;
  Close m_close;
};

void require(herr_t status) {
  if (status < 0) throw std::runtime_error("HDF5");
}

/// HDF5 prints its errors unless it is told not to.
class QuietErrors {
 public:
  QuietErrors() {
    H5Eget_auto2(H5E_DEFAULT, &m_print, &m_data);
    H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr);
  }
  ~QuietErrors() { H5Eset_auto2(H5E_DEFAULT, m_print, m_data); }
  QuietErrors(const QuietErrors&) = delete;
  QuietErrors& operator=(const QuietErrors&) = delete;

 private:
  H5E_auto2_t m_print = nullptr;
  void* m_data = nullptr;
};

/// The places of one side, by their keys, and which of them each pair names.
struct Side {
  std::vector<std::string> keys;
  std::vector<std::uint32_t> place_of;
};

Side side_of(const Layer& pairs, std::string_view field) {
  const Column& names = pairs[field];
  Side side;
  for (std::size_t row = 0; row < pairs.rows(); ++row) side.keys.push_back(names.as_text(row));
  std::vector<std::string> sorted = side.keys;
  std::sort(sorted.begin(), sorted.end());
  sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
  for (const std::string& key : side.keys)
    side.place_of.push_back(
        static_cast<std::uint32_t>(std::lower_bound(sorted.begin(), sorted.end(), key) - sorted.begin()));
  side.keys = std::move(sorted);
  return side;
}

/// Pairs by origin, then destination.
std::vector<std::uint32_t> in_order(const Layer& pairs, const Side& origins, const Side& destinations) {
  std::vector<std::uint32_t> rows(pairs.rows());
  for (std::uint32_t row = 0; row < rows.size(); ++row) rows[row] = row;
  const auto place = [&](std::uint32_t row) {
    return std::pair(origins.place_of[row], destinations.place_of[row]);
  };
  std::sort(rows.begin(), rows.end(), [&](auto a, auto b) { return place(a) < place(b); });
  for (std::size_t i = 1; i < rows.size(); ++i)
    if (place(rows[i]) == place(rows[i - 1]))
      throw input_error({"{}：地点对 {}—{} 出现两次，矩阵只容一个值",
                         "{}: the pair {}–{} is there twice; a matrix has room for one value"},
                        pairs.name(), origins.keys[origins.place_of[rows[i]]],
                        destinations.keys[destinations.place_of[rows[i]]]);
  return rows;
}

bool is_number(const Field& field) {
  return (field.type == FieldType::real || field.type == FieldType::integer) &&
         field.name != provenance::synthetic_pct;
}

/// The Open Matrix file of pairs.
class OpenMatrix {
 public:
  OpenMatrix(const std::string& path, const Layer& pairs)
      : m_pairs(pairs),
        m_origins(side_of(pairs, "origin")),
        m_destinations(side_of(pairs, "destination")),
        m_rows(in_order(pairs, m_origins, m_destinations)),
        m_file(H5Fcreate(path.c_str(), H5F_ACC_EXCL, H5P_DEFAULT, H5P_DEFAULT), H5Fclose) {}

  void write() {
    const std::array<int, 2> shape{static_cast<int>(m_origins.keys.size()),
                                   static_cast<int>(m_destinations.keys.size())};
    add_text(m_file, "OMX_VERSION", "0.2");
    add_attribute(m_file, "SHAPE", H5T_STD_I32LE, H5T_NATIVE_INT, shape.data(), shape.size());
    const Handle data(H5Gcreate2(m_file.id(), "data", H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT), H5Gclose);
    for (const Field& field : m_pairs.fields())
      if (is_number(field)) add_matrix(data, field);
    const Handle lookup(H5Gcreate2(m_file.id(), "lookup", H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT), H5Gclose);
    add_lookup(lookup, "origin", m_origins.keys, 0);
    add_lookup(lookup, "destination", m_destinations.keys, 1);
    require(H5Fflush(m_file.id(), H5F_SCOPE_GLOBAL));
  }

 private:
  static Handle text_type(std::size_t length) {
    Handle type(H5Tcopy(H5T_C_S1), H5Tclose);
    require(H5Tset_size(type.id(), std::max<std::size_t>(length, 1)));
    require(H5Tset_strpad(type.id(), H5T_STR_NULLPAD));
    require(H5Tset_cset(type.id(), H5T_CSET_UTF8));
    return type;
  }
  static void add_attribute(const Handle& owner, const char* name, hid_t stored, hid_t given,
                            const void* values, hsize_t count) {
    const Handle space(count == 0 ? H5Screate(H5S_SCALAR) : H5Screate_simple(1, &count, nullptr), H5Sclose);
    const Handle attribute(H5Acreate2(owner.id(), name, stored, space.id(), H5P_DEFAULT, H5P_DEFAULT),
                           H5Aclose);
    require(H5Awrite(attribute.id(), given, values));
  }
  static void add_text(const Handle& owner, const char* name, const std::string& text) {
    const Handle type = text_type(text.size());
    add_attribute(owner, name, type.id(), type.id(), text.data(), 0);
  }
  /// Without the time of writing, so that the same matrix is the same file.
  static Handle dataset_settings() {
    Handle settings(H5Pcreate(H5P_DATASET_CREATE), H5Pclose);
    require(H5Pset_obj_track_times(settings.id(), false));
    return settings;
  }

  void add_matrix(const Handle& data, const Field& field) const {
    const std::array<hsize_t, 2> size{m_origins.keys.size(), m_destinations.keys.size()};
    const std::array<hsize_t, 2> chunk{1, size[1]};
    const Handle space(H5Screate_simple(2, size.data(), nullptr), H5Sclose);
    const Handle settings = dataset_settings();
    if (size[0] > 0) {
      require(H5Pset_chunk(settings.id(), 2, chunk.data()));
      require(H5Pset_deflate(settings.id(), 1));
    }
    const Handle matrix(H5Dcreate2(data.id(), field.name.c_str(), H5T_IEEE_F64LE, space.id(), H5P_DEFAULT,
                                   settings.id(), H5P_DEFAULT),
                        H5Dclose);
    const double missing = std::numeric_limits<double>::quiet_NaN();
    add_attribute(matrix, "NA", H5T_IEEE_F64LE, H5T_NATIVE_DOUBLE, &missing, 0);
    if (!field.unit.empty()) add_text(matrix, "unit", field.unit);
    const Column& values = m_pairs[field.name];
    const Handle line(H5Screate_simple(1, &size[1], nullptr), H5Sclose);
    auto next = m_rows.begin();
    for (hsize_t origin = 0; origin < size[0]; ++origin) {
      std::vector<double> row(size[1], missing);
      for (; next != m_rows.end() && m_origins.place_of[*next] == origin; ++next)
        row[m_destinations.place_of[*next]] = values.number_or(*next, missing);
      const std::array<hsize_t, 2> start{origin, 0};
      require(H5Sselect_hyperslab(space.id(), H5S_SELECT_SET, start.data(), nullptr, chunk.data(), nullptr));
      require(H5Dwrite(matrix.id(), H5T_NATIVE_DOUBLE, line.id(), space.id(), H5P_DEFAULT, row.data()));
    }
  }

  /// The keys along one dimension, padded to the longest.
  static void add_lookup(const Handle& lookup, const char* name, const std::vector<std::string>& keys,
                         int dimension) {
    std::size_t longest = 1;
    for (const std::string& key : keys) longest = std::max(longest, key.size());
    std::string padded;
    for (const std::string& key : keys) padded += key + std::string(longest - key.size(), '\0');
    const hsize_t count = keys.size();
    const Handle type = text_type(longest), space(H5Screate_simple(1, &count, nullptr), H5Sclose);
    const Handle settings = dataset_settings();
    const Handle list(
        H5Dcreate2(lookup.id(), name, type.id(), space.id(), H5P_DEFAULT, settings.id(), H5P_DEFAULT),
        H5Dclose);
    if (count > 0) require(H5Dwrite(list.id(), type.id(), H5S_ALL, H5S_ALL, H5P_DEFAULT, padded.data()));
    add_attribute(list, "DIM", H5T_STD_I32LE, H5T_NATIVE_INT, &dimension, 0);
  }

  const Layer& m_pairs;
  Side m_origins, m_destinations;
  std::vector<std::uint32_t> m_rows;
  Handle m_file;
};

}  // namespace

bool is_matrix(const Layer& pairs) {
  return pairs.has("origin") && pairs.has("destination") &&
         std::any_of(pairs.fields().begin(), pairs.fields().end(), is_number);
}

void write_omx(const std::string& path, const Layer& pairs) {
  if (!is_matrix(pairs))
    throw input_error(
        {"{}：不是地点对的表（origin、destination 和数值），不能写成矩阵；请用 .csv 或 .gpkg",
         "{}: no table of pairs (origin, destination and numbers), so no matrix: write it as .csv or .gpkg"},
        pairs.name());
  const QuietErrors quiet;
  try {
    OpenMatrix(path, pairs).write();
  } catch (const Error&) {
    throw;
  } catch (const std::runtime_error&) {
    throw error(ErrorKind::failed, {"{}：无法写入 HDF5 文件", "{}: the HDF5 file cannot be written"}, path);
  }
}

}  // namespace jingwei
