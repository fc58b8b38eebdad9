// The brief: its questions with their answers, written one by one; every earlier answer stays to be read.
#pragma once

#include <vector>

#include "ui/pages/record/record_pane.h"

class QPlainTextEdit;
class QVBoxLayout;

namespace reckoner {

class BriefPane final : public RecordPane {
    Q_OBJECT
 public:
    explicit BriefPane(ReviewSession& session, QWidget* parent = nullptr);

    void showRecords() override;

 protected:
    void showChosen(const std::string& question) override;
    void makeNew() override {}

 private:
    QString key(const std::string& question) const;
    std::string answered(const std::string& question) const;
    std::string answeredText(const std::string& question) const;
    void typed();
    void save();
    void showSaved(const std::string& question);
    void showHistory(const std::string& question);

    std::string question_;
    QPlainTextEdit* editor_;
    PlainLabel* state_;
    QPushButton* save_;
    QWidget* history_;
    QVBoxLayout* historyRows_;
    std::vector<QWidget*> shown_;
};

}  // namespace reckoner
