// Decisions: what was decided with the evidence of that moment, then against now; replaced, never edited.
#pragma once

#include <optional>

#include "core/review/cohort.h"
#include "core/review/decision_evidence.h"
#include "ui/pages/record/record_pane.h"
#include "ui/session/background_task.h"
#include "ui/session/decision_writer.h"

namespace reckoner {

class ThenNowTable;

class DecisionPane final : public RecordPane {
    Q_OBJECT
 public:
    explicit DecisionPane(ReviewSession& session, QWidget* parent = nullptr);

    void showRecords() override;

 protected:
    void showChosen(const std::string& uid) override;
    void makeNew() override;

 private:
    const Decision* find(const std::string& uid) const;
    void openDecisionForm(const Decision& before);
    void record(const KeptForm::Values& values, const std::string& supersedes, std::function<void()> done,
                std::function<void(const QString&)> failed);
    void countNow(const PolicyEvidence& then);
    void openAsItWas();
    void watch(const Decision& decision, const RecordPage& page);

    ThenNowTable* table_;
    QPushButton* open_;
    QPushButton* replace_;
    DecisionWriter writer_;
    BackgroundTask counting_;
    BackgroundTask watching_;
};

}  // namespace reckoner
