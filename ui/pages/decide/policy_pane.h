// The policies of the model on the screen: a timeline, the list, and one policy with its figures then and
// now. Knows the session only, so that other pages can place it too.
#pragma once

#include <optional>
#include <vector>

#include "core/review/policy_record.h"
#include "ui/pages/decide/decide_pane.h"
#include "ui/session/background_task.h"

class QPushButton;

namespace reckoner {

class HistoryList;
class PlainLabel;
class PolicyTimeline;
class SentenceLabel;
class ThenNowTable;

class PolicyPane final : public DecidePane {
    Q_OBJECT
 public:
    PolicyPane(const DecideParts& parts, QWidget* parent);
    ~PolicyPane() override;

    bool wanted() const override;
    void refresh(Aspects aspects) override;

 protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

 private:
    void read();
    void choose(int row);
    void showChosen();
    void countNow();
    void place();

    ReviewSession& session_;
    PolicyDesk& desk_;
    std::vector<PolicyRecord> records_;
    int chosen_ = 0;
    std::optional<PolicyEvidence> now_;
    BackgroundTask task_;
    PlainLabel* title_;
    QPushButton* close_;
    PolicyTimeline* timeline_;
    HistoryList* list_;
    PlainLabel* caption_;
    SentenceLabel* headline_;
    SentenceLabel* why_;
    PlainLabel* due_;
    ThenNowTable* table_;
    PlainLabel* samples_;
    PlainLabel* frozen_;
    QPushButton* again_;
    QPushButton* show_;
    PlainLabel* empty_;
};

}  // namespace reckoner
