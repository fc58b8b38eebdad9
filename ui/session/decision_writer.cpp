#include "ui/session/decision_writer.h"

#include "core/base/error.h"
#include "core/review/decision_evidence.h"
#include "core/store/policy_book.h"
#include "ui/session/meeting_desk.h"
#include "ui/session/point_on_screen.h"
#include "ui/session/review_desk.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {

DecisionWriter::DecisionWriter(ReviewSession& session, QObject* parent)
    : QObject(parent), session_(session), freezing_(session.executor()) {}

void DecisionWriter::record(Decision decision, const std::string& page,
                            std::function<void(const std::string& uid)> done,
                            std::function<void(const QString&)> failed) {
    ReviewDesk& desk = ReviewDesk::of(session_);
    decision.modelId = session_.state().model;
    if (decision.review.empty()) decision.review = desk.runningReview();
    try {
        check(decision);
    } catch (const Error& error) {
        return failed(qt(error.what()));
    }
    const auto write = [&desk, done = std::move(done), failed](const Decision& whole) {
        auto uid = std::make_shared<std::string>();
        desk.write([whole, uid](ReviewBook& book) { *uid = book.decide(whole).uid; },
                   [uid, done] { done(*uid); }, failed);
    };
    DecisionEvidence evidence;
    ReviewState seen = session_.state();
    if (!page.empty()) seen.page = page;
    evidence.state = seen.toJson();
    evidence.agendaPoint = MeetingDesk::of(session_).pointOf(decision.review);
    const RunAnalysisPtr run = session_.run();
    const auto row = session_.runRow();
    const bool binary =
        run && row && row->info.task == Task::Binary && run->sweep && run->sweep->samples() > 0;
    if (!binary) {
        decision.evidence = decisionEvidenceJson(evidence);
        return write(decision);
    }
    const OperatingPoint point = pointOnScreen(session_);
    const EvidenceSource source = evidenceSource(*row, session_.costModel());
    std::optional<OperatingPoint> before;
    if (const auto policy = session_.policy()) before = pointOf(*policy);
    freezing_.start(
        [run, source, point, before, evidence](const TaskContext& context) mutable -> std::any {
            evidence.point = freezeEvidence(*run, source, point, before, context);
            if (!point.tiers) evidence.metrics = frozenMetrics(*run, point.threshold);
            return decisionEvidenceJson(evidence);
        },
        [decision, write](const std::any& result) mutable {
            decision.evidence = std::any_cast<std::string>(result);
            write(decision);
        },
        [failed](const Error& error) { failed(qt(error.what())); });
}

}  // namespace reckoner

#include "moc_decision_writer.cpp"
