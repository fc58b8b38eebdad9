#include "core/metrics/measure_columns.h"

#include "core/base/error.h"

namespace reckoner {

std::vector<std::shared_ptr<const RealColumn>> measureColumns(const EvalTable& table,
                                                              const std::vector<std::string>& measures,
                                                              const TaskContext& context) {
    std::vector<std::shared_ptr<const RealColumn>> columns;
    for (const std::string& measure : measures) {
        const ColumnInfo* column = table.find(measure);
        if (!column)
            throw Error(ErrorCode::BadInput,
                        "The costs use the column \"" + measure + "\", which this run does not have.",
                        measure);
        if (column->type != ColumnType::Real)
            throw Error(ErrorCode::BadInput,
                        "The costs use the column \"" + measure + "\", which does not hold numbers.",
                        measure);
        columns.push_back(table.real(column->id, context));
    }
    return columns;
}

std::vector<std::vector<double>> measureAmounts(const EvalTable& table,
                                                const std::vector<std::string>& measures,
                                                const std::vector<RowIndex>& rows,
                                                const TaskContext& context) {
    std::vector<std::vector<double>> amounts;
    for (const auto& column : measureColumns(table, measures, context)) {
        auto& beside = amounts.emplace_back();
        beside.reserve(rows.size());
        for (const RowIndex row : rows)
            beside.push_back(column->values()[row]);
    }
    return amounts;
}

}  // namespace reckoner
