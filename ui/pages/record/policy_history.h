// Policies as a history: who set which threshold, when, why, and what it cost then.
#pragma once

#include "ui/pages/record/record_pane.h"

namespace reckoner {

class PolicyHistory final : public RecordPane {
    Q_OBJECT
 public:
    explicit PolicyHistory(ReviewSession& session, QWidget* parent = nullptr);

    void showRecords() override;

 protected:
    void showChosen(const std::string& uid) override;
    void makeNew() override {}
};

}  // namespace reckoner
