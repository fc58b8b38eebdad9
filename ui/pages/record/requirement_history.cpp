#include "ui/pages/record/requirement_history.h"

#include "core/wording/requirement_phrase.h"
#include "core/wording/standing_words.h"
#include "ui/pages/record/record_options.h"
#include "ui/pages/record/record_view.h"
#include "ui/session/cohort_desk.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {

RequirementHistory::RequirementHistory(ReviewSession& session, QWidget* parent)
    : RecordPane(session, "requirements", record::kRequirement, tr("Requirements"), {}, parent) {
    addReader(tr("How runs stand to it"), "requirementOpen", [this] {
        session_.apply([](ReviewState& state) {
            state.page = "versions";
            state.options["versions.tab"] = "requirements";
        });
    });
}

void RequirementHistory::showRecords() {
    std::vector<std::string> uids;
    std::vector<RecordRow> rows;
    for (const RequirementRecord& record : desk_.records().requirements) {
        uids.push_back(record.requirement.uid);
        rows.push_back(recordRow(record, desk_.today()));
        rows.back().line = inWords(record.requirement);
    }
    setRows(uids, rows, qt(countedText(rows.size(), "requirement", "requirements, newest first")),
            tr("Nobody has written down yet what is good enough. A requirement is written on Versions."));
}

std::string RequirementHistory::inWords(const Requirement& requirement) const {
    return requirementInWords(requirement, CohortDesk::of(session_).cohorts(), session_.words());
}

void RequirementHistory::showChosen(const std::string& uid) {
    for (const RequirementRecord& record : desk_.records().requirements) {
        if (record.requirement.uid != uid) continue;
        RecordPage page = recordPage(record, desk_.today());
        page.title = inWords(record.requirement);
        view_->setPage(page);
    }
}

}  // namespace reckoner

#include "moc_requirement_history.cpp"
