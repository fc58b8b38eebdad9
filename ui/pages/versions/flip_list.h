// What changes hands from the version compared with to the one that is judged: four counts, what they cost,
// where most of the newly missed are, and the way to their cases.
#pragma once

#include <array>

#include <QAbstractButton>
#include <QWidget>

#include "core/wording/version_words.h"

class QPushButton;

namespace reckoner {

class ToneLabel;

// One kind of change: mark, words, count, money.
class FlipButton final : public QAbstractButton {
    Q_OBJECT
 public:
    explicit FlipButton(QWidget* parent);
    void setFlip(const FlipGroup& flip, const QString& words, const QString& money);
    // Whether words and money fit side by side.
    bool roomForMoney() const;
    void showMoney(bool shown);

 protected:
    void paintEvent(QPaintEvent* event) override;

 private:
    FlipGroup flip_;
    QString words_;
    QString money_;
    bool moneyShown_ = true;
};

class FlipList final : public QWidget {
    Q_OBJECT
 public:
    explicit FlipList(QWidget* parent = nullptr);

    void setBoard(const VersionBoardPtr& board, const VersionWords& words);
    QSize sizeHint() const override;

 Q_SIGNALS:
    void opened(reckoner::FlipGroup::Kind kind);

 protected:
    void resizeEvent(QResizeEvent* event) override;

 private:
    void place();

    std::array<FlipButton*, FlipGroup::kKinds> rows_{};
    ToneLabel* where_;
    QPushButton* read_;
    FlipGroup::Kind told_ = FlipGroup::Kind::NowMissed;
};

}  // namespace reckoner
