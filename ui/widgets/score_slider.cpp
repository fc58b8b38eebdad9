#include "ui/widgets/score_slider.h"

#include <algorithm>
#include <cmath>

#include <QFocusEvent>
#include <QPainter>

#include "core/wording/decide_sentences.h"
#include "core/wording/number_format.h"
#include "ui/charts/chart_paint.h"
#include "ui/style/theme.h"
#include "ui/widgets/keyboard_focus.h"
#include "ui/widgets/name_lines.h"
#include "ui/widgets/outcome_marks.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/tier_strip.h"

namespace reckoner {
namespace {

constexpr int kBars = 50;
// Heights of LOOK.md: bars 66 each side, 12 between them for the track.
constexpr qreal kTop = 11;
constexpr qreal kUpperBase = 77;
constexpr qreal kTrack = 83;
constexpr qreal kLowerBase = 89;
constexpr qreal kLowest = 156;
constexpr qreal kLineBottom = 162;
constexpr qreal kHandle = 11;

qreal px(qreal size) {
    return size * Theme::instance().typeScale();
}

}  // namespace

ScoreSlider::ScoreSlider(QWidget* parent) : HandleSlider(kHandle, parent) {
    setAccessibleName(tr("Threshold, from catches everything to only sure bets"));
    setObjectName(QStringLiteral("scoreSlider"));
}

void ScoreSlider::setFacts(const OperatingFacts& facts) {
    if (facts.shown() && facts.run != facts_.run) histogram_ = facts.run->histogram(kBars);
    facts_ = facts;
    if (facts_.shown()) {
        const RunAnalysis& run = *facts_.run;
        showValue(facts_.threshold);
        setAccessibleName(
            facts_.tiers ? tr("Cut-off %1 of %2").arg(facts_.cutoff + 1).arg(facts_.tiers->cutoffs.size())
                         : tr("Threshold, from catches everything to only sure bets"));
        setAccessibleDescription(qt(pointSentence(run, facts_.words, facts_.threshold)));
    }
    update();
}

void ScoreSlider::setScale(const PlotScale& scale) {
    scale_ = scale;
    update();
}

qreal ScoreSlider::handleX() const {
    if (!facts_.shown()) return scale_.from;
    return scale_.pixel(std::min(std::max(facts_.threshold, facts_.run->axisLo), facts_.run->axisHi));
}

qreal ScoreSlider::handleX(std::size_t cutoff) const {
    if (!facts_.shown() || !facts_.tiers) return handleX();
    const double at = facts_.tiers->cutoffs[cutoff];
    return scale_.pixel(std::min(std::max(at, facts_.run->axisLo), facts_.run->axisHi));
}

void ScoreSlider::paintBars(QPainter& painter) const {
    std::vector<BarPart> parts{{scale_.from, handleX(), TierAct::None},
                               {handleX(), scale_.to, TierAct::Automatic}};
    if (facts_.tiers) parts = barParts(*facts_.tiers, scale_, [this](std::size_t i) { return handleX(i); });
    paintReviewGround(painter, parts, px(kTop - 4), px(kLowest + 4));
    const qreal width = (scale_.to - scale_.from) / kBars;
    const auto side = [&](const std::vector<std::uint64_t>& bars, qreal base, qreal room, bool positive) {
        if (bars.empty()) return;
        const auto highest =
            static_cast<double>(std::max<std::uint64_t>(1, *std::max_element(bars.begin(), bars.end())));
        for (std::size_t i = 0; i < bars.size(); ++i) {
            if (bars[i] == 0) continue;
            const qreal from = scale_.from + width * static_cast<qreal>(i);
            const qreal to = from + width - 1;
            const qreal height = std::max(1.0, std::fabs(room) * static_cast<double>(bars[i]) / highest);
            const qreal top = room > 0 ? base : base - height;
            for (const BarPart& part : parts) {
                const qreal x1 = std::max(from, part.from), x2 = std::min(to, part.to);
                if (x2 > x1) painter.fillRect(QRectF(x1, top, x2 - x1, height), barColor(part.act, positive));
            }
        }
    };
    side(histogram_.positives, px(kUpperBase), -px(kUpperBase - kTop), true);
    side(histogram_.negatives, px(kLowerBase), px(kLowest - kLowerBase), false);
}

void ScoreSlider::paintClassNames(QPainter& painter) const {
    const Theme& theme = Theme::instance();
    const Tokens& t = theme.tokens();
    const RunAnalysis& run = *facts_.run;
    const Tally all = run.sweep->at(facts_.threshold);
    const qreal left = scale_.from - px(64);
    const QFont font = theme.font(14, QFont::DemiBold);
    const auto one = [&](const QString& name, std::uint64_t n, qreal y) {
        const QStringList lines = nameLines(name, QFontMetricsF(font), px(58));
        if (lines.size() > 1) y -= px(9);
        for (const QString& line : lines) {
            paintText(painter, QRectF(left, y, px(60), px(20)), Qt::AlignLeft | Qt::AlignVCenter, line, font,
                      t.ink);
            y += px(18);
        }
        paintText(painter, QRectF(left, y, px(60), px(16)), Qt::AlignLeft | Qt::AlignVCenter, qt(count(n)),
                  theme.font(12), t.ink3);
    };
    one(qt(run.rows.positive), all.positives(), px(34));
    one(otherClass(run), all.negatives(), px(98));
}

// Where a label of this width, mark and all, stands over bars of at most `share` of the highest; as far right
// as can be, `usual` where there is no such place.
qreal ScoreSlider::overLowBars(const std::vector<std::uint64_t>& bars, qreal width, qreal share,
                               qreal usual) const {
    if (bars.empty()) return usual;
    const double most = static_cast<double>(*std::max_element(bars.begin(), bars.end())) * share;
    const qreal bar = (scale_.to - scale_.from) / static_cast<qreal>(bars.size());
    const qreal lead = px(18) + 4;  // mark and gap before the words
    const auto low = [&](qreal x) {
        const auto first = static_cast<std::ptrdiff_t>((x - lead - scale_.from) / bar);
        const auto last = static_cast<std::ptrdiff_t>((x + width + 6 - scale_.from) / bar);
        for (std::ptrdiff_t i = std::max<std::ptrdiff_t>(0, first); i <= last; ++i)
            if (i < std::ssize(bars) && static_cast<double>(bars[static_cast<std::size_t>(i)]) > most)
                return false;
        return true;
    };
    if (low(usual)) return usual;
    for (qreal x = scale_.to - px(8) - width; x - lead > scale_.from; x -= bar)
        if (low(x)) return x;
    return usual;
}

void ScoreSlider::paintCounts(QPainter& painter) const {
    const Theme& theme = Theme::instance();
    const Tally t = facts_.run->sweep->at(facts_.threshold);
    const Vocabulary& w = facts_.words;
    const QFont font = theme.font(12, QFont::DemiBold);
    const auto text = [](std::uint64_t n, const std::string& word) { return qt(count(n) + " " + word); };
    const std::string alarm =
        t.fp.n == 1 || w.falseAlarm != Vocabulary{}.falseAlarm ? w.falseAlarm : w.falseAlarmMany;
    const std::string missed = w.missed.substr(0, w.missed.find(' '));
    const QString caught = text(t.tp.n, w.caught);
    const QString wrongly = text(t.fp.n, alarm);
    // The right-hand labels start together, so that digits and not the labels move; one that bars would stand
    // behind goes to where they are low.
    const qreal alarmWidth = textSize(text(t.negatives(), alarm), font).width();
    const qreal caughtWidth = textSize(text(t.positives(), w.caught), font).width();
    const qreal right = scale_.to - px(8) - std::max(alarmWidth, caughtWidth);
    const qreal caughtAt =
        overLowBars(histogram_.positives, caughtWidth, px(kUpperBase - 31) / px(kUpperBase - kTop), right);
    const qreal alarmAt =
        overLowBars(histogram_.negatives, alarmWidth, px(131 - kLowerBase) / px(kLowest - kLowerBase), right);
    const auto one = [&](Cell cell, const QString& label, qreal x, qreal y) {
        const qreal side = px(12);
        const QRectF mark(x - side - px(6), px(y) + px(8) - side / 2, side, side);
        // On a ground of its own: bars may stand behind it.
        QColor ground = theme.tokens().chrome;
        ground.setAlphaF(0.86F);
        painter.setPen(Qt::NoPen);
        painter.setBrush(ground);
        painter.drawRoundedRect(QRectF(mark.left() - 4, px(y) - 2,
                                       x - mark.left() + 8 + textSize(label, font).width(), px(16) + 4),
                                4, 4);
        paintMark(painter, cell, mark);
        paintText(painter, QRectF(x, px(y), 10, px(16)), Qt::AlignLeft | Qt::AlignVCenter, label, font,
                  lookOf(cell).text);
    };
    // A label the line would cross goes to the line's other side.
    const qreal line = handleX();
    const QString missedText = text(t.fn.n, missed);
    const qreal missedWidth = textSize(missedText, font).width();
    const qreal first = scale_.from + px(18) + 2;
    const bool missedFits = line - 8 > first + missedWidth;
    // Beside a narrow right half there is no room for it: the matrix has the number.
    const bool missedRoom =
        missedFits || line + px(18) + 18 + missedWidth < std::min(caughtAt, right) - px(18);
    if (missedRoom)
        one(Cell::Missed, missedText, missedFits ? first : std::max(first, line + px(18) + 14), 13);
    const auto rightLabel = [&](Cell cell, const QString& label, qreal wanted, qreal y) {
        qreal from = wanted;
        if (line + 8 >= wanted - px(18) - 4) from = right;
        if (line + 8 >= right - px(18) - 4) from = std::min(right, line - 12 - textSize(label, font).width());
        one(cell, label, from, y);
    };
    rightLabel(Cell::Caught, caught, caughtAt, 13);
    rightLabel(Cell::FalseAlarm, wrongly, alarmAt, 133);
}

void ScoreSlider::paintHandle(QPainter& painter, qreal x, bool active) const {
    const Tokens& t = Theme::instance().tokens();
    const qreal y = px(kTrack);
    painter.setPen(QPen(t.accent, active ? 2 : 1.5, Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(QPointF(x, 1), QPointF(x, px(kLineBottom)));
    const qreal radius = active ? this->radius() : kHandle;
    painter.setPen(QPen(t.accent, 2));
    painter.setBrush(t.page);
    painter.drawEllipse(QPointF(x, y), radius - 1, radius - 1);
    painter.setPen(QPen(t.accent, 1.5));
    for (const qreal grip : {-2.5, 2.5})
        painter.drawLine(QPointF(x + grip, y - 4), QPointF(x + grip, y + 4));
    if (!active || !keyboardFocus(this)) return;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(t.ink, 1));
    painter.drawEllipse(QPointF(x, y), radius + 2.5, radius + 2.5);
}

void ScoreSlider::paintPolicyLine(QPainter& painter, double threshold) const {
    const double shown = std::min(std::max(threshold, facts_.run->axisLo), facts_.run->axisHi);
    const qreal at = std::floor(scale_.pixel(shown)) + 0.5;
    painter.setPen(QPen(Theme::instance().tokens().ink, 1));
    painter.drawLine(QPointF(at, px(kTop)), QPointF(at, px(kLowest + 2)));
}

void ScoreSlider::paintTrack(QPainter& painter) const {
    const Tokens& t = Theme::instance().tokens();
    const qreal y = px(kTrack);
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.tnMark);
    painter.drawRoundedRect(QRectF(scale_.from, y - 2, scale_.to - scale_.from, 4), 2, 2);
    if (facts_.tiers) {
        paintTierTrack(painter, barParts(*facts_.tiers, scale_, [this](std::size_t i) { return handleX(i); }),
                       y);
    } else {
        painter.setBrush(t.accent);
        painter.drawRoundedRect(QRectF(handleX(), y - 2, scale_.to - handleX(), 4), 2, 2);
    }
    if (facts_.policy) paintPolicyLine(painter, *facts_.policy);
    if (facts_.policyTiers)
        for (const double cutoff : facts_.policyTiers->cutoffs)
            paintPolicyLine(painter, cutoff);
    if (facts_.tiers)
        for (std::size_t i = 0; i < facts_.tiers->cutoffs.size(); ++i)
            if (i != facts_.cutoff) paintHandle(painter, handleX(i), false);
    paintHandle(painter, handleX(), true);
}

void ScoreSlider::paintEvent(QPaintEvent*) {
    if (!facts_.shown()) return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintClassNames(painter);
    paintBars(painter);
    if (!facts_.tiers) paintCounts(painter);
    paintTrack(painter);
    const Theme& theme = Theme::instance();
    const QRectF ends(scale_.from, px(164), scale_.to - scale_.from, px(16));
    if (facts_.tiers) {
        paintTierNames(painter, *facts_.tiers,
                       barParts(*facts_.tiers, scale_, [this](std::size_t i) { return handleX(i); }), ends);
        return;
    }
    paintText(painter, ends, Qt::AlignLeft | Qt::AlignVCenter, tr("catches everything"),
              theme.font(12, QFont::Medium), theme.tokens().ink2);
    paintText(painter, ends, Qt::AlignRight | Qt::AlignVCenter, tr("only sure bets"),
              theme.font(12, QFont::Medium), theme.tokens().ink2);
}

std::optional<HandleSlider::Axis> ScoreSlider::axis() const {
    if (!facts_.shown()) return std::nullopt;
    return Axis{facts_.run->axisLo, facts_.run->axisHi};
}

double ScoreSlider::chosenAt(double x) const {
    return roundedThreshold(*facts_.run, scale_.value(x));
}

std::optional<double> ScoreSlider::handleUnder(double x) const {
    const auto handles = handlesAt(x);
    return handles ? std::optional(handleX(handles->first)) : std::nullopt;
}

bool ScoreSlider::reaches(QPointF at) const {
    return at.x() >= scale_.from - kHandle && at.x() <= scale_.to + kHandle && at.y() <= px(kLineBottom);
}

std::optional<std::pair<std::size_t, std::size_t>> ScoreSlider::handlesAt(qreal x) const {
    const std::size_t handles = facts_.tiers ? facts_.tiers->cutoffs.size() : 1;
    qreal nearest = std::fabs(x - handleX(0));
    for (std::size_t i = 1; i < handles; ++i)
        nearest = std::min(nearest, std::fabs(x - handleX(i)));
    std::optional<std::pair<std::size_t, std::size_t>> found;
    for (std::size_t i = 0; i < handles; ++i) {
        if (!near(x, handleX(i)) || std::fabs(x - handleX(i)) > nearest + 0.5) continue;
        if (!found) found = {i, i};
        found->second = i;
    }
    return found;
}

void ScoreSlider::pick(std::size_t cutoff) {
    if (facts_.tiers && cutoff != facts_.cutoff) Q_EMIT cutoffPicked(static_cast<int>(cutoff));
}

std::optional<double> ScoreSlider::take(double x) {
    pressedAt_ = x;
    const auto handles = handlesAt(x);
    undecided_ = handles && handles->first != handles->second ? handles : std::nullopt;
    if (handles && !undecided_) pick(handles->first);
    if (!handles && facts_.tiers) {
        std::size_t nearest = 0;
        for (std::size_t i = 1; i < facts_.tiers->cutoffs.size(); ++i)
            if (std::fabs(x - handleX(i)) < std::fabs(x - handleX(nearest))) nearest = i;
        pick(nearest);
    }
    return handles ? std::optional(handleX(handles->first)) : std::nullopt;
}

void ScoreSlider::drag(double x) {
    if (undecided_ && x != pressedAt_) {
        pick(x > pressedAt_ ? undecided_->second : undecided_->first);
        undecided_.reset();
    }
    if (!undecided_) HandleSlider::drag(x);
}

bool ScoreSlider::focusNextPrevChild(bool next) {
    if (!facts_.shown() || !facts_.tiers) return HandleSlider::focusNextPrevChild(next);
    if (next ? facts_.cutoff + 1 >= facts_.tiers->cutoffs.size() : facts_.cutoff == 0)
        return HandleSlider::focusNextPrevChild(next);
    pick(next ? facts_.cutoff + 1 : facts_.cutoff - 1);
    return true;
}

void ScoreSlider::focusInEvent(QFocusEvent* event) {
    HandleSlider::focusInEvent(event);
    if (!facts_.shown() || !facts_.tiers) return;
    if (event->reason() == Qt::TabFocusReason) pick(0);
    if (event->reason() == Qt::BacktabFocusReason) pick(facts_.tiers->cutoffs.size() - 1);
}

}  // namespace reckoner

#include "moc_score_slider.cpp"
