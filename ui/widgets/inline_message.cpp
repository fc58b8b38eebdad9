#include "ui/widgets/inline_message.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

#include "ui/style/icons.h"
#include "ui/style/theme.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {

InlineMessage::InlineMessage(QWidget* parent)
    : QFrame(parent),
      icon_(new PlainLabel({}, this)),
      text_(new PlainLabel({}, this)),
      action_(new QPushButton(this)),
      close_(new QToolButton(this)) {
    setObjectName(QStringLiteral("inlineMessage"));
    setMinimumHeight(48);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    text_->setWordWrap(true);
    text_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text_->setAccessibleName(tr("Message"));
    icon_->setAccessibleName(tr("Notice"));
    action_->setObjectName(QStringLiteral("inlineMessage.action"));
    setKind(action_, "link");
    close_->setObjectName(QStringLiteral("inlineMessage.close"));
    close_->setAccessibleName(tr("Close this message"));
    setPlainToolTip(close_, tr("Close this message"));
    dress(text_, 14);

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 8, 8, 8);
    row->setSpacing(12);
    row->addWidget(icon_);
    row->addWidget(text_, 1);
    row->addWidget(action_);
    row->addWidget(close_);

    connect(action_, &QPushButton::clicked, this, [this] {
        const auto act = act_;
        hide();
        Q_EMIT closed();
        if (act) act();
    });
    connect(close_, &QToolButton::clicked, this, [this] {
        hide();
        Q_EMIT closed();
    });
    connect(&Theme::instance(), &Theme::changed, this, &InlineMessage::redress);
    redress();
    hide();
}

void InlineMessage::say(const QString& sentence, const QString& action, std::function<void()> act) {
    show(sentence, action, std::move(act), false);
}

void InlineMessage::sayDone(const QString& sentence) {
    show(sentence, {}, {}, true);
}

void InlineMessage::show(const QString& sentence, const QString& action, std::function<void()> act,
                         bool done) {
    done_ = done;
    redress();
    text_->setText(sentence);
    setAccessibleName(sentence);
    action_->setText(action);
    action_->setAccessibleName(action);
    action_->setVisible(!action.isEmpty());
    act_ = std::move(act);
    setVisible(true);
}

QString InlineMessage::sentence() const {
    return text_->text();
}

void InlineMessage::redress() {
    const Tokens& t = Theme::instance().tokens();
    const QString icon = done_ ? QStringLiteral("tick") : QStringLiteral("notice");
    icon_->setPixmap(iconPixmap(icon, done_ ? t.better : t.noticeText, 16, devicePixelRatioF()));
    icon_->setAccessibleName(done_ ? tr("Done") : tr("Notice"));
    close_->setIcon(themedIcon(QStringLiteral("cross"), t.ink2));
    update();
}

void InlineMessage::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const Tokens& t = Theme::instance().tokens();
    painter.setBrush(done_ ? t.sunk : t.noticeGround);
    painter.drawRoundedRect(rect(), 6, 6);
}

}  // namespace reckoner
