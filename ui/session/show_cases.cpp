#include "ui/session/show_cases.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace reckoner {

void showCases(ReviewSession& session, const std::vector<std::string>& filters, const std::string& outcome,
               std::uint64_t drag) {
    QJsonArray list;
    for (const std::string& filter : filters)
        list.append(QString::fromStdString(filter));
    session.apply(
        [&](ReviewState& state) {
            state.page = "errors";
            for (const char* key :
                 {"errors.cell", "errors.filters", "errors.pick", "errors.view", "errors.case"})
                state.options.erase(key);
            if (!filters.empty())
                state.options["errors.filters"] =
                    QJsonDocument(list).toJson(QJsonDocument::Compact).toStdString();
            if (!outcome.empty()) state.options["errors.cell"] = outcome;
        },
        drag);
}

}  // namespace reckoner
