#include "ui/pages/errors/case_review_button.h"

#include "ui/style/theme.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {

CaseReviewButton::CaseReviewButton(ReviewSession& session, QWidget* parent)
    : QPushButton(parent), session_(session), desk_(MeetingDesk::of(session)) {
    setObjectName(QStringLiteral("caseToReview"));
    setKind(this, "small");
    connect(&desk_, &MeetingDesk::changed, this, &CaseReviewButton::follow);
    connect(this, &QPushButton::clicked, this, [this] { desk_.addCase(key_); });
    follow();
}

void CaseReviewButton::setCase(const std::string& key) {
    key_ = key;
    follow();
}

void CaseReviewButton::follow() {
    const Meeting* meeting = desk_.meeting();
    const bool elsewhere = meeting && desk_.going() && meeting->modelId != session_.state().model;
    setVisible(!key_.empty() && desk_.whyNot().isEmpty() && !elsewhere);
    const bool there = desk_.hasCase(key_);
    setEnabled(!there);
    setText(there ? tr("In the review") : tr("Add to review"));
    setAccessibleName(text());
    setPlainToolTip(this, there ? tr("The next review talks about this case")
                                : tr("The next review talks about this case: its deep-dive opens it"));
}

}  // namespace reckoner

#include "moc_case_review_button.cpp"
