#include "ui/pages/segments/fairness_pane.h"

#include <algorithm>
#include <cmath>

#include <QPushButton>

#include "core/data/segment_filter.h"
#include "core/wording/fairness_sentences.h"
#include "core/wording/number_format.h"
#include "core/wording/segment_words.h"
#include "ui/pages/segments/brushed_runs.h"
#include "ui/pages/segments/column_choice.h"
#include "ui/pages/segments/segments_options.h"
#include "ui/session/cohort_form.h"
#include "ui/session/point_on_screen.h"
#include "ui/session/show_cases.h"
#include "ui/shell/choice_popup.h"
#include "ui/shell/scaled.h"
#include "ui/style/icons.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/progress_strip.h"
#include "ui/widgets/segmented_choice.h"
#include "ui/widgets/sentence_label.h"

namespace reckoner {
namespace {

constexpr int kPadding = 24;
constexpr int kReach = 8;
constexpr int kRestMilliseconds = 200;
constexpr int kMostSentences = 7;
constexpr int kFootHigh = 196;   // of what is below the table
constexpr int kLeastFoot = 164;  // where groups would not be seen for it
constexpr int kRowsSeen = 6;
constexpr FairMeasure kMeasures[] = {FairMeasure::SelectionRate, FairMeasure::Tpr, FairMeasure::Fpr,
                                     FairMeasure::Precision, FairMeasure::EqualizedOdds};
constexpr int kWithin[] = {1, 2, 5};

int indexOf(FairMeasure measure) {
    return static_cast<int>(std::find(std::begin(kMeasures), std::end(kMeasures), measure) -
                            std::begin(kMeasures));
}

void setChevron(QPushButton* button) {
    button->setLayoutDirection(Qt::RightToLeft);
    button->setIcon(themedIcon(QStringLiteral("chevron-down"), Theme::instance().tokens().ink2, 14));
}

}  // namespace

FairnessPane::FairnessPane(ReviewSession& session, BrushedRuns& runs, QWidget* parent)
    : QWidget(parent),
      session_(session),
      runs_(runs),
      memory_(session, std::string(segments::kProtected)),
      building_(session.executor(), this),
      estimating_(session.executor(), this),
      equalising_(session.executor(), this),
      headline_(new SentenceLabel(20, &Tokens::ink, 2, this)),
      summary_(new PlainLabel({}, this)),
      table_(new FairnessTable(this)),
      hurtTitle_(new PlainLabel(tr("Who could be hurt"), this)),
      equalTitle_(new PlainLabel(tr("What equal would take"), this)),
      within_(new SegmentedChoice({tr("within 1 point"), tr("2"), tr("5")}, this)),
      equalSentence_(new SentenceLabel(14, &Tokens::ink, 2, this)),
      equalWarning_(new SentenceLabel(12, &Tokens::ink3, 3, this)),
      guessed_(
          new PlainLabel(tr("Guessed by their names: choose under \u201CProtected columns\u201D."), this)),
      empty_(new EmptyState(this)),
      progress_(new ProgressStrip(this)),
      setButton_(new QPushButton(this)),
      columns_(new QPushButton(tr("Protected columns"), this)) {
    setObjectName(QStringLiteral("fairnessPane"));
    headline_->setObjectName(QStringLiteral("fairnessHeadline"));
    summary_->setObjectName(QStringLiteral("fairnessSummary"));
    equalSentence_->setObjectName(QStringLiteral("fairnessEqual"));
    empty_->setObjectName(QStringLiteral("fairnessEmpty"));
    setButton_->setObjectName(QStringLiteral("fairnessSet"));
    columns_->setObjectName(QStringLiteral("fairnessColumns"));
    within_->setObjectName(QStringLiteral("fairnessWithin"));
    within_->setAccessibleName(tr("How near the rates are to be"));
    dress(summary_, 14, QFont::Normal, &Tokens::ink2);
    dress(guessed_, 12, QFont::Normal, &Tokens::ink3);
    guessed_->setObjectName(QStringLiteral("fairnessGuessed"));
    guessed_->setWordWrap(true);
    dress(hurtTitle_, 14, QFont::DemiBold, &Tokens::ink);
    dress(equalTitle_, 14, QFont::DemiBold, &Tokens::ink);
    summary_->setWordWrap(true);
    for (int i = 0; i < kMostSentences; ++i) {
        hurt_.push_back(new SentenceLabel(14, &Tokens::ink2, 2, this));
        hurt_.back()->setObjectName(QStringLiteral("fairnessHurt%1").arg(i));
    }
    for (QPushButton* button : {setButton_, columns_})
        setChevron(button);
    progress_->follow(&building_, tr("Counting the groups"));
    rest_.setParent(this);
    rest_.setObjectName(QStringLiteral("fairnessAtRest"));
    rest_.setSingleShot(true);
    rest_.setInterval(kRestMilliseconds);
    connect(&rest_, &QTimer::timeout, this, [this] {
        estimate();
        equalise();
    });
    connect(progress_, &ProgressStrip::cancelled, &building_, &BackgroundTask::cancel);
    connect(&building_, &BackgroundTask::runningChanged, this, &FairnessPane::layOut);
    connect(columns_, &QPushButton::clicked, this, [this] { offerColumns(columns_); });
    connect(setButton_, &QPushButton::clicked, this, &FairnessPane::offerSets);
    connect(empty_, &EmptyState::pressed, this, [this] { offerColumns(columns_); });
    connect(table_, &FairnessTable::opened, this, &FairnessPane::openCases);
    connect(table_, &FairnessTable::cohortWanted, this, &FairnessPane::saveCohort);
    connect(within_, &SegmentedChoice::chosenChanged, this, [this](int index) {
        session_.apply([&](ReviewState& state) {
            segments::setOption(state, segments::kFairWithin,
                                index == 0 ? std::string() : std::to_string(kWithin[index]));
        });
    });
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        for (QPushButton* button : {setButton_, columns_})
            setChevron(button);
        layOut();
    });
}

std::vector<QWidget*> FairnessPane::actions() const {
    return {setButton_, columns_};
}

// --- what is wanted ---

std::vector<SegmentSet> FairnessPane::sets() {
    const RunAnalysisPtr run = session_.run();
    if (!run) return {};
    const EvalTable& table = *run->request.table;
    const auto kept = session_.state().options.find(std::string(segments::kProtected));
    if (kept != session_.state().options.end()) return segments::setsOf(kept->second, table);
    if (const auto remembered = memory_.text()) return segments::setsOf(remembered->toStdString(), table);
    std::vector<SegmentSet> guessed;
    for (const std::string& column : likelyProtected(table))
        guessed.push_back({{column}});
    return guessed;
}

// Nobody has chosen yet: what stands there was guessed by the columns' names.
bool FairnessPane::proposed() {
    return !session_.state().options.contains(std::string(segments::kProtected)) && !memory_.text();
}

std::size_t FairnessPane::set() const {
    if (!board_ || board_->sets().empty()) return 0;
    const auto asked =
        QString::fromStdString(segments::option(session_.state(), segments::kFairSet)).toUInt();
    return std::min<std::size_t>(asked, board_->sets().size() - 1);
}

FairnessPane::Equal FairnessPane::equal() const {
    Equal equal;
    const std::string id = segments::option(session_.state(), segments::kFairMeasure);
    for (const FairMeasure measure : kMeasures)
        if (measureId(measure) == id) equal.measure = measure;
    const int within =
        QString::fromStdString(segments::option(session_.state(), segments::kFairWithin)).toInt();
    for (const int one : kWithin)
        if (one == within) equal.tolerance = one / 100.0;
    return equal;
}

FairnessPane::Place FairnessPane::place() const {
    return {board_, set(), pointOnScreen(session_)};
}

// --- refresh ---

void FairnessPane::refresh(Aspects aspects) {
    if (aspects & Aspect::Store) memory_.forget();
    const RunAnalysisPtr run = runs_.run();
    const std::vector<SegmentSet> now = sets();
    if (run != run_ || now != wanted_ || (!board_ && !building_.running())) {
        run_ = run;
        wanted_ = now;
        board_.reset();
        build();
    }
    showActions();
    showReading();
}

void FairnessPane::build() {
    failure_.clear();
    estimates_.reset();
    found_.reset();
    estimating_.cancel();
    equalising_.cancel();
    if (!run_ || wanted_.empty()) {
        building_.cancel();
        return;
    }
    building_.start(
        [run = run_, wanted = wanted_](const TaskContext& context) -> std::any {
            return FairnessBoardPtr(FairnessBoard::build(run, wanted, context));
        },
        [this](std::any result) {
            board_ = std::any_cast<FairnessBoardPtr>(result);
            showActions();
            showReading();
        },
        [this](const Error& error) {
            failure_ = qt(error.what());
            showReading();
        });
}

void FairnessPane::showReading() {
    const bool none = run_ && wanted_.empty();
    const bool shown = board_ && !none && !std::isnan(session_.threshold());
    empty_->setVisible(none);
    for (QWidget* part : std::initializer_list<QWidget*>{table_, hurtTitle_, equalTitle_, within_,
                                                         equalSentence_, equalWarning_, summary_})
        part->setVisible(shown);
    if (measure_) measure_->setVisible(shown);
    guessed_->setVisible(shown && proposed());
    if (none) showEmpty();
    if (!shown) {
        for (SentenceLabel* sentence : hurt_)
            sentence->hide();
        headline_->setSentence(none
                                   ? Sentence{}
                                   : Sentence{{failure_.isEmpty() ? tr("Counting the groups...").toStdString()
                                                                  : failure_.toStdString()}});
        layOut();
        return;
    }
    const Place now = place();
    if (!(shown_.board == now.board && shown_.set == now.set))
        table_->setSet(now.board, now.set, session_.words());
    shown_ = now;
    if (!estimates_ || !(estimates_->first == now)) {
        estimates_.reset();
        rest_.start();
    }
    if (!found_ || !(found_->place == now && found_->equal == equal())) {
        found_.reset();
        rest_.start();
    }
    const FairReading reading = board_->at(now.point, now.set);
    table_->setReading(reading, estimates_ ? &estimates_->second : nullptr,
                       found_ && found_->thresholds ? &*found_->thresholds : nullptr);
    showSentences(reading);
    showEqual(reading);
    layOut();
}

void FairnessPane::showSentences(const FairReading& reading) {
    const Vocabulary words = session_.words();
    const FairFacts facts{board_.get(), shown_.set, &reading, estimates_ ? &estimates_->second.gaps : nullptr,
                          estimates_ ? &estimates_->second.money : nullptr};
    headline_->setSentence(fairHeadline(facts, words));
    summary_->setText(qt(fairSummary(facts, words)));
    guessed_->setVisible(proposed());
    const std::vector<Sentence> sentences = whoItCouldHurt(facts, words);
    for (std::size_t i = 0; i < hurt_.size(); ++i)
        hurt_[i]->setSentence(i < sentences.size() ? sentences[i] : Sentence{});
}

void FairnessPane::showEqual(const FairReading& reading) {
    const Vocabulary words = session_.words();
    QStringList titles;
    for (const FairMeasure measure : kMeasures)
        titles << qt(fairMeasureName(measure, *run_, words));
    if (!measure_ || titles != measures_) {
        delete measure_;
        measures_ = titles;
        measure_ = new SegmentedChoice(titles, this);
        measure_->setObjectName(QStringLiteral("fairnessMeasure"));
        measure_->setAccessibleName(tr("The rate that is to be the same for all groups"));
        measure_->show();
        connect(measure_, &SegmentedChoice::chosenChanged, this, [this](int index) {
            session_.apply([&](ReviewState& state) {
                segments::setOption(state, segments::kFairMeasure, std::string(measureId(kMeasures[index])));
            });
        });
    }
    const Equal now = equal();
    measure_->choose(indexOf(now.measure));
    within_->choose(
        static_cast<int>(std::find(std::begin(kWithin), std::end(kWithin), qRound(now.tolerance * 100)) -
                         std::begin(kWithin)));
    const FairFacts facts{board_.get(), shown_.set, &reading, nullptr, nullptr};
    equalSentence_->setSentence(
        found_ ? equalSentence(facts, found_->thresholds, now.measure, now.tolerance, words)
               : Sentence{{tr("Looking for the thresholds...").toStdString()}});
    equalWarning_->setSentence({{equalWarning(words)}});
}

void FairnessPane::estimate() {
    if (!board_ || isHidden() || estimates_) return;
    const Place now = place();
    if (std::isnan(countedFrom(now.point))) return;
    estimating_.start(
        [now, executor = &session_.executor()](const TaskContext& context) -> std::any {
            const RunAnalysis& run = *now.board->run();
            const Grouping& grouping = now.board->sets()[now.set].grouping;
            return FairEstimates{fairnessIntervals(run.rows, grouping, countedFrom(now.point), kFewestInGroup,
                                                   kReplicates, executor, context),
                                 groupMoneyIntervals(run, grouping, now.point, context)};
        },
        [this, now](std::any result) {
            estimates_ = {now, std::any_cast<FairEstimates>(std::move(result))};
            showReading();
        },
        [this](const Error& error) {
            failure_ = qt(error.what());
            summary_->setText(failure_);
        });
}

void FairnessPane::equalise() {
    if (!board_ || isHidden() || found_) return;
    const Place now = place();
    const Equal wanted = equal();
    if (std::isnan(countedFrom(now.point))) return;
    equalising_.start(
        [now, wanted](const TaskContext& context) -> std::any {
            const Grouping& grouping = now.board->sets()[now.set].grouping;
            return Found{now, wanted,
                         fairThresholds(*now.board->run(), grouping, wanted.measure, wanted.tolerance,
                                        now.point, kFewestInGroup, context)};
        },
        [this](std::any result) {
            found_ = std::any_cast<Found>(std::move(result));
            showReading();
        },
        [this](const Error& error) { equalSentence_->setSentence({{error.what()}}); });
}

// --- choosing ---

void FairnessPane::showEmpty() {
    EmptyContent content;
    content.sketch = QStringLiteral("segments");
    content.reason = tr("Which columns are protected here?");
    content.whatToDo =
        tr("Choose the columns that say who somebody is: age, sex, origin, whatever must not decide. You get "
           "how differently their groups are treated, whom that could hurt, and what treating them alike "
           "would cost. The choice is kept with the model.");
    content.button = tr("Choose columns...");
    empty_->setContent(content);
}

void FairnessPane::showActions() {
    const EvalTable* table = run_ ? run_->request.table.get() : nullptr;
    const bool many = board_ && board_->sets().size() > 1;
    setButton_->setEnabled(many);
    if (board_ && table && !board_->sets().empty())
        setButton_->setText(qt(fairSetName(*table, board_->sets()[set()].columns)));
    else
        setButton_->setText(tr("Groups"));
    setButton_->setAccessibleName(tr("Groups shown: %1").arg(setButton_->text()));
    Q_EMIT actionsChanged();
}

void FairnessPane::offerColumns(QWidget* anchor) {
    const RunAnalysisPtr run = session_.run();
    if (!run) return;
    auto* choice = new ColumnChoice(ColumnChoice::For::Protected, *run->request.table, sets(), this);
    connect(choice, &ColumnChoice::chosen, this, [this](const std::vector<SegmentSet>& chosen) {
        const std::string text = segments::textOf(chosen);
        memory_.remember(qt(text));
        session_.apply([&](ReviewState& state) {
            state.options[std::string(segments::kProtected)] = text;
            state.options.erase(std::string(segments::kFairSet));
        });
    });
    choice->popUnder(anchor);
}

void FairnessPane::offerSets() {
    if (!board_) return;
    auto* popup = new ChoicePopup(tr("Groups of"), {}, this);
    popup->setObjectName(QStringLiteral("fairnessSets"));
    popup->setAttribute(Qt::WA_DeleteOnClose);
    std::vector<Choice> choices;
    const double threshold = session_.threshold();
    for (std::size_t s = 0; s < board_->sets().size(); ++s) {
        Choice choice;
        choice.title = qt(fairSetName(*run_->request.table, board_->sets()[s].columns));
        const Value ratio = board_->at(threshold, s).figures.selectionRate.ratio;
        choice.section = tr("lowest ÷ highest %1").arg(qt(ratioText(ratio)));
        choice.value = static_cast<uint>(s);
        choice.current = s == set();
        choices.push_back(choice);
    }
    popup->setChoices(choices);
    connect(popup, &ChoicePopup::chosen, this, [this](const QVariant& value) {
        session_.apply([&](ReviewState& state) {
            segments::setOption(state, segments::kFairSet,
                                value.toUInt() == 0 ? std::string() : std::to_string(value.toUInt()));
        });
    });
    popup->popUnder(setButton_, scaled(320));
}

void FairnessPane::openCases(std::size_t group) {
    const FairSet& one = board_->sets()[shown_.set];
    std::vector<std::string> filters = segments::chipsOf(session_.state());
    for (std::string& filter : segmentFilters(*run_->request.table, one.columns, one.groups[group].key))
        filters.push_back(std::move(filter));
    showCases(session_, filters);
}

void FairnessPane::saveCohort(std::size_t group) {
    const FairSet& one = board_->sets()[shown_.set];
    Cohort cohort;
    cohort.modelId = session_.state().model;
    cohort.expression = segmentExpression(*run_->request.table, one.columns, one.groups[group].key);
    const std::string within = segments::withinOf(session_.state());
    if (!within.empty()) cohort.expression = "(" + within + ") and " + cohort.expression;
    const Vocabulary words = session_.words();
    const std::uint64_t n = one.groups[group].n;
    openCohortForm(session_, cohort,
                   tr("%1 %2 of this run").arg(qt(count(n)), qt(n == 1 ? words.sample : words.samples)),
                   this);
}

// --- layout ---

void FairnessPane::resizeEvent(QResizeEvent*) {
    layOut();
}

void FairnessPane::layOut() {
    const int left = scaled(kPadding);
    const int wide = width() - 2 * left;
    int y = scaled(14);
    empty_->setGeometry(rect());
    // Names are in bold, which is wider than the hint knows.
    const bool twoLines = headline_->sizeHint().width() * 21 / 20 > wide;
    headline_->setGeometry(left, y, wide, scaled(twoLines ? 56 : 30));
    y += scaled(twoLines ? 56 : 30);
    const int summaryHigh = summary_->heightForWidth(wide);
    summary_->setGeometry(left, y, wide, summaryHigh);
    y += summaryHigh + scaled(8);
    progress_->setVisible(building_.running());
    progress_->setGeometry(left, y, wide, progress_->sizeHint().height());
    const int foot = height() - scaled(12);
    table_->setCompact(false);
    const int seen = table_->heightOf(kRowsSeen);
    const bool cramped = table_->heightWithin(std::max(scaled(220), foot - y - scaled(kFootHigh))) < seen;
    table_->setCompact(cramped);
    const int tableHigh =
        table_->heightWithin(std::max(scaled(220), foot - y - scaled(cramped ? kLeastFoot : kFootHigh)));
    table_->setGeometry(left - scaled(kReach), y, wide + 2 * scaled(kReach) + table_->barWidth(), tableHigh);
    y += tableHigh + scaled(16);

    const int gap = scaled(32);
    const int right = std::clamp(wide * 42 / 100, scaled(420), scaled(560));
    const int hurtWide = wide - right - gap;
    hurtTitle_->setGeometry(left, y, hurtWide, scaled(20));
    int line = y + scaled(28);
    for (SentenceLabel* sentence : hurt_) {
        const bool two = sentence->sizeHint().width() * 103 / 100 > hurtWide;
        const int high = scaled(two ? 40 : 20);
        const bool room = line + high <= foot;
        sentence->setGeometry(left, line, hurtWide, room ? high : 0);
        if (!sentence->text().isEmpty()) line += high + scaled(4);
    }
    const int x = left + hurtWide + gap;
    equalTitle_->setGeometry(x, y, right - within_->sizeHint().width() - scaled(8), scaled(20));
    within_->setGeometry(x + right - within_->sizeHint().width(), y - scaled(4), within_->sizeHint().width(),
                         scaled(28));
    line = y + scaled(32);
    if (measure_) {
        measure_->setRoom(right);
        measure_->setGeometry(x, line, std::min(right, measure_->sizeHint().width()), scaled(28));
        line += scaled(36);
    }
    equalSentence_->setGeometry(x, line, right, scaled(40));
    line += scaled(44);
    equalWarning_->setGeometry(x, line, right, line + scaled(32) <= foot ? scaled(48) : 0);
    line += scaled(44);
    guessed_->setGeometry(x, line, right, line + scaled(32) <= foot ? guessed_->heightForWidth(right) : 0);
}

}  // namespace reckoner

#include "moc_fairness_pane.cpp"
