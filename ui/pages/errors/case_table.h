// The rows of the case list, painted as they are scrolled to: only what is on the screen is looked at.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include <QAbstractScrollArea>

#include "core/review/case_list.h"
#include "core/wording/vocabulary.h"
#include "ui/pages/errors/case_columns.h"
#include "ui/pages/errors/case_texts.h"
#include "ui/pages/errors/place_ranges.h"

namespace reckoner {

class CaseTable final : public QAbstractScrollArea {
    Q_OBJECT
 public:
    struct Content {
        CaseViewPtr view;
        std::size_t total = 0;
        std::shared_ptr<const std::vector<RowIndex>> rows;   // the first of them, or all
        std::function<bool(const QString& sampleId)> noted;  // whether a sample carries a note
    };
    CaseTable(Executor& executor, QWidget* parent);
    ~CaseTable() override;

    // With the columns to show of it: those of another run mean nothing here.
    void setContent(Content content, std::vector<CaseColumn> columns);
    // More rows of the same content became known.
    void setRows(std::shared_ptr<const std::vector<RowIndex>> rows);
    int verticalScrollBarWidth() const;
    // Widths are those of the header, in pixels of this screen.
    void setColumns(std::vector<CaseColumn> columns);
    const std::vector<CaseColumn>& columns() const { return columns_; }
    // Greyed while something newer is being worked out.
    void setStale(bool stale);
    void setEmptyText(const QString& text);

    std::size_t total() const { return content_.total; }
    std::size_t known() const { return content_.rows ? content_.rows->size() : 0; }
    std::optional<RowIndex> rowAt(std::size_t place) const;
    std::size_t current() const { return current_; }
    // The place is made visible; the selection becomes it alone. Says nothing.
    void setCurrent(std::size_t place);
    const PlaceRanges& selection() const { return selection_; }
    int rowHeight() const;
    // Tab-separated with a line of titles: the selected rows. Nothing when there are more than `most`.
    std::optional<QString> tsv(std::size_t most) const;

 Q_SIGNALS:
    // By hand: mouse or keyboard.
    void currentChosen(std::size_t place);
    void selectionChanged();
    void activated();
    void scrolledSideways(int offset);
    void menuWanted(const QPoint& global);
    void tooManyToCopy();

 protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    bool viewportEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

 private:
    void paintRow(QPainter& painter, std::size_t place, int y);
    void measure();
    void wantTexts();
    void ensureVisible(std::size_t place);
    void choose(std::size_t place, Qt::KeyboardModifiers modifiers);
    std::size_t firstVisible() const;
    std::size_t visibleRows() const;
    int yOf(std::size_t place) const;
    std::optional<std::size_t> placeAt(const QPoint& at) const;
    void describe();
    QString tsvLine(RowIndex row) const;

    Content content_;
    std::vector<CaseColumn> columns_;
    CaseTexts texts_;
    PlaceRanges selection_;
    std::size_t current_ = 0;
    std::size_t anchor_ = 0;
    bool stale_ = false;
    QString emptyText_;
};

}  // namespace reckoner
