#include "ui/session/chip_filters.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace reckoner {
namespace {

std::string optionOf(const ReviewState& state, std::string_view key) {
    const auto found = state.options.find(std::string(key));
    return found == state.options.end() ? std::string() : found->second;
}

void setOption(ReviewState& state, std::string_view key, const std::string& value) {
    if (value.empty())
        state.options.erase(std::string(key));
    else
        state.options[std::string(key)] = value;
}

QJsonArray arrayOf(const std::vector<std::string>& filters) {
    QJsonArray array;
    for (const std::string& filter : filters)
        array.append(QString::fromStdString(filter));
    return array;
}

std::vector<std::string> filtersIn(const QJsonArray& array) {
    std::vector<std::string> result;
    for (const QJsonValue& value : array)
        if (value.isString() && !value.toString().isEmpty()) result.push_back(value.toString().toStdString());
    return result;
}

QJsonObject objectOf(const CaseFilters& filters) {
    return {{QStringLiteral("cell"), QString::fromStdString(filters.cell)},
            {QStringLiteral("chips"), arrayOf(filters.chips)}};
}

CaseFilters filtersIn(const QJsonObject& object) {
    return {object.value(QStringLiteral("cell")).toString().toStdString(),
            filtersIn(object.value(QStringLiteral("chips")).toArray())};
}

}  // namespace

std::string cellFilter(const ReviewState& state) {
    return optionOf(state, kCellOption);
}

std::vector<std::string> chipFilters(const ReviewState& state) {
    const QByteArray text = QByteArray::fromStdString(optionOf(state, kChipsOption));
    return filtersIn(QJsonDocument::fromJson(text).array());
}

void setChipFilters(ReviewState& state, const std::vector<std::string>& filters) {
    const QByteArray text = QJsonDocument(arrayOf(filters)).toJson(QJsonDocument::Compact);
    setOption(state, kChipsOption, filters.empty() ? std::string() : text.toStdString());
}

CaseFilters caseFilters(const ReviewState& state) {
    return {cellFilter(state), chipFilters(state)};
}

void setCaseFilters(ReviewState& state, const CaseFilters& filters) {
    setOption(state, kCellOption, filters.cell);
    setChipFilters(state, filters.chips);
}

void replaceCaseFilters(ReviewState& state, const CaseFilters& filters) {
    // Of a page that is asked twice those of the person count, not its own.
    const CaseFilters former = formerFilters(state).value_or(caseFilters(state));
    setCaseFilters(state, filters);
    const bool gone = !former.empty() && former != filters;
    const QJsonObject kept{{QStringLiteral("now"), objectOf(filters)},
                           {QStringLiteral("before"), objectOf(former)}};
    setOption(state, kFormerOption,
              gone ? QJsonDocument(kept).toJson(QJsonDocument::Compact).toStdString() : std::string());
}

std::optional<CaseFilters> formerFilters(const ReviewState& state) {
    const QByteArray text = QByteArray::fromStdString(optionOf(state, kFormerOption));
    const QJsonObject kept = QJsonDocument::fromJson(text).object();
    if (kept.isEmpty() || filtersIn(kept.value(QStringLiteral("now")).toObject()) != caseFilters(state))
        return std::nullopt;
    return filtersIn(kept.value(QStringLiteral("before")).toObject());
}

}  // namespace reckoner
