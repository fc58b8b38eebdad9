#include "ui/pages/record/policy_history.h"

#include "core/wording/standing_words.h"
#include "ui/pages/record/record_options.h"
#include "ui/pages/record/record_view.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {

PolicyHistory::PolicyHistory(ReviewSession& session, QWidget* parent)
    : RecordPane(session, "policies", record::kPolicy, tr("Policies"), {}, parent) {
    addReader(tr("Then against now"), "policyOpen", [this] {
        session_.apply([](ReviewState& state) {
            state.page = "decide";
            state.options["decide.pane"] = "policies";
        });
    });
}

void PolicyHistory::showRecords() {
    std::vector<std::string> uids;
    std::vector<RecordRow> rows;
    for (const PolicyRecord& record : desk_.records().policies) {
        uids.push_back(std::to_string(record.policy.id));
        rows.push_back(recordRow(record, session_.words(), desk_.today()));
    }
    setRows(uids, rows, qt(countedText(rows.size(), "policy", "policies, newest first")),
            tr("No threshold of this model has been adopted yet. That is done on Decide."));
}

void PolicyHistory::showChosen(const std::string& uid) {
    for (const PolicyRecord& record : desk_.records().policies)
        if (std::to_string(record.policy.id) == uid)
            view_->setPage(recordPage(record, session_.words(), desk_.today()));
}

}  // namespace reckoner

#include "moc_policy_history.cpp"
