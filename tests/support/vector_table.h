// A run made of vectors, for tests: no file and no store.
#pragma once

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/error.h"
#include "core/data/eval_table.h"

namespace reckoner::test {

class VectorTextColumn final : public TextColumn {
 public:
    explicit VectorTextColumn(std::vector<std::optional<std::string>> texts) : texts_(std::move(texts)) {}
    RowIndex rows() const override { return static_cast<RowIndex>(texts_.size()); }
    std::size_t bytes() const override { return 0; }
    std::string at(RowIndex row, bool* missing) const override {
        if (missing) *missing = !texts_[row];
        return texts_[row].value_or("");
    }
    void scan(RowIndex first, RowIndex last, const Visitor& visitor) const override {
        for (RowIndex row = first; row < last; ++row)
            visitor(row, texts_[row] ? std::string_view(*texts_[row]) : std::string_view(), !texts_[row]);
    }

 private:
    std::vector<std::optional<std::string>> texts_;
};

class VectorSource final : public ColumnSource {
 public:
    const std::vector<ColumnInfo>& columns() const override { return columns_; }
    ColumnPtr load(ColumnId id, const TaskContext&) const override {
        return data_.at(static_cast<std::size_t>(id - 1));
    }
    void add(ColumnInfo info, ColumnPtr data) {
        info.id = static_cast<ColumnId>(columns_.size() + 1);
        columns_.push_back(std::move(info));
        data_.push_back(std::move(data));
    }

 private:
    std::vector<ColumnInfo> columns_;
    std::vector<ColumnPtr> data_;
};

// Add columns, then build(). All columns must have the same length.
//   auto table = VectorTable().labels({"no", "yes"}).scores({0.1, 0.9}).segment("country", {"DE", "FR"})
//                    .build();
// The default run is binary, classes {"no", "yes"}, positive "yes", probabilities; change `info` first.
class VectorTable {
 public:
    using Strings = std::vector<std::string>;
    RunInfo info = defaultInfo();

    // "" is missing in every string column.
    VectorTable& labels(const Strings& values, const std::string& name = "label") {
        return category(name, ColumnRole::Label, values);
    }
    VectorTable& scores(std::vector<double> values, const std::string& name = "score") {
        return real(name, ColumnRole::Score, std::move(values));
    }
    VectorTable& classScores(const std::string& classOf, std::vector<double> values) {
        real("score_" + classOf, ColumnRole::ClassScore, std::move(values));
        lastClassOf_.back() = classOf;
        return *this;
    }
    VectorTable& segment(const std::string& name, const Strings& values) {
        return category(name, ColumnRole::Segment, values);
    }
    VectorTable& weights(std::vector<double> values, const std::string& name = "weight") {
        return real(name, ColumnRole::Weight, std::move(values));
    }
    VectorTable& amounts(std::vector<double> values, const std::string& name = "amount") {
        return real(name, ColumnRole::Amount, std::move(values));
    }
    VectorTable& numeric(const std::string& name, std::vector<double> values) {
        return real(name, ColumnRole::Numeric, std::move(values));
    }
    // Seconds since 1970, UTC.
    VectorTable& timestamps(std::vector<double> values, const std::string& name = "timestamp") {
        const std::uint64_t missing = countMissing(values);
        return add(name, ColumnRole::Timestamp, ColumnType::Timestamp, missing, 0,
                   std::make_shared<RealColumn>(std::move(values), ColumnType::Timestamp));
    }
    VectorTable& real(const std::string& name, ColumnRole role, std::vector<double> values) {
        const std::uint64_t missing = countMissing(values);
        const ColumnType type = role == ColumnRole::Timestamp ? ColumnType::Timestamp : ColumnType::Real;
        return add(name, role, type, missing, 0, std::make_shared<RealColumn>(std::move(values), type));
    }
    // Categories in order of first appearance.
    VectorTable& category(const std::string& name, ColumnRole role, const Strings& values) {
        Strings dictionary;
        std::map<std::string, std::uint32_t> codeOf;
        std::uint64_t missing = 0;
        for (const std::string& value : values) {
            if (value.empty()) {
                ++missing;
                continue;
            }
            if (codeOf.emplace(value, static_cast<std::uint32_t>(dictionary.size())).second)
                dictionary.push_back(value);
        }
        const auto missingCode = static_cast<std::uint32_t>(dictionary.size());
        CategoryColumn::Codes codes = CategoryColumn::makeCodes(values.size(), dictionary.size());
        std::visit(
            [&](auto& typed) {
                using Code = std::remove_reference_t<decltype(typed[0])>;
                for (std::size_t i = 0; i < values.size(); ++i)
                    typed[i] = static_cast<Code>(values[i].empty() ? missingCode : codeOf[values[i]]);
            },
            codes);
        return add(name, role, ColumnType::Category, missing, missingCode,
                   std::make_shared<CategoryColumn>(std::move(codes), std::move(dictionary)));
    }
    VectorTable& texts(const std::string& name, const Strings& values, ColumnRole role = ColumnRole::Text) {
        std::vector<std::optional<std::string>> copy;
        std::uint64_t missing = 0;
        for (const std::string& value : values) {
            missing += value.empty();
            copy.push_back(value.empty() ? std::nullopt : std::optional(value));
        }
        return add(name, role, ColumnType::Text, missing, 0,
                   std::make_shared<VectorTextColumn>(std::move(copy)));
    }

    EvalTablePtr build() {
        auto source = std::make_shared<VectorSource>();
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            columns_[i].first.classOf = lastClassOf_[i];
            source->add(columns_[i].first, columns_[i].second);
        }
        info.rows = rows_;
        return std::make_shared<EvalTable>(info, source);
    }

 private:
    static RunInfo defaultInfo() {
        RunInfo result;
        result.id = 1;
        result.model = "model";
        result.version = "1";
        result.evalSet = "set";
        result.classes = {"no", "yes"};
        result.positive = "yes";
        return result;
    }
    static std::uint64_t countMissing(const std::vector<double>& values) {
        return static_cast<std::uint64_t>(std::count_if(values.begin(), values.end(), isMissingReal));
    }
    VectorTable& add(const std::string& name, ColumnRole role, ColumnType type, std::uint64_t missing,
                     std::uint32_t distinct, ColumnPtr data) {
        const std::size_t rows = data->rows();
        if (!columns_.empty() && rows != rows_)
            throw Error(ErrorCode::Internal, "A test's column \"" + name + "\" has another length.");
        rows_ = rows;
        ColumnInfo column;
        column.name = name;
        column.role = role;
        column.type = type;
        column.missing = missing;
        column.distinct = distinct;
        columns_.emplace_back(column, std::move(data));
        lastClassOf_.emplace_back();
        return *this;
    }

    std::size_t rows_ = 0;
    std::vector<std::pair<ColumnInfo, ColumnPtr>> columns_;
    std::vector<std::string> lastClassOf_;
};

}  // namespace reckoner::test
