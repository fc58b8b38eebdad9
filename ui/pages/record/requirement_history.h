// Requirements as a history: what was asked for, why, and what was decided about it since.
#pragma once

#include "ui/pages/record/record_pane.h"

namespace reckoner {

class RequirementHistory final : public RecordPane {
    Q_OBJECT
 public:
    explicit RequirementHistory(ReviewSession& session, QWidget* parent = nullptr);

    void showRecords() override;

 protected:
    void showChosen(const std::string& uid) override;
    void makeNew() override {}

 private:
    std::string inWords(const Requirement& requirement) const;
};

}  // namespace reckoner
