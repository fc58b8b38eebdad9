#include "ui/session/meeting_desk.h"

#include <algorithm>
#include <utility>

#include <QDateTime>
#include <QTimer>

#include "core/base/error.h"
#include "core/wording/review_words.h"
#include "ui/session/kept_fields.h"
#include "ui/session/note_saving.h"
#include "ui/session/point_drafts.h"
#include "ui/session/writer_name.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

constexpr int kSoonMs = 400;
constexpr int kRetryMs = 5000;
constexpr int kClockMs = 20'000;  // well below the silence that afterInterruption() takes for one

using MeetingChange = std::function<Meeting(Meeting)>;

struct MeetingRead {
    std::optional<Meeting> running;
    std::optional<Meeting> draft;  // of the model, the earliest by its day
    std::vector<AgendaPoint> agenda = usualAgenda();
};

MeetingRead readMeetings(const std::shared_ptr<Store>& store, std::int64_t model) {
    const ReviewBook book(store);
    MeetingRead read;
    read.running = book.running();
    if (model == 0) return read;
    read.agenda = book.agenda(model);
    for (const Meeting& meeting : book.meetings(model))
        if (meeting.state == MeetingState::Draft && (!read.draft || meeting.heldOn <= read.draft->heldOn))
            read.draft = meeting;
    return read;
}

MeetingJob clockJob(const Meeting& meeting) {
    return {[meeting](ReviewBook& book) {
                book.saveClock(meeting);
                return MeetingLanding{};
            },
            {},
            {},
            false};
}

}  // namespace

struct MeetingDesk::Impl {
    Impl(MeetingDesk& owner, ReviewSession& shown)
        : desk(owner),
          session(shown),
          drafts(shown),
          jobs(shown.executor(),
               [this](const MeetingJob& job, const MeetingLanding& landing) { land(job, landing); }),
          reading(shown.executor()) {}

    MeetingDesk& desk;
    ReviewSession& session;
    std::shared_ptr<Store> store;
    std::optional<Meeting> meeting;
    std::vector<AgendaPoint> agenda = usualAgenda();
    PointDrafts drafts;
    MeetingJobs jobs;
    BackgroundTask reading;
    QTimer soon, retry, ticks;
    std::int64_t model = 0;
    int speaker = -1;
    bool loaded = false;
    bool firstLook = false;  // at this store: an interruption is still to be found
    bool readAgain = false;
    bool finishing = false;
    bool onScreen = false;
    bool kept = true;  // the last keystroke lies in the draft file

    void openStore() {
        finish();
        store = session.store();
        jobs.setStore(store);
        meeting.reset();
        drafts.clear();
        loaded = false;
        firstLook = true;
        read();
    }

    void read() {
        model = session.state().model;
        if (!store) {
            reading.cancel();
            loaded = true;
            hush();
            Q_EMIT desk.changed();
            return;
        }
        reading.start(
            [file = store, of = model](const TaskContext&) -> std::any { return readMeetings(file, of); },
            [this](const std::any& result) { take(std::any_cast<const MeetingRead&>(result)); },
            [this](const Error& error) {
                loaded = true;
                Q_EMIT desk.failed(QString::fromUtf8(error.what()));
                Q_EMIT desk.changed();
            });
    }

    void take(const MeetingRead& read) {
        // What is on its way to the store comes back with its own answer.
        if (jobs.busy()) {
            readAgain = true;
            return;
        }
        agenda = read.agenda;
        const bool closedHere = meeting && meeting->state == MeetingState::Closed;
        if (read.running || !closedHere) meeting = read.running ? read.running : read.draft;
        loaded = true;
        adopt();
        if (std::exchange(firstLook, false)) stopAfterInterruption();
        Q_EMIT desk.changed();
    }

    void stopAfterInterruption() {
        if (!meeting || !meeting->clockFrom || !desk.whyNot().isEmpty()) return;
        if (afterInterruption(*meeting, session.clock().now()).clockFrom) return;
        apply([](Meeting stopped) {
            stopped.clockFrom.reset();
            return stopped;
        });
    }

    void adopt() {
        if (!desk.going()) hush();
        if (meeting && speaker >= static_cast<int>(meeting->attendees.size())) hush();
        if (!meeting || meeting->state == MeetingState::Closed) return;
        drafts.adopt(*meeting);
        saveNotes();
    }

    void hush() {
        speaker = -1;
        letSpeak({});
    }

    // Shown at once, stored in the order of the asking. False: it was refused.
    bool apply(const MeetingChange& change, std::deque<MeetingJob> before = {}) {
        if (!meeting) return false;
        try {
            if (const QString why = desk.whyNot(); !why.isEmpty())
                throw Error(ErrorCode::Store, why.toStdString());
            meeting = change(*meeting);
        } catch (const Error& error) {
            Q_EMIT desk.failed(QString::fromUtf8(error.what()));
            return false;
        }
        jobs.push({[uid = meeting->uid, change, before = std::move(before)](ReviewBook& book) {
            for (const MeetingJob& job : before)
                job.work(book);
            const auto stored = book.meeting(uid);
            if (!stored) throw Error(ErrorCode::Usage, "There is no such review in this store any more.");
            return MeetingLanding{book.save(change(*stored)), {}, {}};
        }});
        Q_EMIT desk.changed();
        return true;
    }

    void land(const MeetingJob& job, const MeetingLanding& landing) {
        if (!job.item.empty()) {
            drafts.settle(job, landing);
            if (!landing.failure.isEmpty() && !finishing) retry.start();
        } else if (!landing.failure.isEmpty()) {
            jobs.forgetWaiting();
            readAgain = true;
            Q_EMIT desk.failed(landing.failure);
        } else if (landing.meeting && !jobs.anyWaiting() && meeting && meeting->uid == landing.meeting->uid) {
            meeting = landing.meeting;
            adopt();
        }
        if (finishing) return;
        if (!jobs.anyWaiting()) {
            saveNotes();
            if (job.tells) session.notesChanged();
            if (std::exchange(readAgain, false)) read();
        }
        Q_EMIT desk.changed();
    }

    void saveNotes() {
        if (jobs.busy() || finishing || !desk.whyNot().isEmpty()) return;
        if (auto job = drafts.nextJob()) jobs.push(std::move(*job));
    }

    void readClock() {
        if (!meeting || !meeting->clockFrom || !desk.whyNot().isEmpty() || jobs.busy()) return;
        meeting = clockRead(std::move(*meeting), session.clock().now());
        jobs.push(clockJob(*meeting));
    }

    bool finish() {
        soon.stop();
        retry.stop();
        if (!store || store->readOnly()) return true;
        finishing = true;
        bool all = jobs.finish({});
        std::deque<MeetingJob> last = drafts.allJobs();
        if (meeting && meeting->clockFrom)
            last.push_back(clockJob(clockRead(*meeting, session.clock().now())));
        all = jobs.finish(std::move(last)) && all;
        finishing = false;
        return all || kept;
    }
};

MeetingDesk& MeetingDesk::of(ReviewSession& session) {
    if (auto* known = session.findChild<MeetingDesk*>({}, Qt::FindDirectChildrenOnly)) return *known;
    return *new MeetingDesk(session);
}

MeetingDesk::MeetingDesk(ReviewSession& session)
    : QObject(&session), impl_(std::make_unique<Impl>(*this, session)) {
    impl_->soon.setSingleShot(true);
    impl_->soon.setInterval(kSoonMs);
    connect(&impl_->soon, &QTimer::timeout, this, [this] { impl_->saveNotes(); });
    impl_->retry.setSingleShot(true);
    impl_->retry.setInterval(kRetryMs);
    connect(&impl_->retry, &QTimer::timeout, this, &MeetingDesk::saveNow);
    impl_->ticks.setInterval(kClockMs);
    connect(&impl_->ticks, &QTimer::timeout, this, [this] { impl_->readClock(); });
    impl_->ticks.start();
    connect(&KeptFields::of(session), &KeptFields::failed, this, [this] { impl_->kept = false; });
    connect(&session, &ReviewSession::changed, this, [this, &session](Aspects aspects) {
        if (aspects & Aspect::Store && impl_->store != session.store()) return impl_->openStore();
        if (aspects & (Aspects(Aspect::Store) | Aspect::Notes) || impl_->model != session.state().model)
            impl_->read();
    });
    impl_->openStore();
}

// The session is half gone by now: whoever shows the review flushes it before.
MeetingDesk::~MeetingDesk() {
    letSpeak({});
}

const Meeting* MeetingDesk::meeting() const {
    return impl_->meeting ? &*impl_->meeting : nullptr;
}

MeetingDesk::Standing MeetingDesk::standing() const {
    const Meeting* now = meeting();
    if (!now) return Standing::None;
    if (now->state == MeetingState::Draft) return Standing::Draft;
    if (now->state == MeetingState::Closed) return Standing::Closed;
    return now->clockFrom ? Standing::Running : Standing::Paused;
}

bool MeetingDesk::loaded() const {
    return impl_->loaded;
}

bool MeetingDesk::settled() const {
    return impl_->loaded && !impl_->jobs.busy() && !impl_->reading.running() && !impl_->readAgain;
}

QString MeetingDesk::whyNot() const {
    if (!impl_->store) return tr("No store is open.");
    if (impl_->store->readOnly()) return tr("This store is open for reading only.");
    return {};
}

Clock::Time MeetingDesk::now() const {
    return impl_->session.clock().now();
}

std::string MeetingDesk::today() const {
    return isoTime(now() + std::chrono::seconds(secondsEastOfUtc())).substr(0, 10);
}

int MeetingDesk::secondsEastOfUtc() const {
    return QDateTime::fromMSecsSinceEpoch(now().time_since_epoch().count()).offsetFromUtc();
}

const std::vector<AgendaPoint>& MeetingDesk::agendaTemplate() const {
    return impl_->agenda;
}

void MeetingDesk::prepare() {
    if (const QString why = whyNot(); !why.isEmpty()) return Q_EMIT failed(why);
    const std::int64_t model = impl_->session.state().model;
    if (model == 0 || (standing() != Standing::None && standing() != Standing::Closed)) return;
    Meeting draft = draftMeeting(model, today(), impl_->agenda);
    draft.title = reviewTitle(draft.heldOn);
    draft.uid = freshNoteUid(impl_->session.clock());
    for (AgendaItem& item : draft.items)
        item.uid = freshNoteUid(impl_->session.clock());
    impl_->meeting = draft;
    impl_->adopt();
    impl_->jobs.push({[draft](ReviewBook& book) {
        Meeting fresh = draft;
        // The same people come again.
        for (const Meeting& before : book.meetings(draft.modelId)) {
            if (before.state != MeetingState::Closed || before.attendees.empty()) continue;
            fresh.attendees = before.attendees;
            break;
        }
        return MeetingLanding{book.save(fresh), {}, {}};
    }});
    Q_EMIT changed();
}

void MeetingDesk::discard() {
    if (standing() != Standing::Draft) return;
    impl_->jobs.push({[uid = impl_->meeting->uid](ReviewBook& book) {
        book.removeDraft(uid);
        return MeetingLanding{};
    }});
    impl_->meeting.reset();
    Q_EMIT changed();
}

void MeetingDesk::start() {
    if (standing() != Standing::Draft) return;
    const Clock::Time at = now();
    const bool begun = impl_->apply([at, day = today()](Meeting meeting) {
        if (meeting.title == reviewTitle(meeting.heldOn)) meeting.title = reviewTitle(day);
        meeting.heldOn = day;
        return started(std::move(meeting), at);
    });
    if (begun) Q_EMIT pointChanged();
}

void MeetingDesk::pause() {
    saveNow();
    impl_->apply([at = now()](Meeting meeting) { return paused(std::move(meeting), at); });
}

void MeetingDesk::resume() {
    impl_->apply([at = now()](Meeting meeting) { return resumed(std::move(meeting), at); });
}

void MeetingDesk::next() {
    if (!impl_->meeting) return;
    saveNow();
    const std::size_t before = impl_->meeting->current;
    impl_->apply([at = now()](Meeting meeting) { return nextItem(std::move(meeting), at); });
    if (impl_->meeting->current != before) Q_EMIT pointChanged();
}

void MeetingDesk::moveTo(std::size_t item) {
    if (!going()) return;
    saveNow();
    if (impl_->apply([item, at = now()](Meeting meeting) { return movedTo(std::move(meeting), item, at); }))
        Q_EMIT pointChanged();
}

void MeetingDesk::close() {
    if (!going()) return;
    impl_->soon.stop();
    // Notes go first, and with them or not at all: what a closed review says stays as it is.
    impl_->apply(
        [at = now()](Meeting meeting) {
            if (meeting.current < meeting.items.size()) meeting.items[meeting.current].done = true;
            return closed(std::move(meeting), at);
        },
        impl_->drafts.allJobs());
    impl_->hush();
    Q_EMIT changed();
}

void MeetingDesk::leaveClosed() {
    if (standing() != Standing::Closed) return;
    impl_->meeting.reset();
    impl_->read();
    Q_EMIT changed();
}

void MeetingDesk::change(const std::function<Meeting(Meeting)>& change) {
    if (standing() != Standing::Closed) impl_->apply(change);
}

void MeetingDesk::setTemplate(const std::vector<AgendaPoint>& agenda) {
    if (const QString why = whyNot(); !why.isEmpty()) return Q_EMIT failed(why);
    impl_->agenda = agenda;
    impl_->jobs.push({[agenda, model = impl_->session.state().model, who = writerName()](ReviewBook& book) {
        book.setAgenda(model, agenda, who);
        return MeetingLanding{};
    }});
    Q_EMIT changed();
}

std::string MeetingDesk::pointOf(const std::string& review) const {
    const Meeting* now = meeting();
    const bool spoken = going() && !review.empty() && now->uid == review && now->current < now->items.size();
    return spoken ? now->items[now->current].uid : std::string();
}

bool MeetingDesk::hasCase(const std::string& sampleId) const {
    if (!impl_->meeting || impl_->meeting->state == MeetingState::Closed) return false;
    for (const AgendaItem& item : impl_->meeting->items)
        if (item.point.kind == AgendaKind::Cases &&
            std::find(item.picks.begin(), item.picks.end(), sampleId) != item.picks.end())
            return true;
    return false;
}

void MeetingDesk::addCase(const std::string& sampleId) {
    if (standing() == Standing::None || standing() == Standing::Closed) prepare();
    if (!impl_->meeting || hasCase(sampleId)) return;
    impl_->apply([sampleId](Meeting meeting) {
        for (AgendaItem& item : meeting.items) {
            if (item.point.kind != AgendaKind::Cases) continue;
            item.picks.push_back(sampleId);
            return meeting;
        }
        throw Error(ErrorCode::Usage,
                    "The agenda of this review has no point for cases: add one to it first.");
    });
}

PointNotes MeetingDesk::notes(std::size_t item) const {
    PointNotes notes;
    if (!impl_->meeting || item >= impl_->meeting->items.size()) return notes;
    const AgendaItem& point = impl_->meeting->items[item];
    notes.text = qt(point.notes);
    const PointDraft* draft = impl_->drafts.find(point.uid);
    if (!draft || standing() == Standing::Closed) return notes;
    return {qt(draft->text),  draft->failure, draft->savedAt,
            draft->unsaved(), draft->both,    whyNot().isEmpty()};
}

void MeetingDesk::type(std::size_t item, const QString& text) {
    if (!impl_->meeting || item >= impl_->meeting->items.size() || !whyNot().isEmpty()) return;
    impl_->kept = true;
    if (!impl_->drafts.type(impl_->meeting->items[item].uid, text.toStdString())) return;
    impl_->soon.start();
    Q_EMIT changed();
}

void MeetingDesk::saveNow() {
    impl_->soon.stop();
    impl_->drafts.tryAgain();
    impl_->saveNotes();
}

bool MeetingDesk::flush() {
    return impl_->finish();
}

bool MeetingDesk::onScreen() const {
    return impl_->onScreen;
}

void MeetingDesk::setOnScreen(bool there) {
    if (std::exchange(impl_->onScreen, there) != there) Q_EMIT changed();
}

int MeetingDesk::speaker() const {
    return impl_->speaker;
}

void MeetingDesk::setSpeaker(int attendee) {
    const bool known =
        impl_->meeting && attendee >= 0 && attendee < static_cast<int>(impl_->meeting->attendees.size());
    impl_->speaker = known ? attendee : -1;
    letSpeak(known ? impl_->meeting->attendees[static_cast<std::size_t>(attendee)] : std::string());
    Q_EMIT changed();
}

}  // namespace reckoner

#include "moc_meeting_desk.cpp"
