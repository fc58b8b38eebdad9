#include "ui/pages/decide/cost_what_if.h"

#include <cmath>

#include <QLineEdit>
#include <QVBoxLayout>

#include "core/cost/break_even.h"
#include "core/cost/scenario_optimum.h"
#include "core/cost/what_if.h"
#include "core/wording/cost_words.h"
#include "core/wording/decide_sentences.h"
#include "core/wording/run_names.h"
#include "core/wording/what_if_sentences.h"
#include "ui/pages/decide/cost_inputs.h"
#include "ui/session/point_on_screen.h"
#include "ui/session/state_rules.h"
#include "ui/style/theme.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/threshold_field.h"

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
    if (q.policy && *q.policy != q.threshold)
        sentences.push_back(stablePrevalenceSentence(stablePrevalence(*q.run, q.threshold, *q.policy), *q.run,
                                                     q.threshold, q.words, "the policy in force"));
    if (q.baseline && q.baselineThreshold && q.baseline->sweep->samples() > 0)
        addBreakEvens(q, {*q.baseline, *q.baselineThreshold}, q.baselineName, sentences);
    return sentences;
}

}  // namespace

CostWhatIf::CostWhatIf(ReviewSession& session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      volume_(field("whatIf.volume", tr("What if there were so many decisions a period"), 76)),
      share_(field("whatIf.share", tr("What if so many of 100 were what the model looks for"), 56)),
      volumeWords_(costWords({}, this)),
      shareWords_(costWords({}, this)),
      supposed_(costWords({}, this)),
      column_(new QVBoxLayout(this)),
      task_(session.executor()),
      supposing_(session.executor()) {
    setObjectName(QStringLiteral("costWhatIf"));
    supposed_->setObjectName(QStringLiteral("whatIfAnswer"));
    supposed_->setWordWrap(true);
    supposed_->hide();
    column_->setContentsMargins(0, 0, 0, 0);
    column_->setSpacing(6);
    column_->addLayout(costRow({costWords(tr("With"), this), volume_, volumeWords_}));
    column_->addLayout(costRow({costWords(tr("and"), this), share_, shareWords_}));
    column_->addWidget(supposed_);
    pause_.setSingleShot(true);
    pause_.setInterval(kRestMilliseconds);
    connect(&pause_, &QTimer::timeout, this, &CostWhatIf::ask);
}

QLineEdit* CostWhatIf::field(const char* id, const QString& name, int width) {
    auto* editor = new QLineEdit(this);
    editor->setObjectName(QLatin1String(id));
    editor->setAccessibleName(name);
    editor->setFixedWidth(qRound(width * Theme::instance().typeScale()));
    connect(editor, &QLineEdit::textEdited, this, [this] { suppose(); });
    return editor;
}

// Nothing typed: nothing is supposed.
void CostWhatIf::suppose() {
    const RunAnalysisPtr run = session_.run();
    const OperatingPoint point = pointOnScreen(session_);
    const QString volume = volume_->text().trimmed(), share = share_->text().trimmed();
    const auto say = [this](const QString& text) {
        supposed_->setText(text);
        supposed_->setVisible(!text.isEmpty());
    };
    supposing_.cancel();
    if ((volume.isEmpty() && share.isEmpty()) || !run || !run->best || std::isnan(point.threshold)) {
        say({});
        return;
    }
    Production production;
    if (!volume.isEmpty()) production.volume = typedThreshold(volume);
    if (!share.isEmpty()) production.prevalence = shareTyped(share.toStdString());
    if ((!volume.isEmpty() && !production.volume) || (!share.isEmpty() && !production.prevalence)) {
        say(tr("That is no number yet."));
        return;
    }
    supposing_.start(
        [run, point, production](const TaskContext& context) {
            return std::any(whatIf(run, point, production, context));
        },
        [say, point, words = session_.words()](const std::any& result) {
            say(qt(whatIfSentence(std::any_cast<WhatIf>(result), point, words)));
        },
        [say](const Error& error) { say(QString::fromUtf8(error.what())); });
}

void CostWhatIf::refresh() {
    if (const RunAnalysisPtr run = session_.run()) {
        const Vocabulary words = session_.words();
        volumeWords_->setText(run->volume() > 0
                                  ? tr("%1 a %2").arg(qt(words.samples), qt(run->cost.model().period))
                                  : tr("%1 a period").arg(qt(words.samples)));
        shareWords_->setText(tr("of 100 of them %1:").arg(qt(words.realOnes)));
        if (run->volume() > 0) volume_->setPlaceholderText(QString::number(std::lround(run->volume())));
        const double share = run->request.costs.prevalence.value_or(run->prevalence());
        share_->setPlaceholderText(QString::number(std::lround(share * 100)));
    }
    Asked now;
    now.run = session_.run();
    now.baseline = session_.baseline();
    now.threshold = session_.threshold();
    // Where a choice turns is told of thresholds; tiers are compared with their figures above.
    const bool tiers = pointOnScreen(session_).tiers.has_value();
    if (const auto policy = policyPoint(session_); policy && !policy->tiers && !tiers)
        now.policy = policy->threshold;
    if (now.baseline && !tiers) {
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
    suppose();
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
