// Which columns a JSON object's keys feed: "a.b" is the key "a.b", or "b" inside the object "a".
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace reckoner {

class JsonPaths {
 public:
    struct Target {
        std::string key;
        bool plain = true;                 // no backslash: written in JSON as it stands
        int column = -1;                   // the whole value
        std::unique_ptr<JsonPaths> inner;  // columns inside an object under this key
    };

    void add(std::string_view path, int column);
    // The next key of the last order, when the raw key at `raw` is it (its closing quote included); else
    // nullptr.
    const Target* expected(const char* raw, const char* end);
    // nullptr: nobody wants this key. Fast when keys come in the same order in every object.
    const Target* find(std::string_view key);
    // Every column at or below this place.
    template <class F>
    void forEachColumn(F&& f) const {
        for (const auto& target : targets_) {
            if (target->column >= 0) f(target->column);
            if (target->inner) target->inner->forEachColumn(f);
        }
    }

 private:
    Target& at(std::string_view key);

    std::vector<std::unique_ptr<Target>> targets_;
    std::unordered_map<std::string_view, std::size_t> byKey_;
    std::size_t expected_ = 0;
};

}  // namespace reckoner
