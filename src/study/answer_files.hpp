#pragma once
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/context.hpp"
#include "io/stored_image.hpp"

namespace jingwei {

/// How the names of such files end.
inline constexpr std::string_view answer_suffix = ".answer", network_suffix = ".network";

/// The folders `answers` in which runs of one study leave what they made: each beside the results of its run,
/// one file a network or analysis, which the next run writes over.
class AnswerFiles {
 public:
  /// `own`: where this run's results are; `study`: that of the study, in which those of its scenarios lie.
  AnswerFiles(const std::string& own, const std::string& study);

  /// What was left under this name and key, in the own folder or another; nothing where there is none. A file
  /// that is damaged or foreign is told and passed over.
  std::optional<StoredImage> find(const std::string& name, const ImageKind& kind, const std::string& key,
                                  Context& context);
  /// Leaves it in the own folder. Where it cannot be written that is told, once, and the run goes on.
  void keep(const std::string& name, const ImageKind& kind, const std::string& key, const std::string& image,
            Context& context);
  /// Removes from the own folder the files of earlier runs, by their names, that were neither found nor kept
  /// there. What else somebody put there stays.
  void remove_others() const;

 private:
  std::vector<std::string> m_folders;  ///< the own one first
  std::set<std::string> m_current;     ///< names in the own folder that were found or kept
  bool m_writable = true;
};

/// Tells of a file whose bytes cannot be trusted.
void warn_of_damage(const std::string& path, Context& context);

}  // namespace jingwei
