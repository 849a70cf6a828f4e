#include <cmath>

#include "base/error.hpp"
#include "base/text.hpp"
#include "io/read_vector.hpp"

namespace jingwei {
namespace {

const Column& coordinate_column(const RawLayer& table, const std::string& name) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < table.fields.size(); ++i) {
    if (table.fields[i].name == name) return table.columns[i];
    names.push_back(table.fields[i].name);
  }
  throw input_error({"{}：没有坐标列“{}”；有：{}{}", "{}: no coordinate column “{}”; there are: {}{}"},
                    printable(table.source), printable(name), printable(join(names)),
                    suggestion(name, names));
}

std::optional<double> number_in(const Column& column, std::size_t row) {
  if (column.is_null(row)) return std::nullopt;
  if (column.type() == FieldType::text || column.type() == FieldType::date)
    return to_number(column.text(row));
  return column.number(row);
}

}  // namespace

void add_coordinates(RawLayer& table, const ReadRequest& request) {
  if (!request.x || !request.y)
    throw input_error({"{}：表格变成点需要 x 和 y 两列；只给了一列",
                       "{}: a table becomes points by two columns, x and y; only one is given"},
                      printable(table.source));
  if (table.geometry)
    throw input_error(
        {"{}：自带几何，不需要坐标列", "{}: has geometry of its own, so that it needs no coordinate columns"},
        printable(table.source));
  const Column& x = coordinate_column(table, *request.x);
  const Column& y = coordinate_column(table, *request.y);
  GeometryColumn points;
  for (std::size_t row = 0; row < table.rows; ++row) {
    const auto east = number_in(x, row), north = number_in(y, row);
    if (east && north && std::isfinite(*east) && std::isfinite(*north))
      points.append(wkb_of(Point{*east, *north}));
    else
      points.append_null();
  }
  table.geometry = std::move(points);
}

}  // namespace jingwei
