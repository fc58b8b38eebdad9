// Today: what is on the projector when people walk in. Verdict, money, what changed, what is due.
#pragma once

#include <vector>

#include "core/review/today_facts.h"
#include "core/wording/today_card.h"
#include "ui/pages/page.h"
#include "ui/session/background_task.h"

namespace reckoner {

class ClassDesk;
class EmptyState;
class TodayBlockView;
class TodayHeadline;
class TodayReviewButton;

class TodayPage final : public Page {
    Q_OBJECT
 public:
    explicit TodayPage(ReviewSession& session, QWidget* parent = nullptr);
    ~TodayPage() override;

    void refresh(Aspects aspects) override;

 protected:
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

 private:
    bool judged() const;
    void readHistory();
    void judge();
    void showFacts();
    void showEmpty();
    void open(const TodayTarget& target);
    void place();

    ReviewSession& session_;
    BackgroundTask task_;
    BackgroundTask judging_;
    TodayHistory history_;
    std::int64_t historyOf_ = 0;  // model; 0: not read yet
    std::optional<GateResult> gate_;
    RunId gateOf_ = 0;  // run; 0: not judged yet
    TodayHeadline* headline_;
    std::vector<TodayBlockView*> blocks_;
    TodayReviewButton* review_;
    EmptyState* empty_;
};

}  // namespace reckoner
