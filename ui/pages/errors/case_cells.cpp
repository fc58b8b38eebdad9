#include "ui/pages/errors/case_cells.h"

#include <algorithm>
#include <cmath>

#include <QPainter>

#include "core/wording/case_words.h"
#include "ui/shell/scaled.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"
#include "ui/widgets/outcome_marks.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

using Kind = CaseColumn::Kind;

constexpr int kPadding = 8;  // on either side of a cell's text
constexpr int kStrip = 48;

QString className(const ClassDecisions& classes, std::uint32_t code) {
    if (code < classes.classes()) return qt(caseLine(classes.names()[code], 60));
    return code == classes.review() ? QStringLiteral("review") : QString();
}

CellText fieldText(const EvalTable& table, const CaseTexts& texts, const ColumnInfo& info, RowIndex row) {
    if (info.type == ColumnType::Text) {
        const CaseTexts::Line* line = texts.find(row, info.id);
        return line ? CellText{line->text, line->missing, false} : CellText{{}, false, true};
    }
    if (info.type == ColumnType::Category) {
        const auto column = table.category(info.id);
        const std::uint32_t code = column->code(row);
        if (code >= column->categories().size()) return {{}, true, false};
        return {qt(caseLine(column->categories()[code])), false, false};
    }
    const double value = table.real(info.id)->values()[row];
    if (isMissingReal(value)) return {{}, true, false};
    const std::string text =
        info.type == ColumnType::Timestamp ? caseTime(value, info.timeFormat) : caseNumber(value);
    return {qt(text), false, false};
}

// Scores far outside the axis stay at its ends.
qreal onStrip(double score, const CaseView& view) {
    const double axis = view.point().axis;
    const double lo = view.point().axisLo;
    return std::clamp((score - lo) / (axis > 0 ? axis : 1), 0.0, 1.0);
}

void paintStrip(QPainter& painter, const CaseView& view, RowIndex row, const QRect& cell) {
    const Tokens& t = Theme::instance().tokens();
    const int width = scaled(kStrip);
    const QRectF track(cell.left() + scaled(kPadding), cell.center().y() - 0.5, width, 2);
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.line);
    painter.drawRoundedRect(track, 1, 1);
    const double score = view.score(row);
    const qreal threshold = track.left() + onStrip(view.binary()->threshold(), view) * width;
    painter.fillRect(QRectF(threshold - 1, track.center().y() - scaled(6), 2, scaled(12)), t.accent);
    if (!std::isfinite(score)) return;
    const auto cellKind = cellOf(view.outcome(row));
    painter.setBrush(cellKind ? lookOf(*cellKind).mark : t.ink3);
    const qreal radius = scaled(6) / 2.0;
    painter.drawEllipse(QPointF(track.left() + onStrip(score, view) * width, track.center().y()), radius,
                        radius);
}

void paintMarkCell(QPainter& painter, const CaseView& view, RowIndex row, const QRect& rect) {
    const int side = scaled(12);
    const QRectF box(rect.left() + scaled(kPadding), rect.center().y() - side / 2.0 + 0.5, side, side);
    const auto cell = cellOf(view.outcome(row));
    if (!cell) return;
    if (!view.classes()) return paintMark(painter, *cell, box);
    // Of several classes: right or wrong.
    paintMark(painter, *cell == Cell::Caught ? Cell::Caught : Cell::FalseAlarm, box);
}

}  // namespace

std::optional<Cell> cellOf(RowOutcome outcome) {
    switch (outcome) {
        case RowOutcome::Caught:
            return Cell::Caught;
        case RowOutcome::FalseAlarm:
            return Cell::FalseAlarm;
        case RowOutcome::Missed:
            return Cell::Missed;
        case RowOutcome::LetThrough:
            return Cell::LetThrough;
        case RowOutcome::Unknown:
            break;
    }
    return std::nullopt;
}

CellText cellText(const CaseView& view, const CaseTexts& texts, const CaseColumn& column, RowIndex row) {
    const auto number = [](double value, const std::string& text) {
        return std::isnan(value) ? CellText{{}, true, false} : CellText{qt(text), false, false};
    };
    switch (column.kind) {
        case Kind::Mark:
        case Kind::Note:
            return {};
        case Kind::Id: {
            const ColumnInfo* id = view.table().find(ColumnRole::Id);
            return id ? fieldText(view.table(), texts, *id, row)
                      : CellText{QString::number(row + 1), false, false};
        }
        case Kind::Score: {
            const double score = view.score(row);
            return number(score, caseScore(score, view.point().axis));
        }
        case Kind::RealScore: {
            const double score = view.realScore(row);
            return number(score, caseScore(score, view.point().axis));
        }
        case Kind::Called:
            return {className(*view.classes(), view.classes()->called(row)), false, false};
        case Kind::Real: {
            const QString name = className(*view.classes(), view.classes()->truth(row));
            return {name, name.isEmpty(), false};
        }
        case Kind::Cost: {
            const double cost = view.cost(row);
            return number(cost, caseMoney(cost));
        }
        case Kind::Field:
            return fieldText(view.table(), texts, column.field, row);
    }
    return {};
}

void paintCell(QPainter& painter, const CaseView& view, const CaseTexts& texts, const CaseColumn& column,
               RowIndex row, const CellPaint& how) {
    const Theme& theme = Theme::instance();
    const Tokens& t = theme.tokens();
    if (column.kind == Kind::Mark) return paintMarkCell(painter, view, row, how.rect);
    if (column.kind == Kind::Note) {
        if (!how.noted) return;
        const int side = scaled(12);
        const QPixmap icon = iconPixmap(QStringLiteral("note"), how.current ? t.accent : t.ink2, side,
                                        painter.device()->devicePixelRatioF());
        painter.drawPixmap(how.rect.left() + (how.rect.width() - side) / 2,
                           how.rect.top() + (how.rect.height() - side) / 2, icon);
        return;
    }
    const bool strip =
        column.kind == Kind::Score && view.binary() && how.rect.width() >= scaled(kScoreWithStripWidth);
    if (strip) paintStrip(painter, view, row, how.rect);
    QRect room = how.rect.adjusted(scaled(kPadding), 0, -scaled(kPadding), 0);
    if (strip) room.setLeft(room.left() + scaled(kStrip) + scaled(4));
    const CellText cell = cellText(view, texts, column, row);
    const bool strong = how.current && column.kind == Kind::Id;
    painter.setFont(theme.font(14, strong ? QFont::DemiBold : QFont::Normal));
    painter.setPen(cell.missing || cell.waiting ? t.ink3 : t.ink);
    const QString text = cell.waiting ? QStringLiteral("…") : cell.missing ? QStringLiteral("–") : cell.text;
    const int flags = Qt::AlignVCenter | Qt::TextSingleLine | (column.right ? Qt::AlignRight : Qt::AlignLeft);
    painter.drawText(room, flags, painter.fontMetrics().elidedText(text, Qt::ElideRight, room.width()));
}

}  // namespace reckoner
