#include "core/base/recent_stores.h"

#include <algorithm>
#include <chrono>
#include <fstream>
#include <string>

#include <unistd.h>

#include "core/base/user_folders.h"

namespace reckoner {
namespace {

constexpr std::size_t kKept = 10;

std::filesystem::path listFile() {
    return stateFolder() / "recent";
}

// What a program that was killed while writing left, once it is surely no longer at it.
void clearLeftovers() {
    namespace fs = std::filesystem;
    const auto longAgo = fs::file_time_type::clock::now() - std::chrono::hours(1);
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(stateFolder(), ignored))
        if (entry.path().filename().string().starts_with("recent.") &&
            entry.last_write_time(ignored) < longAgo)
            fs::remove(entry.path(), ignored);
}

void write(const std::vector<std::filesystem::path>& stores) {
    std::filesystem::create_directories(stateFolder());
    // Two programs may write at once: each its own file, the last rename wins.
    const auto temporary = listFile().string() + "." + std::to_string(getpid());
    std::ofstream out(temporary, std::ios::binary | std::ios::trunc);
    for (const auto& store : stores)
        out << store.string() << '\n';
    out.close();
    std::error_code ignored;
    if (out) {
        std::filesystem::rename(temporary, listFile(), ignored);
        if (!ignored) return;
    }
    std::filesystem::remove(temporary, ignored);
}

}  // namespace

std::vector<std::filesystem::path> recentStores() {
    std::vector<std::filesystem::path> stores;
    std::ifstream in(listFile(), std::ios::binary);
    for (std::string line; stores.size() < kKept && std::getline(in, line);)
        if (std::filesystem::path(line).is_absolute()) stores.emplace_back(line);
    return stores;
}

void rememberStore(const std::filesystem::path& store) noexcept {
    try {
        const auto path = std::filesystem::absolute(store).lexically_normal();
        if (path.string().find('\n') != std::string::npos) return;
        clearLeftovers();
        auto stores = recentStores();
        if (!stores.empty() && stores.front() == path) return;
        std::erase(stores, path);
        stores.insert(stores.begin(), path);
        if (stores.size() > kKept) stores.resize(kKept);
        write(stores);
    } catch (const std::exception&) {
        // Stays as it was.
    }
}

std::filesystem::path defaultStore() {
    for (const auto& store : recentStores()) {
        std::error_code ignored;
        if (std::filesystem::is_regular_file(store, ignored)) return store;
    }
    return userDataFolder() / "default.reckoner";
}

}  // namespace reckoner
