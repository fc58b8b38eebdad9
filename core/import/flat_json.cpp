#include "core/import/flat_json.h"

#include <algorithm>

#include "core/import/byte_scan.h"
#include "core/import/json_scalar.h"

namespace reckoner {

namespace {

const char* skipBlanks(const char* p, const char* end) {
    while (p < end && (*p == ' ' || *p == '\t'))
        ++p;
    return p;
}

// What stands for the escaped character; zero: a longer escape or none.
char unescaped(char letter) {
    switch (letter) {
        case '"':
        case '\\':
        case '/':
            return letter;
        case 'n':
            return '\n';
        case 't':
            return '\t';
        case 'r':
            return '\r';
        case 'b':
            return '\b';
        case 'f':
            return '\f';
        default:
            return '\0';
    }
}

class FlatObject {
 public:
    FlatObject(std::string_view line, JsonPaths& paths, TextArena& arena, Cell* row)
        : p_(line.data()), end_(line.data() + line.size()), paths_(paths), arena_(arena), row_(row) {}

    bool read() {
        if (!take('{')) return false;
        do {
            p_ = skipBlanks(p_, end_);
            const JsonPaths::Target* target = nullptr;
            Cell value;
            if (!key(target) || !take(':')) return false;
            p_ = skipBlanks(p_, end_);
            if (!(p_ < end_ && *p_ == '"' ? text(value) : scalar(value))) return false;
            if (target != nullptr && target->column >= 0) row_[target->column] = value;
        } while (take(','));
        return take('}') && p_ == end_;
    }

 private:
    bool take(char wanted) {
        p_ = skipBlanks(p_, end_);
        if (p_ == end_ || *p_ != wanted) return false;
        ++p_;
        return true;
    }

    bool key(const JsonPaths::Target*& target) {
        if (p_ == end_ || *p_ != '"') return false;
        const char* const raw = p_ + 1;
        target = paths_.expected(raw, end_);
        if (target != nullptr) {
            p_ = raw + target->key.size() + 1;
            return true;
        }
        const char* const close = findTextEnd(raw, end_);
        if (close == end_ || *close != '"') return false;
        target = paths_.find({raw, static_cast<std::size_t>(close - raw)});
        p_ = close + 1;
        return true;
    }

    bool text(Cell& value) {
        const char* const begin = p_ + 1;
        const char* const stop = findTextEnd(begin, end_);
        if (stop == end_) return false;
        if (*stop == '\\') return escapedText(begin, value);
        if (*stop != '"') return false;
        value = Cell::of({begin, static_cast<std::size_t>(stop - begin)});
        p_ = stop + 1;
        return true;
    }

    bool escapedText(const char* from, Cell& value) {
        const auto most = static_cast<std::size_t>(end_ - from);
        char* const room = arena_.take(most);
        char* to = room;
        while (true) {
            const char* const stop = findTextEnd(from, end_);
            if (stop == end_) return false;
            to = std::copy(from, stop, to);
            if (*stop == '"') {
                const auto size = static_cast<std::size_t>(to - room);
                arena_.giveBack(most - size);
                value = Cell::of({room, size});
                p_ = stop + 1;
                return true;
            }
            if (*stop != '\\' || stop + 1 == end_) return false;
            const char letter = unescaped(stop[1]);
            if (letter == '\0') return false;
            *to++ = letter;
            from = stop + 2;
        }
    }

    bool scalar(Cell& value) {
        const char* const begin = p_;
        while (p_ < end_ && *p_ != ',' && *p_ != '}' && *p_ != ' ' && *p_ != '\t')
            ++p_;
        const std::string_view token(begin, static_cast<std::size_t>(p_ - begin));
        const JsonScalar kind = jsonScalar(token);
        if (kind == JsonScalar::None) return false;
        if (kind == JsonScalar::Null) return true;
        value = Cell::of(token, kind == JsonScalar::NotANumber ? CellKind::NotANumber : CellKind::Text);
        return true;
    }

    const char* p_;
    const char* const end_;
    JsonPaths& paths_;
    TextArena& arena_;
    Cell* const row_;
};

}  // namespace

bool readFlatJson(std::string_view line, JsonPaths& paths, TextArena& arena, Cell* row) {
    return FlatObject(line, paths, arena, row).read();
}

}  // namespace reckoner
