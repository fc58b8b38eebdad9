#include "core/import/json_path.h"

#include <cstring>

namespace reckoner {

JsonPaths::Target& JsonPaths::at(std::string_view key) {
    if (const auto found = byKey_.find(key); found != byKey_.end()) return *targets_[found->second];
    targets_.push_back(std::make_unique<Target>());
    targets_.back()->key = key;
    targets_.back()->plain = key.find('\\') == std::string_view::npos;
    byKey_.emplace(targets_.back()->key, targets_.size() - 1);
    return *targets_.back();
}

void JsonPaths::add(std::string_view path, int column) {
    at(path).column = column;
    // Only the first dot parts: a class may be called "v1.2", a key before it rarely has a dot.
    const std::size_t dot = path.find('.');
    if (dot == std::string_view::npos || dot == 0 || dot + 1 == path.size()) return;
    Target& outer = at(path.substr(0, dot));
    if (!outer.inner) outer.inner = std::make_unique<JsonPaths>();
    outer.inner->add(path.substr(dot + 1), column);
}

const JsonPaths::Target* JsonPaths::expected(const char* raw, const char* end) {
    if (targets_.empty()) return nullptr;
    if (expected_ >= targets_.size()) expected_ = 0;
    if (!targets_[expected_]->plain) return nullptr;
    const std::string& key = targets_[expected_]->key;
    if (static_cast<std::size_t>(end - raw) <= key.size() || raw[key.size()] != '"') return nullptr;
    if (std::memcmp(raw, key.data(), key.size()) != 0) return nullptr;
    return targets_[expected_++].get();
}

const JsonPaths::Target* JsonPaths::find(std::string_view key) {
    if (expected_ < targets_.size() && targets_[expected_]->key == key) return targets_[expected_++].get();
    const auto found = byKey_.find(key);
    if (found == byKey_.end()) return nullptr;
    expected_ = found->second + 1;
    return targets_[found->second].get();
}

}  // namespace reckoner
