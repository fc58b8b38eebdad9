// The table of versions side by side: a column a version, a column a difference, the worst row on its own
// ground.
#pragma once

#include <optional>
#include <vector>

#include <QWidget>

#include "core/wording/version_words.h"

namespace reckoner {

class CompareTable final : public QWidget {
    Q_OBJECT
 public:
    explicit CompareTable(QWidget* parent = nullptr);

    // notes: beside the sides, under their names.
    void setBoard(VersionBoardPtr board, const VersionWords& words, const QStringList& notes, bool all);
    void setStale(bool stale);
    // Rows that are not shown until all are asked for.
    int hiddenRows() const { return hidden_; }
    QString tsv() const;
    QSize sizeHint() const override;

 Q_SIGNALS:
    void opened(std::size_t row);  // of the board: a segment's cases are wanted

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
    void layOut();
    QString title(std::size_t row) const;
    Sentence cell(std::size_t row, const Column& column) const;
    std::optional<int> lineAt(int y) const;
    void choose(int line);
    void paintHead(QPainter& painter) const;
    void paintLine(QPainter& painter, int line) const;

    VersionBoardPtr board_;
    VersionWords words_;
    QStringList notes_;
    std::vector<std::size_t> lines_;  // rows of the board that are shown
    std::vector<Column> columns_;
    int titleRight_ = 0;
    int hidden_ = 0;
    bool stale_ = false;
    std::optional<int> hovered_;
    std::optional<int> current_;
};

}  // namespace reckoner
