#include "ui/widgets/segmented_choice.h"

#include <QAbstractButton>
#include <QMenu>
#include <QPainter>
#include <QPainterPath>

#include "ui/charts/chart_paint.h"
#include "ui/style/theme.h"
#include "ui/widgets/keyboard_focus.h"

namespace reckoner {
namespace {

int widthOf(const QString& title) {
    // As wide as when chosen, so that nothing moves.
    return qCeil(textSize(title, Theme::instance().font(12, QFont::DemiBold)).width()) + 22;
}

class Segment final : public QAbstractButton {
 public:
    Segment(const QString& title, QWidget* parent) : QAbstractButton(parent) {
        setText(title);
        setAccessibleName(title);
        setCheckable(true);
        setFocusPolicy(Qt::StrongFocus);
        watchFocus(this);
    }

 protected:
    void paintEvent(QPaintEvent*) override {
        const Theme& theme = Theme::instance();
        const Tokens& t = theme.tokens();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        QPainterPath clip;
        clip.addRoundedRect(QRectF(-x(), 0, parentWidget()->width(), height()).adjusted(0.5, 0.5, -0.5, -0.5),
                            6, 6);
        if (isChecked() || underMouse()) {
            painter.setClipPath(clip);
            painter.fillRect(rect(), isChecked() ? t.selected : t.chrome);
            painter.setClipping(false);
        }
        if (keyboardFocus(this)) {
            painter.setPen(QPen(t.accent, 1));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5), 5, 5);
        }
        paintText(painter, rect(), Qt::AlignCenter, text(),
                  theme.font(12, isChecked() ? QFont::DemiBold : QFont::Normal),
                  isChecked() ? t.ink : t.ink2);
    }
};

}  // namespace

SegmentedChoice::SegmentedChoice(const QStringList& titles, QWidget* parent)
    : QWidget(parent), titles_(titles), shortTitles_(titles) {
    for (int i = 0; i < titles.size(); ++i)
        group_.addButton(new Segment(titles[i], this), i);
    more_ = new Segment(tr("More"), this);  // behind them, also for the Tab key
    group_.button(0)->setChecked(true);
    more_->setObjectName(QStringLiteral("moreChoices"));
    connect(&group_, &QButtonGroup::idClicked, this, &SegmentedChoice::chosenChanged);
    connect(more_, &QAbstractButton::clicked, this, &SegmentedChoice::offerMore);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        fit();
        updateGeometry();
        update();
    });
    fit();
}

void SegmentedChoice::setShortTitles(const QStringList& titles) {
    shortTitles_ = titles;
    fit();
}

void SegmentedChoice::setRoom(int width) {
    if (room_ == width) return;
    room_ = width;
    fit();
    updateGeometry();
}

void SegmentedChoice::choose(int index) {
    QAbstractButton* button = group_.button(index);
    if (button == nullptr || (button->isChecked() && fittedFor_ == index)) return;
    button->setChecked(true);
    fit();
}

int SegmentedChoice::chosen() const {
    return group_.checkedId();
}

void SegmentedChoice::fit() {
    fittedFor_ = chosen();
    const auto widthOfAll = [](const QStringList& titles) {
        int width = 0;
        for (const QString& title : titles)
            width += widthOf(title);
        return width;
    };
    const bool wide = room_ <= 0 || widthOfAll(titles_) <= room_;
    const QStringList& shown = wide ? titles_ : shortTitles_;
    const auto all = static_cast<int>(titles_.size());
    beside_ = all;
    // The one that holds stands where "More" stood, so that it is always read.
    const auto moreTitle = [&] { return chosen() >= beside_ ? shown[chosen()] : tr("More"); };
    if (!wide)
        while (beside_ > 1 && widthOfAll(shown.first(beside_)) +
                                      (beside_ < all ? widthOf(moreTitle() + QStringLiteral(" \u25BE")) : 0) >
                                  room_)
            --beside_;
    for (int i = 0; i < all; ++i) {
        group_.button(i)->setText(shown[i]);
        group_.button(i)->setVisible(i < beside_);
    }
    more_->setVisible(beside_ < all);
    more_->setText(moreTitle() + QStringLiteral(" \u25BE"));
    more_->setAccessibleName(chosen() >= beside_ ? tr("%1, more choices").arg(titles_[chosen()])
                                                 : tr("More choices"));
    more_->setChecked(chosen() >= beside_);
    place();
}

void SegmentedChoice::offerMore() {
    more_->setChecked(chosen() >= beside_);
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("moreMenu"));
    for (int i = beside_; i < titles_.size(); ++i) {
        QAction* action = menu->addAction(titles_[i], this, [this, i] {
            choose(i);
            Q_EMIT chosenChanged(i);
        });
        action->setCheckable(true);
        action->setChecked(i == chosen());
    }
    menu->popup(more_->mapToGlobal(QPoint(0, more_->height() + 2)));
}

QSize SegmentedChoice::sizeHint() const {
    int width = 0;
    for (int i = 0; i < beside_; ++i)
        width += widthOf(group_.button(i)->text());
    if (beside_ < titles_.size()) width += widthOf(more_->text());
    return QSize(width, qRound(28 * Theme::instance().typeScale()));
}

void SegmentedChoice::place() {
    int x = 0;
    const auto set = [&](QAbstractButton* button) {
        const int width = widthOf(button->text());
        button->setGeometry(x, 0, width, height());
        x += width;
    };
    for (int i = 0; i < beside_; ++i)
        set(group_.button(i));
    if (beside_ < titles_.size()) set(more_);
}

void SegmentedChoice::resizeEvent(QResizeEvent*) {
    place();
}

void SegmentedChoice::paintEvent(QPaintEvent*) {
    const Tokens& t = Theme::instance().tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(t.line, 1));
    painter.setBrush(t.page);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    for (const QAbstractButton* button : findChildren<QAbstractButton*>())
        if (!button->isHidden() && button->x() > 0)
            painter.fillRect(QRect(button->x(), 1, 1, height() - 2), t.line);
}

}  // namespace reckoner

#include "moc_segmented_choice.cpp"
