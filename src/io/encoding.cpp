#include "io/encoding.hpp"

#include <cpl_string.h>

#include <filesystem>

#include "base/error.hpp"
#include "base/text.hpp"
#include "io/gdal.hpp"

namespace jingwei {

std::string to_utf8(const std::string& text, const std::string& encoding, const std::string& file) {
  if (text.empty()) return text;
  const GdalErrors errors;
  std::string result;
  if (text.find('\0') != std::string::npos)
    throw input_error({"{}：含有零字节（如 UTF-16）；请另存为 UTF-8 或 GBK",
                       "{}: holds zero bytes, as UTF-16 does; save it as UTF-8 or GBK"},
                      printable(file));
  char* recoded = CPLRecode(text.c_str(), encoding.c_str(), CPL_ENC_UTF8);
  if (recoded != nullptr) result = recoded;
  CPLFree(recoded);
  if (errors.failed() || result.empty() || !is_utf8(result))
    throw input_error({"{}：不能按 {} 读取：{}；常用编码是 GBK 和 GB18030",
                       "{}: cannot be read as {}: {}; usual encodings are GBK and GB18030"},
                      printable(file), printable(encoding), errors.reason());
  return result;
}

std::optional<std::string> shapefile_encoding(const std::string& file, const std::string& asked) {
  if (asked.empty()) return std::nullopt;
  std::error_code ignored;
  for (const char* extension : {".cpg", ".CPG"})
    if (std::filesystem::exists(std::filesystem::path(file).replace_extension(extension), ignored))
      return std::nullopt;
  return asked;
}

}  // namespace jingwei
