#include "ui/pages/decide/cost_what_if.h"

#include <cmath>

#include <QVBoxLayout>

#include "core/cost/break_even.h"
#include "core/cost/scenario_optimum.h"
#include "core/wording/cost_words.h"
#include "core/wording/decide_sentences.h"
#include "core/wording/run_names.h"
#include "ui/session/state_rules.h"
#include "ui/style/theme.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

constexpr int kRestMilliseconds = 150;

// Every scenario as stored, but the one on the screen, which may be tried out.
std::vector<NamedCosts> scenariosOf(const ReviewSession& session) {
    std::vector<NamedCosts> scenarios;
    const CostBook& book = session.costBook();
    const Cohort* cohort = session.contents().cohort(session.state());
    const std::string shown = session.state().scenario.empty() ? kLikelyScenario : session.state().scenario;
    for (const std::string& name : book.scenarios()) {
        const auto stored = book.inForce(name, cohort ? cohort->uid : std::string());
        const auto costs = name == shown ? session.costs() : stored;
        if (!costs) continue;
        scenarios.push_back({name, costs->row.costs,
                             costs->cohortPrevalence ? AnalysisRequest::PrevalenceOf::Picked
                                                     : AnalysisRequest::PrevalenceOf::Run});
    }
    return scenarios;
}

struct Question {
    RunAnalysisPtr run;
    RunAnalysisPtr baseline;
    double threshold = 0;
    std::optional<double> baselineThreshold;
    std::optional<double> policy;
    std::vector<NamedCosts> scenarios;
    Vocabulary words;
    std::string baselineName;
};

void addBreakEvens(const Question& q, const Choice& other, const std::string& against,
                   std::vector<std::string>& sentences) {
    for (const Outcome outcome : {Outcome::Missed, Outcome::FalseAlarm}) {
        const BreakEven turn = breakEven({*q.run, q.threshold}, other, outcome);
        sentences.push_back(breakEvenSentence(turn, outcome, q.run->cost.model(), q.words, against));
        if (turn.turns == Turns::Always || turn.turns == Turns::Never) return;
    }
}

std::vector<std::string> answer(const Question& q, const TaskContext& context) {
    std::vector<std::string> sentences;
    const std::string best =
        scenariosSentence(scenarioOptima(q.run, q.scenarios, q.threshold, context), *q.run);
    if (!best.empty()) sentences.push_back(best);
    const double lowest = q.run->best->threshold;
    const std::string at = std::isinf(lowest) ? "Flagging nobody" : shortThreshold(*q.run, lowest);
    sentences.push_back(stablePricesSentence(stablePrices({*q.run, lowest}, Outcome::Missed, context),
                                             Outcome::Missed, q.run->cost.model(), q.words, at));
    if (q.policy && *q.policy != q.threshold)
        addBreakEvens(q, {*q.run, *q.policy}, "the policy in force", sentences);
    if (q.baseline && q.baselineThreshold && q.baseline->sweep->samples() > 0)
        addBreakEvens(q, {*q.baseline, *q.baselineThreshold}, q.baselineName, sentences);
    return sentences;
}

}  // namespace

CostWhatIf::CostWhatIf(ReviewSession& session, QWidget* parent)
    : QWidget(parent), session_(session), column_(new QVBoxLayout(this)), task_(session.executor()) {
    setObjectName(QStringLiteral("costWhatIf"));
    column_->setContentsMargins(0, 0, 0, 0);
    column_->setSpacing(6);
    pause_.setSingleShot(true);
    pause_.setInterval(kRestMilliseconds);
    connect(&pause_, &QTimer::timeout, this, &CostWhatIf::ask);
}

void CostWhatIf::refresh() {
    Asked now;
    now.run = session_.run();
    now.baseline = session_.baseline();
    now.threshold = session_.threshold();
    if (const auto policy = session_.policy()) now.policy = policy->threshold;
    if (now.baseline) {
        const auto& thresholds = session_.state().thresholds;
        const auto own = thresholds.find(session_.state().baseline);
        std::optional<double> inForce;
        if (const auto row = session_.baselineRow())
            if (const auto policy = session_.contents().policy(row->versionId)) inForce = policy->threshold;
        now.baselineThreshold =
            own != thresholds.end() ? own->second : now.baseline->startingThreshold(inForce);
    }
    now.entries = session_.costBook().history().size();
    const bool usable =
        now.run && now.run->sweep->samples() > 0 && now.run->best && !std::isnan(now.threshold);
    if (!usable) {
        task_.cancel();
        shown_.reset();
        show({});
        return;
    }
    if (shown_ == now || (task_.running() && asked_ == now)) return;
    asked_ = now;
    pause_.start();
}

void CostWhatIf::ask() {
    Question question{asked_.run,    asked_.baseline,       asked_.threshold, asked_.baselineThreshold,
                      asked_.policy, scenariosOf(session_), session_.words(), {}};
    if (const auto row = session_.baselineRow()) question.baselineName = versionName(row->info.version);
    task_.start([question](const TaskContext& context) { return std::any(answer(question, context)); },
                [this, asked = asked_](const std::any& result) {
                    shown_ = asked;
                    QStringList sentences;
                    for (const std::string& sentence : std::any_cast<std::vector<std::string>>(result))
                        sentences << qt(sentence);
                    show(sentences);
                },
                [this](const Error& error) { show({QString::fromUtf8(error.what())}); });
}

void CostWhatIf::show(const QStringList& sentences) {
    while (lines_.size() < static_cast<std::size_t>(sentences.size())) {
        auto* line = new PlainLabel({}, this);
        line->setWordWrap(true);
        dress(line, 14, QFont::Normal, &Tokens::ink2);
        column_->addWidget(line);
        lines_.push_back(line);
    }
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        const bool there = i < static_cast<std::size_t>(sentences.size());
        lines_[i]->setText(there ? sentences[static_cast<int>(i)] : QString());
        lines_[i]->setVisible(there);
    }
}

QStringList CostWhatIf::sentences() const {
    QStringList sentences;
    for (const PlainLabel* line : lines_)
        if (!line->text().isEmpty()) sentences << line->text();
    return sentences;
}

}  // namespace reckoner

#include "moc_cost_what_if.cpp"
