#include "core/import/demo_reviews.h"

#include <algorithm>
#include <fstream>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/metrics/run_analysis.h"
#include "core/review/decision_evidence.h"
#include "core/store/policy_book.h"
#include "core/store/review_book.h"

namespace reckoner {
namespace {

namespace fs = std::filesystem;
using ReviewsJson = nlohmann::json;

Error noReviews(const fs::path& file) {
    return Error(ErrorCode::BadInput,
                 "The demo data are incomplete: \"" + file.string() + "\" holds no reviews.");
}

std::string textAt(const ReviewsJson& json, const char* key) {
    return json.value(key, std::string());
}

std::vector<std::string> textsAt(const ReviewsJson& json, const char* key) {
    return json.value(key, std::vector<std::string>());
}

// Every text of the story: whole dates move, and days named in sentences with them.
void move(ReviewsJson& json, const DemoCalendar& calendar) {
    if (json.is_string()) {
        json = calendar.text(calendar.moved(json.get<std::string>()));
        return;
    }
    for (ReviewsJson& part : json)
        if (part.is_structured() || part.is_string()) move(part, calendar);
}

BriefAnswer answerFrom(const ReviewsJson& json) {
    BriefAnswer answer;
    answer.uid = textAt(json, "uid");
    answer.question = textAt(json, "question");
    answer.text = textAt(json, "text");
    answer.who = textAt(json, "who");
    answer.at = textAt(json, "at");
    return answer;
}

Decision decisionFrom(const ReviewsJson& json) {
    Decision decision;
    decision.uid = textAt(json, "uid");
    decision.kind = decisionKind(textAt(json, "kind")).value_or(DecisionKind::Hold);
    decision.title = textAt(json, "title");
    decision.reason = textAt(json, "reason");
    decision.who = textAt(json, "who");
    decision.approvedBy = textAt(json, "approved_by");
    decision.conditions = textAt(json, "conditions");
    decision.revisitOn = textAt(json, "revisit_on");
    if (json.contains("tripwire")) decision.tripwire = tripwireFromJson(json["tripwire"].dump());
    decision.review = textAt(json, "review");
    decision.version = textAt(json, "version");
    decision.at = textAt(json, "at");
    return decision;
}

Action actionFrom(const ReviewsJson& json) {
    Action action;
    action.uid = textAt(json, "uid");
    action.title = textAt(json, "title");
    action.owner = textAt(json, "owner");
    action.due = textAt(json, "due");
    action.kind = actionKind(textAt(json, "kind")).value_or(ActionKind::Development);
    action.state = actionState(textAt(json, "state")).value_or(ActionState::Open);
    action.result = textAt(json, "result");
    for (const std::string& tag : textsAt(json, "tags"))
        action.links.push_back({ActionLink::To::Tag, tag});
    action.review = textAt(json, "review");
    action.who = textAt(json, "who");
    action.createdAt = textAt(json, "at");
    action.closedAt = textAt(json, "closed_at");
    return action;
}

Experiment experimentFrom(const ReviewsJson& json) {
    Experiment experiment;
    experiment.uid = textAt(json, "uid");
    experiment.hypothesis = textAt(json, "hypothesis");
    experiment.tried = textAt(json, "tried");
    experiment.finding = finding(textAt(json, "finding")).value_or(Finding::Running);
    experiment.result = textAt(json, "result");
    experiment.saved = textAt(json, "saved");
    experiment.versions = textsAt(json, "versions");
    experiment.who = textAt(json, "who");
    experiment.createdAt = textAt(json, "at");
    return experiment;
}

AgendaItem itemFrom(const ReviewsJson& json, const std::string& uid) {
    AgendaItem item;
    item.uid = uid;
    item.point = {textAt(json, "title"), json.value("minutes", 5), textAt(json, "page"),
                  agendaKind(textAt(json, "kind"))};
    item.notes = textAt(json, "notes");
    item.picks = textsAt(json, "picks");
    item.spent = std::chrono::seconds(json.value("spent_seconds", 0));
    item.done = true;
    return item;
}

Meeting meetingFrom(const ReviewsJson& json) {
    Meeting meeting;
    meeting.uid = textAt(json, "uid");
    meeting.title = textAt(json, "title");
    meeting.heldOn = textAt(json, "held_on");
    meeting.state = meetingState(textAt(json, "state")).value_or(MeetingState::Draft);
    meeting.attendees = textsAt(json, "attendees");
    meeting.startedAt = textAt(json, "started_at");
    meeting.closedAt = textAt(json, "closed_at");
    for (const ReviewsJson& item : json.value("items", ReviewsJson::array()))
        meeting.items.push_back(itemFrom(item, meeting.uid + "-" + std::to_string(meeting.items.size() + 1)));
    return meeting;
}

std::int64_t modelOf(const Store& store, const ReviewsJson& document, const fs::path& file) {
    for (const ModelRow& model : store.models())
        if (model.name == textAt(document, "model")) return model.id;
    throw Error(ErrorCode::BadInput, "\"" + file.string() + "\" is about a model that is not in the demo.");
}

// The figures of a decision that names its run and threshold, and the view to open them in.
std::string evidenceFrom(const ReviewsJson& json, const std::shared_ptr<Store>& store) {
    if (!json.contains("run") || !json.contains("threshold")) return {};
    const RunRow row = store->resolveRun(json["run"].get<std::string>());
    const double threshold = json["threshold"].get<double>();
    const auto costs = store->costModel(row.modelId);
    AnalysisRequest request;
    request.table = store->openTable(row.info.id);
    if (costs) request.costs = costs->costs;
    const RunAnalysisPtr run = analyse(request);
    DecisionEvidence evidence;
    evidence.point = freezeEvidence(*run, evidenceSource(row, costs), {threshold, {}}, std::nullopt);
    evidence.metrics = frozenMetrics(*run, threshold);
    const ReviewsJson state = {{"model", row.modelId},
                               {"run", row.info.id},
                               {"page", "decide"},
                               {"thresholds", {{std::to_string(row.info.id), threshold}}}};
    evidence.state = state.dump();
    return decisionEvidenceJson(evidence);
}

void addReviews(const std::shared_ptr<Store>& store, const fs::path& file, const DemoCalendar& calendar) {
    std::ifstream in(file, std::ios::binary);
    ReviewsJson document = ReviewsJson::parse(in, nullptr, false);
    if (!document.is_object()) throw noReviews(file);
    move(document, calendar);
    const std::int64_t model = modelOf(*store, document, file);
    ReviewBook book(store);
    const auto each = [&](const char* key, auto from, auto write) {
        for (const ReviewsJson& json : document.value(key, ReviewsJson::array())) {
            auto row = from(json);
            row.modelId = model;
            write(row);
        }
    };
    each("brief", answerFrom, [&](const BriefAnswer& answer) { book.answer(answer); });
    for (const ReviewsJson& json : document.value("decisions", ReviewsJson::array())) {
        Decision decision = decisionFrom(json);
        decision.modelId = model;
        decision.evidence = evidenceFrom(json, store);
        book.decide(decision);
    }
    each("actions", actionFrom, [&](const Action& action) { book.save(action); });
    each("experiments", experimentFrom, [&](const Experiment& experiment) { book.save(experiment); });
    each("reviews", meetingFrom, [&](const Meeting& meeting) { book.save(meeting); });
}

}  // namespace

void addDemoReviews(const std::shared_ptr<Store>& store, const fs::path& demo, const DemoCalendar& calendar) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(demo))
        if (entry.path().filename() == "reviews.json") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    for (const fs::path& file : files) {
        try {
            addReviews(store, file, calendar);
        } catch (const ReviewsJson::exception&) {
            throw noReviews(file);
        }
    }
}

}  // namespace reckoner
