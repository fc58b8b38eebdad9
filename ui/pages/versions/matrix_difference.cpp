#include "ui/pages/versions/matrix_difference.h"

#include <QPainter>

#include "core/wording/number_format.h"
#include "core/wording/outcome_words.h"
#include "ui/charts/chart_paint.h"
#include "ui/shell/scaled.h"
#include "ui/widgets/outcome_marks.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

// As the operating bar lies.
constexpr Cell kPlaces[2][2] = {{Cell::Missed, Cell::Caught}, {Cell::LetThrough, Cell::FalseAlarm}};

QString changed(std::uint64_t before, std::uint64_t now) {
    if (now == before) return QStringLiteral("±0");
    const std::uint64_t size = now > before ? now - before : before - now;
    return (now > before ? QStringLiteral("+") : QString::fromUtf8("\u2212")) + qt(count(size));
}

}  // namespace

MatrixDifference::MatrixDifference(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("matrixDifference"));
    setAccessibleName(tr("Both matrices and their difference"));
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void MatrixDifference::setBoard(VersionBoardPtr board, const VersionWords& words) {
    board_ = std::move(board);
    words_ = words;
    QStringList said;
    for (const auto& row : kPlaces)
        for (const Cell cell : row) {
            const std::uint64_t before = sumsOf(board_->tallies[board_->request.base], cell).n;
            const std::uint64_t now = sumsOf(board_->tallies[board_->request.judged], cell).n;
            said << tr("%1: %2 in %3, %4 in %5")
                        .arg(qt(outcomeWord(words_.words, cell, now)), qt(count(before)),
                             qt(board_->base().name), qt(count(now)), qt(board_->judged().name));
        }
    setAccessibleDescription(said.join(QStringLiteral("; ")));
    update();
}

void MatrixDifference::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::instance();
    const Tokens& t = theme.tokens();
    QPainter painter(this);
    painter.fillRect(rect(), t.page);
    if (!board_) return;
    painter.setRenderHint(QPainter::Antialiasing);
    const int gap = scaled(8);
    const int wide = (width() - gap) / 2;
    const int high = scaled(88);
    for (int row = 0; row < 2; ++row)
        for (int column = 0; column < 2; ++column) {
            const Cell cell = kPlaces[row][column];
            const OutcomeLook look = lookOf(cell);
            const QRect area(column * (wide + gap), row * (high + gap), wide, high);
            painter.setPen(Qt::NoPen);
            painter.setBrush(look.soft);
            painter.drawRoundedRect(area, 6, 6);
            const QRect inner = area.adjusted(scaled(12), scaled(8), -scaled(12), -scaled(8));
            const qreal mark = scaled(12);
            paintMark(painter, cell, QRectF(inner.left(), inner.top() + scaled(2), mark, mark));
            const std::uint64_t before = sumsOf(board_->tallies[board_->request.base], cell).n;
            const std::uint64_t now = sumsOf(board_->tallies[board_->request.judged], cell).n;
            const QRect name(inner.left() + scaled(18), inner.top(), inner.width() - scaled(18), scaled(16));
            paintText(painter, name, Qt::AlignLeft | Qt::AlignVCenter,
                      qt(outcomeWord(words_.words, cell, now)), theme.font(12, QFont::Medium), look.text);
            const QRect figure(inner.left(), inner.top() + scaled(20), inner.width(), scaled(28));
            paintText(painter, figure, Qt::AlignLeft | Qt::AlignVCenter, qt(count(now)),
                      theme.font(20, QFont::DemiBold), t.ink);
            paintText(painter, figure, Qt::AlignRight | Qt::AlignVCenter, changed(before, now),
                      theme.font(14, QFont::DemiBold), t.ink);
            const QRect below(inner.left(), inner.top() + scaled(50), inner.width(), scaled(18));
            paintText(painter, below, Qt::AlignLeft | Qt::AlignVCenter,
                      tr("%1 in %2").arg(qt(count(before)), qt(board_->base().name)), theme.font(12), t.ink2);
        }
}

}  // namespace reckoner

#include "moc_matrix_difference.cpp"
