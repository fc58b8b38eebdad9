#include "core/data/column.h"

#include <algorithm>

namespace reckoner {

std::string_view name(ColumnRole role) {
    switch (role) {
        case ColumnRole::Id:
            return "id";
        case ColumnRole::Label:
            return "label";
        case ColumnRole::Score:
            return "score";
        case ColumnRole::ClassScore:
            return "class_score";
        case ColumnRole::Prediction:
            return "prediction";
        case ColumnRole::Segment:
            return "segment";
        case ColumnRole::Numeric:
            return "numeric";
        case ColumnRole::Text:
            return "text";
        case ColumnRole::Timestamp:
            return "timestamp";
        case ColumnRole::Amount:
            return "amount";
        case ColumnRole::Weight:
            return "weight";
        case ColumnRole::Latency:
            return "latency";
        case ColumnRole::Explanation:
            return "explanation";
        case ColumnRole::Override:
            return "override";
        case ColumnRole::Actionable:
            return "actionable";
        case ColumnRole::Outcome:
            return "outcome";
        case ColumnRole::ActedOn:
            return "acted_on";
    }
    return "";
}

std::string_view name(ColumnType type) {
    switch (type) {
        case ColumnType::Category:
            return "category";
        case ColumnType::Real:
            return "real";
        case ColumnType::Timestamp:
            return "timestamp";
        case ColumnType::Text:
            return "text";
    }
    return "";
}

CategoryColumn::CategoryColumn(Codes codes, std::vector<std::string> categories)
    : codes_(std::move(codes)), categories_(std::move(categories)) {}

RowIndex CategoryColumn::rows() const {
    return std::visit([](const auto& codes) { return static_cast<RowIndex>(codes.size()); }, codes_);
}

std::size_t CategoryColumn::bytes() const {
    std::size_t total =
        std::visit([](const auto& codes) { return codes.capacity() * sizeof(codes[0]); }, codes_);
    for (const std::string& category : categories_)
        total += sizeof(std::string) + category.capacity();
    return total;
}

std::uint32_t CategoryColumn::codeOf(std::string_view category) const {
    const auto found = std::find(categories_.begin(), categories_.end(), category);
    if (found == categories_.end()) return missingCode() + 1;
    return static_cast<std::uint32_t>(found - categories_.begin());
}

CategoryColumn::Codes CategoryColumn::makeCodes(std::size_t rows, std::size_t categories) {
    if (categories <= 0xFF) return std::vector<std::uint8_t>(rows);
    if (categories <= 0xFFFF) return std::vector<std::uint16_t>(rows);
    return std::vector<std::uint32_t>(rows);
}

}  // namespace reckoner
