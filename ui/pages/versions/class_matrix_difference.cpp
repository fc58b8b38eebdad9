#include "ui/pages/versions/class_matrix_difference.h"

#include <algorithm>
#include <numeric>

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include "core/wording/number_format.h"
#include "ui/charts/chart_paint.h"
#include "ui/shell/scaled.h"
#include "ui/widgets/keyboard_focus.h"
#include "ui/widgets/outcome_marks.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

constexpr std::size_t kMost = 8;
constexpr int kHead = 24;
constexpr int kFoot = 24;
constexpr int kCell = 56;
constexpr int kGap = 4;

// Two colours, the second over the first.
QColor mixed(const QColor& ground, const QColor& over, double share) {
    const auto part = [share](int a, int b) { return static_cast<int>(a + (b - a) * share); };
    return QColor(part(ground.red(), over.red()), part(ground.green(), over.green()),
                  part(ground.blue(), over.blue()));
}

QString changed(std::uint64_t before, std::uint64_t now) {
    if (now == before) return QStringLiteral("±0");
    const std::uint64_t size = now > before ? now - before : before - now;
    return (now > before ? QStringLiteral("+") : QString::fromUtf8("\u2212")) + qt(count(size));
}

}  // namespace

ClassMatrixDifference::ClassMatrixDifference(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("classMatrixDifference"));
    setAccessibleName(tr("Both matrices and their difference"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    watchFocus(this);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void ClassMatrixDifference::setBoard(ClassBoardPtr board) {
    board_ = std::move(board);
    shown_.clear();
    hovered_.reset();
    current_ = {};
    if (!board_) return;
    shown_.resize(board_->classes.size());
    std::iota(shown_.begin(), shown_.end(), std::size_t{0});
    if (shown_.size() > kMost) {
        std::stable_sort(shown_.begin(), shown_.end(), [this](std::size_t a, std::size_t b) {
            return board_->judgedMatrix.truthTotal(a).n > board_->judgedMatrix.truthTotal(b).n;
        });
        shown_.resize(kMost);
        std::sort(shown_.begin(), shown_.end());
    }
    QStringList said;
    for (const std::size_t truth : shown_)
        for (const std::size_t called : shown_)
            said << qt(classCellText(*board_, truth, called));
    setAccessibleDescription(said.join(QStringLiteral("; ")));
    updateGeometry();
    update();
}

QSize ClassMatrixDifference::sizeHint() const {
    const int rows = static_cast<int>(shown_.size());
    return {scaled(420), scaled(kHead + kFoot) + rows * scaled(kCell + kGap)};
}

int ClassMatrixDifference::nameWidth() const {
    int wide = scaled(24);
    for (const std::size_t of : shown_)
        wide = std::max(wide, qCeil(textSize(qt(board_->classes[of]), Theme::instance().font(12)).width()));
    return std::min(wide + scaled(12), width() / 4);
}

QRect ClassMatrixDifference::cell(std::size_t row, std::size_t column) const {
    const int gap = scaled(kGap);
    const int names = nameWidth();
    const int n = std::max(1, static_cast<int>(shown_.size()));
    const int wide = std::min(scaled(112), (width() - names) / n - gap);
    return {names + static_cast<int>(column) * (wide + gap),
            scaled(kHead) + static_cast<int>(row) * scaled(kCell + kGap), wide, scaled(kCell)};
}

void ClassMatrixDifference::paintCell(QPainter& painter, const Place& place) const {
    const Theme& theme = Theme::instance();
    const Tokens& t = theme.tokens();
    const std::size_t truth = shown_[place.row];
    const std::size_t called = shown_[place.column];
    const std::uint64_t now = board_->judgedMatrix.at(truth, called).n;
    const std::uint64_t before = board_->baseMatrix.at(truth, called).n;
    const auto all =
        static_cast<double>(std::max<std::uint64_t>(1, board_->judgedMatrix.truthTotal(truth).n));
    const bool right = truth == called;
    const double share = static_cast<double>(now) / all;
    const QRect at = cell(place.row, place.column);
    painter.setPen(Qt::NoPen);
    painter.setBrush(right ? mixed(t.sunk, t.tpSoft, 1) : mixed(t.sunk, t.fpSoft, std::min(1.0, 4 * share)));
    painter.drawRoundedRect(at, 4, 4);
    if (hovered_ == place || (keyboardFocus(this) && current_ == place)) {
        painter.setPen(QPen(t.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(at).adjusted(1, 1, -1, -1), 4, 4);
    }
    const QRect inner = at.adjusted(scaled(4), scaled(7), -scaled(4), -scaled(7));
    paintText(painter, QRect(inner.left(), inner.top(), inner.width(), scaled(22)), Qt::AlignCenter,
              qt(count(now)), theme.font(16, QFont::DemiBold), now > 0 ? t.ink : t.ink3);
    const bool better = right ? now > before : now < before;
    const QColor tone = now == before ? t.ink3 : better ? t.better : t.fnText;
    paintText(painter, QRect(inner.left(), inner.bottom() - scaled(18), inner.width(), scaled(18)),
              Qt::AlignCenter, changed(before, now),
              theme.font(12, now == before ? QFont::Normal : QFont::DemiBold), tone);
}

void ClassMatrixDifference::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::instance();
    const Tokens& t = theme.tokens();
    QPainter painter(this);
    painter.fillRect(rect(), t.page);
    if (!board_ || shown_.empty()) return;
    painter.setRenderHint(QPainter::Antialiasing);
    const QFont font = theme.font(12);
    const QFontMetrics metrics(font);
    for (std::size_t i = 0; i < shown_.size(); ++i) {
        const QString name = qt(board_->classes[shown_[i]]).simplified();
        const QRect row = cell(i, 0);
        const QRect left(0, row.top(), nameWidth() - scaled(8), row.height());
        paintText(painter, left, Qt::AlignLeft | Qt::AlignVCenter,
                  metrics.elidedText(name, Qt::ElideRight, left.width()), font, t.ink2);
        QRect top = cell(0, i);
        top.setTop(0);
        top.setHeight(scaled(kHead));
        paintText(painter, top, Qt::AlignCenter, metrics.elidedText(name, Qt::ElideRight, top.width()), font,
                  t.ink2);
        for (std::size_t column = 0; column < shown_.size(); ++column)
            paintCell(painter, {i, column});
    }
    const int foot = cell(shown_.size() - 1, 0).bottom() + scaled(6);
    const std::size_t left = board_->classes.size() - shown_.size();
    QString said = tr("Rows: truth; columns: called. Count in %1, below how many more than in %2.")
                       .arg(qt(board_->judged().name), qt(board_->base().name));
    if (left > 0) said += tr(" %1 smaller classes are left out.").arg(left);
    paintText(painter, QRect(0, foot, width(), scaled(18)), Qt::AlignLeft | Qt::AlignVCenter,
              metrics.elidedText(said, Qt::ElideRight, width()), font, t.ink3);
}

std::optional<ClassMatrixDifference::Place> ClassMatrixDifference::placeAt(const QPoint& point) const {
    for (std::size_t row = 0; row < shown_.size(); ++row)
        for (std::size_t column = 0; column < shown_.size(); ++column)
            if (cell(row, column).contains(point)) return Place{row, column};
    return std::nullopt;
}

void ClassMatrixDifference::choose(const Place& place) {
    current_ = place;
    setAccessibleDescription(qt(classCellText(*board_, shown_[place.row], shown_[place.column])));
    update();
}

void ClassMatrixDifference::open(const Place& place) {
    const std::size_t truth = shown_[place.row];
    const std::size_t called = shown_[place.column];
    if (board_->judgedMatrix.at(truth, called).n > 0) Q_EMIT opened(truth, called);
}

void ClassMatrixDifference::mouseMoveEvent(QMouseEvent* event) {
    const auto place = placeAt(event->position().toPoint());
    setPlainToolTip(
        this, place ? qt(classCellText(*board_, shown_[place->row], shown_[place->column])) : QString());
    if (place == hovered_) return;
    hovered_ = place;
    setCursor(place ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
}

void ClassMatrixDifference::mouseReleaseEvent(QMouseEvent* event) {
    const auto place = placeAt(event->position().toPoint());
    if (!place || event->button() != Qt::LeftButton) return;
    choose(*place);
    open(*place);
}

void ClassMatrixDifference::leaveEvent(QEvent*) {
    hovered_.reset();
    update();
}

void ClassMatrixDifference::keyPressEvent(QKeyEvent* event) {
    if (shown_.empty()) return QWidget::keyPressEvent(event);
    const std::size_t last = shown_.size() - 1;
    const auto less = [](std::size_t at) { return at > 0 ? at - 1 : 0; };
    const auto more = [last](std::size_t at) { return std::min(at + 1, last); };
    switch (event->key()) {
        case Qt::Key_Up:
            return choose({less(current_.row), current_.column});
        case Qt::Key_Down:
            return choose({more(current_.row), current_.column});
        case Qt::Key_Left:
            return choose({current_.row, less(current_.column)});
        case Qt::Key_Right:
            return choose({current_.row, more(current_.column)});
        case Qt::Key_Return:
        case Qt::Key_Enter:
            return open(current_);
        default:
            QWidget::keyPressEvent(event);
    }
}

}  // namespace reckoner

#include "moc_class_matrix_difference.cpp"
