// The table of versions side by side: a column a version, a column a difference, the worst row on its own
// ground.
#pragma once

#include <optional>
#include <vector>

#include <QWidget>

#include "ui/pages/versions/compare_sheet.h"

namespace reckoner {

class CompareTable final : public QWidget {
    Q_OBJECT
 public:
    explicit CompareTable(QWidget* parent = nullptr);

    void setSheet(CompareSheet sheet);
    void setStale(bool stale);
    QString tsv() const;
    QSize sizeHint() const override;

 Q_SIGNALS:
    void opened(std::size_t row);  // of the board: its cases are wanted

 protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

 private:
    struct Column {
        std::size_t side = 0;
        bool difference = false;
        int left = 0;
        int right = 0;
        bool brief = false;  // where there is no room for whole sentences
    };
    int head() const;
    void layOut();
    enum class Names { Cut, Short, Full };
    void layOut(Names names);
    int figureWidth(const CompareSheet::Side& side, Names names) const;
    Sentence cell(const CompareSheet::Line& line, const Column& column) const;
    std::optional<int> lineAt(int y) const;
    void choose(int line);
    void open(int line);
    void paintHead(QPainter& painter) const;
    void paintLine(QPainter& painter, int line) const;

    CompareSheet sheet_;
    std::vector<Column> columns_;
    int titleRight_ = 0;
    bool stale_ = false;
    std::optional<int> hovered_;
    std::optional<int> current_;
};

}  // namespace reckoner
