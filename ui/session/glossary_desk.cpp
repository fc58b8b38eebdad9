#include "ui/session/glossary_desk.h"

#include <algorithm>

#include "core/store/review_book.h"
#include "ui/session/writer_name.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

bool sameWords(const GlossaryReading& a, const GlossaryReading& b) {
    return a.agreed == b.agreed && a.manager == b.manager && a.engineer == b.engineer;
}

}  // namespace

GlossaryDesk& GlossaryDesk::of(ReviewSession& session) {
    if (auto* known = session.findChild<GlossaryDesk*>({}, Qt::FindDirectChildrenOnly)) return *known;
    return *new GlossaryDesk(session);
}

GlossaryDesk::GlossaryDesk(ReviewSession& session)
    : QObject(&session),
      session_(session),
      reading_(session.executor(), this),
      writing_(session.executor(), this) {
    connect(&session, &ReviewSession::changed, this, [this](Aspects aspects) {
        if (aspects & (Aspects(Aspect::Store) | Aspect::Notes)) read();
    });
    read();
}

GlossaryDesk::~GlossaryDesk() = default;

QString GlossaryDesk::whyNot() const {
    const std::shared_ptr<Store> store = session_.store();
    if (!store) return tr("No store is open: a team's own words are kept in its store.");
    if (store->readOnly()) return tr("This store is open for reading only.");
    return {};
}

void GlossaryDesk::read() {
    if (store_ != session_.store()) {
        store_ = session_.store();
        history_.clear();
        waiting_.clear();
    }
    if (!store_) {
        reading_.cancel();
        readings_.clear();
        Q_EMIT changed();
        return;
    }
    reading_.start(
        [store = store_](const TaskContext&) -> std::any { return ReviewBook(store).glossaryReadings(); },
        [this](std::any result) {
            readings_ = std::any_cast<std::vector<GlossaryReading>>(std::move(result));
            Q_EMIT changed();
        },
        [](const Error&) {});
}

GlossaryReading GlossaryDesk::reading(const std::string& term) const {
    for (auto waiting = waiting_.rbegin(); waiting != waiting_.rend(); ++waiting)
        if (waiting->term == term) return *waiting;
    for (const GlossaryReading& known : readings_)
        if (known.term == term) return known;
    GlossaryReading none;
    none.term = term;
    return none;
}

void GlossaryDesk::save(const GlossaryReading& wanted, std::uint64_t burst) {
    if (const QString reason = whyNot(); !reason.isEmpty()) {
        Q_EMIT failed(reason);
        return;
    }
    const GlossaryReading before = reading(wanted.term);
    if (sameWords(before, wanted)) return;
    EditHistory::Edit edit;
    edit.what = tr("the meaning of %1").arg(qt(std::string(findTerm(wanted.term)->term)));
    edit.burst = burst;
    edit.undo = [this, before] { write(before); };
    edit.redo = [this, wanted] { write(wanted); };
    history_.push(std::move(edit));
    write(wanted);
}

void GlossaryDesk::write(const GlossaryReading& reading) {
    GlossaryReading row;
    row.term = reading.term;
    row.agreed = reading.agreed;
    row.manager = reading.manager;
    row.engineer = reading.engineer;
    row.who = writerName();
    waiting_.push_back(std::move(row));
    pump();
}

void GlossaryDesk::pump() {
    if (writing_.running() || waiting_.empty() || !store_) return;
    writing_.start(
        [store = store_, row = waiting_.front()](const TaskContext&) -> std::any {
            return ReviewBook(store).agree(row);
        },
        [this](std::any result) {
            const auto stored = std::any_cast<GlossaryReading>(std::move(result));
            if (!waiting_.empty()) waiting_.erase(waiting_.begin());
            std::erase_if(readings_, [&](const GlossaryReading& one) { return one.term == stored.term; });
            if (!stored.agreed.empty() || !stored.manager.empty() || !stored.engineer.empty())
                readings_.push_back(stored);
            Q_EMIT changed();
            Q_EMIT saved(qt(stored.term));
            pump();
        },
        [this](const Error& error) {
            if (!waiting_.empty()) waiting_.erase(waiting_.begin());
            Q_EMIT failed(qt(error.what()));
            pump();
        });
}

}  // namespace reckoner

#include "moc_glossary_desk.cpp"
