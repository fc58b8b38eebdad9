#include "ui/shell/message_area.h"

#include <QEvent>
#include <QVBoxLayout>

#include "ui/widgets/inline_message.h"
#include "ui/widgets/progress_strip.h"

namespace reckoner {

MessageArea::MessageArea(QWidget* parent)
    : QWidget(parent),
      failure_(new InlineMessage(this)),
      news_(new InlineMessage(this)),
      progress_(new ProgressStrip(this)) {
    setObjectName(QStringLiteral("messages"));
    failure_->setObjectName(QStringLiteral("messages.failure"));
    news_->setObjectName(QStringLiteral("messages.news"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(8);
    column->addWidget(failure_);
    column->addWidget(news_);
    column->addWidget(progress_);
    for (QWidget* part :
         {static_cast<QWidget*>(failure_), static_cast<QWidget*>(news_), static_cast<QWidget*>(progress_)})
        part->installEventFilter(this);
    makeRoom();
}

bool MessageArea::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::ShowToParent || event->type() == QEvent::HideToParent) makeRoom();
    return QWidget::eventFilter(watched, event);
}

// Only where there is something to say.
void MessageArea::makeRoom() {
    const bool empty = failure_->isHidden() && news_->isHidden() && progress_->isHidden();
    layout()->setContentsMargins(24, empty ? 0 : 12, 24, 0);
}

void MessageArea::say(const QString& sentence, const QString& action, std::function<void()> act) {
    news_->say(sentence, action, std::move(act));
}

void MessageArea::sayDone(const QString& sentence) {
    news_->sayDone(sentence);
}

void MessageArea::setFailure(const QString& sentence, const QString& action, std::function<void()> act) {
    if (sentence.isEmpty()) {
        failure_->hide();
        return;
    }
    failure_->say(sentence, action, std::move(act));
}

void MessageArea::follow(BackgroundTask* task, const QString& title) {
    progress_->follow(task, title);
}

void MessageArea::clear() {
    news_->hide();
}

}  // namespace reckoner
