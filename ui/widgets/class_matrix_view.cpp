#include "ui/widgets/class_matrix_view.h"

#include <algorithm>
#include <cmath>

#include <QMouseEvent>
#include <QPainter>

#include "core/wording/confusion_sentences.h"
#include "core/wording/number_format.h"
#include "ui/charts/chart_paint.h"
#include "ui/style/theme.h"
#include "ui/widgets/class_matrix_colors.h"
#include "ui/widgets/keyboard_focus.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

constexpr qreal kStaleOpacity = 0.45;

std::size_t at(int place) {
    return static_cast<std::size_t>(place);
}

FoldedConfusion::Of partOf(MatrixShow show) {
    return show == MatrixShow::OfCalled ? FoldedConfusion::Of::Called
           : show == MatrixShow::OfAll  ? FoldedConfusion::Of::All
                                        : FoldedConfusion::Of::Truth;
}

qreal widest(const QStringList& texts, const QFont& font) {
    const QFontMetricsF metrics(font);
    qreal width = 0;
    for (const QString& text : texts)
        width = std::max(width, metrics.horizontalAdvance(text));
    return width;
}

}  // namespace

ClassMatrixView::ClassMatrixView(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("classMatrix"));
    setAccessibleName(tr("Matrix of classes: rows are what it really is, columns what it was called"));
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    watchFocus(this);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        lay();
        drawHeat();
        update();
    });
}

ClassMatrixView::~ClassMatrixView() = default;

QSize ClassMatrixView::sizeHint() const {
    return QSize(540, 400);
}

void ClassMatrixView::setFacts(const ClassMatrixFacts& facts) {
    const bool samePlan = facts_.table && facts.table && facts_.names == facts.names &&
                          facts_.review == facts.review && facts_.show == facts.show;
    facts_ = facts;
    hovered_.reset();
    if (!facts_.table) {
        update();
        return;
    }
    // In a drag figures only shrink below those of the whole run: the plan stays.
    if (!samePlan) lay();
    drawHeat();
    const auto last = static_cast<int>(facts_.table->size());
    cursor_.row = std::clamp(cursor_.row, -1, last - 1);
    cursor_.column = std::clamp(cursor_.column, -1, facts_.review ? last : last - 1);
    setAccessibleDescription(sentence(cursor_));
    update();
}

void ClassMatrixView::lay() {
    if (!facts_.table) return;
    const Theme& theme = Theme::instance();
    const FoldedConfusion& table = *facts_.table;
    ClassMatrixLayout::Wanted wanted;
    wanted.room = size();
    wanted.size = static_cast<int>(table.size());
    wanted.review = facts_.review;
    wanted.scale = theme.typeScale();
    wanted.rowName = widest(facts_.names, theme.font(14, QFont::DemiBold));
    wanted.columnName = widest(facts_.names, theme.font(wanted.size > 8 ? 12 : 14, QFont::DemiBold));
    std::uint64_t most = 0;
    for (int row = 0; row < wanted.size; ++row)
        most = std::max(most, table.row(at(row)).all.n);
    const QString figure = qt(count(most));
    wanted.figure = textSize(figure, theme.font(16, QFont::DemiBold)).width();
    wanted.smallFigure = textSize(figure, theme.font(12, QFont::DemiBold)).width();
    layout_ = ClassMatrixLayout(wanted);
}

void ClassMatrixView::resizeEvent(QResizeEvent*) {
    lay();
    drawHeat();
}

void ClassMatrixView::setChosen(std::optional<MatrixPlace> place) {
    if (place == chosen_) return;
    chosen_ = place;
    if (place) cursor_ = *place;
    update();
}

void ClassMatrixView::setStale(bool stale) {
    if (stale == stale_) return;
    stale_ = stale;
    update();
}

void ClassMatrixView::setFound(int place) {
    if (place == found_) return;
    found_ = place;
    update();
}

// Of the theme as it is now; made anew where that changed.
const ClassMatrixColors& ClassMatrixView::colors() const {
    const Shade shade = Theme::instance().shade();
    if (!colors_ || shade != colorsOf_) {
        colors_ = std::make_unique<ClassMatrixColors>();
        colorsOf_ = shade;
    }
    return *colors_;
}

void ClassMatrixView::drawHeat() {
    if (!facts_.table || !layout_.heatMap()) {
        heat_ = QImage();
        return;
    }
    colors().draw(*facts_.table, facts_.show == MatrixShow::OfCalled, heat_);
}

QString ClassMatrixView::figure(int row, int column) const {
    const FoldedConfusion& table = *facts_.table;
    const bool review = column == layout_.size();
    const ClassMatrix::Cell& cell = review ? table.review(at(row)) : table.at(at(row), at(column)).all;
    if (facts_.show == MatrixShow::Weights) return qt(money(cell.weight));
    if (facts_.show != MatrixShow::Money) return qt(count(cell.n));
    const double amount =
        review ? facts_.money.review[at(row)] : facts_.money.cells[at(row) * table.size() + at(column)];
    return qt(money(amount));
}

QString ClassMatrixView::share(int row, int column) const {
    const FoldedConfusion& table = *facts_.table;
    const bool review = column == layout_.size();
    const FoldedConfusion::Of of = partOf(facts_.show);
    if (facts_.show == MatrixShow::Money)
        return qt(count(review ? table.review(at(row)).n : table.at(at(row), at(column)).all.n));
    if (facts_.show == MatrixShow::Counts || facts_.show == MatrixShow::Weights) {
        const bool mixed = !review && row == column && table.isOther(at(row));
        return mixed ? tr("%1 wrong").arg(qt(count(table.at(at(row), at(row)).wrong.n))) : QString();
    }
    return qt(fineShareText(review ? table.reviewShare(of, at(row)) : table.share(of, at(row), at(column))));
}

QString ClassMatrixView::sentence(MatrixPlace place) const {
    if (!facts_.table) return {};
    const FoldedConfusion& table = *facts_.table;
    const auto named = [&](int at) {
        return classInWords(facts_.names[at].toStdString(), table.group(static_cast<std::size_t>(at)).size());
    };
    if (place.row < 0 && place.column < 0) return qt(wrongOfText(table.total().wrong.n, table.total().all.n));
    if (place.row < 0 && place.column == layout_.size())
        return tr("%1 go to review").arg(qt(count(table.reviewed().n)));
    if (place.row < 0) return qt(calledSentence(table, at(place.column), named(place.column)));
    if (place.column < 0) return qt(truthSentence(table, at(place.row), named(place.row)));
    if (place.column == layout_.size()) return qt(reviewSentence(table, at(place.row), named(place.row)));
    QString text =
        qt(confusionSentence(table, at(place.row), at(place.column), named(place.row), named(place.column)));
    if (facts_.show == MatrixShow::Money) text += tr(" They cost %1.").arg(figure(place.row, place.column));
    return text;
}

void ClassMatrixView::paintCell(QPainter& painter, MatrixPlace place) const {
    const Theme& theme = Theme::instance();
    const Tokens& t = theme.tokens();
    const QRectF box = layout_.box(place);
    const bool review = place.column == layout_.size();
    const bool empty = facts_.table->row(at(place.row)).all.n == 0;
    const QColor ground = review ? t.sunk
                                 : QColor(colors().of(*facts_.table, facts_.show == MatrixShow::OfCalled,
                                                      at(place.row), at(place.column)));
    const qreal radius = box.height() >= 36 ? 6 : box.height() >= 14 ? 2 : 0;
    if (radius > 0) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(ground);
        painter.drawRoundedRect(box, radius, radius);
    } else {
        painter.fillRect(box, ground);
    }
    if (!layout_.oneLine() && !(review && box.height() >= 15)) return;
    const QFont small = theme.font(12);
    if (empty) {
        paintText(painter, box, Qt::AlignCenter, tr("n/a"), small, t.ink3);
        return;
    }
    const bool large = layout_.largeFigures();
    const QFont bold = theme.font(large ? 16 : 12, QFont::DemiBold);
    const QString below = layout_.twoLines() ? share(place.row, place.column) : QString();
    if (below.isEmpty()) {
        const QString text = figure(place.row, place.column);
        if (textSize(text, bold).width() <= box.width())
            paintText(painter, box, Qt::AlignCenter, text, bold, t.ink);
        return;
    }
    const qreal middle = box.center().y();
    const qreal lift = typePx(large ? 24 : 18);
    paintText(painter, QRectF(box.left(), middle - lift, box.width(), typePx(large ? 24 : 18)),
              Qt::AlignCenter, figure(place.row, place.column), bold, t.ink);
    paintText(painter, QRectF(box.left(), middle, box.width(), typePx(16)), Qt::AlignCenter, below, small,
              t.ink);
}

void ClassMatrixView::paintCells(QPainter& painter, const QRect& dirty) const {
    const int size = layout_.size();
    if (layout_.heatMap()) {
        painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
        painter.drawImage(layout_.cells(), heat_);
    } else {
        for (int row = 0; row < size; ++row)
            for (int column = 0; column < size; ++column)
                if (layout_.box({row, column}).toAlignedRect().intersects(dirty))
                    paintCell(painter, {row, column});
    }
    if (!layout_.review()) return;
    for (int row = 0; row < size; ++row)
        paintCell(painter, {row, size});
}

// Names are thinned out where rows are lower than letters; what is looked at keeps its name.
bool ClassMatrixView::named(int place, qreal pitch, qreal needed) const {
    const int every = std::max(1, qCeil(needed / pitch));
    return place % every == 0;
}

void ClassMatrixView::paintColumnName(QPainter& painter, int column, bool strong) const {
    const Theme& theme = Theme::instance();
    const Tokens& t = theme.tokens();
    const QRectF box = layout_.box({-1, column});
    const bool review = column == layout_.size();
    const QString& name = review ? tr("review") : facts_.names[column];
    const QFont font = review ? theme.font(12)
                              : theme.font(layout_.size() > 8 ? 12 : 14,
                                           layout_.size() > 8 && !strong ? QFont::Normal : QFont::DemiBold);
    const QColor ink = review ? t.ink2 : t.ink;
    if (!layout_.columnNamesTurned()) {
        paintText(painter, QRectF(box.left(), box.bottom() - typePx(22), box.width(), typePx(20)),
                  Qt::AlignCenter, name, font, ink);
        return;
    }
    painter.save();
    painter.translate(box.center().x(), box.bottom());
    painter.rotate(-90);
    const qreal room = box.height() - 4;
    const QString shown = QFontMetricsF(font).elidedText(name, Qt::ElideMiddle, room);
    const QRectF turned(0, -typePx(8), room, typePx(16));
    if (strong)
        painter.fillRect(QRectF(-2, turned.top(), textSize(shown, font).width() + 6, turned.height()),
                         t.page);
    paintText(painter, turned, Qt::AlignLeft | Qt::AlignVCenter, shown, font, ink);
    painter.restore();
}

void ClassMatrixView::paintHeads(QPainter& painter) const {
    const Theme& theme = Theme::instance();
    const Tokens& t = theme.tokens();
    const FoldedConfusion& table = *facts_.table;
    const QRectF corner = layout_.box({-1, -1});
    paintText(painter, QRectF(8, corner.bottom() - typePx(22), corner.width(), typePx(20)),
              Qt::AlignLeft | Qt::AlignVCenter, tr("really \u2193"), theme.font(12), t.ink3);
    const bool tall = layout_.pitchY() >= typePx(44);
    const auto lookedAt = [&](int place, bool row) {
        const auto is = [&](const std::optional<MatrixPlace>& one) {
            return one && (row ? one->row : one->column) == place;
        };
        return is(hovered_) || is(chosen_) || place == found_;
    };
    const auto rowName = [&](int row, bool strong) {
        const QRectF box = layout_.box({row, -1});
        const bool large = layout_.pitchY() >= typePx(28);
        const QFont font = theme.font(large ? 14 : 12, large || strong ? QFont::DemiBold : QFont::Normal);
        const qreal room = box.width() - 10;
        const QString name = QFontMetricsF(font).elidedText(facts_.names[row], Qt::ElideMiddle, room);
        const qreal middle = box.center().y();
        const qreal top = tall ? middle - typePx(19) : middle - typePx(10);
        if (strong && !large)
            painter.fillRect(QRectF(6, middle - typePx(8), box.width() - 4, typePx(16)), t.page);
        paintText(painter, QRectF(8, top, room, typePx(20)), Qt::AlignLeft | Qt::AlignVCenter, name, font,
                  t.ink);
        if (tall)
            paintText(painter, QRectF(8, middle, room, typePx(16)), Qt::AlignLeft | Qt::AlignVCenter,
                      qt(count(table.row(at(row)).all.n)), theme.font(12), t.ink3);
    };
    for (int row = 0; row < layout_.size(); ++row)
        if (named(row, layout_.pitchY(), typePx(14))) rowName(row, false);
    for (int column = 0; column < layout_.size(); ++column)
        if (named(column, layout_.pitchX(), layout_.columnNameRoom()))
            paintColumnName(painter, column, false);
    // Over their neighbours, which they may cover.
    for (int place = 0; place < layout_.size(); ++place) {
        if (lookedAt(place, true)) rowName(place, true);
        if (lookedAt(place, false)) paintColumnName(painter, place, true);
    }
    if (layout_.review()) paintColumnName(painter, layout_.size(), false);
}

void ClassMatrixView::paintEnds(QPainter& painter) const {
    const Theme& theme = Theme::instance();
    const Tokens& t = theme.tokens();
    const FoldedConfusion& table = *facts_.table;
    const QFont small = theme.font(12);
    const QFont normal = theme.font(14);
    const QRectF first = layout_.rowEnd(0);
    const bool tall = layout_.pitchY() >= typePx(44);
    paintText(painter,
              QRectF(first.left(), layout_.box({-1, -1}).bottom() - typePx(22), first.width(), typePx(20)),
              Qt::AlignRight | Qt::AlignVCenter, tr("wrong"), small, t.ink3);
    for (int row = 0; row < layout_.size(); ++row) {
        if (!named(row, layout_.pitchY(), typePx(14))) continue;
        const QRectF end = layout_.rowEnd(row);
        const Value error = table.rowError(at(row));
        const QString text = error ? qt(percent(*error)) : tr("n/a");
        paintText(painter, QRectF(end.left(), end.center().y() - typePx(10), end.width(), typePx(20)),
                  Qt::AlignRight | Qt::AlignVCenter, text, tall ? normal : small, error ? t.ink : t.ink3);
    }
    const qreal wide = layout_.pitchX();
    if (wide < typePx(40)) return;
    for (int column = 0; column < layout_.size(); ++column) {
        const QRectF end = layout_.columnEnd(column);
        const Value error = table.columnError(at(column));
        const QString total = qt(count(table.column(at(column)).all.n));
        paintText(painter, QRectF(end.left(), end.top(), end.width(), typePx(16)), Qt::AlignCenter, total,
                  small, t.ink3);
        if (wide < typePx(68)) continue;
        const QString text = error ? tr("%1 wrong").arg(qt(percent(*error))) : tr("n/a");
        paintText(painter, QRectF(end.left(), end.top() + typePx(17), end.width(), typePx(16)),
                  Qt::AlignCenter, text, small, t.ink2);
    }
}

// What a place stands for: a cell, or the row or column of a head.
QRectF ClassMatrixView::whole(MatrixPlace place) const {
    const int last = layout_.size() - 1;
    if (place.row >= 0 && place.column >= 0) return layout_.box(place);
    if (place.row >= 0) return layout_.box({place.row, -1}).united(layout_.box({place.row, last}));
    if (place.column >= 0) return layout_.box({-1, place.column}).united(layout_.box({last, place.column}));
    return layout_.box(place);
}

void ClassMatrixView::paintMarks(QPainter& painter) const {
    const Tokens& t = Theme::instance().tokens();
    painter.setBrush(Qt::NoBrush);
    const auto ring = [&](MatrixPlace place, const QColor& color, qreal width) {
        QRectF box = whole(place);
        const qreal grow = std::max(0.0, (10 - std::min(box.width(), box.height())) / 2);
        box.adjust(-grow, -grow, grow, grow);
        const qreal radius = box.height() >= 36 ? 6 : 2;
        painter.setPen(QPen(color, width));
        painter.drawRoundedRect(box.adjusted(width / 2, width / 2, -width / 2, -width / 2), radius, radius);
    };
    if (found_ >= 0 && found_ < layout_.size()) {
        ring({found_, -1}, t.ink, 1);
        ring({-1, found_}, t.ink, 1);
    }
    if (hovered_ && hovered_ != chosen_ && (hovered_->row >= 0 || hovered_->column >= 0))
        ring(*hovered_, t.ink3, 1);
    if (chosen_) ring(*chosen_, t.accent, 2);
    if (keyboardFocus(this) && cursor_ != chosen_) ring(cursor_, t.accent, 1);
}

void ClassMatrixView::paintEvent(QPaintEvent* event) {
    if (!facts_.table || layout_.size() == 0) return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (stale_) painter.setOpacity(kStaleOpacity);
    paintCells(painter, event->rect());
    paintHeads(painter);
    paintEnds(painter);
    paintMarks(painter);
}

bool ClassMatrixView::event(QEvent* event) {
    // The sentence is shown by hover(), at once and as plain text.
    if (event->type() == QEvent::ToolTip) return true;
    return QWidget::event(event);
}

void ClassMatrixView::hover(std::optional<MatrixPlace> place, const QPoint& global) {
    if (place == hovered_) return;
    hovered_ = place;
    const QString text = place ? sentence(*place) : QString();
    if (place) setAccessibleDescription(text);
    showPlainToolTip(global, text, this);
    if (place)
        setCursor(Qt::PointingHandCursor);
    else
        unsetCursor();
    update();
}

void ClassMatrixView::mouseMoveEvent(QMouseEvent* event) {
    if (facts_.table) hover(layout_.at(event->position()), event->globalPosition().toPoint());
}

void ClassMatrixView::leaveEvent(QEvent*) {
    hover(std::nullopt, {});
}

void ClassMatrixView::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || !facts_.table) return QWidget::mousePressEvent(event);
    const auto place = layout_.at(event->position());
    if (!place) return;
    cursor_ = *place;
    Q_EMIT chosen(*place);
}

void ClassMatrixView::step(int rows, int columns) {
    const int last = layout_.size() - 1;
    cursor_.row = std::clamp(cursor_.row + rows, -1, last);
    cursor_.column = std::clamp(cursor_.column + columns, -1, layout_.review() ? last + 1 : last);
    setAccessibleDescription(sentence(cursor_));
    const QPointF under = whole(cursor_).bottomRight();
    showPlainToolTip(mapToGlobal(under.toPoint()), sentence(cursor_), this);
    update();
}

void ClassMatrixView::keyPressEvent(QKeyEvent* event) {
    if (!facts_.table) return QWidget::keyPressEvent(event);
    switch (event->key()) {
        case Qt::Key_Left:
            return step(0, -1);
        case Qt::Key_Right:
            return step(0, 1);
        case Qt::Key_Up:
            return step(-1, 0);
        case Qt::Key_Down:
            return step(1, 0);
        case Qt::Key_Home:
            return step(0, -layout_.size() - 1);
        case Qt::Key_End:
            return step(0, layout_.size() + 1);
        case Qt::Key_Return:
        case Qt::Key_Enter:
        case Qt::Key_Space:
            Q_EMIT chosen(cursor_);
            return;
        default:
            QWidget::keyPressEvent(event);
    }
}

void ClassMatrixView::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    update();
}

ChartTable ClassMatrixView::table() const {
    ChartTable result;
    if (!facts_.table) return result;
    const FoldedConfusion& table = *facts_.table;
    const auto number = [](const ClassMatrix::Cell& cell) { return QString::number(cell.n); };
    result.head << tr("really");
    result.head << facts_.names;
    if (facts_.review) result.head << tr("review");
    result.head << tr("all");
    for (int row = 0; row < layout_.size(); ++row) {
        QStringList line{facts_.names[row]};
        for (int column = 0; column < layout_.size(); ++column)
            line << number(table.at(at(row), at(column)).all);
        if (facts_.review) line << number(table.review(at(row)));
        result.rows.push_back(line << number(table.row(at(row)).all));
    }
    QStringList totals{tr("all")};
    for (int column = 0; column < layout_.size(); ++column)
        totals << number(table.column(at(column)).all);
    if (facts_.review) totals << number(table.reviewed());
    result.rows.push_back(totals << number(table.total().all));
    return result;
}

}  // namespace reckoner

#include "moc_class_matrix_view.cpp"
