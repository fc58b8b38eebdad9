#include "ui/pages/today/today_block_view.h"

#include <QPainter>
#include <QPushButton>

#include "ui/pages/today/today_row_button.h"
#include "ui/pages/today/today_row_layout.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

constexpr int kTop = 16;
constexpr int kTightTop = 8;
constexpr int kTitle = 44;
constexpr int kReach = 8;  // a row's ground reaches outside its text

}  // namespace

TodayBlockView::TodayBlockView(const QString& id, QWidget* parent)
    : QWidget(parent), title_(new PlainLabel({}, this)), more_(new QPushButton(this)) {
    setObjectName(QStringLiteral("today_") + id);
    title_->setObjectName(QStringLiteral("todayTitle"));
    more_->setObjectName(QStringLiteral("todayMore"));
    dress(title_, 24, QFont::DemiBold);
    setKind(more_, "link");
    connect(more_, &QPushButton::clicked, this, [this] {
        first_ = first_ + shown_ < block_.rows.size() ? first_ + shown_ : 0;
        place();
    });
}

TodayBlockView::~TodayBlockView() = default;

void TodayBlockView::setBlock(const TodayBlock& block) {
    block_ = block;
    setAccessibleName(qt(block.title));
    title_->setText(qt(block.title));
    edge_ = textEdge(block);
    for (std::size_t i = 0; i < block.rows.size(); ++i)
        button(i)->setRow(block.rows[i], edge_);
    if (first_ >= block.rows.size()) first_ = 0;
    place();
}

void TodayBlockView::setScale(const TodayScale& scale) {
    if (scale.factor != scale_.factor || more_->styleSheet().isEmpty())
        more_->setStyleSheet(QStringLiteral("font-size: %1px; font-weight: 400; padding: 0; min-height: 0; "
                                            "max-height: %2px;")
                                 .arg(scale.px(24))
                                 .arg(scale.px(kTitle)));
    scale_ = scale;
    for (TodayRowButton* one : buttons_)
        one->setScale(scale);
    place();
}

void TodayBlockView::setTight(bool tight) {
    tight_ = tight;
}

int TodayBlockView::top() const {
    return tight_ ? kTightTop : kTop;
}

int TodayBlockView::wantedHeight(int width) const {
    int height = scale_.px(top() + kTitle);
    for (const TodayRow& row : block_.rows)
        height += TodayRowButton::heightOf(row, edge_, scale_, width);
    return height;
}

TodayRowButton* TodayBlockView::button(std::size_t index) {
    while (buttons_.size() <= index) {
        auto* made = new TodayRowButton(this);
        made->setObjectName(QStringLiteral("todayRow%1").arg(buttons_.size()));
        made->setScale(scale_);
        connect(made, &TodayRowButton::clicked, this, [this, made] { Q_EMIT opened(made->target()); });
        buttons_.push_back(made);
    }
    return buttons_[index];
}

void TodayBlockView::place() {
    int y = scale_.px(top() + kTitle);
    const bool all = wantedHeight(width()) <= height();
    if (all) first_ = 0;
    for (TodayRowButton* one : buttons_)
        one->hide();
    std::size_t next = first_;
    for (; next < block_.rows.size(); ++next) {
        const int rowHeight = TodayRowButton::heightOf(block_.rows[next], edge_, scale_, width());
        if (next > first_ && y + rowHeight > height()) break;
        buttons_[next]->setGeometry(0, y, width(), rowHeight);
        buttons_[next]->show();
        y += rowHeight;
    }
    shown_ = next - first_;
    placeHead(block_.rows.size() - next);
}

// Title and, at its right, the way to the rows that do not fit.
void TodayBlockView::placeHead(std::size_t rest) {
    title_->setFont(scale_.font(24, QFont::DemiBold));
    const int reach = scale_.px(kReach);
    more_->setVisible(rest > 0 || first_ > 0);
    more_->setText(rest > 0 ? tr("%n more", nullptr, static_cast<int>(rest)) : tr("first ones"));
    more_->setAccessibleName(rest > 0 ? tr("%1: %2").arg(qt(block_.title), more_->text())
                                      : tr("%1: back to the first").arg(qt(block_.title)));
    const int wide =
        more_->isHidden() ? 0 : QFontMetrics(scale_.font(24)).horizontalAdvance(more_->text()) + 2 * reach;
    const int tall = scale_.px(kTitle - 8);
    more_->setGeometry(width() - wide, scale_.px(top()), wide, tall);
    // "Since the last review, 24 July": the day goes where there is no room for it.
    const int room = width() - 2 * reach - wide;
    const QFontMetrics metrics(title_->font());
    const QString whole = qt(block_.title);
    const QString said =
        metrics.horizontalAdvance(whole) <= room ? whole : whole.section(QLatin1Char(','), 0, 0);
    title_->setText(metrics.elidedText(said, Qt::ElideRight, room));
    title_->setGeometry(reach, scale_.px(top()), room, tall);
}

void TodayBlockView::resizeEvent(QResizeEvent*) {
    place();
}

void TodayBlockView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const int reach = scale_.px(kReach);
    painter.fillRect(QRect(reach, 0, width() - 2 * reach, 1), Theme::instance().tokens().line);
}

}  // namespace reckoner

#include "moc_today_block_view.cpp"
