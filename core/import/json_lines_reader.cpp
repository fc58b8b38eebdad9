#include <algorithm>
#include <cstring>

#include <simdjson.h>

#include "core/import/byte_scan.h"
#include "core/import/flat_json.h"
#include "core/import/json_path.h"
#include "core/import/json_scalar.h"
#include "core/import/record_reader.h"
#include "core/import/text_arena.h"

namespace reckoner {

namespace {

namespace od = simdjson::ondemand;
static_assert(simdjson::SIMDJSON_PADDING <= kScanPadding);

constexpr int kMaxDepth = 64;
constexpr std::uint64_t kNotFlatAllowed = 256;

std::string_view trimmedRight(std::string_view token) {
    while (!token.empty() &&
           (token.back() == ' ' || token.back() == '\t' || token.back() == '\r' || token.back() == '\n'))
        token.remove_suffix(1);
    return token;
}

// Thrown inside one line's parsing and caught there: what is wrong with the line, for people.
struct BadLine {
    const char* why;
};

[[noreturn]] void bad(simdjson::error_code error) {
    if (error == simdjson::UTF8_ERROR) throw BadLine{"The text is no valid UTF-8."};
    if (error == simdjson::INCORRECT_TYPE) throw BadLine{"The line is no JSON object."};
    throw BadLine{"The line is no valid JSON."};
}

// What the result holds, in its place: copying a field stalls the processor on its odd layout.
template <class T>
T& inPlace(simdjson::simdjson_result<T>& result) {
    if (result.error()) bad(result.error());
    T&& value = std::move(result).value_unsafe();
    return value;
}

template <class T>
T orBad(simdjson::simdjson_result<T> result) {
    T value;
    if (const auto error = std::move(result).get(value)) bad(error);
    return value;
}

class JsonLinesReader final : public RecordReader {
 public:
    JsonLinesReader(BlockBuffer& buffer, const std::vector<std::string>& columns, ProblemLog& log)
        : buffer_(buffer), log_(log) {
        for (std::size_t i = 0; i < columns.size(); ++i)
            paths_.add(columns[i], static_cast<int>(i));
    }

    bool next(RecordBatch& batch) override {
        batch.rows = 0;
        arena_.clear();
        while (batch.rows < kBatchRows) {
            const char* const begin = buffer_.pos;
            const char* end = findByte(begin, buffer_.end(), '\n');
            if (end == buffer_.end() && !buffer_.last()) {
                if (batch.rows > 0) return true;  // refilling would move what the batch points to
                if (buffer_.tooLong()) {
                    reject(begin, "The line is longer than 16 MiB.");
                    buffer_.pos = buffer_.end();
                }
                buffer_.refill();
                continue;
            }
            if (begin == buffer_.end()) break;
            buffer_.pos = end == buffer_.end() ? end : end + 1;
            if (read(begin, end, batch)) ++batch.rows;
        }
        return batch.rows > 0;
    }

 private:
    bool read(const char* begin, const char* end, RecordBatch& batch) {
        const std::string_view line = trimmedRight({begin, static_cast<std::size_t>(end - begin)});
        if (line.empty() || line.find_first_not_of(" \t\r") == std::string_view::npos) return false;
        row_ = batch.row(batch.rows);
        std::fill_n(row_, batch.columns, Cell{});
        if (isFlat(line)) return true;
        std::fill_n(row_, batch.columns, Cell{});
        return readFully(line, begin);
    }

    // Files keep to one kind of line: the short way is left alone where it rarely leads to the end.
    bool isFlat(std::string_view line) {
        if (notFlat_ > flat_ + kNotFlatAllowed) return false;
        const bool flat = readFlatJson(line, paths_, arena_, row_);
        ++(flat ? flat_ : notFlat_);
        return flat;
    }

    bool readFully(std::string_view line, const char* begin) {
        try {
            auto parsed = parser_.iterate(line.data(), line.size(), line.size() + simdjson::SIMDJSON_PADDING);
            od::document& document = inPlace(parsed);
            auto object = document.get_object();
            readObject(inPlace(object), paths_);
            if (document.current_location().error() == simdjson::SUCCESS)
                throw BadLine{"Something follows the JSON object on the same line."};
            return true;
        } catch (const BadLine& bad) {
            reject(begin, bad.why);
            return false;
        }
    }

    void reject(const char* begin, const char* why) {
        if (log_.keeps())
            log_.reject(buffer_.lineOf(begin), why);
        else
            log_.reject(0, {});
    }

    void readObject(od::object& object, JsonPaths& paths, int depth = 0) {
        for (auto result : object) {
            od::field& field = inPlace(result);
            const JsonPaths::Target* target = paths.expected(field.key().raw(), buffer_.end());
            if (target == nullptr) target = paths.find(keyOf(field));
            readValue(field.value(), target, depth);
        }
    }

    std::string_view keyOf(od::field& field) {
        const char* const raw = field.key().raw();
        const char* const quote = findByte(raw, buffer_.end(), '"');
        const std::string_view plain(raw, static_cast<std::size_t>(quote - raw));
        if (plain.find('\\') == std::string_view::npos) return plain;
        return orBad<std::string_view>(field.unescaped_key());
    }

    void readValue(od::value& value, const JsonPaths::Target* target, int depth) {
        const std::string_view token = trimmedRight(value.raw_json_token());
        const char first = token.empty() ? '\0' : token.front();
        if (first == '{' && target != nullptr && target->inner) {
            if (depth > kMaxDepth) throw BadLine{"The JSON is nested too deeply."};
            auto object = orBad<od::object>(value.get_object());
            readObject(object, *target->inner, depth + 1);
            if (target->column < 0) return;
            orBad<bool>(object.reset());
            compact_.clear();
            writeObject(object, depth);
            row_[target->column] = Cell::of(arena_.keep(compact_), CellKind::Json);
            return;
        }
        if (first == '{' || first == '[') {
            compact_.clear();
            writeCompact(value, depth);
            if (target != nullptr && target->column >= 0)
                row_[target->column] = Cell::of(arena_.keep(compact_), CellKind::Json);
            return;
        }
        const Cell cell = scalar(value, token);
        if (target != nullptr && target->column >= 0) row_[target->column] = cell;
    }

    // Consumes nothing but escaped strings: what is left is skipped by the object's iteration.
    Cell scalar(od::value& value, std::string_view token) {
        if (token.front() == '"') {
            if (std::memchr(token.data(), '\\', token.size()) == nullptr)
                return Cell::of(token.substr(1, token.size() - 2));
            return Cell::of(arena_.keep(orBad<std::string_view>(value.get_string())));
        }
        switch (jsonScalar(token)) {
            case JsonScalar::Null:
                return Cell{};
            case JsonScalar::NotANumber:
                return Cell::of(token, CellKind::NotANumber);
            case JsonScalar::Word:
            case JsonScalar::Number:
            case JsonScalar::Infinity:
                return Cell::of(token);
            case JsonScalar::None:
                break;
        }
        throw BadLine{"The line is no valid JSON."};
    }

    void writeCompact(od::value& value, int depth) {
        if (depth > kMaxDepth) throw BadLine{"The JSON is nested too deeply."};
        const std::string_view token = trimmedRight(value.raw_json_token());
        if (token.starts_with('{')) {
            auto object = orBad<od::object>(value.get_object());
            writeObject(object, depth + 1);
        } else if (token.starts_with('[')) {
            auto array = orBad<od::array>(value.get_array());
            writeArray(array, depth + 1);
        } else if (token.starts_with('"')) {
            orBad<std::string_view>(value.get_string());  // checks the escapes
            compact_ += token;
        } else {
            const JsonScalar kind = jsonScalar(token);
            if (kind == JsonScalar::None) throw BadLine{"The line is no valid JSON."};
            const bool legal = kind != JsonScalar::NotANumber && kind != JsonScalar::Infinity;
            compact_ += legal ? token : std::string_view("null");
        }
    }

    void writeObject(od::object& object, int depth) {
        compact_ += '{';
        bool first = true;
        for (auto result : object) {
            od::field& field = inPlace(result);
            if (!first) compact_ += ',';
            first = false;
            const char* const raw = field.key().raw();
            orBad<std::string_view>(field.unescaped_key());
            const char* quote = raw;
            while (*quote != '"')
                quote += *quote == '\\' ? 2 : 1;
            compact_ += '"';
            compact_.append(raw, quote + 1);
            compact_ += ':';
            writeCompact(field.value(), depth);
        }
        compact_ += '}';
    }

    void writeArray(od::array& array, int depth) {
        compact_ += '[';
        bool first = true;
        for (auto result : array) {
            auto value = orBad<od::value>(std::move(result));
            if (!first) compact_ += ',';
            first = false;
            writeCompact(value, depth);
        }
        compact_ += ']';
    }

    BlockBuffer& buffer_;
    ProblemLog& log_;
    JsonPaths paths_;
    od::parser parser_;
    TextArena arena_;
    std::string compact_;
    Cell* row_ = nullptr;
    std::uint64_t flat_ = 0;
    std::uint64_t notFlat_ = 0;
};

}  // namespace

std::unique_ptr<RecordReader> makeJsonLinesReader(BlockBuffer& buffer,
                                                  const std::vector<std::string>& columns, ProblemLog& log) {
    return std::make_unique<JsonLinesReader>(buffer, columns, log);
}

}  // namespace reckoner
