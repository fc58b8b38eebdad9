#include "ui/session/note_desk.h"

#include <algorithm>
#include <chrono>
#include <future>
#include <utility>
#include <variant>

#include "core/base/error.h"
#include "core/base/user_folders.h"
#include "ui/session/draft_file.h"
#include "ui/session/note_saving.h"
#include "ui/session/writer_name.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

constexpr int kSoonMs = 400;
constexpr int kRetryMs = 5000;
constexpr int kWatchMs = 1000;
constexpr auto kLongestWait = std::chrono::seconds(5);

// Of an edit made here: empty where the author makes it.
std::string changerOf(const Annotation& note) {
    const std::string writer = writerName();
    return writer == note.author ? std::string() : writer;
}

}  // namespace

struct NoteDesk::Entry {
    std::uint64_t serial = 0;
    NoteDraft draft;
    bool waits = false;     // after a failure, until the next try
    bool reauthor = false;  // written under a name that was only proposed

    bool unsaved() const {
        return reauthor || (draft.dirty() && !(nothingTyped(draft.note) && draft.stored.id == 0));
    }
};

struct NoteDesk::Job {
    std::uint64_t serial = 0;
    Annotation note;
    bool anew = false;  // stored again under another author
};

struct NoteDesk::Saved {
    Job job;
    std::optional<SavedNote> note;  // nothing: it was removed
};

struct NoteDesk::Read {
    std::int64_t model = 0;
    std::string sample;
    std::vector<Annotation> notes;
    std::vector<std::string> tags;
    std::vector<LabelCorrection> corrections;
};

struct NoteDesk::Flight {
    Job job;
    std::promise<std::variant<Saved, QString>> landing;
};

NoteDesk& NoteDesk::of(ReviewSession& session) {
    if (auto* desk = session.findChild<NoteDesk*>()) return *desk;
    return *new NoteDesk(session);
}

NoteDesk::NoteDesk(ReviewSession& session)
    : QObject(&session), session_(session), reading_(session.executor()), saving_(session.executor()) {
    soon_.setSingleShot(true);
    soon_.setInterval(kSoonMs);
    connect(&soon_, &QTimer::timeout, this, &NoteDesk::pump);
    retry_.setSingleShot(true);
    retry_.setInterval(kRetryMs);
    connect(&retry_, &QTimer::timeout, this, &NoteDesk::saveNow);
    watch_.setInterval(kWatchMs);
    connect(&watch_, &QTimer::timeout, this, &NoteDesk::poll);
    connect(&session_, &ReviewSession::changed, this, &NoteDesk::follow);
    openStore();
}

NoteDesk::~NoteDesk() {
    closing_ = true;
    flush();
}

void NoteDesk::follow(Aspects aspects) {
    if (aspects & Aspect::Store && store_ != session_.store()) openStore();
}

void NoteDesk::openStore() {
    flush();
    entries_.clear();
    history_.clear();
    file_.reset();
    reading_.cancel();
    watch_.stop();
    model_ = 0;
    sample_.clear();
    loaded_ = false;
    tags_.clear();
    corrections_.clear();
    store_ = session_.store();
    if (!store_) return;
    file_ = std::make_unique<DraftFile>(stateFolder() / "drafts", store_->file());
    seenChanges_ = store_->changeCount();
    watch_.start();
    adoptLeft();
}

// What a window that was killed had not yet saved.
void NoteDesk::adoptLeft() {
    if (store_->readOnly()) return;
    for (const Annotation& draft : file_->left()) {
        Entry& entry = add(draft);
        entry.draft.base = {};
        entry.draft.base.modelId = draft.modelId;
        entry.draft.base.sampleId = draft.sampleId;
        entry.draft.stored.id = draft.id;
    }
    if (entries_.empty()) return file_->forgetLeft();
    keepDrafts();
    if (kept_) file_->forgetLeft();
    pump();
}

QString NoteDesk::whyNot() const {
    if (!store_) return tr("There is no store to write into.");
    if (store_->readOnly())
        return tr("This store is open for reading only: copy the file to a place you can write to.");
    return {};
}

void NoteDesk::open(std::int64_t model, const std::string& sampleId) {
    if (model == model_ && sampleId == sample_) return;
    saveNow();
    model_ = model;
    sample_ = sampleId;
    loaded_ = false;
    corrections_.clear();
    load();
    Q_EMIT changed();
}

void NoteDesk::load() {
    if (!store_ || model_ == 0) return;
    reading_.start(
        [file = store_, model = model_, sample = sample_](const TaskContext&) {
            const Notebook notebook(file);
            Read read{model, sample, {}, notebook.tags(model), {}};
            if (!sample.empty()) {
                read.notes = notebook.annotationsOf(model, sample);
                read.corrections = notebook.correctionHistory(model, sample);
            }
            return std::any(read);
        },
        [this](const std::any& result) { take(std::any_cast<const Read&>(result)); },
        [this](const Error& error) { Q_EMIT failed(QString::fromUtf8(error.what())); });
}

void NoteDesk::take(const Read& read) {
    if (read.model != model_ || read.sample != sample_) return;
    const auto isThere = [&read](const Entry* entry) {
        return std::any_of(read.notes.begin(), read.notes.end(),
                           [&](const Annotation& note) { return note.uid == entry->draft.note.uid; });
    };
    for (const Annotation& note : read.notes) {
        Entry* known = nullptr;
        for (Entry* entry : shown())
            if (entry->draft.note.uid == note.uid) known = entry;
        if (!known) {
            known = &add(note);
            known->draft.base = known->draft.stored = note;
        } else if (!known->unsaved() && known->draft.stored.revision != note.revision) {
            known->draft.note = known->draft.base = known->draft.stored = note;
        }
    }
    // Removed elsewhere; what is being typed stays.
    const std::vector<Entry*> open = shown();
    std::erase_if(entries_, [&](const std::unique_ptr<Entry>& entry) {
        const bool here = std::find(open.begin(), open.end(), entry.get()) != open.end();
        return here && !entry->unsaved() && entry->draft.stored.id != 0 && !isThere(entry.get());
    });
    tags_ = read.tags;
    corrections_ = read.corrections;
    loaded_ = true;
    Q_EMIT changed();
}

void NoteDesk::poll() {
    const std::uint64_t now = store_->changeCount();
    if (now == seenChanges_) return;
    seenChanges_ = now;
    load();
    session_.notesChanged();
}

std::vector<NoteDesk::Entry*> NoteDesk::shown() const {
    std::vector<Entry*> result;
    for (const auto& entry : entries_)
        if (entry->draft.note.modelId == model_ && entry->draft.note.sampleId == sample_)
            result.push_back(entry.get());
    return result;
}

std::vector<NoteDraft> NoteDesk::drafts() const {
    std::vector<NoteDraft> result;
    for (const Entry* entry : shown())
        if (entry->unsaved() || entry->draft.stored.id != 0 || !nothingTyped(entry->draft.note))
            result.push_back(entry->draft);
    return result;
}

std::optional<LabelCorrection> NoteDesk::correction() const {
    if (corrections_.empty() || corrections_.front().corrected.empty()) return std::nullopt;
    return corrections_.front();
}

NoteDesk::Entry* NoteDesk::find(std::uint64_t serial) const {
    for (const auto& entry : entries_)
        if (entry->serial == serial) return entry.get();
    return nullptr;
}

NoteDesk::Entry& NoteDesk::add(const Annotation& note) {
    auto entry = std::make_unique<Entry>();
    entry->serial = ++serials_;
    entry->draft.note = note;
    entries_.push_back(std::move(entry));
    return *entries_.back();
}

void NoteDesk::edit(std::size_t which, const std::function<void(Annotation&)>& change, std::uint64_t burst,
                    const QString& what) {
    if (!loaded_ || !whyNot().isEmpty()) return;
    std::vector<Entry*> visible;
    for (Entry* entry : shown())
        if (entry->unsaved() || entry->draft.stored.id != 0 || !nothingTyped(entry->draft.note))
            visible.push_back(entry);
    Annotation fresh;
    fresh.modelId = model_;
    fresh.sampleId = sample_;
    const Annotation blank = fresh;
    Annotation after = which < visible.size() ? visible[which]->draft.note : fresh;
    const Annotation before = after;
    change(after);
    if (sameContent(before, after)) return;
    Entry* entry = which < visible.size() ? visible[which] : nullptr;
    if (!entry) {
        if (after.produced.empty()) after.produced = beginning_.produced;
        after.uid = freshNoteUid(session_.clock());
        after.author = writerName();
        after.seenOnVersion = beginning_.version;
        entry = &add(after);
        entry->draft.base = blank;
    }
    after.changedBy = changerOf(after);
    entry->draft.note = after;
    if (!writerNameGiven()) writerWanted_ = true;
    entry->waits = false;
    const std::uint64_t serial = entry->serial;
    history_.push({what, burst, [this, serial, before] { put(serial, before); },
                   [this, serial, after] { put(serial, after); }});
    touched();
}

void NoteDesk::put(std::uint64_t serial, const Annotation& content) {
    Entry* entry = find(serial);
    if (!entry) return;
    copyContent(content, entry->draft.note);
    entry->draft.note.changedBy = changerOf(entry->draft.note);
    entry->waits = false;
    const std::string sample = content.sampleId;
    touched();
    saveNow();
    if (sample != sample_) Q_EMIT sampleWanted(qt(sample));
}

void NoteDesk::touched() {
    keepDrafts();
    if (!soon_.isActive()) soon_.start();
    Q_EMIT changed();
}

void NoteDesk::keepDrafts() {
    std::vector<Annotation> drafts;
    for (const auto& entry : entries_)
        if (entry->unsaved()) drafts.push_back(entry->draft.note);
    kept_ = !file_ || file_->write(drafts);
}

NoteDesk::Entry* NoteDesk::nextDirty() const {
    for (const auto& entry : entries_)
        if (entry->unsaved() && !entry->waits) return entry.get();
    return nullptr;
}

void NoteDesk::saveNow() {
    soon_.stop();
    for (const auto& entry : entries_)
        entry->waits = false;
    pump();
}

void NoteDesk::pump() {
    if (saving_.running() || !store_) return;
    const Entry* entry = nextDirty();
    if (!entry) return;
    flight_ = std::make_shared<Flight>();
    flight_->job = {entry->serial, entry->draft.note, entry->reauthor};
    saving_.start(
        [file = store_, flight = flight_](const TaskContext& context) {
            try {
                context.checkCancelled();
                Saved saved{flight->job, storeNote(file, flight->job.note, flight->job.anew)};
                flight->landing.set_value(saved);
                return std::any(saved);
            } catch (const Error& error) {
                flight->landing.set_value(QString::fromUtf8(error.what()));
                throw;
            }
        },
        [this](const std::any& result) {
            flight_.reset();
            settle(std::any_cast<const Saved&>(result));
            pump();
        },
        [this, serial = entry->serial](const Error& error) {
            flight_.reset();
            fail(serial, QString::fromUtf8(error.what()));
            pump();
        });
}

void NoteDesk::settle(const Saved& saved) {
    Entry* entry = find(saved.job.serial);
    if (!entry) return;
    NoteDraft& draft = entry->draft;
    draft.failure.clear();
    entry->waits = false;
    if (saved.job.anew) entry->reauthor = false;
    draft.base = saved.job.note;
    if (!saved.note) {
        draft.stored = {};
        draft.note.id = 0;
        draft.note.revision = 0;
    } else {
        const Annotation& kept = saved.note->kept;
        draft.stored = kept;
        copyIdentity(kept, draft.note);
        // What was taken away here was kept by somebody else.
        if (nothingTyped(saved.job.note)) draft.note = draft.base = kept;
        if (saved.note->conflict && saved.note->conflict->uid != kept.uid)
            draft.theirs = saved.note->conflict;
    }
    keepDrafts();
    if (closing_) return;
    seenChanges_ = store_->changeCount();
    load();
    session_.notesChanged();
    Q_EMIT changed();
}

void NoteDesk::fail(std::uint64_t serial, const QString& why) {
    Entry* entry = find(serial);
    if (!entry) return;
    entry->draft.failure = why;
    entry->waits = true;
    if (closing_) return;
    retry_.start();
    Q_EMIT changed();
}

bool NoteDesk::flush() {
    soon_.stop();
    retry_.stop();
    if (!store_) return true;
    if (const auto flight = std::exchange(flight_, nullptr)) {
        auto landing = flight->landing.get_future();
        const bool landed = landing.wait_for(kLongestWait) == std::future_status::ready;
        saving_.cancel();
        if (landed) {
            const auto result = landing.get();
            if (const auto* saved = std::get_if<Saved>(&result)) settle(*saved);
        }
    }
    bool all = true;
    for (const auto& entry : entries_) {
        if (!entry->unsaved()) continue;
        const Job job{entry->serial, entry->draft.note, entry->reauthor};
        try {
            settle({job, storeNote(store_, job.note, job.anew)});
        } catch (const Error& error) {
            fail(entry->serial, QString::fromUtf8(error.what()));
            all = false;
        }
    }
    keepDrafts();
    return all || kept_;
}

void NoteDesk::setWriter(const QString& name) {
    const std::string proposed = writerName();
    giveWriterName(name.trimmed().toStdString());
    writerWanted_ = false;
    const std::string chosen = writerName();
    for (const auto& entry : entries_) {
        Annotation& note = entry->draft.note;
        const bool mine = note.author == proposed || note.changedBy == proposed;
        if (chosen == proposed || !mine || nothingTyped(note)) continue;
        if (note.author == proposed) note.author = chosen;
        if (note.changedBy == proposed) note.changedBy = note.author == chosen ? std::string() : chosen;
        entry->reauthor = entry->draft.stored.id != 0;
    }
    saveNow();
    Q_EMIT changed();
}

void NoteDesk::setTags(const std::vector<std::string>& tags) {
    if (!whyNot().isEmpty() || model_ == 0) return;
    const std::vector<std::string> before = tags_;
    storeTags(model_, tags);
    if (tags_ == before) return;
    history_.push({tr("tags"), 0, [this, model = model_, before] { storeTags(model, before); },
                   [this, model = model_, after = tags_] { storeTags(model, after); }});
}

void NoteDesk::storeTags(std::int64_t model, const std::vector<std::string>& tags) {
    try {
        Notebook(store_).setTags(model, tags);
        if (model == model_) tags_ = Notebook(store_).tags(model);
        session_.notesChanged();
    } catch (const Error& error) {
        Q_EMIT failed(QString::fromUtf8(error.what()));
    }
    Q_EMIT changed();
}

void NoteDesk::correct(const std::string& corrected, const std::string& why) {
    if (!loaded_ || !whyNot().isEmpty()) return;
    const auto before = correction();
    LabelCorrection now{0, model_, sample_, corrected, writerName(), why, {}};
    LabelCorrection back = now;
    back.corrected = before ? before->corrected : std::string();
    back.why = before ? before->why : std::string();
    if (back.corrected == now.corrected && back.why == now.why) return;
    history_.push({tr("corrected label of %1").arg(qt(sample_)), 0, [this, back] { storeCorrection(back); },
                   [this, now] { storeCorrection(now); }});
    storeCorrection(now);
}

void NoteDesk::storeCorrection(const LabelCorrection& correction) {
    try {
        Notebook(store_).correct(correction);
        session_.notesChanged();
    } catch (const Error& error) {
        Q_EMIT failed(QString::fromUtf8(error.what()));
    }
    if (correction.sampleId != sample_) Q_EMIT sampleWanted(qt(correction.sampleId));
    load();
}

}  // namespace reckoner

#include "moc_note_desk.cpp"
