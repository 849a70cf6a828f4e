#include "io/output_file.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

#include "base/error.hpp"
#include "base/text.hpp"
#include "io/sqlite.hpp"

namespace jingwei {
namespace {

namespace fs = std::filesystem;

std::string why() {
  return std::strerror(errno);
}

std::string folder_of(const std::string& path) {
  const fs::path folder = fs::path(path).parent_path();
  return folder.empty() ? "." : folder.string();
}

void sync(const std::string& path, int flags) {
  const int descriptor = open(path.c_str(), flags | O_CLOEXEC);
  const bool synced = descriptor >= 0 && fsync(descriptor) == 0;
  const std::string reason = why();
  if (descriptor >= 0) close(descriptor);
  if (!synced)
    throw error(ErrorKind::failed, {"{}：无法写入磁盘：{}", "{}: cannot be written to disk: {}"}, path,
                reason);
}

void remove_with_journals(const std::string& path) {
  std::error_code ignored;
  for (const char* suffix : {"", "-journal", "-wal", "-shm"}) fs::remove(path + suffix, ignored);
}

// A program that has the old file open may keep changes in a -wal beside it, which SQLite would apply to the
// new file. Leaving WAL mode needs the file for oneself, so that it tells whether anyone is there.
void refuse_data_base_in_use(const std::string& path) {
  std::error_code ignored;
  if (!fs::exists(path + "-wal", ignored) && !fs::exists(path + "-shm", ignored) &&
      !fs::exists(path + "-journal", ignored))
    return;
  try {
    Database old(path, Database::Mode::write);
    old.run("PRAGMA journal_mode = DELETE");
    old.run("BEGIN EXCLUSIVE; COMMIT");
  } catch (const Error& failure) {
    if (failure.kind() == ErrorKind::locked)
      throw error(ErrorKind::locked,
                  {"{}：正被其他程序（QGIS？）打开；请先关闭再运行",
                   "{}: is open in another program (QGIS?); close it there and run again"},
                  path);
    // Anything else is no data base that someone could have open.
  }
  for (const char* suffix : {"-journal", "-wal", "-shm"}) fs::remove(path + suffix, ignored);
}

// GDAL writes XLSX as an archive and takes the first ".xlsx" of a path for its end.
std::string temporary_prefix(const fs::path& path) {
  if (path.extension() == ".xlsx") return format(".{}_xlsx.tmp-", path.stem().string());
  return format(".{}.tmp-", path.filename().string());
}

void remove_old_temporaries(const std::string& path) {
  const std::string prefix = temporary_prefix(path);
  std::error_code failed;
  std::vector<fs::path> old;
  for (auto entry = fs::directory_iterator(folder_of(path), failed);
       !failed && entry != fs::directory_iterator(); entry.increment(failed)) {
    std::error_code ignored;
    if (entry->path().filename().string().starts_with(prefix) && entry->is_regular_file(ignored))
      old.push_back(entry->path());
  }
  for (const fs::path& file : old) fs::remove(file, failed);
}

// The id becomes a file name.
void check_id(const std::string& id) {
  const bool dots = id.starts_with(".");
  if (id.empty() || dots || id.size() > 200 || id.find_first_of("/\\|:*?\"<>") != std::string::npos ||
      printable(id) != id)
    throw input_error({"研究编号“{}”不能作文件名；请用字母、数字、- 和 _",
                       "study id “{}”: cannot be a file name; use letters, digits, - and _"},
                      printable(id));
}

std::string made_folder(std::string folder, const std::string& id) {
  check_id(id);
  make_folder(folder);
  return folder;
}

}  // namespace

void make_folder(const std::string& folder) {
  std::error_code failed;
  fs::create_directories(folder, failed);
  if (!failed && !fs::is_directory(folder)) failed = std::make_error_code(std::errc::not_a_directory);
  if (failed)
    throw error(ErrorKind::failed, {"{}：无法创建输出文件夹：{}", "{}: the output folder cannot be made: {}"},
                folder, failed.message());
  if (access(folder.c_str(), W_OK | X_OK) != 0)
    throw error(ErrorKind::failed,
                {"{}：输出文件夹不可写：{}", "{}: the output folder cannot be written: {}"}, folder, why());
}

OutputLock::OutputLock(const std::string& folder, const std::string& id)
    : m_path((fs::path(folder) / format(".{}.lock", id)).string()) {
  for (;;) {
    m_descriptor = open(m_path.c_str(), O_CREAT | O_RDWR | O_NOFOLLOW | O_CLOEXEC, 0644);
    if (m_descriptor < 0)
      throw error(ErrorKind::failed, {"{}：无法写入：{}", "{}: cannot be written: {}"}, m_path, why());
    if (flock(m_descriptor, LOCK_EX | LOCK_NB) != 0) {
      const bool held = errno == EWOULDBLOCK;
      const std::string reason = why();
      close(m_descriptor);
      if (held)
        throw error(ErrorKind::locked,
                    {"{}：另一次运行正在此处写“{}”；请等待或另选文件夹",
                     "{}: another run is writing “{}” there; wait for it or choose another folder"},
                    folder, id);
      throw error(ErrorKind::failed, {"{}：无法加锁：{}", "{}: cannot be locked: {}"}, m_path, reason);
    }
    // The run before may have removed the file between our open and our lock; then ours locks nothing.
    struct stat ours {
    }, there{};
    if (fstat(m_descriptor, &ours) == 0 && stat(m_path.c_str(), &there) == 0 && ours.st_ino == there.st_ino &&
        ours.st_dev == there.st_dev)
      return;
    close(m_descriptor);
  }
}

OutputLock::~OutputLock() {
  unlink(m_path.c_str());
  close(m_descriptor);
}

OutputFile::OutputFile(std::string path) : m_path(std::move(path)) {
  std::error_code ignored;
  const fs::file_status status = fs::symlink_status(m_path, ignored);
  if (fs::is_symlink(status))
    throw error(ErrorKind::failed,
                {"{}：是符号链接；请改用它指向的文件夹，或删去该链接",
                 "{}: is a symbolic link; name the folder it leads to, or remove it"},
                m_path);
  if (fs::exists(status) && !fs::is_regular_file(status))
    throw error(ErrorKind::failed, {"{}：已存在且不是普通文件", "{}: is there already and no ordinary file"},
                m_path);
  if (fs::exists(status)) refuse_data_base_in_use(m_path);
  remove_old_temporaries(m_path);
  const fs::path target(m_path);
  const std::string name = format("{}{}{}", temporary_prefix(target), getpid(), target.extension().string());
  m_temporary = (fs::path(folder_of(m_path)) / name).string();
}

OutputFile::~OutputFile() {
  if (!m_temporary.empty()) remove_with_journals(m_temporary);
}

OutputFiles::OutputFiles(std::string folder, const std::string& id)
    : m_folder(made_folder(std::move(folder), id)), m_lock(m_folder, id) {}

std::string OutputFiles::path(const std::string& name) const {
  return (fs::path(m_folder) / name).string();
}

const std::string& OutputFiles::add(const std::string& name) {
  make_folder(fs::path(path(name)).parent_path().string());
  return m_files.emplace_back(path(name)).temporary();
}

void OutputFiles::commit() {
  for (const OutputFile& file : m_files) file.flush();  // all whole before the first is replaced
  for (OutputFile& file : m_files) file.commit();
  m_files.clear();
}

void OutputFile::flush() const {
  sync(m_temporary, O_RDONLY);
}

void OutputFile::commit() {
  flush();
  std::error_code failed;
  fs::rename(m_temporary, m_path, failed);
  if (failed)
    throw error(ErrorKind::failed, {"{}：无法写入：{}", "{}: cannot be written: {}"}, m_path,
                failed.message());
  m_temporary.clear();
  sync(folder_of(m_path), O_RDONLY | O_DIRECTORY);
}

}  // namespace jingwei
