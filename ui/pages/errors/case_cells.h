// What stands in a cell of the case list, as text and as picture.
#pragma once

#include <optional>

#include <QRect>
#include <QString>

#include "core/review/case_view.h"
#include "core/wording/decide_sentences.h"
#include "ui/pages/errors/case_columns.h"
#include "ui/pages/errors/case_texts.h"

class QPainter;

namespace reckoner {

std::optional<Cell> cellOf(RowOutcome outcome);

struct CellText {
    QString text;
    bool missing = false;
    bool waiting = false;  // not read yet
};
CellText cellText(const CaseView& view, const CaseTexts& texts, const CaseColumn& column, RowIndex row);

struct CellPaint {
    QRect rect;
    bool current = false;
    bool noted = false;
};
void paintCell(QPainter& painter, const CaseView& view, const CaseTexts& texts, const CaseColumn& column,
               RowIndex row, const CellPaint& how);

}  // namespace reckoner
