#pragma once
#include <memory>
#include <mutex>
#include <vector>

namespace jingwei {

/// Workspaces that wait for a thread that wants one, so that their memory is used again: as many as there are
/// threads at work at the same time.
template <class Workspace>
class WorkspacePool {
 public:
  /// A workspace on loan, given back at the end of its scope.
  class Lease {
   public:
    Lease(WorkspacePool& pool, std::unique_ptr<Workspace> workspace)
        : m_pool(pool), m_workspace(std::move(workspace)) {}
    ~Lease() { m_pool.give_back(std::move(m_workspace)); }
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;
    Workspace& operator*() const { return *m_workspace; }
    Workspace* operator->() const { return m_workspace.get(); }

   private:
    WorkspacePool& m_pool;
    std::unique_ptr<Workspace> m_workspace;
  };

  /// One that waits, or a new one made of the arguments.
  template <class... Arguments>
  Lease lease(const Arguments&... arguments) {
    {
      const std::lock_guard lock(m_mutex);
      if (!m_idle.empty()) {
        auto workspace = std::move(m_idle.back());
        m_idle.pop_back();
        return {*this, std::move(workspace)};
      }
    }
    return {*this, std::make_unique<Workspace>(arguments...)};
  }

  /// Visits those that wait.
  template <class Visit>
  void for_each_idle(const Visit& visit) {
    const std::lock_guard lock(m_mutex);
    for (const auto& workspace : m_idle) visit(*workspace);
  }

 private:
  void give_back(std::unique_ptr<Workspace> workspace) {
    const std::lock_guard lock(m_mutex);
    m_idle.push_back(std::move(workspace));
  }
  std::mutex m_mutex;
  std::vector<std::unique_ptr<Workspace>> m_idle;
};

}  // namespace jingwei
