// A few choices side by side of which one holds; 28 high.
#pragma once

#include <QButtonGroup>
#include <QStringList>
#include <QWidget>

namespace reckoner {

class SegmentedChoice final : public QWidget {
    Q_OBJECT
 public:
    explicit SegmentedChoice(const QStringList& titles, QWidget* parent = nullptr);
    // Where there is less room than sizeHint(): the short titles, and when those do not fit either, the last
    // choices are found under "More". Short titles stand beside titles, in the same order.
    void setShortTitles(const QStringList& titles);
    void setRoom(int width);
    void choose(int index);
    int chosen() const;
    QSize sizeHint() const override;

 Q_SIGNALS:
    void chosenChanged(int index);

 protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

 private:
    void fit();
    void place();
    void offerMore();
    QButtonGroup group_;
    QStringList titles_;
    QStringList shortTitles_;
    int fittedFor_ = -1;  // the choice that holds, as last laid out
    int room_ = 0;        // 0: as much as wanted
    int beside_ = 0;      // choices that stand side by side; the others are under "More"
    QAbstractButton* more_;
};

}  // namespace reckoner
