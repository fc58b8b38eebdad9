#include "ui/widgets/confusion_grid.h"

#include <cmath>

#include <QPainter>

#include "core/wording/decide_sentences.h"
#include "core/wording/number_format.h"
#include "ui/charts/chart_paint.h"
#include "ui/style/theme.h"
#include "ui/widgets/keyboard_focus.h"
#include "ui/widgets/name_lines.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

constexpr int kNames = 56;  // class names at the left
constexpr int kHead = 28;   // column heads
constexpr int kCellWidth = 184;
constexpr int kCellHeight = 80;
constexpr int kGap = 8;

int px(int size) {
    return qRound(size * Theme::instance().typeScale());
}

}  // namespace

MatrixCell::MatrixCell(Cell cell, QWidget* parent) : QAbstractButton(parent), cell_(cell) {
    setCheckable(true);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    watchFocus(this);
}

void MatrixCell::setTexts(const QString& word, const QString& figure, const QString& share,
                          const QString& cost) {
    word_ = word, count_ = figure, share_ = share, cost_ = cost;
    setAccessibleName(QStringLiteral("%1 %2, %3, %4").arg(figure, word, share, cost));
    update();
}

void MatrixCell::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::instance();
    const Tokens& t = theme.tokens();
    const OutcomeLook look = lookOf(cell_);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box(rect());
    painter.setPen(Qt::NoPen);
    painter.setBrush(look.soft);
    painter.drawRoundedRect(box, 6, 6);
    if (isChecked() || keyboardFocus(this) || underMouse()) {
        const qreal width = isChecked() ? 2 : 1;
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(isChecked() || keyboardFocus(this) ? t.accent : look.mark, width));
        painter.drawRoundedRect(box.adjusted(width / 2, width / 2, -width / 2, -width / 2), 6, 6);
    }
    const int pad = px(12);
    paintMark(painter, cell_, QRectF(pad, px(10), px(12), px(12)));
    paintText(painter, QRectF(pad + px(18), px(8), width() - pad - px(18), px(16)),
              Qt::AlignLeft | Qt::AlignVCenter, word_, theme.font(12, QFont::Medium), look.text);
    const QRectF middle(pad, px(25), width() - 2 * pad, px(28));
    paintText(painter, middle, Qt::AlignLeft | Qt::AlignVCenter, count_, theme.font(20, QFont::DemiBold),
              t.ink);
    // Both on one baseline: the smaller text sits lower in its box.
    const qreal room = middle.width() - textSize(count_, theme.font(20, QFont::DemiBold)).width() - px(8);
    // Where "24 % of bad" has no room, "24 %" has.
    const QFontMetricsF metrics(theme.font(12));
    const QString whole = metrics.horizontalAdvance(share_) <= room
                              ? share_
                              : share_.left(share_.indexOf(QLatin1Char('%')) + 1);
    const QString share = metrics.elidedText(whole, Qt::ElideRight, room);
    paintText(painter, middle.adjusted(0, px(3), 0, px(3)), Qt::AlignRight | Qt::AlignVCenter, share,
              theme.font(12), t.ink2);
    paintText(painter, QRectF(pad, px(52), width() - 2 * pad, px(16)), Qt::AlignLeft | Qt::AlignVCenter,
              cost_, theme.font(12), t.ink2);
}

ConfusionGrid::ConfusionGrid(QWidget* parent) : QWidget(parent) {
    setAccessibleName(tr("Confusion matrix"));
    setObjectName(QStringLiteral("confusionGrid"));
    const Cell order[] = {Cell::Missed, Cell::Caught, Cell::LetThrough, Cell::FalseAlarm};
    const char* names[] = {"cellMissed", "cellCaught", "cellLetThrough", "cellFalseAlarm"};
    for (std::size_t i = 0; i < 4; ++i) {
        cells_[i] = new MatrixCell(order[i], this);
        cells_[i]->setObjectName(QLatin1String(names[i]));
        connect(cells_[i], &QAbstractButton::clicked, this, [this, cell = order[i]](bool on) {
            setChosen(on ? std::optional(cell) : std::nullopt);
            Q_EMIT chosenChanged(on ? std::optional(cell) : std::nullopt);
        });
    }
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        place();
        updateGeometry();
        update();
    });
}

void ConfusionGrid::setChosen(std::optional<Cell> cell) {
    for (MatrixCell* button : cells_)
        button->setChecked(cell && button->cell() == *cell);
}

QSize ConfusionGrid::sizeHint() const {
    return QSize(px(kNames) + 2 * px(kCellWidth) + px(kGap), px(kHead) + 2 * px(kCellHeight) + px(kGap));
}

void ConfusionGrid::place() {
    const int cellWidth = std::min(px(kCellWidth), (width() - px(kNames) - px(kGap)) / 2);
    for (int i = 0; i < 4; ++i)
        cells_[static_cast<std::size_t>(i)]->setGeometry(px(kNames) + (i % 2) * (cellWidth + px(kGap)),
                                                         px(kHead) + (i / 2) * (px(kCellHeight) + px(kGap)),
                                                         cellWidth, px(kCellHeight));
}

void ConfusionGrid::resizeEvent(QResizeEvent*) {
    place();
}

void ConfusionGrid::setFacts(const OperatingFacts& facts) {
    facts_ = facts;
    update();
    if (!facts_.shown()) return;
    const RunAnalysis& run = *facts_.run;
    const PointFacts point = pointFacts(run, facts_.threshold);
    const Tally& t = point.tally;
    const auto share = [](const Sums& part, const Sums& rest, const QString& of) {
        const double all = part.weight + rest.weight;
        return all > 0 ? QObject::tr("%1 of %2").arg(qt(shareText(part.weight / all)), of)
                       : QObject::tr("n/a: none");
    };
    const auto cost = [&](double amount) {
        if (amount == 0) return QObject::tr("no cost");
        const QString text = qt(amountText(run, facts_.words, std::fabs(amount)) + perPeriodText(run));
        return amount < 0 ? QObject::tr("gains %1").arg(text) : text;
    };
    const QString positive = qt(run.rows.positive);
    const QString negative = otherClass(run);
    const Vocabulary& w = facts_.words;
    cells_[0]->setTexts(qt(w.missed), qt(count(t.fn.n)), share(t.fn, t.tp, positive),
                        cost(point.perPeriod.fn));
    cells_[1]->setTexts(qt(w.caught), qt(count(t.tp.n)), share(t.tp, t.fn, positive),
                        cost(point.perPeriod.tp));
    cells_[2]->setTexts(qt(w.passed), qt(count(t.tn.n)), share(t.tn, t.fp, negative),
                        cost(point.perPeriod.tn));
    cells_[3]->setTexts(qt(w.falseAlarm), qt(count(t.fp.n)), share(t.fp, t.tn, negative),
                        cost(point.perPeriod.fp));
}

void ConfusionGrid::paintEvent(QPaintEvent*) {
    if (!facts_.shown()) return;
    const Theme& theme = Theme::instance();
    const Tokens& t = theme.tokens();
    QPainter painter(this);
    const RunAnalysis& run = *facts_.run;
    const QFont head = theme.font(12);
    const QString at = qt(shortThreshold(run, facts_.threshold));
    const auto columnHead = [&](const MatrixCell* cell, const QString& text) {
        paintText(painter, QRectF(cell->x(), px(3), cell->width(), px(16)), Qt::AlignLeft | Qt::AlignVCenter,
                  text, head, t.ink2);
    };
    columnHead(cells_[0], tr("%1, below %2").arg(qt(facts_.words.passed), at));
    columnHead(cells_[1], tr("%1, %2 and up").arg(qt(facts_.words.flagged), at));
    const QFont name = theme.font(14, QFont::DemiBold);
    const auto rowName = [&](const MatrixCell* cell, const QString& text) {
        const QStringList lines = nameLines(text, QFontMetricsF(name), cell->x() - 6);
        qreal y = cell->y() + cell->height() / 2.0 - px(12) - px(9) * (lines.size() - 1.0);
        for (const QString& line : lines) {
            paintText(painter, QRectF(0, y, cell->x(), px(20)), Qt::AlignLeft | Qt::AlignVCenter, line, name,
                      t.ink);
            y += px(18);
        }
    };
    rowName(cells_[0], qt(run.rows.positive));
    rowName(cells_[2], otherClass(run));
}

}  // namespace reckoner

#include "moc_confusion_grid.cpp"
