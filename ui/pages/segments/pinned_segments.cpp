#include "ui/pages/segments/pinned_segments.h"

#include <algorithm>
#include <functional>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPainter>
#include <QPushButton>

#include "core/wording/number_format.h"
#include "core/wording/outcome_words.h"
#include "core/wording/segment_words.h"
#include "ui/pages/segments/brushed_runs.h"
#include "ui/pages/segments/plain_table.h"
#include "ui/pages/segments/segment_curves.h"
#include "ui/pages/segments/segments_options.h"
#include "ui/session/point_on_screen.h"
#include "ui/shell/scaled.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/segmented_choice.h"

namespace reckoner {
namespace {

constexpr std::size_t kMost = 2;
constexpr const char* kKinds[] = {"", "precision", "cost", "roc"};

QString aucText(const RunAnalysis& run) {
    if (!run.ranking.rocAuc) return qt(valueOr(run.ranking.rocAuc, 2));
    const QString value = qt(fixed(*run.ranking.rocAuc, 2));
    if (!run.aucInterval) return value;
    return value + QStringLiteral(" (") + qt(fixed(run.aucInterval->ci95.lo, 2)) + QStringLiteral("–") +
           qt(fixed(run.aucInterval->ci95.hi, 2)) + QLatin1Char(')');
}

}  // namespace

std::vector<SegmentPin> pinsOf(const ReviewState& state) {
    std::vector<SegmentPin> pins;
    const QByteArray text = QByteArray::fromStdString(segments::option(state, segments::kPins));
    for (const QJsonValue& entry : QJsonDocument::fromJson(text).array()) {
        const SegmentPin pin{entry.toObject().value(QLatin1String("name")).toString().toStdString(),
                             entry.toObject().value(QLatin1String("where")).toString().toStdString()};
        if (!pin.where.empty() && pins.size() < kMost) pins.push_back(pin);
    }
    return pins;
}

void togglePin(ReviewState& state, const SegmentPin& pin) {
    std::vector<SegmentPin> pins = pinsOf(state);
    const auto found =
        std::find_if(pins.begin(), pins.end(), [&](const SegmentPin& one) { return one.where == pin.where; });
    if (found != pins.end()) {
        pins.erase(found);
    } else {
        if (pins.size() == kMost) pins.erase(pins.begin());
        pins.push_back(pin);
    }
    QJsonArray list;
    for (const SegmentPin& one : pins)
        list.append(
            QJsonObject{{QStringLiteral("name"), qt(one.name)}, {QStringLiteral("where"), qt(one.where)}});
    segments::setOption(
        state, segments::kPins,
        pins.empty() ? std::string() : QJsonDocument(list).toJson(QJsonDocument::Compact).toStdString());
}

PinnedSegments::PinnedSegments(ReviewSession& session, BrushedRuns& runs, QWidget* parent)
    : QWidget(parent),
      session_(session),
      runs_(runs),
      title_(new PlainLabel(tr("Pinned, curve by curve"), this)),
      hint_(new PlainLabel({}, this)),
      which_(new SegmentedChoice({tr("Recall"), tr("Precision"), tr("Cost each"), tr("ROC")}, this)),
      curves_(new SegmentCurves(this)),
      figures_(new PlainTable(this)) {
    setObjectName(QStringLiteral("pinnedSegments"));
    figures_->setObjectName(QStringLiteral("pinnedFigures"));
    figures_->setAccessibleName(tr("Figures of both segments"));
    which_->setObjectName(QStringLiteral("pinnedCurve"));
    which_->setAccessibleName(tr("Curve compared"));
    dress(title_, 14, QFont::DemiBold, &Tokens::ink);
    dress(hint_, 14, QFont::Normal, &Tokens::ink2);
    hint_->setWordWrap(true);
    for (std::size_t side = 0; side < 2; ++side) {
        tasks_[side] = new BackgroundTask(session.executor(), this);
        chips_[side] = new QPushButton(this);
        chips_[side]->setObjectName(QStringLiteral("pin%1").arg(side));
        setKind(chips_[side], "snap");
        connect(chips_[side], &QPushButton::clicked, this, [this, side] {
            session_.apply([&](ReviewState& state) { togglePin(state, sides_[side].pin); });
        });
    }
    connect(which_, &SegmentedChoice::chosenChanged, this, [this](int index) {
        session_.apply([&](ReviewState& state) {
            segments::setOption(state, segments::kPinCurve, kKinds[static_cast<std::size_t>(index)]);
        });
    });
    connect(&Theme::instance(), &Theme::changed, this, &PinnedSegments::layOut);
}

bool PinnedSegments::wanted() const {
    return !pinsOf(session_.state()).empty();
}

void PinnedSegments::refresh() {
    const std::vector<SegmentPin> pins = pinsOf(session_.state());
    const RunAnalysisPtr run = runs_.run();
    for (std::size_t side = 0; side < 2; ++side) {
        const SegmentPin pin = side < pins.size() ? pins[side] : SegmentPin{};
        if (sides_[side].pin == pin && sides_[side].of == run) continue;
        sides_[side] = {pin, run, nullptr, {}};
        analyseSide(side);
    }
    show();
}

void PinnedSegments::analyseSide(std::size_t side) {
    tasks_[side]->cancel();
    const Side& one = sides_[side];
    if (one.pin.where.empty() || !one.of) return;
    AnalysisRequest request = one.of->request;
    request.where =
        request.where.empty() ? one.pin.where : "(" + request.where + ") and (" + one.pin.where + ")";
    tasks_[side]->start(
        [request](const TaskContext& context) -> std::any { return analyse(request, context); },
        [this, side](std::any result) {
            sides_[side].run = std::any_cast<RunAnalysisPtr>(result);
            show();
        },
        [this, side](const Error& error) {
            sides_[side].failure = qt(error.what());
            show();
        });
}

void PinnedSegments::show() {
    const std::string kind = segments::option(session_.state(), segments::kPinCurve);
    const auto found = std::find(std::begin(kKinds), std::end(kKinds), kind);
    const int index = found == std::end(kKinds) ? 0 : static_cast<int>(found - std::begin(kKinds));
    which_->choose(index);
    curves_->setKind(static_cast<SegmentCurves::Kind>(index));
    const OperatingPoint point = pointOnScreen(session_);
    const double threshold = countedFrom(point);
    curves_->setSides({sides_[0].run, sides_[1].run}, point);
    for (std::size_t side = 0; side < 2; ++side) {
        const Side& one = sides_[side];
        chips_[side]->setVisible(!one.pin.where.empty());
        chips_[side]->setText((side == 0 ? QStringLiteral("— ") : QStringLiteral("┄ ")) +
                              qt(one.pin.name).simplified() + QStringLiteral("  ×"));
        chips_[side]->setAccessibleName(tr("Pinned: %1; press to take it away").arg(qt(one.pin.name)));
    }
    const bool both = !sides_[1].pin.where.empty();
    QString hint = both ? QString() : tr("Pin another segment: right-click its row, or P on it.");
    for (const Side& one : sides_)
        if (!one.failure.isEmpty()) hint = one.failure;
    hint_->setText(hint);
    hint_->setVisible(!hint.isEmpty());
    std::vector<PlainColumn> heads{{QString(), {}, 130, true}};
    for (const Side& one : sides_)
        if (!one.pin.where.empty()) heads.push_back({qt(one.pin.name).simplified(), {}, 124});
    const Vocabulary words = session_.words();
    const std::array<std::pair<QString, std::function<QString(const RunAnalysis&)>>, 7> lines{{
        {tr("n"), [](const RunAnalysis& run) { return qt(count(run.sweep->samples())); }},
        {tr("ROC AUC"), aucText},
        {tr("recall"),
         [&](const RunAnalysis& run) {
             return qt(hundredText(findMetric("recall")->value(run.sweep->at(threshold))));
         }},
        {tr("precision"),
         [&](const RunAnalysis& run) {
             return qt(hundredText(findMetric("precision")->value(run.sweep->at(threshold))));
         }},
        {qt(words.flagged),
         [&](const RunAnalysis& run) {
             return qt(percentText(findMetric("selection_rate")->value(run.sweep->at(threshold))));
         }},
        {tr("own best"),
         [](const RunAnalysis& run) {
             return run.best ? qt(shortThreshold(run, run.best->threshold)) : QStringLiteral("n/a");
         }},
        {tr("cost each"),
         [&](const RunAnalysis& run) {
             const double weight = run.weight();
             return weight > 0 ? qt(amountText(pointTotal(run, point) / weight)) : QStringLiteral("n/a");
         }},
    }};
    std::vector<PlainRow> rows;
    for (const auto& [name, figure] : lines) {
        PlainRow row;
        row.cells << name;
        for (const Side& one : sides_)
            if (!one.pin.where.empty()) row.cells << (one.run ? figure(*one.run) : QStringLiteral("…"));
        rows.push_back(std::move(row));
    }
    figures_->setColumns(heads);
    figures_->setRows(std::move(rows));
    layOut();
}

void PinnedSegments::resizeEvent(QResizeEvent*) {
    layOut();
}

void PinnedSegments::layOut() {
    const int left = scaled(24);
    const int wide = width() - left;
    int y = scaled(4);
    title_->setGeometry(left, y, wide, scaled(20));
    y += scaled(28);
    int x = left;
    for (QPushButton* chip : chips_) {
        if (chip->isHidden()) continue;
        const int size = std::min(chip->sizeHint().width(), wide);
        if (x + size > left + wide) {
            x = left;
            y += scaled(32);
        }
        chip->setGeometry(x, y, size, scaled(28));
        x += size + scaled(8);
    }
    y += scaled(36);
    if (!hint_->isHidden()) {
        hint_->setGeometry(left, y, wide, hint_->heightForWidth(wide));
        y += hint_->height() + scaled(8);
    }
    which_->setRoom(wide);
    which_->setGeometry(left, y, std::min(wide, which_->sizeHint().width()), scaled(28));
    y += scaled(36);
    const int tableHigh = figures_->heightWithin(scaled(28) + 7 * scaled(32));
    const int curves = std::clamp(height() - y - tableHigh - scaled(16), scaled(120), scaled(300));
    curves_->setGeometry(left, y, wide, curves);
    y += curves + scaled(8);
    figures_->setGeometry(left - scaled(8), y, wide + scaled(8) + figures_->barWidth(),
                          figures_->heightWithin(height() - y));
}

void PinnedSegments::paintEvent(QPaintEvent*) {
    const Tokens& t = Theme::instance().tokens();
    QPainter painter(this);
    painter.fillRect(rect(), t.page);
    painter.fillRect(QRect(0, 0, 1, height()), t.line);
}

}  // namespace reckoner

#include "moc_pinned_segments.cpp"
