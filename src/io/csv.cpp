#include "io/csv.hpp"

#include <cpl_vsi.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <filesystem>
#include <vector>

#include "base/error.hpp"
#include "base/file.hpp"
#include "base/text.hpp"
#include "io/encoding.hpp"
#include "io/gdal.hpp"

namespace jingwei {
namespace {

namespace fs = std::filesystem;

void store(const std::string& path, const std::string& content) {
  VSILFILE* out = VSIFOpenL(path.c_str(), "wb");
  const bool written = out != nullptr && VSIFWriteL(content.data(), 1, content.size(), out) == content.size();
  if (out != nullptr) VSIFCloseL(out);
  if (!written)
    throw error(ErrorKind::limit, {"{}：内存不足，无法复制", "{}: not enough memory for a copy"}, path);
}

/// What all values seen so far allow a column to be.
struct Guess {
  bool integer = true;
  bool real = true;
  bool any = false;

  void see(std::string_view text) {
    if (text.empty()) return;
    any = true;
    const std::string_view digits = text.substr(text[0] == '-' || text[0] == '+' ? 1 : 0);
    const bool leading_zero = digits.size() > 1 && digits[0] == '0' && digits[1] >= '0' && digits[1] <= '9';
    if (leading_zero || !to_number(text)) integer = real = false;
    // 18 digits always fit into 64 bits.
    if (digits.size() > 18 || digits.find_first_not_of("0123456789") != std::string_view::npos)
      integer = false;
  }
  const char* type() const {
    if (!any || !real) return "String";
    return integer ? "Integer64" : "Real";
  }
};

std::string guessed_types(const std::string& path) {
  const char* drivers[] = {"CSV", nullptr};
  const GdalErrors errors;
  const Dataset dataset(GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY, drivers));
  if (!dataset || dataset->GetLayerCount() == 0) return {};
  OGRLayer& layer = *dataset->GetLayer(0);
  std::vector<Guess> guesses(static_cast<std::size_t>(layer.GetLayerDefn()->GetFieldCount()));
  for (OGRFeatureUniquePtr feature(layer.GetNextFeature()); feature; feature.reset(layer.GetNextFeature()))
    for (std::size_t i = 0; i < guesses.size(); ++i)
      if (feature->IsFieldSetAndNotNull(static_cast<int>(i)))
        guesses[i].see(feature->GetFieldAsString(static_cast<int>(i)));
  std::vector<std::string> types;
  for (const Guess& guess : guesses) types.emplace_back(guess.type());
  return join(types, ",");
}

}  // namespace

std::string csv_copy(const std::string& file, const std::string& encoding, const std::string& folder) {
  const std::string content = read_file(file);
  std::string path = format("/vsimem/{}/{}", folder, fs::path(file).filename().string());
  store(path, encoding.empty() ? content : to_utf8(content, encoding, file));
  const fs::path own = fs::path(file).replace_extension(".csvt");
  std::error_code ignored;
  const std::string types = fs::exists(own, ignored) ? read_file(own.string()) : guessed_types(path);
  if (!types.empty()) store(fs::path(path).replace_extension(".csvt").string(), types + "\n");
  return path;
}

}  // namespace jingwei
