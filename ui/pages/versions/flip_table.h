// Who changed hands, segment by segment: fixed, newly broken, still wrong, still right, and what the changes
// cost. Each count opens its cases.
#pragma once

#include <optional>
#include <vector>

#include <QWidget>

#include "core/metrics/flips.h"

namespace reckoner {

class FlipTable final : public QWidget {
    Q_OBJECT
 public:
    enum class Kind { All, Fixed, Broken, StillWrong, StillRight };
    explicit FlipTable(QWidget* parent = nullptr);

    struct Row {
        std::optional<std::size_t> segment;  // of the board; nothing: everybody
        QString name;
        Flips flips;
        double money = 0;  // a period, now minus before
    };
    // rows: segments of one column, any order; everybody is put before them. moneyTitle empty: no money.
    void setRows(const QString& columnTitle, const QString& samples, const QString& moneyTitle, Row everybody,
                 std::vector<Row> rows);
    QSize sizeHint() const override;
    QString tsv() const;

 Q_SIGNALS:
    // segment: that of the row.
    void opened(std::optional<std::size_t> segment, reckoner::FlipTable::Kind kind);

 protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

 private:
    struct Place {
        int row = 0;
        int column = 0;  // of counts
        bool operator==(const Place&) const = default;
    };
    QStringList head() const;
    QString cell(const Row& row, int column) const;
    QRect cellRect(int row, int column) const;
    int nameWidth() const;
    std::optional<Place> placeAt(const QPoint& point) const;
    bool opens(const Place& place) const;
    void choose(const Place& place);
    void open(const Place& place);
    void paintCell(QPainter& painter, int row, int column) const;

    int columns() const;
    QString columnTitle_;
    QString samples_;
    QString moneyTitle_;
    std::vector<Row> rows_;
    int left_ = 0;  // segments that found no place
    std::optional<Place> hovered_;
    Place current_;
};

}  // namespace reckoner
