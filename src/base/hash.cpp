#include "base/hash.hpp"

#include <openssl/evp.h>

#include <array>
#include <cassert>
#include <cerrno>
#include <cstdio>
#include <system_error>

#include "base/error.hpp"

namespace jingwei {
namespace {

struct FreeDigest {
  void operator()(EVP_MD_CTX* digest) const { EVP_MD_CTX_free(digest); }
};
struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

void require(int success) {
  if (success != 1)
    throw error(ErrorKind::failed, {"OpenSSL 无法计算 SHA-256", "OpenSSL cannot compute SHA-256"});
}

}  // namespace

struct Sha256::State {
  std::unique_ptr<EVP_MD_CTX, FreeDigest> digest{EVP_MD_CTX_new()};
  bool finished = false;
};

Sha256::Sha256() : m_state(std::make_unique<State>()) {
  require(EVP_DigestInit_ex(m_state->digest.get(), EVP_sha256(), nullptr));
}

Sha256::~Sha256() = default;

void Sha256::add(std::span<const std::uint8_t> bytes) {
  assert(!m_state->finished);
  require(EVP_DigestUpdate(m_state->digest.get(), bytes.data(), bytes.size()));
}

void Sha256::add_text(std::string_view text) {
  std::array<std::uint8_t, 8> length{};  // little-endian on every machine
  for (std::size_t i = 0; i < length.size(); ++i) {
    length[i] = static_cast<std::uint8_t>(std::uint64_t{text.size()} >> (8 * i));
  }
  add(length);
  add({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
}

std::string Sha256::hex() {
  assert(!m_state->finished);
  m_state->finished = true;
  std::array<std::uint8_t, 32> digest{};
  require(EVP_DigestFinal_ex(m_state->digest.get(), digest.data(), nullptr));
  std::string text;
  for (const std::uint8_t byte : digest) text += format("{:02x}", byte);
  return text;
}

std::string sha256_of_file(const std::string& path) {
  const std::unique_ptr<std::FILE, CloseFile> file(std::fopen(path.c_str(), "rbe"));
  const auto unreadable = [&] {
    return input_error({"{}：无法读取：{}", "{}: cannot be read: {}"}, path,
                       std::generic_category().message(errno));
  };
  if (!file) throw unreadable();
  Sha256 hash;
  std::array<std::uint8_t, 65536> block{};
  while (const std::size_t got = std::fread(block.data(), 1, block.size(), file.get())) {
    hash.add(std::span(block).first(got));
  }
  if (std::ferror(file.get()) != 0) throw unreadable();
  return hash.hex();
}

}  // namespace jingwei
