#include "ui/review/trace_list.h"

#include <algorithm>

#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>
#include <QWheelEvent>

#include "ui/shell/scaled.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/visible_text.h"

namespace reckoner {
namespace {

constexpr int kHead = 20;
constexpr int kRow = 24;
constexpr int kInside = 10;  // pixels of a row before its text, which stands under the caption

}  // namespace

TraceList::TraceList(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("traceList"));
    setAccessibleName(tr("Decided and to do"));
}

void TraceList::setLines(const std::vector<TraceLine>& lines) {
    lines_ = lines;
    std::stable_sort(lines_.begin(), lines_.end(),
                     [](const TraceLine& a, const TraceLine& b) { return a.here && !b.here; });
    while (rows_.size() < lines_.size()) {
        auto* row = new QPushButton(this);
        const std::size_t index = rows_.size();
        row->setObjectName(QStringLiteral("trace%1").arg(index));
        setKind(row, "inline");
        connect(row, &QPushButton::clicked, this,
                [this, index] { Q_EMIT opened(lines_[index].decision, lines_[index].uid); });
        rows_.push_back(row);
    }
    place();
}

int TraceList::wantedHeight() const {
    return lines_.empty() ? 0 : scaled(kHead) + scaled(kRow) * static_cast<int>(lines_.size());
}

int TraceList::wholeRows(int height) const {
    const int head = headOf(height);
    return head + std::max(0, height - head) / scaled(kRow) * scaled(kRow);
}

// One line alone needs no caption.
int TraceList::headOf(int height) const {
    return height < scaled(kHead + kRow) ? 0 : scaled(kHead);
}

int TraceList::fit() const {
    return std::max(0, (height() - headOf(height())) / scaled(kRow));
}

void TraceList::place() {
    first_ = std::clamp(first_, 0, std::max(0, static_cast<int>(lines_.size()) - fit()));
    const QFontMetrics metrics(Theme::instance().font(14));
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        const int at = static_cast<int>(i) - first_;
        const bool seen = i < lines_.size() && at >= 0 && at < fit();
        rows_[i]->setVisible(seen);
        if (!seen) continue;
        const QString text = visibleLine(lines_[i].text.toStdString());
        QString drawn = metrics.elidedText(text, Qt::ElideRight, width() - scaled(14));
        rows_[i]->setText(drawn.replace(QLatin1Char('&'), QStringLiteral("&&")));
        rows_[i]->setAccessibleName(text);
        setPlainToolTip(rows_[i], tr("%1  Opens it in the record").arg(text));
        rows_[i]->setGeometry(-kInside, headOf(height()) + at * scaled(kRow), width() + kInside,
                              scaled(kRow));
    }
    update();
}

void TraceList::scroll(int rows) {
    first_ += rows;
    place();
}

void TraceList::resizeEvent(QResizeEvent*) {
    place();
}

void TraceList::wheelEvent(QWheelEvent* event) {
    scroll(event->angleDelta().y() > 0 ? -1 : 1);
    event->accept();
}

void TraceList::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Up) return scroll(-1);
    if (event->key() == Qt::Key_Down) return scroll(1);
    QWidget::keyPressEvent(event);
}

void TraceList::paintEvent(QPaintEvent*) {
    if (headOf(height()) == 0) return;
    const Theme& theme = Theme::instance();
    QPainter painter(this);
    painter.setFont(theme.font(12));
    painter.setPen(theme.tokens().ink3);
    const auto here =
        std::count_if(lines_.begin(), lines_.end(), [](const TraceLine& line) { return line.here; });
    const int hidden = std::max(0, static_cast<int>(lines_.size()) - fit());
    QString caption = here > 0 ? tr("agreed on this point") : tr("agreed in this review");
    if (hidden > 0) caption = tr("%1, %2 more: scroll").arg(caption).arg(hidden);
    painter.drawText(QRect(0, 0, width(), scaled(16)), Qt::AlignLeft, caption);
}

}  // namespace reckoner

#include "moc_trace_list.cpp"
