#include "ui/widgets/operating_bar.h"

#include <cmath>
#include <limits>

#include <QPainter>

#include "core/wording/decide_sentences.h"
#include "core/wording/step_sentences.h"
#include "ui/style/theme.h"
#include "ui/widgets/confusion_grid.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/score_slider.h"
#include "ui/widgets/sentence_label.h"
#include "ui/widgets/snap_buttons.h"
#include "ui/widgets/threshold_field.h"

namespace reckoner {
namespace {

constexpr int kHeight = 284;

int px(int size) {
    return qRound(size * Theme::instance().typeScale());
}

}  // namespace

OperatingBar::OperatingBar(QWidget* parent)
    : QWidget(parent),
      slider_(new ScoreSlider(this)),
      field_(new ThresholdField(this)),
      snaps_(new SnapButtons(this)),
      quality_(new SentenceLabel(16, &Tokens::ink, 1, this)),
      next_(new SentenceLabel(14, &Tokens::ink2, 1, this)),
      grid_(new ConfusionGrid(this)),
      note_(new SentenceLabel(12, &Tokens::ink3, 2, this)) {
    setObjectName(QStringLiteral("operatingBar"));
    setAccessibleName(tr("Operating point"));
    setAttribute(Qt::WA_OpaquePaintEvent);
    quality_->setObjectName(QStringLiteral("qualitySentence"));
    next_->setObjectName(QStringLiteral("nextStep"));
    note_->setObjectName(QStringLiteral("countsNote"));
    connect(slider_, &ScoreSlider::dragBegan, this, &OperatingBar::dragBegan);
    connect(slider_, &ScoreSlider::dragEnded, this, &OperatingBar::dragEnded);
    connect(slider_, &ScoreSlider::chosen, this, &OperatingBar::thresholdChosen);
    connect(slider_, &ScoreSlider::cutoffPicked, this, &OperatingBar::cutoffPicked);
    connect(slider_, &ScoreSlider::nudged, this, &OperatingBar::nudge);
    connect(field_, &ThresholdField::thresholdTyped, this, &OperatingBar::thresholdChosen);
    connect(field_, &ThresholdField::nudged, this, &OperatingBar::nudge);
    connect(snaps_, &SnapButtons::thresholdChosen, this, &OperatingBar::thresholdChosen);
    connect(grid_, &ConfusionGrid::chosenChanged, this, [this](std::optional<Cell> cell) {
        setChosenCell(cell);
        Q_EMIT cellChosen(cell);
    });
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        updateGeometry();
        place();
        update();
    });
}

QSize OperatingBar::sizeHint() const {
    return QSize(900, px(kHeight));
}

std::optional<double> OperatingBar::neighbour(const RunAnalysis& run, double threshold, int direction) {
    if (direction < 0) return run.sweep->below(threshold);
    if (const auto above = run.sweep->above(threshold)) return above;
    if (std::isinf(threshold)) return std::nullopt;
    return std::numeric_limits<double>::infinity();
}

void OperatingBar::nudge(int direction) {
    if (!facts_.shown()) return;
    if (const auto next = neighbour(*facts_.run, facts_.threshold, direction)) Q_EMIT thresholdChosen(*next);
}

void OperatingBar::setFacts(const OperatingFacts& facts) {
    const bool sameRun = facts.run == facts_.run && facts.policy == facts_.policy;
    facts_ = facts;
    for (QWidget* child : findChildren<QWidget*>(Qt::FindDirectChildrenOnly))
        child->setVisible(facts_.shown() && (child == slider_ || !facts_.tiers));
    update();
    if (!facts_.shown()) return;
    const RunAnalysis& run = *facts_.run;
    slider_->setFacts(facts_);
    if (facts_.tiers) return;
    grid_->setFacts(facts_);
    field_->setThreshold(facts_.threshold, qt(fullThreshold(run, facts_.threshold)));
    quality_->setSentence(qualitySentence(run, facts_.words, facts_.threshold));
    snaps_->setFacts(facts_);
    refreshNote();
    if (!sameRun) {
        place();
        return;
    }
    placeSentence();
    placeNext();
}

void OperatingBar::setScale(const PlotScale& scale, int rightColumn) {
    scale_ = scale;
    rightColumn_ = rightColumn;
    slider_->setScale(scale);
    place();
}

void OperatingBar::setLead(int pixels) {
    lead_ = pixels;
    place();
}

int OperatingBar::fieldRow() const {
    return px(188);
}

QRect OperatingBar::besideSlider() const {
    return QRect(rightColumn_, 1, width() - rightColumn_ - px(24), px(182));
}

void OperatingBar::setChosenCell(std::optional<Cell> cell) {
    chosen_ = cell;
    grid_->setChosen(cell);
    refreshNote();
    placeSentence();
}

void OperatingBar::refreshNote() {
    if (!facts_.shown() || facts_.tiers) return;
    const RunAnalysis& run = *facts_.run;
    const std::string text =
        chosen_ ? cellSentence(run, facts_.words, facts_.threshold, *chosen_) : countsNote(run, facts_.words);
    note_->setSentence({{text}});
}

void OperatingBar::place() {
    const int left = qRound(scale_.from);
    const int right = qRound(scale_.to);
    slider_->setGeometry(0, 1, std::min(width(), right + px(16)), px(182));
    const int row = fieldRow();
    field_->setGeometry(left + lead_, row, px(88), px(28));
    const int snaps = field_->geometry().right() + 1 + px(24);
    snaps_->setGeometry(snaps, row, std::max(0, (rightColumn_ > 0 ? rightColumn_ : width()) - 8 - snaps),
                        px(28));
    placeSentence();
    next_->setGeometry(left, px(255), width() - left - 24, px(20));
    placeNext();
    const QSize grid = grid_->sizeHint();
    grid_->setGeometry(rightColumn_, px(8), std::min(grid.width(), width() - rightColumn_ - 24),
                       grid.height());
    note_->setGeometry(rightColumn_ + px(56), px(215),
                       std::min(px(300), width() - rightColumn_ - px(56) - 24), px(32));
}

// Both neighbours where there is room for them, else of the other one the cost alone.
void OperatingBar::placeNext() {
    if (!facts_.shown()) return;
    for (const StepRoom room : {StepRoom::Wide, StepRoom::Narrow}) {
        next_->setSentence({{nextStepsSentence(*facts_.run, facts_.words, facts_.threshold, room)}});
        if (next_->sizeHint().width() <= next_->width()) return;
    }
    next_->setSentence({{nextStepSentence(*facts_.run, facts_.words, facts_.threshold)}});
    if (next_->sizeHint().width() <= next_->width()) return;
    next_->setSentence({{nextStepsSentence(*facts_.run, facts_.words, facts_.threshold, StepRoom::Brief)}});
}

// The sentence is not cut for the note beside it, which only repeats n, but for what was asked of a cell.
void OperatingBar::placeSentence() {
    const int left = qRound(scale_.from);
    const int besideNote = rightColumn_ - left - 24;
    const int boldFigures = px(16);
    const bool roomForNote = chosen_ || quality_->sizeHint().width() + boldFigures <= besideNote;
    note_->setVisible(roomForNote && facts_.shown() && !facts_.tiers);
    quality_->setGeometry(left, px(232), roomForNote ? besideNote : width() - left - 24, px(24));
}

void OperatingBar::resizeEvent(QResizeEvent*) {
    place();
}

void OperatingBar::paintEvent(QPaintEvent*) {
    const Tokens& t = Theme::instance().tokens();
    QPainter painter(this);
    painter.fillRect(rect(), t.chrome);
    painter.fillRect(QRect(0, 0, width(), 1), t.line);
}

}  // namespace reckoner

#include "moc_operating_bar.cpp"
