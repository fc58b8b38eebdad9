#include "ui/pages/decide/confidence_view.h"

#include <cmath>

#include <QPainter>
#include <QShortcut>

#include "core/metrics/score_histogram.h"
#include "core/wording/confidence_point.h"
#include "ui/pages/decide/confidence_chart.h"
#include "ui/pages/decide/decide_options.h"
#include "ui/style/theme.h"
#include "ui/widgets/mirror_slider.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/sentence_label.h"
#include "ui/widgets/threshold_field.h"

namespace reckoner {
namespace {

constexpr int kPadding = 24;
constexpr int kFoot = 132;
constexpr int kBars = 100;

int px(int size) {
    return qRound(size * Theme::instance().typeScale());
}

}  // namespace

ConfidenceView::ConfidenceView(const DecideParts& parts, QWidget* parent)
    : DecidePane(parent),
      session_(parts.session),
      costs_(parts.costs),
      headline_(new SentenceLabel(28, &Tokens::ink, 1, this)),
      detail_(new SentenceLabel(16, &Tokens::ink2, 1, this)),
      chart_(new ConfidenceChart(this)),
      slider_(new MirrorSlider(this)),
      from_(new PlainLabel(tr("trust every answer"), this)),
      to_(new PlainLabel(tr("only sure ones"), this)),
      field_(new ThresholdField(this)) {
    setObjectName(QStringLiteral("confidenceView"));
    headline_->setObjectName(QStringLiteral("confidenceHeadline"));
    detail_->setObjectName(QStringLiteral("confidenceDetail"));
    slider_->setAccessibleName(tr("Confidence, from trust every answer to only sure ones"));
    for (PlainLabel* label : {from_, to_})
        dress(label, 12, QFont::Medium, &Tokens::ink2);
    const auto began = [this] { drag_ = session_.newDrag(); };
    const auto ended = [this] { drag_ = 0; };
    connect(slider_, &MirrorSlider::dragBegan, this, began);
    connect(slider_, &MirrorSlider::dragEnded, this, ended);
    connect(slider_, &MirrorSlider::chosen, this, &ConfidenceView::choose);
    connect(slider_, &MirrorSlider::nudged, this, &ConfidenceView::nudge);
    connect(chart_, &ConfidenceChart::dragBegan, this, began);
    connect(chart_, &ConfidenceChart::dragEnded, this, ended);
    connect(chart_, &ConfidenceChart::chosen, this, [this](double raw) {
        if (drawn_) choose(roundedConfidence(*drawn_, raw));
    });
    connect(field_, &ThresholdField::thresholdTyped, this, &ConfidenceView::choose);
    connect(field_, &ThresholdField::nudged, this, &ConfidenceView::nudge);
    for (const auto& [key, direction] : {std::pair(Qt::Key_Comma, -1), std::pair(Qt::Key_BracketLeft, -1),
                                         std::pair(Qt::Key_Period, 1), std::pair(Qt::Key_BracketRight, 1)}) {
        auto* shortcut = new QShortcut(QKeySequence(key), this);
        connect(shortcut, &QShortcut::activated, this, [this, way = direction] { nudge(way); });
    }
    connect(&ClassDesk::of(session_), &ClassDesk::changed, this, [this] {
        if (!isHidden()) refresh({});
    });
    connect(&Theme::instance(), &Theme::changed, this, [this] { place(); });
}

ConfidenceView::~ConfidenceView() = default;

void ConfidenceView::choose(double value) {
    if (!drawn_ || std::isnan(value)) return;
    const double wanted = settledConfidence(*drawn_, value);
    if (wanted == confidenceOf(session_.state())) return;
    session_.apply([wanted](ReviewState& state) { setConfidence(state, wanted); }, drag_);
}

void ConfidenceView::nudge(int direction) {
    if (!drawn_) return;
    if (const auto next = neighbourConfidence(*drawn_, confidenceOf(session_.state()), direction))
        choose(*next);
}

bool ConfidenceView::wanted() const {
    return canDecide(session_) && hasManyClasses(session_) &&
           decide::option(session_.state(), decide::kBasis) == decide::kOnConfidence;
}

void ConfidenceView::refresh(Aspects) {
    if (!wanted()) return;
    const ClassAnalysisPtr run = ClassDesk::of(session_).analysis();
    const bool known = run && run->samples() > 0 && run->sweep->known();
    for (QWidget* child : std::initializer_list<QWidget*>{chart_, slider_, from_, to_, field_})
        child->setVisible(known);
    if (!known) {
        drawn_.reset();
        const bool without = run && run->samples() > 0;
        headline_->setSentence({{without ? "This run has no score for every class" : "Reading the run"}});
        detail_->setSentence(
            {{without ? "Without them no answer has a confidence: look at one class instead." : ""}});
        if (!ClassDesk::of(session_).failure().isEmpty())
            detail_->setSentence({{ClassDesk::of(session_).failure().toStdString()}});
        return;
    }
    if (run != drawn_) {
        drawn_ = run;
        const ScoreHistogram bars = scoreHistogram(run->sweep->answers(), run->axisLo, run->axisHi, kBars);
        slider_->setBars(MirrorLook::Confidence, {bars.lo, bars.hi, bars.positives, bars.negatives});
        slider_->setRounding([run](double raw) { return roundedConfidence(*run, raw); });
    }
    const double confidence = confidenceOf(session_.state());
    const double at = shownConfidence(*run, confidence);
    headline_->setSentence(confidenceHeadline(*run, confidence));
    detail_->setSentence({{confidenceDetail(*run, confidence, session_.words().samples)}});
    chart_->setFacts(run, confidence);
    slider_->setPoint(at, std::nullopt, headline_->text());
    field_->setThreshold(at, qt(confidenceText(*run, confidence)));
    place();
}

void ConfidenceView::place() {
    const int inner = width() - 2 * kPadding;
    headline_->setGeometry(kPadding, px(12), inner, px(36));
    detail_->setGeometry(kPadding, px(52), inner, px(24));
    const int foot = height() - px(kFoot);
    chart_->setGeometry(kPadding, px(96), inner, std::max(120, foot - px(96)));
    // The line runs from the chart through the slider: one scale, to the pixel.
    const PlotScale x = chart_->xScale();
    const int left = kPadding + qRound(x.from);
    const int right = kPadding + qRound(x.to);
    const int margin = MirrorSlider::margin();
    slider_->setGeometry(left - margin, foot + px(4), right - left + 2 * margin, px(56));
    const int row = foot + px(64);
    from_->setGeometry(left, row, from_->sizeHint().width(), px(20));
    to_->setGeometry(right - to_->sizeHint().width(), row, to_->sizeHint().width(), px(20));
    field_->setGeometry(left, row + px(26), px(88), px(28));
}

void ConfidenceView::resizeEvent(QResizeEvent*) {
    place();
}

void ConfidenceView::paintEvent(QPaintEvent*) {
    const Tokens& t = Theme::instance().tokens();
    QPainter painter(this);
    const int foot = height() - px(kFoot);
    painter.fillRect(QRect(0, foot, width(), px(kFoot)), t.chrome);
    painter.fillRect(QRect(0, foot, width(), 1), t.line);
}

}  // namespace reckoner

#include "moc_confidence_view.cpp"
