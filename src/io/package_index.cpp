#include "io/package_index.hpp"

#include "base/format.hpp"
#include "io/package_tables.hpp"

namespace jingwei {
namespace {

/// The triggers that keep an index right when rows change (GeoPackage 1.2, annex F.3), as GDAL writes them.
void make_index_triggers(Database& package, const Table& table, const std::string& index) {
  const std::string remove_old = format(R"(DELETE FROM {} WHERE id = OLD."fid";)", sql_name(index));
  const std::string put_new =
      format(R"(INSERT OR REPLACE INTO {} VALUES(NEW."fid", ST_MinX(NEW."geom"), ST_MaxX(NEW."geom"), )"
             R"(ST_MinY(NEW."geom"), ST_MaxY(NEW."geom"));)",
             sql_name(index));
  const std::string has_shape = R"((NEW."geom" NOTNULL AND NOT ST_IsEmpty(NEW."geom")))";
  const std::string no_shape = R"((NEW."geom" ISNULL OR ST_IsEmpty(NEW."geom")))";
  const auto make = [&](const char* suffix, const char* event, const std::string& when,
                        const std::string& action) {
    package.run(format("CREATE TRIGGER {} AFTER {} ON {} WHEN {} BEGIN {} END",
                       sql_name(format("{}_{}", index, suffix)), event, sql_name(table.name), when, action));
  };
  const char* const of_shape = R"(UPDATE OF "geom")";
  const char* const same_id = R"(OLD."fid" = NEW."fid" AND )";
  const char* const other_id = R"(OLD."fid" != NEW."fid" AND )";
  make("insert", "INSERT", has_shape, put_new);
  make("update1", of_shape, same_id + has_shape, put_new);
  make("update2", of_shape, same_id + no_shape, remove_old);
  make("update3", "UPDATE", other_id + has_shape, format("{} {}", remove_old, put_new));
  make("update4", "UPDATE", other_id + no_shape,
       format(R"(DELETE FROM {} WHERE id IN (OLD."fid", NEW."fid");)", sql_name(index)));
  make("delete", "DELETE", R"(OLD."geom" NOTNULL)", remove_old);
}

}  // namespace

void write_package_index(Database& package, const Table& table, const std::vector<IndexCell>& cells) {
  const std::string index = format("rtree_{}_geom", table.name);
  package.run(format("CREATE VIRTUAL TABLE {} USING rtree(id, minx, maxx, miny, maxy)", sql_name(index)));
  fill_index(package, index, cells);
  make_extensions_table(package);  // GDAL does not use an index that is not registered
  package
      .prepare(
          "INSERT INTO gpkg_extensions VALUES(?1, 'geom', 'gpkg_rtree_index', "
          "'http://www.geopackage.org/spec120/#extension_rtree', 'write-only')")
      .bind(1, table.name)
      .run();
  make_index_triggers(package, table, index);
}

}  // namespace jingwei
