#include "ui/pages/today/today_block_view.h"

#include <QPainter>

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
    : QWidget(parent), title_(new PlainLabel({}, this)), more_(new PlainLabel({}, this)) {
    setObjectName(QStringLiteral("today_") + id);
    title_->setObjectName(QStringLiteral("todayTitle"));
    more_->setObjectName(QStringLiteral("todayMore"));
    dress(title_, 24, QFont::DemiBold);
    dress(more_, 24, QFont::Normal, &Tokens::ink2);
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

int TodayBlockView::wantedHeight() const {
    int height = scale_.px(kTop + kTitle);
    for (const TodayRow& row : block_.rows)
        height += TodayRowButton::heightOf(row, scale_);
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
    title_->setGeometry(reach, scale_.px(kTop), width() - 2 * reach, scale_.px(kTitle - 8));
    int y = scale_.px(kTop + kTitle);
    const bool all = wantedHeight() <= height();
    const int room = height() - (all ? 0 : scale_.px(kMore));
    std::size_t shown = 0;
    for (; shown < block_.rows.size(); ++shown) {
        const int rowHeight = TodayRowButton::heightOf(block_.rows[shown], scale_);
        if (!all && y + rowHeight > room) break;
        buttons_[shown]->setGeometry(0, y, width(), rowHeight);
        buttons_[shown]->show();
        y += rowHeight;
    }
    for (std::size_t i = shown; i < buttons_.size(); ++i)
        buttons_[i]->hide();
    more_->setVisible(shown < block_.rows.size());
    more_->setText(tr("and %n more", nullptr, static_cast<int>(block_.rows.size() - shown)));
    more_->setGeometry(reach, y, width() - 2 * reach, scale_.px(kMore));
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
