#include "ui/pages/errors/case_scores.h"

#include <algorithm>
#include <cmath>

#include "core/wording/errors_case.h"
#include "core/wording/number_format.h"
#include "ui/widgets/outcome_marks.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/visible_text.h"

namespace reckoner {
namespace {

using parts::px;
using parts::write;

constexpr int kTitle = 24;
constexpr int kStrip = 22;
constexpr int kBarRow = 28;
constexpr int kBetween = 16;
constexpr std::size_t kMostClasses = 6;

int widest(const QFont& font, const std::vector<QString>& texts) {
    const QFontMetrics metrics(font);
    int width = 0;
    for (const QString& text : texts)
        width = std::max(width, metrics.horizontalAdvance(text) + 2);
    return width;
}

// Every cut-off the version decides by.
std::vector<double> cutoffsOf(const CaseScore& score, const CardView& view) {
    const auto point = score.decidesBy(view.point);
    if (!point) return {};
    if (point->tiers) return point->tiers->cutoffs;
    return std::isnan(point->threshold) ? std::vector<double>() : std::vector<double>{point->threshold};
}

}  // namespace

ScoreStrips::ScoreStrips(QWidget* parent) : CasePart(parent) {
    setObjectName(QStringLiteral("scoreStrips"));
    setAccessibleName(tr("Score in each version"));
}

bool ScoreStrips::hasSomething() const {
    return view_.facts && facts().task == Task::Binary && !facts().versions.empty();
}

QSize ScoreStrips::sizeHint() const {
    const int lines = view_.facts ? static_cast<int>(facts().versions.size()) : 0;
    return QSize(px(320), px(kTitle + kStrip * lines));
}

void ScoreStrips::paintEvent(QPaintEvent*) {
    if (!view_.facts) return;
    const Theme& theme = Theme::instance();
    const Tokens& t = theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    write(painter, QRectF(0, 0, width(), px(16)), Qt::AlignLeft, qt(scoresTitle(facts())), theme.font(12),
          t.ink3);
    std::vector<QString> names, decisions, scores;
    for (const CaseScore& version : facts().versions) {
        names.push_back(visibleLine(scoreName(version, facts())));
        scores.push_back(version.score ? qt(caseScore(*version.score, version.lo, version.hi)) : tr("n/a"));
        decisions.push_back(visibleLine(decisionWord(version, view_.point, view_.words)));
    }
    const QFont small = theme.font(12), strong = theme.font(12, QFont::DemiBold);
    const int nameWidth = std::min(width() / 3, std::max(px(20), widest(strong, names)));
    const int wordWidth = std::min(width() / 4, std::max(px(56), widest(strong, decisions)));
    const int scoreWidth = widest(strong, scores);
    const int left = nameWidth + px(12);
    const int right = width() - wordWidth - px(16) - scoreWidth - px(14);
    for (std::size_t i = 0; i < facts().versions.size(); ++i) {
        const CaseScore& version = facts().versions[i];
        const QRectF row(0, px(kTitle) + static_cast<int>(i) * px(kStrip), width(), px(kStrip));
        const QFont& font = version.shown ? strong : small;
        const QColor ink = version.shown ? t.ink : t.ink2;
        const auto box = [&row](int from, int wide) { return QRectF(from, row.y(), wide, row.height()); };
        write(painter, box(0, nameWidth), Qt::AlignLeft, names[i], font, ink);
        write(painter, box(right + px(14), scoreWidth), Qt::AlignRight, scores[i], font, ink);
        write(painter, box(width() - wordWidth, wordWidth), Qt::AlignLeft, decisions[i], font, ink);
        const qreal middle = std::round(row.center().y());
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.line);
        painter.drawRoundedRect(QRectF(left, middle - 1, right - left, 2), 1, 1);
        const auto x = [&](double value) {
            const double share = (value - version.lo) / (version.hi - version.lo);
            return left + (right - left) * std::clamp(share, 0.0, 1.0);
        };
        painter.setBrush(version.shown ? t.accent : t.baseline);
        for (const double cutoff : cutoffsOf(version, view_))
            painter.drawRect(QRectF(std::round(x(cutoff)) - 1, row.y(), 2, row.height()));
        if (!version.score) continue;
        QColor dot = t.baseline;
        const auto outcome = outcomeOf(facts(), view_.threshold);
        if (version.shown && outcome) dot = lookOf(*outcome).mark;
        painter.setPen(QPen(t.page, 1));
        painter.setBrush(dot);
        painter.drawEllipse(QPointF(x(*version.score), middle), px(5), px(5));
    }
}

ClassBars::ClassBars(QWidget* parent) : CasePart(parent) {
    setObjectName(QStringLiteral("classBars"));
    setAccessibleName(tr("Class scores in each version"));
}

bool ClassBars::hasSomething() const {
    return view_.facts && facts().task == Task::Multiclass && !facts().versions.empty();
}

std::vector<const CaseScore*> ClassBars::ordered() const {
    std::vector<const CaseScore*> result;
    for (auto version = facts().versions.rbegin(); version != facts().versions.rend(); ++version)
        result.push_back(&*version);
    std::stable_partition(result.begin(), result.end(), [](const CaseScore* score) { return score->shown; });
    return result;
}

std::vector<std::size_t> ClassBars::drawn(const CaseScore& score) const {
    const std::vector<std::string>& classes = facts().classes;
    const auto needed = [&](std::size_t c) {
        return classes[c] == facts().label || classes[c] == score.predicted;
    };
    std::vector<std::size_t> places(classes.size());
    for (std::size_t c = 0; c < places.size(); ++c)
        places[c] = c;
    const auto rank = [&](std::size_t c) {
        const double own = c < score.classScores.size() ? score.classScores[c] : 0;
        return std::isfinite(own) ? own : -1;
    };
    std::stable_sort(places.begin(), places.end(), [&](std::size_t a, std::size_t b) {
        if (needed(a) != needed(b)) return needed(a);
        return rank(a) > rank(b);
    });
    const std::size_t keep = score.classScores.empty() ? 2 : kMostClasses;
    if (places.size() > keep) places.resize(keep);
    if (score.classScores.empty()) std::erase_if(places, [&](std::size_t c) { return !needed(c); });
    std::sort(places.begin(), places.end());
    return places;
}

QSize ClassBars::sizeHint() const {
    int height = 0;
    if (view_.facts)
        for (const CaseScore& version : facts().versions)
            height += kTitle + kBarRow * static_cast<int>(drawn(version).size()) + kBetween;
    return QSize(px(300), px(std::max(0, height - kBetween)));
}

void ClassBars::paintVersion(QPainter& painter, const CaseScore& score, int top) {
    const Theme& theme = Theme::instance();
    const Tokens& t = theme.tokens();
    const std::vector<std::size_t> places = drawn(score);
    QString title = visibleLine(classScoresTitle(score, facts()));
    if (const std::size_t left = facts().classes.size() - places.size(); left > 0 && !places.empty())
        title = tr("%1 (the highest of %2)").arg(title, qt(count(facts().classes.size())));
    write(painter, QRectF(0, top, width(), px(16)), Qt::AlignLeft, title, theme.font(12), t.ink3);
    std::vector<QString> names;
    for (const std::size_t c : places)
        names.push_back(visibleLine(facts().classes[c]));
    const QFont small = theme.font(12), strong = theme.font(12, QFont::DemiBold);
    const int nameWidth = std::clamp(widest(strong, names), px(20), width() / 3);
    const int wordWidth = std::max(widest(strong, {tr("called"), tr("really")}), px(40));
    const int scoreWidth = widest(strong, {QStringLiteral("0.00")});
    const int left = nameWidth + px(12);
    const int right = width() - wordWidth - px(12) - scoreWidth - px(10);
    for (std::size_t i = 0; i < places.size(); ++i) {
        const std::string& name = facts().classes[places[i]];
        const bool called = name == score.predicted;
        const bool really = name == facts().label;
        const bool rightly = called && really;
        const int y = top + px(kTitle) + static_cast<int>(i) * px(kBarRow);
        const bool bold = score.shown && (called || really);
        const QFont& font = bold ? strong : small;
        write(painter, QRectF(0, y, nameWidth, px(20)), Qt::AlignLeft, names[i], font,
              score.shown ? t.ink : t.ink2);
        QColor text = t.ink2, mark = t.baseline;
        if (score.shown) {
            mark = really ? t.tpMark : called ? t.fpMark : t.baseline;
            text = really ? t.tpText : t.fpText;
        }
        const QString word = rightly  ? tr("rightly")
                             : called ? tr("called")
                             : really ? tr("really")
                                      : QString();
        write(painter, QRectF(width() - wordWidth, y, wordWidth, px(20)), Qt::AlignLeft, word,
              bold || called ? strong : small, text);
        if (places[i] >= score.classScores.size()) continue;
        const double own = score.classScores[places[i]];
        const QRectF track(left, y + px(4), right - left, px(12));
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.sunk);
        painter.drawRoundedRect(track, 2, 2);
        write(painter, QRectF(right + px(10), y, scoreWidth, px(20)), Qt::AlignRight,
              std::isfinite(own) ? qt(fixed(own, 2)) : tr("n/a"), font, score.shown ? t.ink : t.ink2);
        if (!std::isfinite(own) || own <= 0) continue;
        QRectF bar = track;
        bar.setWidth(std::max<qreal>(3, track.width() * std::min(own, 1.0)));
        painter.setPen(Qt::NoPen);
        painter.setBrush(mark);
        painter.drawRoundedRect(bar, 2, 2);
    }
}

void ClassBars::paintEvent(QPaintEvent*) {
    if (!view_.facts) return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    int top = 0;
    for (const CaseScore* version : ordered()) {
        paintVersion(painter, *version, top);
        top += px(kTitle) + px(kBarRow) * static_cast<int>(drawn(*version).size()) + px(kBetween);
    }
}

}  // namespace reckoner

#include "moc_case_scores.cpp"
