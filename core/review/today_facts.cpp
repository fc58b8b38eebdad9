#include "core/review/today_facts.h"

#include <algorithm>
#include <set>

#include "core/review/run_day.h"
#include "core/store/notebook.h"
#include "core/store/policy_book.h"
#include "core/store/review_book.h"

namespace reckoner {
namespace {

std::optional<Meeting> lastClosed(const std::vector<Meeting>& meetings) {
    for (const Meeting& meeting : meetings)
        if (meeting.state == MeetingState::Closed) return meeting;
    return std::nullopt;
}

// The same version's latest run before `run`, on other samples.
std::optional<RunRow> runBefore(const std::vector<RunRow>& runs, const RunRow& run) {
    std::optional<RunRow> before;
    for (const RunRow& other : runs) {
        if (other.versionId != run.versionId || other.fingerprint == run.fingerprint) continue;
        if (dayOf(other) >= dayOf(run)) continue;
        if (!before || dayOf(*before) < dayOf(other)) before = other;
    }
    return before;
}

// The one that runs, else the earliest draft.
std::optional<Meeting> runningOrNext(const std::vector<Meeting>& meetings) {
    std::optional<Meeting> next;
    for (const Meeting& meeting : meetings) {
        if (meeting.state == MeetingState::Running) return meeting;
        if (meeting.state == MeetingState::Draft && (!next || meeting.heldOn <= next->heldOn)) next = meeting;
    }
    return next;
}

bool isNew(const RunRow& run, const std::optional<Meeting>& lastReview, const std::string& firstDay) {
    return lastReview ? dayOf(run) > lastReview->heldOn : dayOf(run) > firstDay;
}

std::vector<NewRun> newRuns(const Store& store, const std::vector<RunRow>& runs,
                            const std::optional<Meeting>& lastReview, const TaskContext& context) {
    std::string firstDay;
    for (const RunRow& run : runs)
        firstDay = firstDay.empty() ? dayOf(run) : std::min(firstDay, dayOf(run));
    std::vector<NewRun> found;
    for (const RunRow& run : runs) {
        if (!isNew(run, lastReview, firstDay)) continue;
        context.checkCancelled();
        NewRun& one = found.emplace_back();
        one.row = run;
        one.before = runBefore(runs, run);
        if (one.before)
            one.changes =
                shareChanges(*store.openTable(one.before->info.id), *store.openTable(run.info.id), context);
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const NewRun& a, const NewRun& b) { return dayOf(a.row) > dayOf(b.row); });
    return found;
}

}  // namespace

TodayHistory todayHistory(const std::shared_ptr<Store>& store, std::int64_t modelId, const std::string& today,
                          const TaskContext& context) {
    TodayHistory history;
    history.today = today;
    const ReviewBook book(store);
    const std::vector<RunRow> runs = store->runs(modelId);
    const std::vector<Meeting> meetings = book.meetings(modelId);
    history.lastReview = lastClosed(meetings);
    history.review = runningOrNext(meetings);
    history.newRuns = newRuns(*store, runs, history.lastReview, context);
    if (!history.newRuns.empty()) {
        const RunRow& newest = history.newRuns.front().row;
        history.cases = caseOutcomes(store, newest.info.id, context);
        history.casesVersion = newest.info.version;
    }
    const std::string since = history.lastReview ? history.lastReview->heldOn : std::string();
    const std::vector<PolicyRecord> policies = PolicyBook(store).history(modelId);
    for (const PolicyRecord& policy : policies)
        if (policy.policy.adoptedAt.substr(0, 10) > since) history.newPolicies.push_back(policy);
    const Notebook notebook(store);
    history.cohorts = notebook.cohorts(modelId);
    for (const LabelCorrection& correction : notebook.corrections(modelId))
        if (correction.at.substr(0, 10) > since) ++history.newCorrections;
    history.overdue = overduePolicies(policies, today);
    const std::vector<Decision> decisions = book.decisions(modelId);
    history.revisit = decisionsToRevisit(decisions, today);
    history.tripped = trippedDecisions(store, decisions, context);
    history.actions = openActions(book.actions(modelId));
    const std::vector<BriefAnswer> answers = book.briefHistory(modelId);
    history.openBrief = openQuestions(answers);
    history.briefBegun = !answersInForce(answers).empty();
    return history;
}

}  // namespace reckoner
