#pragma once
#include <string>
#include <utility>
#include <vector>

#include "io/product.hpp"
#include "layer/result.hpp"

namespace jingwei {

/// One analysis of the summary page.
struct SummarySection {
  Text title;
  Text question;
  std::vector<Figure> figures;
  std::vector<std::pair<std::string, std::string>> parameters;
  std::vector<std::string> citations;
};

struct Summary {
  std::vector<SummarySection> sections;
  std::vector<std::pair<Text, std::size_t>> issues;  ///< kind → count
  std::vector<std::pair<Text, double>> phases;       ///< title, seconds
};

/// Builds `reports/summary.html`: one self-contained page in the product's language with a map of the
/// visible layers (inline SVG), the headline figures, tables of the worst units, issues, parameters and
/// sources. No scripts, nothing fetched; all text is escaped. Gives its name in the folder.
std::string write_summary(const Product& product, const Summary& summary, OutputFiles& outputs,
                          Context& context);

/// The libraries of this room and their versions, as they run.
std::vector<std::pair<std::string, std::string>> io_versions();

}  // namespace jingwei
