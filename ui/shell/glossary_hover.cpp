#include "ui/shell/glossary_hover.h"

#include <QAbstractButton>
#include <QAbstractItemModel>
#include <QApplication>
#include <QHeaderView>
#include <QHelpEvent>

#include "ui/session/glossary_desk.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

// Longer texts are sentences: who hovers over one does not ask for a word of it.
constexpr int kLongest = 48;

QString textUnder(const QWidget* widget, const QPoint& at) {
    if (const auto* label = qobject_cast<const PlainLabel*>(widget)) return label->text();
    if (const auto* button = qobject_cast<const QAbstractButton*>(widget)) return button->text();
    // The pointer is over the viewport of a head, never over the head itself.
    const auto* head = widget ? qobject_cast<const QHeaderView*>(widget->parentWidget()) : nullptr;
    if (!head || !head->model() || widget != head->viewport()) return {};
    const int section = head->logicalIndexAt(at);
    return section < 0 ? QString() : head->model()->headerData(section, head->orientation()).toString();
}

}  // namespace

GlossaryHover::GlossaryHover(ReviewSession& session, QWidget* window)
    : QObject(window), session_(session), window_(window) {
    GlossaryDesk::of(session);
    QApplication::instance()->installEventFilter(this);
}

GlossaryHover::~GlossaryHover() = default;

QString GlossaryHover::meaning(const QString& text) const {
    if (text.isEmpty() || text.size() > kLongest) return {};
    const GlossaryEntry* entry = termIn(text.toStdString());
    return entry ? qt(readingText(*entry, GlossaryDesk::of(session_).readings())) : QString();
}

bool GlossaryHover::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::ToolTip) return false;
    auto* widget = qobject_cast<QWidget*>(watched);
    // What has something of its own to say says it.
    if (!widget || !widget->toolTip().isEmpty() || !window_->isAncestorOf(widget)) return false;
    const auto* help = static_cast<QHelpEvent*>(event);
    const QString meant = meaning(textUnder(widget, help->pos()));
    if (meant.isEmpty()) return false;
    showPlainToolTip(help->globalPos(), meant, widget);
    return true;
}

}  // namespace reckoner

#include "moc_glossary_hover.cpp"
