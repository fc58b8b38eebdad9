#include "core/import/json_shape.h"

#include <array>
#include <map>
#include <set>

#include <simdjson.h>

#include "core/import/class_guess.h"

namespace reckoner {

namespace {

namespace od = simdjson::ondemand;

constexpr std::size_t kLines = 200;
constexpr std::size_t kMostInnerKeys = 1000;

struct Shape {
    bool scalar = false;
    bool array = false;
    std::size_t objects = 0;
    bool stable = true;
    std::vector<std::string> inner;
};

struct Shapes {
    std::vector<std::string> order;
    std::map<std::string, Shape, std::less<>> byKey;

    Shape& at(std::string_view key) {
        if (const auto found = byKey.find(key); found != byKey.end()) return found->second;
        order.emplace_back(key);
        return byKey[order.back()];
    }
};

// What one value adds to the shape of its key; false: the line is broken.
bool learnObject(od::value& value, Shape& shape) {
    od::object object;
    if (value.get_object().get(object)) return false;
    std::vector<std::string> keys;
    for (auto field : object) {
        std::string_view key;
        if (field.unescaped_key().get(key)) return false;
        od::value inner;
        if (field.value().get(inner)) return false;
        const std::string_view token = inner.raw_json_token();
        if (token.empty() || token[0] == '{' || token[0] == '[') shape.stable = false;
        keys.emplace_back(key);
    }
    if (shape.objects++ == 0)
        shape.inner = keys;
    else if (std::set(keys.begin(), keys.end()) != std::set(shape.inner.begin(), shape.inner.end()))
        shape.stable = false;
    return true;
}

void learnLine(od::parser& parser, std::string_view line, Shapes& shapes) {
    const simdjson::padded_string padded(line);
    od::document document;
    od::object object;
    if (parser.iterate(padded).get(document) || document.get_object().get(object)) return;
    for (auto field : object) {
        std::string_view key;
        if (field.unescaped_key().get(key)) return;
        Shape& shape = shapes.at(key);
        od::value value;
        if (field.value().get(value)) return;
        const std::string_view token = value.raw_json_token();
        if (token.starts_with('{')) {
            if (!learnObject(value, shape)) return;
        } else if (token.starts_with('[')) {
            shape.array = true;
        } else if (!token.starts_with("null")) {
            shape.scalar = true;
        }
    }
}

}  // namespace

bool isExplanationName(std::string_view name) {
    const std::string text = lowered(name);
    for (const std::string_view word :
         {"explanation", "explain", "shap", "attribution", "contribution", "reason", "importance", "lime"})
        if (text.find(word) != std::string::npos) return true;
    return false;
}

std::vector<std::string> jsonColumns(std::string_view text) {
    Shapes shapes;
    od::parser parser;
    for (std::size_t line = 0; line < kLines && !text.empty(); ++line) {
        const std::size_t end = text.find('\n');
        learnLine(parser, text.substr(0, end), shapes);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    std::vector<std::string> columns;
    for (const std::string& key : shapes.order) {
        const Shape& shape = shapes.byKey.find(key)->second;
        const bool flatten = shape.objects > 0 && shape.stable && !shape.scalar && !shape.array &&
                             !shape.inner.empty() && shape.inner.size() <= kMostInnerKeys &&
                             !isExplanationName(key);
        if (!flatten) {
            columns.push_back(key);
            continue;
        }
        for (const std::string& inner : shape.inner)
            columns.push_back(key + "." + inner);
    }
    return columns;
}

}  // namespace reckoner
