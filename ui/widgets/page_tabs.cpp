#include "ui/widgets/page_tabs.h"

#include <QAbstractButton>
#include <QKeyEvent>
#include <QPainter>

#include "ui/charts/chart_paint.h"
#include "ui/shell/scaled.h"
#include "ui/style/theme.h"
#include "ui/widgets/keyboard_focus.h"

namespace reckoner {
namespace {

constexpr int kHeight = 40;
constexpr int kApart = 24;

class Tab final : public QAbstractButton {
 public:
    Tab(const QString& title, QWidget* parent) : QAbstractButton(parent) {
        setText(title);
        setAccessibleName(title);
        setCheckable(true);
        setAttribute(Qt::WA_Hover);
        watchFocus(this);
    }
    // As wide as when chosen, so that nothing moves.
    QSize sizeHint() const override {
        return QSize(qCeil(textSize(text(), Theme::instance().font(14, QFont::DemiBold)).width()) + 2,
                     scaled(kHeight));
    }

 protected:
    void paintEvent(QPaintEvent*) override {
        const Theme& theme = Theme::instance();
        const Tokens& t = theme.tokens();
        QPainter painter(this);
        paintText(painter, rect(), Qt::AlignLeft | Qt::AlignVCenter, text(),
                  theme.font(14, isChecked() ? QFont::DemiBold : QFont::Normal),
                  isChecked() || underMouse() ? t.ink : t.ink2);
        if (isChecked()) painter.fillRect(QRect(0, height() - 2, width(), 2), t.accent);
        if (!keyboardFocus(this)) return;
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(t.accent, 1));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 4.5, -0.5, -6.5), 4, 4);
    }
};

}  // namespace

PageTabs::PageTabs(const QStringList& titles, QWidget* parent) : QWidget(parent) {
    for (int i = 0; i < titles.size(); ++i) {
        auto* tab = new Tab(titles[i], this);
        tab->setObjectName(QStringLiteral("pageTab%1").arg(i));
        connect(tab, &QAbstractButton::clicked, this, [this, i] { take(i); });
        tabs_.push_back(tab);
    }
    choose(0);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        updateGeometry();
        place();
        update();
    });
}

void PageTabs::choose(int index) {
    chosen_ = index;
    for (std::size_t i = 0; i < tabs_.size(); ++i)
        tabs_[i]->setChecked(static_cast<int>(i) == index);
}

int PageTabs::chosen() const {
    return chosen_;
}

void PageTabs::take(int index) {
    const bool other = index != chosen_;
    choose(index);
    if (other) Q_EMIT chosenChanged(index);
}

int PageTabs::titlesEnd() const {
    return tabs_.empty() ? 0 : tabs_.back()->geometry().right() + 1;
}

QSize PageTabs::sizeHint() const {
    return QSize(scaled(400), scaled(kHeight));
}

void PageTabs::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(QRect(0, height() - 1, width(), 1), Theme::instance().tokens().line);
}

void PageTabs::resizeEvent(QResizeEvent*) {
    place();
}

void PageTabs::keyPressEvent(QKeyEvent* event) {
    const int step = event->key() == Qt::Key_Left ? -1 : event->key() == Qt::Key_Right ? 1 : 0;
    const int wanted = chosen_ + step;
    if (step == 0 || wanted < 0 || wanted >= static_cast<int>(tabs_.size()))
        return QWidget::keyPressEvent(event);
    tabs_[static_cast<std::size_t>(wanted)]->setFocus(Qt::TabFocusReason);
    take(wanted);
}

void PageTabs::place() {
    int x = 0;
    for (QAbstractButton* tab : tabs_) {
        tab->setGeometry(x, 0, tab->sizeHint().width(), height());
        x += tab->width() + scaled(kApart);
    }
}

}  // namespace reckoner

#include "moc_page_tabs.cpp"
