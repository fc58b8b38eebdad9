// The head of the case list: a click sorts, a drag moves or widens a column, a right click chooses columns.
#pragma once

#include <vector>

#include <QHeaderView>

#include "core/review/case_sort.h"
#include "ui/pages/errors/case_columns.h"

class QStandardItemModel;

namespace reckoner {

class CaseHeader final : public QHeaderView {
    Q_OBJECT
 public:
    explicit CaseHeader(QWidget* parent);

    // In the order shown; widths in pixels of this screen.
    void setColumns(const std::vector<CaseColumn>& columns);
    void setSort(const CaseSort& sort, bool drawn);
    // As they stand now: order and widths.
    std::vector<CaseColumn> columns() const;
    QSize sizeHint() const override;

 Q_SIGNALS:
    void sortChosen(const QString& sort);
    void arranged();  // by hand: moved or widened
    void menuWanted(const QPoint& global);

 protected:
    void paintSection(QPainter* painter, const QRect& rect, int logical) const override;
    void contextMenuEvent(QContextMenuEvent* event) override;

 private:
    void choose(int logical);

    QStandardItemModel* model_;
    std::vector<CaseColumn> columns_;  // by logical index
    CaseSort sort_;
    bool drawn_ = false;
    bool filling_ = false;
};

}  // namespace reckoner
