#include "ui/session/point_drafts.h"

#include "ui/session/kept_fields.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

QString keyOf(const std::string& meeting, const std::string& item) {
    return QStringLiteral("review/%1/%2").arg(qt(meeting), qt(item));
}

}  // namespace

void PointDrafts::adopt(const Meeting& meeting) {
    for (const AgendaItem& item : meeting.items) {
        const auto [at, fresh] = drafts_.try_emplace(item.uid);
        PointDraft& draft = at->second;
        if (!fresh && draft.unsaved()) continue;
        draft.meeting = meeting.uid;
        draft.text = draft.stored = item.notes;
        draft.revision = item.notesRevision;
        if (!fresh) continue;
        // "revision, line end, text": see keep().
        const QString kept = KeptFields::of(session_).text(keyOf(meeting.uid, item.uid));
        const auto end = kept.indexOf(QLatin1Char('\n'));
        if (end < 0) continue;
        draft.text = kept.mid(end + 1).toStdString();
        draft.revision = kept.left(end).toLongLong();
        if (!draft.unsaved()) keep(item.uid);
    }
}

const PointDraft* PointDrafts::find(const std::string& item) const {
    const auto found = drafts_.find(item);
    return found == drafts_.end() ? nullptr : &found->second;
}

bool PointDrafts::type(const std::string& item, const std::string& text) {
    const auto found = drafts_.find(item);
    if (found == drafts_.end()) return false;
    found->second.text = text;
    found->second.waits = false;
    keep(item);
    return true;
}

void PointDrafts::keep(const std::string& item) const {
    const PointDraft& draft = drafts_.at(item);
    const QString text = QString::number(draft.revision) + QLatin1Char('\n') + qt(draft.text);
    KeptFields::of(session_).keep(keyOf(draft.meeting, item), draft.unsaved() ? text : QString());
}

void PointDrafts::settle(const MeetingJob& job, const MeetingLanding& landing) {
    const auto found = drafts_.find(job.item);
    if (found == drafts_.end()) return;
    PointDraft& draft = found->second;
    if (!landing.failure.isEmpty() || !landing.notes) {
        draft.failure = landing.failure;
        draft.waits = true;
        return;
    }
    const SavedItemNotes& saved = *landing.notes;
    draft.failure.clear();
    draft.waits = false;
    draft.savedAt = session_.clock().now();
    draft.both = draft.both || saved.both;
    draft.stored = saved.kept.notes;
    draft.revision = saved.kept.notesRevision;
    if (draft.text == job.typed)
        draft.text = draft.stored;
    else if (draft.stored.ends_with(job.typed))  // typed on meanwhile, below what somebody else wrote
        draft.text = draft.stored.substr(0, draft.stored.size() - job.typed.size()) + draft.text;
    keep(job.item);
}

void PointDrafts::tryAgain() {
    for (auto& [item, draft] : drafts_)
        draft.waits = false;
}

MeetingJob PointDrafts::jobOf(const std::string& item, const PointDraft& draft) const {
    AgendaItem given;
    given.uid = item;
    given.notes = draft.text;
    given.notesRevision = draft.revision;
    return {[uid = draft.meeting, given](ReviewBook& book) {
                return MeetingLanding{{}, book.saveNotes(uid, given), {}};
            },
            item, draft.text, false};
}

std::optional<MeetingJob> PointDrafts::nextJob() const {
    for (const auto& [item, draft] : drafts_)
        if (draft.unsaved() && !draft.waits) return jobOf(item, draft);
    return std::nullopt;
}

std::deque<MeetingJob> PointDrafts::allJobs() const {
    std::deque<MeetingJob> jobs;
    for (const auto& [item, draft] : drafts_)
        if (draft.unsaved()) jobs.push_back(jobOf(item, draft));
    return jobs;
}

}  // namespace reckoner
