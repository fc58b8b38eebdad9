#include "ui/session/cohort_desk.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/store/notebook.h"
#include "ui/session/note_desk.h"
#include "ui/session/writer_name.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
CohortDesk& CohortDesk::of(ReviewSession& session) {
    if (auto* known = session.findChild<CohortDesk*>(QString(), Qt::FindDirectChildrenOnly)) return *known;
    return *new CohortDesk(session);
}

CohortDesk::CohortDesk(ReviewSession& session) : QObject(&session), session_(session) {
    connect(&session_, &ReviewSession::changed, this, [this](Aspects aspects) {
        if (aspects & (Aspects(Aspect::Notes) | Aspect::Store)) stale_ = true;
        if (aspects & Aspect::Store) removed_.reset();
    });
}

void CohortDesk::read() {
    const std::int64_t model = session_.state().model;
    if (!stale_ && model == model_) return;
    stale_ = false;
    model_ = model;
    cohorts_.clear();
    if (!session_.store() || model == 0) return;
    try {
        cohorts_ = Notebook(session_.store()).cohorts(model);
    } catch (const Error&) {
        // A store that cannot be read says so where its figures would be.
        cohorts_.clear();
    }
}

const std::vector<Cohort>& CohortDesk::cohorts() {
    read();
    return cohorts_;
}

const Cohort* CohortDesk::find(const std::string& expression) {
    if (expression.empty()) return nullptr;
    read();
    return cohortOf(cohorts_, expression);
}

const Cohort* CohortDesk::withUid(const std::string& uid) {
    read();
    const auto found = std::find_if(cohorts_.begin(), cohorts_.end(),
                                    [&](const Cohort& cohort) { return cohort.uid == uid; });
    return found == cohorts_.end() ? nullptr : &*found;
}

Cohort CohortDesk::store(const Cohort& cohort) {
    const Cohort kept = Notebook(session_.store()).save(cohort);
    session_.notesChanged();
    return kept;
}

void CohortDesk::erase(const std::string& uid) {
    const Cohort* cohort = withUid(uid);
    if (!cohort) return;
    Notebook(session_.store()).removeCohort(cohort->id);
    session_.notesChanged();
}

// Nothing wanted: the cohort goes.
void CohortDesk::put(const std::optional<Cohort>& wanted, const std::string& uid) {
    try {
        if (!wanted) return erase(uid);
        Cohort cohort = *wanted;
        const Cohort* now = withUid(uid);
        // Its uid says which one it is.
        cohort.id = now ? now->id : 0;
        cohort.changedAt.clear();
        store(cohort);
    } catch (const Error& error) {
        Q_EMIT failed(QString::fromUtf8(error.what()));
    }
}

void CohortDesk::remember(const QString& what, const std::optional<Cohort>& before,
                          const std::optional<Cohort>& after) {
    const std::string uid = (after ? after : before)->uid;
    NoteDesk::of(session_).history().push(
        {what, 0, [this, before, uid] { put(before, uid); }, [this, after, uid] { put(after, uid); }});
}

Cohort CohortDesk::save(Cohort cohort) {
    if (!session_.store()) throw Error(ErrorCode::Usage, "Open a store first; a cohort is kept in it.");
    cohort.modelId = cohort.modelId == 0 ? session_.state().model : cohort.modelId;
    cohort.who = writerName();
    std::optional<Cohort> before;
    read();
    for (const Cohort& known : cohorts_)
        if (cohort.id != 0 && known.id == cohort.id) before = known;
    const Cohort kept = store(cohort);
    if (!before || !sameContent(*before, kept)) remember(tr("cohort %1").arg(qt(kept.name)), before, kept);
    return kept;
}

void CohortDesk::remove(std::int64_t id) {
    read();
    const auto found = std::find_if(cohorts_.begin(), cohorts_.end(),
                                    [id](const Cohort& cohort) { return cohort.id == id; });
    if (found == cohorts_.end()) return;
    const Cohort gone = *found;
    erase(gone.uid);
    removed_ = gone;
    remember(tr("cohort %1").arg(qt(gone.name)), gone, std::nullopt);
}

void CohortDesk::bringBack() {
    if (!removed_ || !session_.store()) return;
    Cohort back = *removed_;
    // Its uid says which one it is; nobody else can have changed what was gone.
    back.id = 0;
    back.changedAt.clear();
    store(back);
    removed_.reset();
}

QString cohortName(ReviewSession& session) {
    const std::string& expression = session.state().cohort;
    if (const Cohort* cohort = CohortDesk::of(session).find(expression)) return qt(cohort->name);
    return qt(expression);
}

}  // namespace reckoner

#include "moc_cohort_desk.cpp"
