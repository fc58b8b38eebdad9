#include "ui/shell/page_stack.h"

#include "ui/session/model_options.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

const Aspects kEverything = Aspects(Aspect::Store) | Aspect::Run | Aspect::Threshold | Aspect::Page |
                            Aspect::Options | Aspect::Busy | Aspect::Notes;

}  // namespace

PageStack::PageStack(ReviewSession& session, const std::vector<PageEntry>& entries, QWidget* parent)
    : QStackedWidget(parent), session_(session) {
    setObjectName(QStringLiteral("pages"));
    for (const PageEntry& entry : entries) {
        slots_.push_back({&entry, nullptr, kEverything});
        bindToModel(entry.modelOptions);
    }
    connect(&session_, &ReviewSession::changed, this, &PageStack::follow);
    follow({});
}

void PageStack::follow(Aspects aspects) {
    for (Slot& slot : slots_)
        slot.missed |= aspects;
    Slot& shown = slotOf(session_.state().page);
    make(shown);
    setCurrentWidget(shown.page);
    if (const Aspects missed = std::exchange(shown.missed, {})) shown.page->refresh(missed);
}

PageStack::Slot& PageStack::slotOf(const std::string& id) {
    for (Slot& slot : slots_)
        if (slot.entry->id == qt(id)) return slot;
    return slots_.front();
}

void PageStack::make(Slot& slot) {
    if (slot.page) return;
    slot.page = slot.entry->make(session_, this);
    slot.page->setObjectName(QStringLiteral("page.") + slot.entry->id);
    if (slot.page->accessibleName().isEmpty()) slot.page->setAccessibleName(slot.entry->title);
    connect(slot.page, &Page::importWanted, this, &PageStack::importWanted);
    addWidget(slot.page);
}

}  // namespace reckoner
