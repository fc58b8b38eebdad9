// Experiments: what was tried and what came of it, found again by any word.
#pragma once

#include "ui/pages/record/record_pane.h"

namespace reckoner {

class ExperimentPane final : public RecordPane {
    Q_OBJECT
 public:
    explicit ExperimentPane(ReviewSession& session, QWidget* parent = nullptr);

    void showRecords() override;

 protected:
    void showChosen(const std::string& uid) override;
    void makeNew() override;

 private:
    const Experiment* find(const std::string& uid) const;
    void openExperimentForm(const Experiment& experiment);

    QLineEdit* search_;
};

}  // namespace reckoner
