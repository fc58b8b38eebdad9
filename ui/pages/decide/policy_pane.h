// The policies of the model on the screen: a timeline, the list, and one policy with its figures then and
// now. Knows the session only, so that other pages can place it too.
#pragma once

#include <optional>
#include <vector>

#include <QWidget>

#include "core/review/policy_record.h"
#include "ui/session/background_task.h"
#include "ui/session/review_session.h"

class QPushButton;

namespace reckoner {

class PlainLabel;
class PolicyList;
class PolicyTimeline;
class SentenceLabel;

class PolicyPane final : public QWidget {
    Q_OBJECT
 public:
    explicit PolicyPane(ReviewSession& session, QWidget* parent = nullptr);
    ~PolicyPane() override;

    void refresh(Aspects aspects);
    // How many reviews of the model are overdue.
    int overdue() const;

 Q_SIGNALS:
    // Roll back: this one again, with a reason of today.
    void adoptWanted(const reckoner::PolicyRecord& record);
    void closed();
    void failed(const QString& sentence);

 protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

 private:
    void read();
    void choose(int row);
    void showChosen();
    void countNow();
    void place();
    void paintTable(QPainter& painter) const;
    std::string today() const;

    ReviewSession& session_;
    std::vector<PolicyRecord> records_;
    int chosen_ = 0;
    std::optional<PolicyEvidence> now_;
    BackgroundTask task_;
    PlainLabel* title_;
    QPushButton* close_;
    PolicyTimeline* timeline_;
    PolicyList* list_;
    PlainLabel* caption_;
    SentenceLabel* headline_;
    SentenceLabel* why_;
    PlainLabel* due_;
    PlainLabel* samples_;
    PlainLabel* frozen_;
    QPushButton* again_;
    QPushButton* show_;
    PlainLabel* empty_;
    int tableTop_ = 0;
};

}  // namespace reckoner
