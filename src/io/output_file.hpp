#pragma once
#include <list>
#include <string>
#include <vector>

namespace jingwei {

/// Holds `<folder>/.<id>.lock` for this process; the file goes away with it. Errors: locked where another run
/// holds it, failed where the folder cannot be written.
class OutputLock {
 public:
  OutputLock(const std::string& folder, const std::string& id);
  ~OutputLock();
  OutputLock(const OutputLock&) = delete;
  OutputLock& operator=(const OutputLock&) = delete;

 private:
  std::string m_path;
  int m_descriptor = -1;
};

/// A file that is built beside its final place and renamed at the end. Unless committed, what was built is
/// removed; temporaries of killed runs are removed first. \pre the output is locked.
class OutputFile {
 public:
  /// Errors: failed where `path` is a symbolic link or no ordinary file; locked where it is a data base that
  /// another program has open.
  explicit OutputFile(std::string path);
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  const std::string& temporary() const { return m_temporary; }
  /// Flushes to disk, where a full one may show only now; Error failed.
  void flush() const;
  /// Flushes and renames; Error failed.
  void commit();

 private:
  std::string m_path;
  std::string m_temporary;
};

/// The files of one run, which replace the old ones together: each is built beside its final place, and all
/// are renamed when the last is whole.
class OutputFiles {
 public:
  /// Makes the folder and locks the id in it. Errors: input where the id cannot be a file name; as of
  /// make_folder and OutputLock.
  OutputFiles(std::string folder, const std::string& id);

  /// Where to build the file of this name in the folder ("reports/summary.html").
  const std::string& add(const std::string& name);
  /// Where it will stand.
  std::string path(const std::string& name) const;
  void commit();

 private:
  std::string m_folder;
  OutputLock m_lock;
  std::list<OutputFile> m_files;
};

/// Makes the folder where there is none; Error failed with the reason.
void make_folder(const std::string& folder);

}  // namespace jingwei
