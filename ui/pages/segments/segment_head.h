// The heads of the table's columns: a click sorts, a second click turns the order round.
#pragma once

#include <QWidget>

namespace reckoner {

class SegmentTable;
struct SegmentColumn;

class SegmentHead final : public QWidget {
    Q_OBJECT
 public:
    explicit SegmentHead(SegmentTable& table);

 Q_SIGNALS:
    void sortWanted(const QString& sort);  // as in segmentOrder()

 protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    bool event(QEvent* event) override;

 private:
    const SegmentColumn* columnAt(int x) const;
    SegmentTable& table_;
};

}  // namespace reckoner
