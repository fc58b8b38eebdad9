#include "ui/widgets/segmented_choice.h"

#include <QAbstractButton>
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

SegmentedChoice::SegmentedChoice(const QStringList& titles, QWidget* parent) : QWidget(parent) {
    for (int i = 0; i < titles.size(); ++i)
        group_.addButton(new Segment(titles[i], this), i);
    group_.button(0)->setChecked(true);
    connect(&group_, &QButtonGroup::idClicked, this, &SegmentedChoice::chosenChanged);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        updateGeometry();
        place();
        update();
    });
}

void SegmentedChoice::choose(int index) {
    if (QAbstractButton* button = group_.button(index)) button->setChecked(true);
}

int SegmentedChoice::chosen() const {
    return group_.checkedId();
}

QSize SegmentedChoice::sizeHint() const {
    int width = 0;
    for (const QAbstractButton* button : group_.buttons())
        width += widthOf(button->text());
    return QSize(width, qRound(28 * Theme::instance().typeScale()));
}

void SegmentedChoice::place() {
    int x = 0;
    for (QAbstractButton* button : group_.buttons()) {
        const int width = widthOf(button->text());
        button->setGeometry(x, 0, width, height());
        x += width;
    }
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
    for (const QAbstractButton* button : group_.buttons())
        if (button->x() > 0) painter.fillRect(QRect(button->x(), 1, 1, height() - 2), t.line);
}

}  // namespace reckoner

#include "moc_segmented_choice.cpp"
