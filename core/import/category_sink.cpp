#define XXH_INLINE_ALL
#include <algorithm>
#include <cstring>

#include <xxhash.h>

#include "core/base/error.h"
#include "core/import/cell_number.h"
#include "core/import/column_sink.h"
#include "core/import/content_hash.h"

namespace reckoner {

namespace {

constexpr std::size_t kMostDictionaryBytes = 16 * 1024 * 1024;
constexpr std::size_t kFirstTable = 64;
constexpr std::size_t kShort = 8;

// Different for texts of the same length up to kShort; longer ones are hashed.
std::uint64_t keyOf(std::string_view text) {
    const std::size_t size = text.size();
    if (size > kShort) return XXH3_64bits(text.data(), size);
    if (size >= 4) {
        std::uint32_t first = 0;
        std::uint32_t last = 0;
        std::memcpy(&first, text.data(), 4);
        std::memcpy(&last, text.data() + size - 4, 4);
        return std::uint64_t{last} << 32 | first;
    }
    if (size == 0) return 0;
    const auto byte = [text](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    return std::uint64_t{byte(0)} << 16 | std::uint64_t{byte(size / 2)} << 8 | byte(size - 1);
}

// Fibonacci hashing: neighbouring keys far apart.
std::size_t spread(std::uint64_t key) {
    return static_cast<std::size_t>((key * 0x9E37'79B9'7F4A'7C15ULL) >> 32);
}

bool isNull(std::string_view text) {
    return text.size() == 4 && (text == "null" || text == "NULL" || text == "Null");
}

}  // namespace

CategorySink::CategorySink(StagingFile& file, ColumnInfo info, Rules rules)
    : file_(file), hash_(std::make_unique<ContentHash>()), rules_(std::move(rules)), table_(kFirstTable) {
    column_.info = std::move(info);
    hash_->add(name(ColumnType::Category));
    codes_.reserve(kChunkRows);
}

CategorySink::~CategorySink() = default;

bool CategorySink::isMissing(std::string_view text) const {
    if (text.empty()) return true;
    if (text.size() > 4) return false;
    const bool missing = rules_.missingTokens ? isMissingToken(text) : isNull(text);
    return missing && std::find(rules_.classes.begin(), rules_.classes.end(), text) == rules_.classes.end();
}

std::uint32_t CategorySink::codeOf(const Cell& cell) {
    if (cell.kind == CellKind::Missing || cell.kind == CellKind::NotANumber) return kMissing;
    const std::string_view text = cell.text();
    const std::uint64_t key = keyOf(text);
    if (const std::uint32_t code = table_[slotOf(text, key)].code; code != kMissing) return code;
    return isMissing(text) ? kMissing : newCode(text, key);
}

// Where the text stands, or the free slot where it belongs.
std::size_t CategorySink::slotOf(std::string_view text, std::uint64_t key) const {
    std::size_t at = spread(key) & (table_.size() - 1);
    while (table_[at].code != kMissing) {
        const Slot& slot = table_[at];
        if (slot.key == key && slot.size == text.size() &&
            (text.size() <= kShort || column_.dictionary[slot.code] == text))
            return at;
        at = (at + 1) & (table_.size() - 1);
    }
    return at;
}

std::uint32_t CategorySink::newCode(std::string_view text, std::uint64_t key) {
    const auto code = static_cast<std::uint32_t>(column_.dictionary.size());
    table_[slotOf(text, key)] = {key, static_cast<std::uint32_t>(text.size()), code};
    column_.dictionary.emplace_back(text);
    occurrences_.push_back(0);
    dictionaryBytes_ += text.size() + sizeof(std::string);
    if (column_.dictionary.size() * 2 > table_.size()) growTable();
    return code;
}

void CategorySink::growTable() {
    std::vector<Slot> bigger(table_.size() * 4);
    for (const Slot& slot : table_) {
        if (slot.code == kMissing) continue;
        std::size_t at = spread(slot.key) & (bigger.size() - 1);
        while (bigger[at].code != kMissing)
            at = (at + 1) & (bigger.size() - 1);
        bigger[at] = slot;
    }
    table_ = std::move(bigger);
}

void CategorySink::add(const RecordBatch& batch, std::size_t column) {
    if (text_) return text_->add(batch, column);
    batchRows_ = batch.rows;
    for (std::size_t row = 0; row < batch.rows; ++row) {
        const std::uint32_t code = codeOf(batch.at(row, column));
        batch_[row] = code;
        if (code == kMissing)
            ++column_.info.missing;
        else
            ++occurrences_[code];
        codes_.push_back(code);
        if (codes_.size() == kChunkRows) flush();
    }
    const bool tooMany = column_.dictionary.size() > rules_.most || dictionaryBytes_ > kMostDictionaryBytes;
    const bool mostlyDifferent =
        rules_.guessed && column_.chunks.size() == 1 && column_.dictionary.size() > kChunkRows / 2;
    if (tooMany && rules_.refuse)
        throw Error(ErrorCode::BadInput,
                    "Column \"" + column_.info.name + "\" is taken as the " +
                        std::string(name(column_.info.role)) + " but holds more than " +
                        std::to_string(rules_.most) + " different values; choose another column for it.",
                    column_.info.name);
    if ((tooMany || mostlyDifferent) && !rules_.refuse) becomeText();
}

void CategorySink::flush() {
    if (codes_.empty()) return;
    hash_->add(std::as_bytes(std::span(codes_)));
    const auto distinct = static_cast<std::uint32_t>(column_.dictionary.size());
    bool anyMissing = false;
    for (std::uint32_t& code : codes_)
        if (code == kMissing) {
            code = distinct;
            anyMissing = true;
        }
    column_.chunks.push_back(file_.append(encodeCodes(firstRow_, codes_, distinct)));
    missingCodes_.push_back(anyMissing ? distinct : 0);
    if (anyMissing && distinct == 0) missingCodes_.back() = kMissing;
    firstRow_ += static_cast<RowIndex>(codes_.size());
    codes_.clear();
}

// The dictionary is thrown away and what was written so far read back and written again as texts.
void CategorySink::becomeText() {
    ColumnInfo info = column_.info;
    info.missing = 0;
    if (info.role != ColumnRole::Text) info.role = ColumnRole::Text;
    text_ = std::make_unique<TextSink>(file_, std::move(info));
    const auto append = [&](std::uint32_t code) {
        if (code < column_.dictionary.size())
            text_->add(column_.dictionary[code]);
        else
            text_->add({}, true);
    };
    std::vector<std::uint32_t> codes;
    for (std::size_t i = 0; i < column_.chunks.size(); ++i) {
        const EncodedChunk chunk = file_.read(column_.chunks[i]);
        codes.resize(chunk.rows);
        decodeCodes(chunk, kMissing - 1, codes, column_.info.name);
        const std::uint32_t missing = missingCodes_[i] == kMissing ? 0 : missingCodes_[i];
        for (const std::uint32_t code : codes)
            append(missingCodes_[i] != 0 && code == missing ? kMissing : code);
    }
    for (const std::uint32_t code : codes_)
        append(code);
    column_.chunks.clear();
    column_.dictionary = {};
    occurrences_ = {};
    table_ = {};
    codes_ = {};
    batchRows_ = 0;
}

// A chunk written while the dictionary was smaller has another code for missing.
void CategorySink::settleMissingCodes() {
    const auto distinct = static_cast<std::uint32_t>(column_.dictionary.size());
    std::vector<std::uint32_t> codes;
    for (std::size_t i = 0; i < column_.chunks.size(); ++i) {
        if (missingCodes_[i] == 0 || missingCodes_[i] == distinct) continue;
        if (missingCodes_[i] == kMissing && distinct == 0) continue;
        const std::uint32_t before = missingCodes_[i] == kMissing ? 0 : missingCodes_[i];
        const EncodedChunk chunk = file_.read(column_.chunks[i]);
        codes.resize(chunk.rows);
        decodeCodes(chunk, before, codes, column_.info.name);
        std::replace(codes.begin(), codes.end(), before, distinct);
        column_.chunks[i] = file_.append(encodeCodes(chunk.firstRow, codes, distinct));
    }
}

StagedColumn CategorySink::finish(ProblemLog& log) {
    if (text_) {
        log.note(0, "Column \"" + column_.info.name +
                        "\" holds too many different values for a segment and is kept as text.");
        return text_->finish(log);
    }
    flush();
    settleMissingCodes();
    for (const std::string& value : column_.dictionary)
        hash_->add(value);
    column_.info.distinct = static_cast<std::uint32_t>(column_.dictionary.size());
    column_.contentHash = hash_->hex();
    return std::move(column_);
}

}  // namespace reckoner
