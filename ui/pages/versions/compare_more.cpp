#include "ui/pages/versions/compare_more.h"

#include <algorithm>
#include <cmath>

#include "core/wording/decide_sentences.h"
#include "core/wording/outcome_words.h"
#include "core/wording/segment_words.h"
#include "ui/pages/versions/compare_cases.h"
#include "ui/pages/versions/flip_table.h"
#include "ui/pages/versions/matrix_difference.h"
#include "ui/pages/versions/score_cloud.h"
#include "ui/pages/versions/versions_options.h"
#include "ui/session/point_on_screen.h"
#include "ui/shell/scaled.h"
#include "ui/widgets/mirror_slider.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

constexpr int kTitle = 24;
constexpr int kGap = 32;
constexpr int kStrip = 60;
constexpr int kBars = 50;
constexpr int kBody = 260;

}  // namespace

CompareMore::CompareMore(ReviewSession& session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      stripTitle_(new PlainLabel(tr("Where each is read"), this)),
      matrixTitle_(new PlainLabel(tr("Both matrices"), this)),
      cloudTitle_(new PlainLabel(tr("Score against score"), this)),
      flipTitle_(new PlainLabel({}, this)),
      matrix_(new MatrixDifference(this)),
      cloud_(new ScoreCloud(this)),
      flips_(new FlipTable(this)) {
    flipTitle_->setObjectName(QStringLiteral("flipTableTitle"));
    connect(flips_, &FlipTable::opened, this,
            [this](std::optional<std::size_t> segment, FlipTable::Kind kind) {
                const char* names[] = {"", "fixed", "broken", "still wrong", "still right"};
                versions::openFlipped(session_, *board_, segment, names[static_cast<std::size_t>(kind)]);
            });
    for (PlainLabel* title : {stripTitle_, matrixTitle_, cloudTitle_, flipTitle_})
        dress(title, 14, QFont::DemiBold, &Tokens::ink);
    for (std::size_t i = 0; i < strips_.size(); ++i) {
        Strip& strip = strips_[i];
        strip.name = new PlainLabel({}, this);
        strip.slider = new MirrorSlider(this);
        strip.value = new PlainLabel({}, this);
        dress(strip.name, 14, QFont::DemiBold, &Tokens::ink);
        dress(strip.value, 14, QFont::Normal, &Tokens::ink);
        strip.value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        strip.slider->setObjectName(QStringLiteral("versionStrip%1").arg(i));
        connect(strip.slider, &MirrorSlider::dragBegan, this, [this] { drag_ = session_.newDrag(); });
        connect(strip.slider, &MirrorSlider::chosen, this,
                [this, i](double threshold) { drag(i, threshold); });
        connect(strip.slider, &MirrorSlider::dragEnded, this, [this] { drag_ = 0; });
    }
    connect(&Theme::instance(), &Theme::changed, this, &CompareMore::place);
}

void CompareMore::setBoard(const VersionBoardPtr& board, const VersionWords& words,
                           const std::vector<RunId>& runs) {
    board_ = board;
    words_ = words;
    runs_ = runs;
    setVisible(board != nullptr);
    if (!board) return;
    matrix_->setBoard(board, words);
    const bool paired = !board->density.cells.empty();
    cloud_->setVisible(paired);
    cloudTitle_->setVisible(paired);
    if (paired) cloud_->setBoard(board, words);
    showStrips();
    refresh();
}

bool CompareMore::flipsShown() const {
    return board_ && board_->base().kind == VersionSide::Kind::Run &&
           board_->judged().kind == VersionSide::Kind::Run && board_->overlaps[board_->request.judged].paired;
}

void CompareMore::refresh() {
    const bool shown = flipsShown();
    flips_->setVisible(shown);
    flipTitle_->setVisible(shown);
    if (shown) {
        const std::string column = versions::shownColumn(session_.state(), *board_);
        showFlips(column);
        flipTitle_->setText(tr("Who changes from %1 to %2, %3")
                                .arg(qt(board_->base().name), qt(board_->judged().name),
                                     qt(pairThresholdText(*board_, board_->request.judged))));
    }
    place();
}

void CompareMore::showFlips(const std::string& column) {
    const EvalTable& table = *board_->base().run->request.table;
    FlipTable::Row all{{}, tr("All"), board_->flips[board_->request.judged], 0};
    for (const FlipGroup& flip : board_->changes)
        all.money += flip.cost;
    std::vector<FlipTable::Row> rows;
    for (std::size_t i = 0; i < board_->segments.size(); ++i) {
        const SideSegment& one = board_->segments[i];
        if (one.column != column) continue;
        const bool named = namedSegment(*board_, column, one.key, words_);
        rows.push_back(
            {i,
             qt(named ? versionSegmentName(*board_, column, one.key, words_) : segmentValueName(one.key))
                 .simplified(),
             one.flips, one.fixedCost + one.brokenCost + one.otherwiseCost});
    }
    flips_->setRows(column.empty() ? QString() : qt(capitalised(segmentColumnName(table, {column}))),
                    qt(capitalised(words_.words.samples)),
                    qt(capitalised(amountUnitText(*board_->judged().run, words_.words))), std::move(all),
                    std::move(rows));
}

void CompareMore::showStrips() {
    std::size_t used = 0;
    for (std::size_t side = 0; side < board_->request.sides.size(); ++side) {
        if (runs_[side] == 0) continue;
        const VersionSide& one = board_->request.sides[side];
        Strip& strip = strips_[used++];
        strip.run = runs_[side];
        strip.name->setText(qt(one.name));
        const double at = board_->thresholds[side];
        strip.value->setText(qt(shortThreshold(*one.run, at)));
        if (strip.drawn != one.run) {
            const ScoreHistogram bars = one.run->histogram(kBars);
            strip.slider->setBars(MirrorLook::Outcomes, {bars.lo, bars.hi, bars.positives, bars.negatives});
            strip.slider->setRounding([run = one.run](double raw) { return roundedThreshold(*run, raw); });
            strip.drawn = one.run;
        }
        strip.slider->setAccessibleName(tr("Threshold of %1").arg(qt(one.name)));
        strip.slider->setPoint(std::clamp(at, one.run->axisLo, one.run->axisHi), one.policy,
                               qt(pointSentence(*one.run, words_.words, at)));
    }
    for (std::size_t i = 0; i < strips_.size(); ++i) {
        const bool shown = i < used;
        strips_[i].name->setVisible(shown);
        strips_[i].slider->setVisible(shown);
        strips_[i].value->setVisible(shown);
        if (!shown) strips_[i].drawn.reset();
    }
}

// The one that is judged moves all of them while they share a threshold; any other gets one of its own.
void CompareMore::drag(std::size_t strip, double threshold) {
    const RunId run = strips_[strip].run;
    strips_[strip].value->setText(qt(shortThreshold(*strips_[strip].drawn, threshold)));
    session_.apply(
        [&](ReviewState& state) {
            const bool shared = board_->request.rule == ThresholdRule::Same && run == state.run;
            if (!shared && board_->request.rule != ThresholdRule::Own) {
                for (std::size_t side = 0; side < runs_.size(); ++side) {
                    if (runs_[side] == 0) continue;
                    const double at = board_->thresholds[side];
                    state.thresholds[runs_[side]] = at;
                    // Read at a threshold that is not its tiers' it is no longer read in tiers.
                    if (runs_[side] == state.run && at != session_.threshold()) setOneThreshold(state, at);
                }
                versions::setOption(state, versions::kRule, "own");
            }
            if (run == state.run)
                moveCounted(state, session_.policy(), threshold);
            else
                state.thresholds[run] = threshold;
        },
        drag_);
}

int CompareMore::heightFor() const {
    const int flips = flipsShown() ? scaled(kGap + kTitle + 4) + flips_->sizeHint().height() + scaled(16) : 0;
    return scaled(kTitle + 8 + kBody) + flips;
}

void CompareMore::resizeEvent(QResizeEvent*) {
    place();
}

void CompareMore::place() {
    const int gap = scaled(kGap);
    const int third = (width() - 2 * gap) / 3;
    const int title = scaled(kTitle);
    const int top = title + scaled(8);
    stripTitle_->setGeometry(0, 0, third, title);
    const int name = scaled(48);
    const int value = scaled(44);
    for (std::size_t i = 0; i < strips_.size(); ++i) {
        const int y = top + static_cast<int>(i) * scaled(kStrip);
        strips_[i].name->setGeometry(0, y, name, scaled(48));
        strips_[i].slider->setGeometry(name, y, std::max(40, third - name - value), scaled(48));
        strips_[i].value->setGeometry(third - value, y, value, scaled(48));
    }
    int x = third + gap;
    matrixTitle_->setGeometry(x, 0, third, title);
    matrix_->setGeometry(x, top, third, scaled(kBody));
    x += third + gap;
    cloudTitle_->setGeometry(x, 0, third, title);
    cloud_->setGeometry(x, top, third, scaled(kBody));
    const int flips = top + scaled(kBody + kGap);
    flipTitle_->setGeometry(0, flips, width(), title);
    flips_->setGeometry(-scaled(8), flips + title + scaled(4), width() + scaled(16),
                        flips_->sizeHint().height());
}

}  // namespace reckoner

#include "moc_compare_more.cpp"
