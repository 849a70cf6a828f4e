#include "io/packed_index.hpp"

#include <bit>
#include <cmath>
#include <random>

#include "base/file.hpp"
#include "io/samples.hpp"

namespace jingwei {
namespace {

/// An empty file in which an R-tree "packed" and one "plain" stand, both without rows.
class TwoTrees {
 public:
  explicit TwoTrees(int page_size = 4096) {
    write_file(m_scratch.file("trees.db"), "");
    database().run(format("PRAGMA page_size = {}", page_size));
    for (const char* name : {"packed", "plain"})
      database().run(format("CREATE VIRTUAL TABLE {} USING rtree(id, minx, maxx, miny, maxy)", name));
  }
  Database& database() {
    if (!m_database)
      m_database = std::make_unique<Database>(m_scratch.file("trees.db"), Database::Mode::write);
    return *m_database;
  }

  /// Fills one by fill_index, the other row by row as SQLite itself does it.
  void fill(const std::vector<Envelope>& envelopes) {
    database().run("BEGIN");
    std::vector<IndexCell> cells;
    Statement insert = database().prepare("INSERT INTO plain VALUES(?1, ?2, ?3, ?4, ?5)");
    for (std::size_t i = 0; i < envelopes.size(); ++i) {
      const Envelope& e = envelopes[i];
      const auto id = static_cast<std::int64_t>(3 * i + 1);
      cells.push_back(index_cell(id, e));
      insert.bind(1, id).bind_real(2, e.min_x).bind_real(3, e.max_x).bind_real(4, e.min_y);
      insert.bind_real(5, e.max_y).run();
    }
    fill_index(database(), "packed", cells);
    database().run("COMMIT");
  }

  std::vector<std::string> rows(const std::string& sql) {
    std::vector<std::string> found;
    for (Statement query = database().prepare(sql); query.step();) {
      std::string row;
      for (int i = 0; i < query.columns(); ++i) row += (i > 0 ? "|" : "") + query.text(i);
      found.push_back(row);
    }
    return found;
  }
  std::string one(const std::string& sql) { return rows(sql).at(0); }

 private:
  Scratch m_scratch;
  std::unique_ptr<Database> m_database;
};

std::vector<Envelope> random_envelopes(std::size_t count, std::uint64_t seed) {
  std::mt19937_64 bits(seed);
  const auto between = [&](double low, double high) {
    return low + (high - low) * static_cast<double>(bits() >> 11) * 0x1p-53;
  };
  std::vector<Envelope> envelopes;
  for (std::size_t i = 0; i < count; ++i) {
    const double x = between(-5e5, 5e5), y = between(4.1e6, 4.4e6);
    const double wide = i % 7 == 0 ? 0 : between(0, i % 11 == 0 ? 1e5 : 100);
    envelopes.push_back({x, y, x + wide, y + between(0, 100)});
    if (i % 5 == 0) envelopes.back() = envelopes[i / 2];  // many in one place
  }
  return envelopes;
}

std::uint32_t big_endian(const std::string& blob, std::size_t at, std::size_t bytes) {
  std::uint32_t number = 0;
  for (std::size_t i = 0; i < bytes; ++i) number = number << 8 | static_cast<std::uint8_t>(blob.at(at + i));
  return number;
}

}  // namespace

TEST_CASE("a packed index is sound and holds what SQLite's own holds, whatever the number of rows") {
  for (const std::size_t count : {0, 1, 2, 17, 51, 52, 53, 102, 103, 2601, 2602, 100000}) {
    INFO(count << " rows");
    TwoTrees trees;
    trees.fill(random_envelopes(count, count));
    CHECK(trees.one("SELECT rtreecheck('packed')") == "ok");
    CHECK(trees.one("SELECT count(*) FROM packed") == std::to_string(count));
    CHECK(trees.rows("SELECT * FROM packed EXCEPT SELECT * FROM plain").empty());
    CHECK(trees.rows("SELECT * FROM plain EXCEPT SELECT * FROM packed").empty());
    // No node less than a third full, which SQLite's own deletions keep to (one root aside).
    for (Statement node = trees.database().prepare("SELECT nodeno, data FROM packed_node"); node.step();) {
      const std::uint32_t held = big_endian(node.text(1), 2, 2);
      CHECK(held <= 51);
      if (node.integer(0) != 1) CHECK(held >= 17);
    }
  }
}

TEST_CASE("random windows find what a look at every row finds") {
  TwoTrees trees;
  const std::vector<Envelope> envelopes = random_envelopes(20000, 9);
  trees.fill(envelopes);
  std::mt19937_64 bits(4);
  Statement query = trees.database().prepare(
      "SELECT count(*), sum(id) FROM packed WHERE maxx >= ?1 AND minx <= ?2 AND maxy >= ?3 AND miny <= ?4");
  for (int i = 0; i < 500; ++i) {
    Envelope window =
        envelopes[bits() % envelopes.size()].grown(i % 3 == 0 ? 0 : static_cast<double>(bits() % 20000));
    std::int64_t count = 0, sum = 0;
    for (std::size_t row = 0; row < envelopes.size(); ++row) {
      const IndexCell cell = index_cell(static_cast<std::int64_t>(3 * row + 1), envelopes[row]);
      if (double{cell.max_x} < window.min_x || double{cell.min_x} > window.max_x ||
          double{cell.max_y} < window.min_y || double{cell.min_y} > window.max_y)
        continue;
      ++count;
      sum += cell.id;
    }
    query.bind_real(1, window.min_x).bind_real(2, window.max_x).bind_real(3, window.min_y);
    query.bind_real(4, window.max_y);
    REQUIRE(query.step());
    CHECK(query.integer(0) == count);
    CHECK(query.integer(1) == sum);
    query.run();
  }
}

TEST_CASE("bounds are rounded outward to single precision as SQLite rounds them") {
  const std::vector<double> numbers{0,           -0.0,  0.1,    -0.1, 16777217,      -16777217,
                                    4400000.001, 1e-30, -1e-30, 1e10, 123456789.123, -123456789.123};
  std::vector<Envelope> envelopes;
  for (const double a : numbers)
    for (const double b : numbers)
      if (a <= b) envelopes.push_back({a, a, b, b});
  TwoTrees trees;
  trees.fill(envelopes);
  CHECK(trees.rows("SELECT * FROM packed EXCEPT SELECT * FROM plain").empty());
  for (const Envelope& envelope : envelopes) {
    const IndexCell cell = index_cell(1, envelope);
    CHECK(double{cell.min_x} <= envelope.min_x);
    CHECK(double{cell.max_x} >= envelope.max_x);
  }
}

TEST_CASE("nodes are laid out as SQLite reads them") {
  TwoTrees trees;
  trees.fill({{1, 2, 3, 4}});
  Statement node = trees.database().prepare("SELECT data FROM packed_node WHERE nodeno = 1");
  REQUIRE(node.step());
  const std::string blob = node.text(0);
  REQUIRE(blob.size() == 4 + 24 * 51);
  CHECK(big_endian(blob, 0, 2) == 0);  // a root that is a leaf
  CHECK(big_endian(blob, 2, 2) == 1);
  CHECK(big_endian(blob, 4, 4) == 0);
  CHECK(big_endian(blob, 8, 4) == 1);  // the id in eight bytes
  CHECK(std::bit_cast<float>(big_endian(blob, 12, 4)) == 1);
  CHECK(std::bit_cast<float>(big_endian(blob, 16, 4)) == 3);
  CHECK(std::bit_cast<float>(big_endian(blob, 20, 4)) == 2);
  CHECK(std::bit_cast<float>(big_endian(blob, 24, 4)) == 4);
  CHECK(blob.find_first_not_of('\0', 28) == std::string::npos);
}

TEST_CASE("a file of small pages has smaller nodes") {
  TwoTrees trees(512);
  trees.fill(random_envelopes(5000, 2));
  CHECK(trees.one("SELECT max(length(data)) FROM packed_node") == "448");
  CHECK(trees.one("SELECT rtreecheck('packed')") == "ok");
  CHECK(trees.rows("SELECT * FROM packed EXCEPT SELECT * FROM plain").empty());
}

TEST_CASE("an index stays sound when SQL changes it afterwards") {
  TwoTrees trees;
  trees.fill(random_envelopes(6000, 5));
  for (const char* tree : {"packed", "plain"}) {
    trees.database().run(format("DELETE FROM {} WHERE id % 2 = 0 OR id > 15000", tree));
    trees.database().run(format("UPDATE {} SET minx = minx - 1000 WHERE id % 5 = 0", tree));
    trees.database().run(
        format("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000) "
               "INSERT INTO {} SELECT 100000 + i, i * 7 % 997, i * 7 % 997 + 5, i, i + 3 FROM n",
               tree));
  }
  CHECK(trees.one("SELECT rtreecheck('packed')") == "ok");
  CHECK(trees.rows("SELECT * FROM packed EXCEPT SELECT * FROM plain").empty());
  CHECK(trees.rows("SELECT * FROM plain EXCEPT SELECT * FROM packed").empty());
  trees.database().run("DELETE FROM packed");
  CHECK(trees.one("SELECT rtreecheck('packed')") == "ok");
  CHECK(trees.one("SELECT count(*) FROM packed_rowid") == "0");
}

}  // namespace jingwei
