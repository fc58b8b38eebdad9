#include "ui/widgets/operating_line.h"

#include <cmath>
#include <limits>

#include <QPainter>
#include <QShortcut>

#include "core/metrics/score_histogram.h"
#include "core/wording/confidence_point.h"
#include "core/wording/confusion_sentences.h"
#include "core/wording/number_format.h"
#include "core/wording/outcome_words.h"
#include "ui/session/point_on_screen.h"
#include "ui/session/selection_desk.h"
#include "ui/style/theme.h"
#include "ui/widgets/line_figure.h"
#include "ui/widgets/mirror_slider.h"
#include "ui/widgets/operating_bar.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/sentence_label.h"
#include "ui/widgets/threshold_field.h"

namespace reckoner {
namespace {

constexpr int kHeight = 56;
constexpr int kPadding = 24;
constexpr int kField = 80;
constexpr int kSlider = 296;
constexpr int kNarrowSlider = 120;
constexpr int kCount = 96;
constexpr int kNarrowCount = 80;
constexpr int kLeastCount = 66;
constexpr int kNarrowMoney = 152;
constexpr int kMoney = 196;
constexpr int kSentence = 640;  // one line of it
constexpr int kBars = 50;
constexpr Cell kOrder[] = {Cell::Missed, Cell::Caught, Cell::FalseAlarm, Cell::LetThrough};
const char* const kNames[] = {"lineMissed", "lineCaught", "lineFalseAlarm", "lineLetThrough"};

int px(int size) {
    return qRound(size * Theme::instance().typeScale());
}

}  // namespace

OperatingLine::OperatingLine(ReviewSession& session, QWidget* parent, Basis basis, Counts counts)
    : QWidget(parent),
      session_(session),
      basis_(basis),
      of_(counts),
      field_(new ThresholdField(this)),
      from_(new PlainLabel({}, this)),
      slider_(new MirrorSlider(this)),
      to_(new PlainLabel({}, this)),
      money_(new LineFigure(std::nullopt, this)),
      sentence_(new SentenceLabel(14, &Tokens::ink, 2, this)) {
    setObjectName(QStringLiteral("operatingLine"));
    setAccessibleName(tr("Operating point"));
    setAttribute(Qt::WA_OpaquePaintEvent);
    for (PlainLabel* label : {from_, to_})
        dress(label, 12, QFont::Normal, &Tokens::ink2);
    for (std::size_t i = 0; i < counts_.size(); ++i) {
        counts_[i] = new LineFigure(kOrder[i], this);
        counts_[i]->setObjectName(QLatin1String(kNames[i]));
    }
    to_->setObjectName(QStringLiteral("lineEnd"));
    money_->setObjectName(QStringLiteral("lineMoney"));
    sentence_->setObjectName(QStringLiteral("lineSentence"));
    connect(slider_, &MirrorSlider::dragBegan, this, [this] { drag_ = session_.newDrag(); });
    connect(slider_, &MirrorSlider::dragEnded, this, [this] { drag_ = 0; });
    connect(slider_, &MirrorSlider::chosen, this, &OperatingLine::choose);
    connect(slider_, &MirrorSlider::nudged, this, &OperatingLine::nudge);
    connect(field_, &ThresholdField::thresholdTyped, this, &OperatingLine::choose);
    connect(field_, &ThresholdField::nudged, this, &OperatingLine::nudge);
    for (const auto& [key, direction] : {std::pair(Qt::Key_Comma, -1), std::pair(Qt::Key_BracketLeft, -1),
                                         std::pair(Qt::Key_Period, 1), std::pair(Qt::Key_BracketRight, 1)}) {
        auto* shortcut = new QShortcut(QKeySequence(key), this);
        connect(shortcut, &QShortcut::activated, this, [this, way = direction] { nudge(way); });
    }
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        updateGeometry();
        place();
        update();
    });
    connect(&ClassDesk::of(session_), &ClassDesk::changed, this, [this] { refresh(Aspect::Run); });
    if (of_ == Counts::Selection)
        connect(&SelectionDesk::of(session_), &SelectionDesk::changed, this,
                [this] { refresh(Aspect::Run); });
    refresh(Aspect::Run);
}

OperatingLine::~OperatingLine() = default;

QSize OperatingLine::sizeHint() const {
    return QSize(900, px(kHeight));
}

bool OperatingLine::manyClasses() const {
    const auto row = session_.runRow();
    return basis_ == Basis::Confidence && row && row->info.task == Task::Multiclass;
}

bool OperatingLine::narrowed() const {
    return only_ || (of_ == Counts::Selection && SelectionDesk::of(session_).narrowed());
}

// Whose samples are counted; the axis is the run's own either way, so that filters move no handle.
RunAnalysisPtr OperatingLine::counted() const {
    if (only_) return *only_;
    return narrowed() ? SelectionDesk::of(session_).run() : session_.run();
}

void OperatingLine::choose(double value) {
    if (manyClasses()) return chooseConfidence(value);
    if (value == session_.threshold()) return;
    session_.setThreshold(value, drag_);
}

void OperatingLine::nudge(int direction) {
    if (manyClasses()) {
        if (const ClassAnalysisPtr run = ClassDesk::of(session_).analysis()) nudgeConfidence(*run, direction);
        return;
    }
    const RunAnalysisPtr run = session_.run();
    if (!run || std::isnan(session_.threshold())) return;
    if (const auto next = OperatingBar::neighbour(*run, session_.threshold(), direction)) choose(*next);
}

void OperatingLine::refresh(Aspects aspects) {
    // Notes: a chip may ask for them.
    const Aspects mine =
        Aspects(Aspect::Run) | Aspect::Store | Aspect::Threshold | Aspect::Options | Aspect::Notes;
    if (!(aspects & mine)) return;
    const bool many = manyClasses();
    const RunAnalysisPtr run = many ? nullptr : session_.run();
    const ClassAnalysisPtr classes = many ? ClassDesk::of(session_).analysis() : nullptr;
    const bool binary = run && run->sweep->samples() > 0 && !std::isnan(session_.threshold());
    const bool several = classes && classes->samples() > 0;
    const bool slides = binary || (several && classes->sweep->known());
    for (QWidget* child : std::initializer_list<QWidget*>{field_, slider_})
        child->setVisible(slides);
    for (LineFigure* figure : counts_)
        figure->setVisible(binary);
    money_->setVisible(binary);
    if (binary) showThreshold();
    if (several)
        showConfidence(classes);
    else
        sentence_->hide();
    if (aspects & (Aspects(Aspect::Run) | Aspect::Store)) {
        place();
        update();
    }
}

void OperatingLine::showThreshold() {
    const RunAnalysisPtr run = session_.run();
    const Vocabulary words = session_.words();
    const double threshold = session_.threshold();
    if (run != axis_) {
        slider_->setRounding([run](double raw) { return roundedThreshold(*run, raw); });
        slider_->setAccessibleName(tr("Threshold, from catches everything to only sure bets"));
        axis_ = run;
        drawn_.reset();
        classAxis_.reset();
    }
    const bool tiers = pointOnScreen(session_).tiers.has_value();
    const QString end = tiers ? tr("counted from the first cut-off") : tr("only sure bets");
    if (to_->text() != end) {
        from_->setText(tiers ? QString() : tr("catches everything"));
        to_->setText(end);
        place();
    }
    const RunAnalysisPtr counted = this->counted();
    if (counted != drawn_) {
        ScoreHistogram bars;
        if (counted) bars = scoreHistogram(*counted->sweep, run->axisLo, run->axisHi, kBars);
        slider_->setBars(MirrorLook::Outcomes, {run->axisLo, run->axisHi, bars.positives, bars.negatives});
        drawn_ = counted;
    }
    std::optional<double> policy;
    if (const auto inForce = policyPoint(session_)) policy = countedFrom(*inForce);
    slider_->setPoint(threshold, policy, qt(pointSentence(counted ? *counted : *run, words, threshold)));
    field_->setThreshold(threshold, qt(fullThreshold(*run, threshold)));
    const bool stale = !counted || (!only_ && narrowed() && SelectionDesk::of(session_).stale());
    for (LineFigure* figure : counts_)
        figure->setStale(stale);
    money_->setStale(stale);
    if (counted) showCounts(counted);
}

void OperatingLine::showCounts(const RunAnalysisPtr& counted) {
    const Vocabulary words = session_.words();
    const double threshold = session_.threshold();
    const Tally tally = counted->sweep->at(threshold);
    for (std::size_t i = 0; i < counts_.size(); ++i) {
        const std::uint64_t n = sumsOf(tally, kOrder[i]).n;
        counts_[i]->setTexts(qt(count(n)), qt(outcomeWord(words, kOrder[i], n)));
    }
    const OperatingPoint point = pointOnScreen(session_);
    money_->setTexts(qt(costAtText(*counted, words, point)),
                     qt(narrowed() ? costOfSelectionText(tally.n(), words)
                                   : costAgainstPolicyText(*counted, point, policyPoint(session_))));
    setPlainToolTip(to_, qt(countedFromText(*counted, words, point)));
}

void OperatingLine::chooseConfidence(double value) {
    const ClassAnalysisPtr run = ClassDesk::of(session_).analysis();
    if (!run || std::isnan(value)) return;
    const double wanted = settledConfidence(*run, value);
    if (wanted == confidenceOf(session_.state())) return;
    session_.apply([wanted](ReviewState& state) { setConfidence(state, wanted); }, drag_);
}

void OperatingLine::nudgeConfidence(const ClassAnalysis& run, int direction) {
    const auto next = neighbourConfidence(run, confidenceOf(session_.state()), direction);
    if (next) chooseConfidence(*next);
}

void OperatingLine::showConfidence(const ClassAnalysisPtr& run) {
    const double confidence = confidenceOf(session_.state());
    if (classAxis_ != run) {
        slider_->setRounding([run](double raw) { return roundedConfidence(*run, raw); });
        slider_->setAccessibleName(tr("Confidence, from trust every answer to only sure ones"));
        from_->setText(tr("trust every answer"));
        to_->setText(tr("only sure ones"));
        classAxis_ = run;
        drawnClasses_.reset();
        axis_.reset();
    }
    ClassAnalysisPtr counted = narrowed() ? SelectionDesk::of(session_).classes() : run;
    if (!counted) counted = run;
    if (drawnClasses_ != counted) {
        const ScoreHistogram bars =
            scoreHistogram(counted->sweep->answers(), run->axisLo, run->axisHi, kBars);
        slider_->setBars(MirrorLook::Confidence, {run->axisLo, run->axisHi, bars.positives, bars.negatives});
        drawnClasses_ = counted;
    }
    const std::string shown = confidenceText(*run, confidence);
    const bool trusted = std::isinf(confidence) && confidence < 0;
    const Sentence sentence = confidenceSentence(counted->sweep->at(confidence), shown, trusted,
                                                 session_.words().samples, counted != run);
    const double at = shownConfidence(*run, confidence);
    slider_->setPoint(at, std::nullopt, qt(plain(sentence)));
    field_->setThreshold(at, qt(shown));
    sentence_->setSentence(sentence);
    place();
}

void OperatingLine::place() {
    const int middle = height() / 2;
    const auto centred = [&](QWidget* widget, int x, int width, int tall) {
        widget->setGeometry(x, middle - tall / 2, width, tall);
    };
    int x = px(kPadding);
    centred(field_, x, px(kField), px(28));
    x += px(kField) + px(16);
    const int words = from_->sizeHint().width() + to_->sizeHint().width() + px(12) + px(16);
    const int others = px(kField) + 4 * px(kCount) + px(kMoney) + 2 * px(kPadding) + px(16) + px(12) + px(28);
    // The words at the ends go first: the slider says them too, figures and money are said nowhere else.
    const bool worded = !slider_->isHidden() && width() - others - words >= px(kNarrowSlider);
    from_->setVisible(worded);
    to_->setVisible(worded);
    const int slider =
        std::min(px(kSlider), std::max(px(kNarrowSlider), width() - others - (worded ? words : 0)));
    if (worded) {
        centred(from_, x, from_->sizeHint().width(), px(20));
        x += from_->sizeHint().width() + px(12);
    }
    const int margin = MirrorSlider::margin();
    centred(slider_, x - margin, slider + 2 * margin, height());
    x += slider + px(16);
    if (worded) {
        centred(to_, x, to_->sizeHint().width(), px(20));
        x += to_->sizeHint().width();
    }
    // Money is said in full before counts stand in their usual places.
    x += worded ? px(28) : px(14);
    const int right = width() - px(kPadding);
    const int each = worded
                         ? px(kCount)
                         : std::clamp((right - x - px(kNarrowMoney)) / 4, px(kLeastCount), px(kNarrowCount));
    for (LineFigure* figure : counts_) {
        centred(figure, x, each - px(4), px(40));
        x += each;
    }
    const int left = slider_->isHidden() ? px(kPadding) : counts_[0]->x();
    // By the room, not by the sentence: a drag changes words, not the place of the line.
    const bool oneLine = right - left >= px(kSentence);
    centred(sentence_, left, std::max(0, right - left), oneLine ? px(20) : px(40));
    centred(money_, x, std::max(0, right - x), px(40));
}

void OperatingLine::resizeEvent(QResizeEvent*) {
    place();
}

void OperatingLine::paintEvent(QPaintEvent*) {
    const Tokens& t = Theme::instance().tokens();
    QPainter painter(this);
    painter.fillRect(rect(), t.chrome);
    painter.fillRect(QRect(0, 0, width(), 1), t.line);
}

}  // namespace reckoner

#include "moc_operating_line.cpp"
