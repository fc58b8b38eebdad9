// The Evaluation sets tab: what versions were judged on, and what the sets share.
#pragma once

#include <map>
#include <vector>

#include <QWidget>

#include "core/wording/eval_set_words.h"
#include "ui/session/background_task.h"
#include "ui/session/review_session.h"

class QListWidget;
class QScrollArea;
class QVBoxLayout;

namespace reckoner {

class PlainLabel;

class EvalSetPane final : public QWidget {
    Q_OBJECT
 public:
    explicit EvalSetPane(ReviewSession& session, QWidget* parent = nullptr);
    void refresh(Aspects aspects);

 protected:
    void resizeEvent(QResizeEvent* event) override;

 private:
    const EvalSetRuns* chosen() const;
    void read();
    void showDetail();
    void showOverlaps();
    void countOverlaps();
    void place();

    ReviewSession& session_;
    BackgroundTask task_;
    std::int64_t model_ = 0;
    std::vector<EvalSetRuns> sets_;
    // By set, then by the other set.
    std::map<std::int64_t, std::map<std::int64_t, EvalSetOverlap>> overlaps_;
    QListWidget* list_;
    QScrollArea* area_;
    QWidget* sheet_;
    PlainLabel* title_;
    PlainLabel* caption_;
    PlainLabel* fingerprint_;
    PlainLabel* runsTitle_;
    QVBoxLayout* runs_;
    PlainLabel* overlapTitle_;
    QVBoxLayout* shared_;
};

}  // namespace reckoner
