// A block of the Today page: a rule, a title, as many rows as fit.
#pragma once

#include <vector>

#include <QWidget>

#include "core/wording/today_card.h"
#include "ui/pages/today/today_scale.h"

class QPushButton;

namespace reckoner {

class PlainLabel;
class TodayRowButton;

class TodayBlockView final : public QWidget {
    Q_OBJECT
 public:
    TodayBlockView(const QString& id, QWidget* parent);
    ~TodayBlockView() override;

    void setBlock(const TodayBlock& block);
    void setScale(const TodayScale& scale);
    // The title stands closer to its rule; before the geometry is set.
    void setTight(bool tight);
    // What all its rows need.
    int wantedHeight(int width) const;

 Q_SIGNALS:
    void opened(const reckoner::TodayTarget& target);

 protected:
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

 private:
    void place();
    int top() const;
    void placeHead(std::size_t rest);
    TodayRowButton* button(std::size_t index);

    TodayBlock block_;
    bool tight_ = false;
    int edge_ = 0;  // where its texts begin
    TodayScale scale_;
    PlainLabel* title_;
    QPushButton* more_;  // shows the rows that do not fit, then the first ones again
    std::size_t first_ = 0;
    std::size_t shown_ = 0;
    std::vector<TodayRowButton*> buttons_;
};

}  // namespace reckoner
