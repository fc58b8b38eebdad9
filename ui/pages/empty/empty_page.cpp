#include "ui/pages/empty/empty_page.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QVBoxLayout>

#include "ui/widgets/empty_state.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

// For a shell: quoted only where it must be.
QString quoted(const QString& path) {
    const bool plain = std::all_of(path.begin(), path.end(), [](QChar c) {
        return c.isLetterOrNumber() || QStringLiteral("/._-").contains(c);
    });
    QString inner = path;
    return plain ? path
                 : QLatin1Char('\'') + inner.replace(QLatin1Char('\''), QStringLiteral("'\\''")) +
                       QLatin1Char('\'');
}

}  // namespace

EmptyPage::EmptyPage(ReviewSession& session, EmptyPageText text, QWidget* parent)
    : Page(parent), session_(session), text_(std::move(text)), state_(new EmptyState(this)) {
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(state_);
    connect(state_, &EmptyState::pressed, this, &EmptyPage::act);
}

void EmptyPage::refresh(Aspects aspects) {
    if (aspects & (Aspects(Aspect::Run) | Aspect::Store)) copied_ = false;
    EmptyContent content;
    content.sketch = text_.id;
    content.reason = text_.reason;
    content.whatToDo = text_.whatToDo;
    content.button = text_.button;
    if (!text_.command.isEmpty()) {
        content.hint = copied_ ? tr("Copied: %1").arg(command()) : command();
    }
    state_->setContent(content);
}

QString EmptyPage::command() const {
    QString command = text_.command;
    command.replace(QStringLiteral("%run"), QString::number(session_.state().run));
    const auto store = session_.store();
    if (store) command += QStringLiteral(" --store ") + quoted(qt(store->file().string()));
    return command;
}

void EmptyPage::act() {
    if (text_.command.isEmpty()) {
        session_.apply([this](ReviewState& state) { state.page = text_.leadsTo.toStdString(); });
        return;
    }
    QGuiApplication::clipboard()->setText(command());
    copied_ = true;
    refresh({});
}

}  // namespace reckoner
