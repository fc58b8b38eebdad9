// Two matrices of several classes in one: what the judged version answers, and how many more or fewer than
// the other. Rows are the truth. A cell opens its cases.
#pragma once

#include <optional>

#include <QWidget>

#include "core/wording/class_compare_words.h"

namespace reckoner {

class ClassMatrixDifference final : public QWidget {
    Q_OBJECT
 public:
    explicit ClassMatrixDifference(QWidget* parent = nullptr);
    void setBoard(ClassBoardPtr board);
    QSize sizeHint() const override;
    // Places of the classes shown, the largest where there are too many.
    const std::vector<std::size_t>& shown() const { return shown_; }
    QRect cell(std::size_t row, std::size_t column) const;

 Q_SIGNALS:
    void opened(std::size_t truth, std::size_t called);  // places in class order

 protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

 private:
    struct Place {
        std::size_t row = 0;
        std::size_t column = 0;
        bool operator==(const Place&) const = default;
    };
    int nameWidth() const;
    std::optional<Place> placeAt(const QPoint& point) const;
    void choose(const Place& place);
    void open(const Place& place);
    void paintCell(QPainter& painter, const Place& place) const;

    ClassBoardPtr board_;
    std::vector<std::size_t> shown_;
    std::optional<Place> hovered_;
    Place current_;
};

}  // namespace reckoner
