#include "ui/session/chip_filters.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace reckoner {
namespace {

std::string optionOf(const ReviewState& state, std::string_view key) {
    const auto found = state.options.find(std::string(key));
    return found == state.options.end() ? std::string() : found->second;
}

}  // namespace

std::string cellFilter(const ReviewState& state) {
    return optionOf(state, kCellOption);
}

std::vector<std::string> chipFilters(const ReviewState& state) {
    std::vector<std::string> result;
    const QByteArray text = QByteArray::fromStdString(optionOf(state, kChipsOption));
    for (const QJsonValue& value : QJsonDocument::fromJson(text).array())
        if (value.isString() && !value.toString().isEmpty()) result.push_back(value.toString().toStdString());
    return result;
}

void setChipFilters(ReviewState& state, const std::vector<std::string>& filters) {
    if (filters.empty()) {
        state.options.erase(std::string(kChipsOption));
        return;
    }
    QJsonArray array;
    for (const std::string& filter : filters)
        array.append(QString::fromStdString(filter));
    const QByteArray text = QJsonDocument(array).toJson(QJsonDocument::Compact);
    state.options[std::string(kChipsOption)] = text.toStdString();
}

}  // namespace reckoner
