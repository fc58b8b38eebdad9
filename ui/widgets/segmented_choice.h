// A few choices side by side of which one holds; 28 high.
#pragma once

#include <QButtonGroup>
#include <QWidget>

namespace reckoner {

class SegmentedChoice final : public QWidget {
    Q_OBJECT
 public:
    explicit SegmentedChoice(const QStringList& titles, QWidget* parent = nullptr);
    void choose(int index);
    int chosen() const;
    QSize sizeHint() const override;

 Q_SIGNALS:
    void chosenChanged(int index);

 protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

 private:
    void place();
    QButtonGroup group_;
};

}  // namespace reckoner
