// Past reviews: the agenda of each with its times and notes.
#pragma once

#include "core/report/report_job.h"
#include "ui/pages/record/record_pane.h"

namespace reckoner {

class ReviewPane final : public RecordPane {
    Q_OBJECT
 public:
    explicit ReviewPane(ReviewSession& session, QWidget* parent = nullptr);

    void showRecords() override;

 protected:
    void showChosen(const std::string& uid) override;
    void makeNew() override {}

 private:
    ReportRequest minutes() const;
};

}  // namespace reckoner
