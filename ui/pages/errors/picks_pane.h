// "Pick cases for the meeting": ready-made choices out of what the filters leave, each with how many it
// holds.
#pragma once

#include <array>
#include <memory>
#include <optional>

#include <QTimer>
#include <QWidget>

#include "core/review/case_list.h"
#include "ui/session/background_task.h"
#include "ui/session/review_session.h"

class QToolButton;

namespace reckoner {

class PickRow;
class PlainLabel;

// Text starts 8 px inside the pane: what is chosen reaches that far to the left.
class PicksPane final : public QWidget {
    Q_OBJECT
 public:
    explicit PicksPane(ReviewSession& session, QWidget* parent = nullptr);

    void refresh(Aspects aspects);
    QSize sizeHint() const override;

 protected:
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

 private:
    using Counts = std::array<std::optional<std::uint64_t>, kPicks>;
    void askForCounts();
    void showTitles();
    void choose(Pick pick);
    void drawAgain();
    void place();

    ReviewSession& session_;
    PlainLabel* title_;
    std::array<PickRow*, kPicks> rows_{};
    QToolButton* again_;
    BackgroundTask counting_;
    QTimer pause_;
    std::optional<CaseQuery> asked_;
};

}  // namespace reckoner
