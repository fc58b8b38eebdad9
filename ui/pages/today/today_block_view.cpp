#include "ui/pages/today/today_block_view.h"

#include <QPainter>
#include <QPushButton>

#include "ui/pages/today/today_row_button.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

constexpr int kTop = 16;
constexpr int kTitle = 44;
constexpr int kMore = 36;
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
    for (std::size_t i = 0; i < block.rows.size(); ++i)
        button(i)->setRow(block.rows[i]);
    place();
}

void TodayBlockView::setScale(const TodayScale& scale) {
    scale_ = scale;
    for (TodayRowButton* one : buttons_)
        one->setScale(scale);
    place();
}

int TodayBlockView::wantedHeight(int width) const {
    int height = scale_.px(kTop + kTitle);
    for (const TodayRow& row : block_.rows)
        height += TodayRowButton::heightOf(row, scale_, width);
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
    title_->setFont(scale_.font(24, QFont::DemiBold));
    more_->setFont(scale_.font(24));
    const int reach = scale_.px(kReach);
    // "Since the last review, 24 July": the day goes where there is no room for it.
    const QString whole = qt(block_.title);
    const int titleRoom = width() - 2 * reach;
    const bool fits = QFontMetrics(title_->font()).horizontalAdvance(whole) <= titleRoom;
    title_->setText(fits ? whole : whole.section(QLatin1Char(','), 0, 0));
    title_->setGeometry(reach, scale_.px(kTop), width() - 2 * reach, scale_.px(kTitle - 8));
    int y = scale_.px(kTop + kTitle);
    const bool all = wantedHeight(width()) <= height();
    const int room = height() - (all ? 0 : scale_.px(kMore));
    if (all) first_ = 0;
    for (TodayRowButton* one : buttons_)
        one->hide();
    std::size_t next = first_;
    for (; next < block_.rows.size(); ++next) {
        const int rowHeight = TodayRowButton::heightOf(block_.rows[next], scale_, width());
        if (!all && next > first_ && y + rowHeight > room) break;
        buttons_[next]->setGeometry(0, y, width(), rowHeight);
        buttons_[next]->show();
        y += rowHeight;
    }
    shown_ = next - first_;
    const std::size_t rest = block_.rows.size() - next;
    more_->setVisible(rest > 0 || first_ > 0);
    more_->setText(rest > 0 ? tr("and %n more", nullptr, static_cast<int>(rest)) : tr("back to the first"));
    more_->setAccessibleName(more_->text());
    more_->setGeometry(0, y, std::min(width(), more_->sizeHint().width() + 2 * reach), scale_.px(kMore));
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
