#include "ui/widgets/empty_state.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/style/icons.h"
#include "ui/style/theme.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/sketch.h"

namespace reckoner {
namespace {

constexpr int kWidth = 480;

class Drawing : public QWidget {
 public:
    explicit Drawing(QWidget* parent) : QWidget(parent) { resize(); }
    void setSketch(const QString& name) {
        name_ = name;
        update();
    }
    void resize() { setFixedSize((kSketchSize * Theme::instance().typeScale()).toSize() + QSize(8, 8)); }

 protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        paintSketch(painter, QRectF(QPointF(4, 4), kSketchSize * Theme::instance().typeScale()), name_);
    }

 private:
    QString name_;
};

PlainLabel* text(QWidget* parent, int pixels, QFont::Weight weight, QColor Tokens::*tone) {
    auto* label = new PlainLabel({}, parent);
    label->setWordWrap(true);
    dress(label, pixels, weight, tone);
    return label;
}

}  // namespace

EmptyState::EmptyState(QWidget* parent) : QWidget(parent), column_(new QWidget(this)) {
    drawing_ = new Drawing(column_);
    reason_ = text(column_, 20, QFont::DemiBold, &Tokens::ink);
    text_ = text(column_, 14, QFont::Normal, &Tokens::ink2);
    hint_ = text(column_, 12, QFont::Normal, &Tokens::ink3);
    hint_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    button_ = new QPushButton(column_);
    button_->setObjectName(QStringLiteral("empty.button"));
    button_->setProperty("alone", true);
    setKind(button_, "primary");
    second_ = new QPushButton(column_);
    second_->setObjectName(QStringLiteral("empty.second"));

    auto* column = new QVBoxLayout(column_);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(drawing_);
    column->addSpacing(24);
    column->addWidget(reason_);
    column->addSpacing(8);
    column->addWidget(text_);
    column->addSpacing(24);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(button_);
    buttons->addWidget(second_);
    buttons->addStretch();
    column->addLayout(buttons);
    column->addSpacing(16);
    column->addWidget(hint_);

    auto* row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(column_);
    row->addStretch();
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(24, 24, 24, 24);
    whole->addStretch();
    whole->addLayout(row);
    whole->addStretch();

    connect(button_, &QPushButton::clicked, this, &EmptyState::pressed);
    connect(second_, &QPushButton::clicked, this, &EmptyState::secondPressed);
    connect(&Theme::instance(), &Theme::changed, this, &EmptyState::redress);
    button_->hide();
    second_->hide();
    redress();
}

void EmptyState::setContent(const EmptyContent& content) {
    content_ = content;
    static_cast<Drawing*>(drawing_)->setSketch(content.sketch);
    reason_->setText(content.reason);
    text_->setText(content.whatToDo);
    hint_->setText(content.hint);
    hint_->setVisible(!content.hint.isEmpty());
    button_->setText(content.button);
    button_->setAccessibleName(content.button);
    button_->setVisible(!content.button.isEmpty());
    second_->setText(content.second);
    second_->setAccessibleName(content.second);
    second_->setVisible(!content.second.isEmpty());
    setAccessibleName(content.reason);
    setAccessibleDescription(content.whatToDo);
    redress();
}

void EmptyState::redress() {
    const Theme& theme = Theme::instance();
    column_->setFixedWidth(qRound(kWidth * theme.typeScale()));
    static_cast<Drawing*>(drawing_)->resize();
    if (!content_.icon.isEmpty()) button_->setIcon(themedIcon(content_.icon, theme.tokens().onAccent));
}

}  // namespace reckoner
