// One share by segment, of the version compared with and of the one that is judged: a bar from low to high
// and a dot at the value, two to a segment.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <QWidget>

#include "core/wording/version_words.h"

namespace reckoner {

class SegmentIntervals final : public QWidget {
    Q_OBJECT
 public:
    explicit SegmentIntervals(QWidget* parent = nullptr);

    // The recall that is asked of those an expression finds; nothing: none is.
    using RequiredOf = std::function<std::optional<double>(const std::string& expression)>;
    // column: whose values are shown.
    void setBoard(VersionBoardPtr board, const VersionWords& words, const std::string& column,
                  const RequiredOf& requiredOf = {});
    void setStale(bool stale);
    QSize sizeHint() const override;

 Q_SIGNALS:
    void opened(std::size_t segment);  // of VersionBoard::segments

 protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

 private:
    struct Bar {
        Value value;
        std::optional<Interval> interval;
    };
    struct Line {
        std::size_t segment = 0;
        QString name;
        Bar base;
        Bar judged;
        Verdict verdict = Verdict::NoDifferenceSeen;
        std::optional<double> required;
    };
    Line lineOf(std::size_t segment) const;
    QRectF plot() const;
    int pitch() const;
    std::optional<std::size_t> lineAt(int y) const;
    void setScale();
    void paintBar(QPainter& painter, const Bar& bar, qreal y, const QColor& color) const;
    void paintFloor(QPainter& painter, const Line& line, qreal top) const;
    void paintLabel(QPainter& painter, const Bar& bar, const std::string& name, qreal y, bool above,
                    const QColor& color) const;

    VersionBoardPtr board_;
    VersionWords words_;
    std::vector<Line> lines_;
    int left_ = 0;  // segments that found no place
    double lo_ = 0;
    double hi_ = 1;
    bool stale_ = false;
};

}  // namespace reckoner
