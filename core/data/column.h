// One column of a run in memory: immutable, shared between threads, by row number from 0.
#pragma once

#include <bit>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace reckoner {

using RowIndex = std::uint32_t;  // a run holds at most 2^32 - 2 rows
using ColumnId = std::int64_t;   // run_column.id in the store

enum class ColumnRole {
    Id,
    Label,
    Score,
    ClassScore,
    Prediction,
    Segment,
    Numeric,
    Text,
    Timestamp,
    Amount,
    Weight,
    Latency,
    Explanation,
    Override,
    Actionable,
    Outcome,
    ActedOn,
};
// The role's name in the store, the manifest's spirit and JSON: "id", "class_score", "acted_on", ...
std::string_view name(ColumnRole role);

enum class ColumnType {
    Category,   // codes into a dictionary of strings
    Real,       // doubles
    Timestamp,  // doubles: seconds since 1970-01-01T00:00:00 UTC (a file's local time is taken as UTC)
    Text,       // strings, read from the store when asked for
};
std::string_view name(ColumnType type);

struct ColumnInfo {
    ColumnId id = 0;
    std::string name;  // as in the file
    ColumnRole role = ColumnRole::Numeric;
    ColumnType type = ColumnType::Real;
    std::string classOf;  // ClassScore: the class this score is for
    std::uint64_t missing = 0;
    std::uint32_t distinct = 0;   // Category: size of the dictionary
    std::string timeFormat = {};  // Timestamp: "date", "minute", "second", "millisecond"
};

// A missing number is a NaN of this one bit pattern; a NaN that stood in the file is any other.
inline constexpr std::uint64_t kMissingBits = 0x7FF8'0000'0000'0DA7ULL;
inline double missingReal() {
    return std::bit_cast<double>(kMissingBits);
}
inline bool isMissingReal(double number) {
    return std::bit_cast<std::uint64_t>(number) == kMissingBits;
}

class Column {
 public:
    virtual ~Column() = default;
    virtual ColumnType type() const = 0;
    virtual RowIndex rows() const = 0;
    // Bytes this column holds in memory, for the cache's budget.
    virtual std::size_t bytes() const = 0;
};
using ColumnPtr = std::shared_ptr<const Column>;

// Codes lie in the smallest of 1, 2 or 4 bytes that holds the dictionary and the missing code.
class CategoryColumn final : public Column {
 public:
    using Codes =
        std::variant<std::vector<std::uint8_t>, std::vector<std::uint16_t>, std::vector<std::uint32_t>>;

    // Every code <= categories.size(); that value itself means missing.
    CategoryColumn(Codes codes, std::vector<std::string> categories);

    ColumnType type() const override { return ColumnType::Category; }
    RowIndex rows() const override;
    std::size_t bytes() const override;

    const std::vector<std::string>& categories() const { return categories_; }
    std::uint32_t missingCode() const { return static_cast<std::uint32_t>(categories_.size()); }
    std::uint32_t code(RowIndex row) const {
        return std::visit([row](const auto& codes) { return static_cast<std::uint32_t>(codes[row]); },
                          codes_);
    }
    // Calls f with a span of the codes in their own width: once per scan, not once per row.
    template <class F>
    decltype(auto) visit(F&& f) const {
        return std::visit([&f](const auto& codes) { return f(std::span(codes)); }, codes_);
    }
    // Code of a category, or missingCode() + 1 when there is no such category.
    std::uint32_t codeOf(std::string_view category) const;

    // Codes of the narrowest width for a dictionary of this size.
    static Codes makeCodes(std::size_t rows, std::size_t categories);

 private:
    Codes codes_;
    std::vector<std::string> categories_;
};

class RealColumn final : public Column {
 public:
    explicit RealColumn(std::vector<double> values, ColumnType type = ColumnType::Real)
        : values_(std::move(values)), type_(type) {}

    ColumnType type() const override { return type_; }
    RowIndex rows() const override { return static_cast<RowIndex>(values_.size()); }
    std::size_t bytes() const override { return values_.capacity() * sizeof(double); }
    std::span<const double> values() const { return values_; }

 private:
    std::vector<double> values_;
    ColumnType type_;
};

// Strings stay in the store. at() reads the chunk that holds the row and keeps the last few: cheap for rows
// on one screen. scan() walks a range chunk by chunk. Thread-safe.
class TextColumn : public Column {
 public:
    ColumnType type() const final { return ColumnType::Text; }
    // Missing text is an empty string with *missing = true.
    virtual std::string at(RowIndex row, bool* missing = nullptr) const = 0;
    using Visitor = std::function<void(RowIndex row, std::string_view text, bool missing)>;
    virtual void scan(RowIndex first, RowIndex last, const Visitor& visitor) const = 0;
};

}  // namespace reckoner
