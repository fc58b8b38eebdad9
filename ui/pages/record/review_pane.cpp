#include "ui/pages/record/review_pane.h"

#include "ui/pages/record/record_options.h"
#include "ui/pages/record/record_view.h"
#include "ui/paper/report_desk.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {

ReviewPane::ReviewPane(ReviewSession& session, QWidget* parent)
    : RecordPane(session, "reviews", record::kReview, tr("Past reviews"), {}, parent) {
    addReader(tr("Copy for mail"), "reviewCopy", [this] {
        ReportDesk::of(session_).copy(minutes(),
                                      [this](const QString& sentence, bool done) { say(sentence, done); });
    });
    addReader(tr("Save report..."), "reviewSave", [this] {
        ReportDesk::of(session_).save(minutes(), this,
                                      [this](const QString& sentence, bool done) { say(sentence, done); });
    });
}

ReportRequest ReviewPane::minutes() const {
    ReportRequest request;
    request.kind = ReportKind::Minutes;
    for (const Meeting& meeting : desk_.records().meetings)
        if (meeting.uid == chosen()) request.review = meeting.id;
    return request;
}

void ReviewPane::showRecords() {
    std::vector<std::string> uids;
    std::vector<RecordRow> rows;
    for (const Meeting& meeting : desk_.records().meetings) {
        uids.push_back(meeting.uid);
        rows.push_back(recordRow(meeting));
    }
    setRows(uids, rows, qt(countedText(rows.size(), "review", "reviews, newest first")),
            tr("No review of this model has been held yet."));
}

void ReviewPane::showChosen(const std::string& uid) {
    for (const Meeting& meeting : desk_.records().meetings)
        if (meeting.uid == uid)
            view_->setPage(recordPage(meeting, desk_.records().decisions, desk_.records().actions));
}

}  // namespace reckoner

#include "moc_review_pane.cpp"
