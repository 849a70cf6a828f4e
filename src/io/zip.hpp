#pragma once
#include <string>

namespace jingwei {

/// A ZIP archive of one file, dated 1980-01-01 (the format's first day), so that equal content gives equal
/// bytes. \pre name is ASCII or UTF-8; content under 4 GiB.
std::string zip_of(const std::string& name, const std::string& content);

/// Lower-case hexadecimal digits of bytes.
std::string hex_of(const std::string& bytes);

}  // namespace jingwei
