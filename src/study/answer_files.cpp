#include "study/answer_files.hpp"

#include <algorithm>
#include <filesystem>

#include "base/error.hpp"

namespace jingwei {
namespace {

namespace fs = std::filesystem;
using State = StoredImage::State;

std::string answers_in(const fs::path& results) {
  return (results / "answers").string();
}

std::vector<std::string> folders_of(const std::string& own, const std::string& study) {
  std::vector<std::string> others{answers_in(study)};
  std::error_code failed;
  for (auto entry = fs::directory_iterator(study, failed); !failed && entry != fs::directory_iterator();
       entry.increment(failed))
    others.push_back(answers_in(entry->path()));
  std::sort(others.begin(), others.end());
  std::vector<std::string> folders{answers_in(own)};
  for (std::string& folder : others)
    if (folder != folders.front()) folders.push_back(std::move(folder));
  return folders;
}

}  // namespace

AnswerFiles::AnswerFiles(const std::string& own, const std::string& study)
    : m_folders(folders_of(own, study)) {}

std::optional<StoredImage> AnswerFiles::find(const std::string& name, const ImageKind& kind,
                                             const std::string& key, Context& context) {
  for (const std::string& folder : m_folders) {
    const std::string path = format("{}/{}", folder, name);
    StoredImage found = read_stored_image(path, kind, key);
    if (found.state == State::whole) {
      if (folder == m_folders.front()) m_current.insert(name);
      return found;
    }
    if (found.state == State::damaged || found.state == State::foreign) warn_of_damage(path, context);
  }
  return std::nullopt;
}

void AnswerFiles::keep(const std::string& name, const ImageKind& kind, const std::string& key,
                       const std::string& image, Context& context) {
  if (!m_writable) return;
  try {
    write_stored_image(format("{}/{}", m_folders.front(), name), kind, key, image);
    m_current.insert(name);
  } catch (const Error& problem) {
    m_writable = false;
    context.warn(told(
        {"答案没有留存，下次须重新计算：{}", "answers are not kept, the next run computes them again: {}"},
        problem.message()));
  }
}

void AnswerFiles::remove_others() const {
  std::vector<fs::path> others;
  std::error_code failed;
  for (auto entry = fs::directory_iterator(m_folders.front(), failed);
       !failed && entry != fs::directory_iterator(); entry.increment(failed)) {
    const std::string name = entry->path().filename().string();
    const bool of_a_run = name.ends_with(answer_suffix) || name.ends_with(network_suffix);
    if (of_a_run && !m_current.contains(name)) others.push_back(entry->path());
  }
  for (const fs::path& file : others) fs::remove(file, failed);
}

void warn_of_damage(const std::string& path, Context& context) {
  context.warn(told({"{}：留存的答案已损坏或不是答案，不予采用",
                     "{}: the answer kept there is damaged, or none; it is not used"},
                    path));
}

}  // namespace jingwei
