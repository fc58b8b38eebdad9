#include "ui/pages/versions/requirement_desk.h"

#include "core/review/gate_run.h"
#include "core/wording/requirement_words.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

JudgedRequirement::State stateOf(const RequirementResult& result) {
    using To = JudgedRequirement::State;
    if (result.state != RequirementState::Waived && !result.judged()) return To::Unknown;
    switch (result.state) {
        case RequirementState::Met:
            return To::Met;
        case RequirementState::TargetMet:
            return To::TargetMet;
        case RequirementState::Failed:
            return To::Failed;
        case RequirementState::LeaningMet:
            return To::LeaningMet;
        case RequirementState::LeaningFailed:
            return To::LeaningFailed;
        case RequirementState::Waived:
            break;
    }
    return To::Waived;
}

}  // namespace

std::string isoToday(const ReviewSession& session) {
    return isoTime(session.clock().now()).substr(0, 10);
}

RequirementDesk::RequirementDesk(ReviewSession& session, QObject* parent)
    : QObject(parent), session_(session), task_(session.executor(), this) {}

void RequirementDesk::forget() {
    key_ = {};
}

void RequirementDesk::refresh(const std::optional<OperatingPoint>& point) {
    const auto row = session_.runRow();
    const Key now{session_.run(), row ? row->info.id : 0, point};
    if (!now.run || now == key_) return;
    // Figures of a chosen point never stand where those of the policy are asked for.
    if (now.id != key_.id || now.point.has_value() != key_.point.has_value()) result_.reset();
    key_ = now;
    failure_.clear();
    GateRequest request;
    request.store = session_.store();
    request.run = *row;
    request.today = isoToday(session_);
    if (row->info.task == Task::Binary) request.point = point;
    Executor* executor = &session_.executor();
    task_.start([request, executor](
                    const TaskContext& context) -> std::any { return gateRun(request, executor, context); },
                [this](std::any result) {
                    result_ = std::any_cast<GateResult>(result);
                    Q_EMIT changed();
                },
                [this](const Error& error) {
                    result_.reset();
                    failure_ = qt(error.what());
                    Q_EMIT changed();
                });
}

std::vector<JudgedRequirement> RequirementDesk::judged() const {
    std::vector<JudgedRequirement> list;
    if (!result_) return list;
    for (const RequirementResult& one : result_->results)
        list.push_back(
            {requirementText(one.requirement()), resultText(one), stateOf(one), one.samplesNeeded, one.n});
    return list;
}

}  // namespace reckoner

#include "moc_requirement_desk.cpp"
