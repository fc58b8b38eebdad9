#include "ui/pages/segments/coverage_pane.h"

#include <algorithm>
#include <cmath>

#include <QPushButton>

#include "core/data/segment_filter.h"
#include "core/wording/coverage_words.h"
#include "core/wording/number_format.h"
#include "core/wording/run_names.h"
#include "core/wording/segment_words.h"
#include "ui/pages/segments/brushed_runs.h"
#include "ui/pages/segments/number_brush.h"
#include "ui/pages/segments/plain_table.h"
#include "ui/pages/segments/segments_options.h"
#include "ui/session/show_cases.h"
#include "ui/session/state_rules.h"
#include "ui/shell/choice_popup.h"
#include "ui/shell/scaled.h"
#include "ui/style/icons.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/progress_strip.h"
#include "ui/widgets/sentence_label.h"

namespace reckoner {
namespace {

constexpr int kPadding = 24;
constexpr int kReach = 8;
constexpr std::size_t kUnfolded = 6;

void setChevron(QPushButton* button) {
    button->setLayoutDirection(Qt::RightToLeft);
    button->setIcon(themedIcon(QStringLiteral("chevron-down"), Theme::instance().tokens().ink2, 14));
}

QString nameOf(const RunRow& row) {
    return qt(versionName(row.info.version)) + QStringLiteral(" · ") + qt(row.info.evalSet);
}

}  // namespace

CoveragePane::CoveragePane(ReviewSession& session, BrushedRuns& runs, QWidget* parent)
    : QWidget(parent),
      session_(session),
      runs_(runs),
      building_(session.executor(), this),
      headline_(new SentenceLabel(20, &Tokens::ink, 2, this)),
      summary_(new PlainLabel({}, this)),
      columns_(new PlainTable(this)),
      fold_(new QPushButton(this)),
      method_(new PlainLabel({}, this)),
      title_(new PlainLabel({}, this)),
      about_(new PlainLabel({}, this)),
      brush_(new NumberBrush(this)),
      values_(new PlainTable(this)),
      progress_(new ProgressStrip(this)),
      against_(new QPushButton(this)) {
    setObjectName(QStringLiteral("coveragePane"));
    headline_->setObjectName(QStringLiteral("coverageHeadline"));
    summary_->setObjectName(QStringLiteral("coverageSummary"));
    columns_->setObjectName(QStringLiteral("coverageColumns"));
    columns_->setAccessibleName(tr("Columns and what they cover"));
    values_->setObjectName(QStringLiteral("coverageValues"));
    values_->setAccessibleName(tr("Values of the column chosen"));
    fold_->setObjectName(QStringLiteral("coverageFold"));
    setKind(fold_, "link");
    method_->setObjectName(QStringLiteral("coverageMethod"));
    dress(method_, 12, QFont::Normal, &Tokens::ink3);
    method_->setWordWrap(true);
    connect(fold_, &QPushButton::clicked, this, [this] {
        session_.apply([](ReviewState& state) {
            const bool all = segments::option(state, segments::kCoverAll).empty();
            segments::setOption(state, segments::kCoverAll, all ? "1" : "");
        });
    });
    about_->setObjectName(QStringLiteral("coverageAbout"));
    against_->setObjectName(QStringLiteral("coverageAgainst"));
    dress(summary_, 14, QFont::Normal, &Tokens::ink2);
    dress(title_, 14, QFont::DemiBold, &Tokens::ink);
    dress(about_, 14, QFont::Normal, &Tokens::ink2);
    summary_->setWordWrap(true);
    about_->setWordWrap(true);
    setChevron(against_);
    progress_->follow(&building_, tr("Counting what the data covers"));
    connect(progress_, &ProgressStrip::cancelled, &building_, &BackgroundTask::cancel);
    connect(&building_, &BackgroundTask::runningChanged, this, &CoveragePane::layOut);
    connect(against_, &QPushButton::clicked, this, &CoveragePane::offerRuns);
    connect(columns_, &PlainTable::picked, this, [this](int row) {
        session_.apply([&](ReviewState& state) {
            segments::setOption(state, segments::kCoverColumn,
                                board_->columns()[shown_[static_cast<std::size_t>(row)]].column.name);
        });
    });
    connect(values_, &PlainTable::picked, this, &CoveragePane::openValue);
    connect(brush_, &NumberBrush::brushed, this, [this](double lo, double hi) {
        const std::string name = board_->columns()[column()].column.name;
        session_.apply([&](ReviewState& state) { segments::setBrush(state, name, lo, hi); });
    });
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        setChevron(against_);
        layOut();
    });
}

std::vector<QWidget*> CoveragePane::actions() const {
    return {against_};
}

// The run picked here, else the one the window compares with; 0: none.
RunId CoveragePane::other() const {
    const RunId picked =
        QString::fromStdString(segments::option(session_.state(), segments::kCoverAgainst)).toLongLong();
    const RunRow* row = session_.contents().run(picked);
    if (row && row->modelId == session_.state().model && picked != session_.state().run) return picked;
    return session_.state().baseline;
}

void CoveragePane::refresh(Aspects) {
    const RunAnalysisPtr run = runs_.run();
    if (!run) return;
    Wanted now{run, segments::coverColumns(session_.state(), *run->request.table), other()};
    const RunRow* row = session_.contents().run(now.other);
    against_->setText(row ? tr("Against %1").arg(nameOf(*row)) : tr("Against another run"));
    Q_EMIT actionsChanged();
    if (!(now == wanted_)) {
        wanted_ = std::move(now);
        board_.reset();
        build();
    }
    showReading();
}

void CoveragePane::build() {
    failure_.clear();
    const RunRow* row = session_.contents().run(wanted_.other);
    const std::string name = row ? nameOf(*row).toStdString() : std::string();
    building_.start(
        [store = session_.store(), wanted = wanted_, name](const TaskContext& context) -> std::any {
            CoverageRequest request{wanted.run, wanted.columns, {}, name};
            if (wanted.other != 0) request.other = store->openTable(wanted.other);
            return CoverageBoardPtr(CoverageBoard::build(std::move(request), context));
        },
        [this](std::any result) {
            board_ = std::any_cast<CoverageBoardPtr>(result);
            showReading();
        },
        [this](const Error& error) {
            failure_ = qt(error.what());
            showReading();
        });
}

void CoveragePane::showReading() {
    const bool shown = board_ && !std::isnan(session_.threshold());
    for (QWidget* part :
         std::initializer_list<QWidget*>{columns_, values_, title_, about_, summary_, method_})
        part->setVisible(shown);
    if (!shown) {
        brush_->hide();
        fold_->hide();
        headline_->setSentence({{failure_.isEmpty() ? tr("Counting what the data covers...").toStdString()
                                                    : failure_.toStdString()}});
        return layOut();
    }
    const MetricEntry& metric = segments::claimMetricOf(session_.state());
    claims_ = segmentClaims(*board_->segments(), board_->segments()->at(session_.threshold(), metric));
    findings_ = coverageFindings(*board_, claims_);
    headline_->setSentence(coverageHeadline(*board_, claims_, findings_, metric, session_.words()));
    summary_->setText(qt(coverageSummary(*board_, claims_, metric, session_.words())));
    method_->setText(qt(coverageMethod(metric)));
    showColumns();
    showColumn();
    layOut();
}

void CoveragePane::showColumns() {
    // What matters says the rest where room is short, and the column's own text.
    const bool missing = columnsWidth() >= scaled(710);
    const bool values = columnsWidth() >= scaled(790);
    std::vector<PlainColumn> heads{
        {tr("column"), {}, 124, true},
        {tr("what matters"), tr("The weightiest finding; the weightiest columns come first."), 250, true}};
    if (values)
        heads.push_back(
            {tr("values"), tr("Different values; numbers are cut into groups as in the table."), 76});
    if (missing) heads.push_back({tr("missing"), tr("Share of samples without a value."), 64});
    const bool compared = board_->request().other && columnsWidth() >= scaled(560);
    const bool thin = columnsWidth() >= scaled(470);
    if (compared)
        heads.push_back({tr("new or gone"),
                         tr("Values only in this run, and only in the other; of numbers the samples outside "
                            "the other's range."),
                         96});
    if (thin)
        heads.push_back({tr("too thin"),
                         tr("Groups that cannot tell even 20 points from the rest, of all groups."), 100});
    std::vector<PlainRow> rows;
    shown_.clear();
    const std::size_t chosen = column();
    const bool all = !segments::option(session_.state(), segments::kCoverAll).empty();
    std::size_t folded = 0;
    for (const std::size_t c : columnsByWeight(*board_, findings_)) {
        const CoverageRow row = coverageRow(*board_, c, claims_, findings_);
        // Few columns, or none with a finding: nothing is gained by folding.
        const bool many = board_->columns().size() > kUnfolded && !findings_.empty();
        if (!row.found && many && c != chosen) {
            ++folded;
            if (!all) continue;
        }
        PlainRow one;
        one.cells = {qt(row.name), qt(row.matters)};
        if (values) one.cells << qt(row.values);
        if (missing) one.cells << qt(row.missing);
        if (compared) one.cells << qt(row.elsewhere);
        if (thin) one.cells << qt(row.thin);
        one.quiet = !row.found;
        shown_.push_back(c);
        rows.push_back(std::move(one));
    }
    columns_->setColumns(heads);
    columns_->setRows(std::move(rows));
    const auto place = std::find(shown_.begin(), shown_.end(), chosen);
    columns_->choose(static_cast<int>(place - shown_.begin()));
    fold_->setVisible(folded > 0);
    fold_->setText(all ? tr("Hide columns with nothing odd") : qt(foldedText(folded)));
}

// The one picked, else the weightiest.
std::size_t CoveragePane::column() const {
    const std::string name = segments::option(session_.state(), segments::kCoverColumn);
    for (std::size_t c = 0; c < board_->columns().size(); ++c)
        if (board_->columns()[c].column.name == name) return c;
    return findings_.empty() ? 0 : findings_.front().column;
}

void CoveragePane::showColumn() {
    if (board_->columns().empty()) return;
    const std::size_t c = column();
    const ColumnCoverage& one = board_->columns()[c];
    const Vocabulary words = session_.words();
    const QString name = qt(segmentColumnName(*wanted_.run->request.table, {one.column.name}));
    title_->setText(name);
    QStringList about{qt(columnSentence(*board_, c, words))};
    const MetricEntry& metric = segments::claimMetricOf(session_.state());
    const bool first = !findings_.empty() && findings_.front().column == c;
    for (const CoverageFinding& finding : findings_) {
        // What the headline says already is not said twice; the first sentence says how concentrated it is.
        const bool said = first && &finding == &findings_.front();
        if (finding.column == c && !said && finding.kind != CoverageKind::Concentrated)
            about << qt(plain(findingSentence(*board_, claims_, finding, metric, words)));
    }
    if (const std::string range = rangeSentence(*board_, c); !range.empty()) about << qt(range);
    about_->setText(about.join(QLatin1Char(' ')));
    const auto& numbers = board_->bars()[c];
    brush_->setVisible(numbers.has_value());
    if (numbers) {
        brush_->setBars(*numbers, name);
        const auto brush = segments::brushOf(session_.state());
        brush_->setRange(brush && brush->column == one.column.name
                             ? std::optional(Interval{brush->lo, brush->hi})
                             : std::nullopt);
    }
    const bool compared = one.otherRows && !one.range && valuesWidth() >= scaled(440);
    const bool bars = valuesWidth() >= scaled(520);
    std::vector<PlainColumn> heads{
        {tr("value"), {}, 120, true}, {tr("share"), {}, bars ? 112 : 60, false, bars}, {tr("n"), {}, 52}};
    if (compared) heads.push_back({tr("n there"), tr("Samples of the other run."), 56});
    heads.push_back({tr("tells"), tr("The smallest difference from the rest this group can tell."), 76});
    heads.push_back(
        {tr("for 5 points"),
         tr("How many more samples of the group it takes to tell 5 points from the rest, mixed as now."),
         100});
    listed_ = one.largest();
    for (std::size_t i = 0; i < one.values.size(); ++i)
        if (!one.values[i].value) listed_.push_back(i);
    std::vector<PlainRow> rows;
    for (const std::size_t i : listed_) {
        const CoveredValue& value = one.values[i];
        const auto segment = board_->segmentOf(c, value.value);
        PlainRow row;
        row.cells = {value.value ? qt(groupLabel(*value.value)) : tr("missing"),
                     qt(coverageShare(value.rows, one.rows)), qt(count(value.rows))};
        if (compared) row.cells << (value.other ? qt(count(*value.other)) : QString());
        row.cells << (segment ? qt(tellsText(claims_[*segment])) : tr("n/a"));
        row.cells << (segment ? qt(claimText(claims_[*segment])) : tr("n/a"));
        if (bars)
            row.share = one.rows > 0 ? static_cast<double>(value.rows) / static_cast<double>(one.rows) : 0;
        row.quiet = value.rows == 0;
        if (segment && claims_[*segment].silent()) row.strong = static_cast<int>(row.cells.size()) - 2;
        rows.push_back(std::move(row));
    }
    values_->setColumns(heads);
    values_->setRows(std::move(rows));
}

void CoveragePane::offerRuns() {
    auto* popup = new ChoicePopup(tr("Run to compare the data with"), tr("Version or eval set"), this);
    popup->setObjectName(QStringLiteral("coverageRuns"));
    popup->setAttribute(Qt::WA_DeleteOnClose);
    std::vector<Choice> choices;
    for (const RunRow& row : session_.contents().runs) {
        if (row.modelId != session_.state().model || row.info.id == session_.state().run) continue;
        Choice choice;
        choice.title = qt(runName(row.info));
        choice.detail = qt(runDetail(row.info));
        choice.value = static_cast<qlonglong>(row.info.id);
        choice.current = row.info.id == other();
        choices.push_back(choice);
    }
    popup->setChoices(choices);
    connect(popup, &ChoicePopup::chosen, this, [this](const QVariant& value) {
        session_.apply([&](ReviewState& state) {
            segments::setOption(state, segments::kCoverAgainst, std::to_string(value.toLongLong()));
        });
    });
    popup->popUnder(against_, scaled(420));
}

void CoveragePane::openValue(int row, Qt::KeyboardModifiers) {
    const ColumnCoverage& one = board_->columns()[column()];
    const CoveredValue& value = one.values[listed_[static_cast<std::size_t>(row)]];
    if (value.rows == 0) return;
    Grouping::Key key;
    key.values = {value.value};
    std::vector<std::string> filters = segments::chipsOf(session_.state());
    for (std::string& filter : segmentFilters(*wanted_.run->request.table, {one.column.name}, key))
        filters.push_back(std::move(filter));
    showCases(session_, filters);
}

// --- layout ---

void CoveragePane::resizeEvent(QResizeEvent*) {
    if (board_ && !columns_->isHidden()) {
        showColumns();
        showColumn();
    }
    layOut();
}

int CoveragePane::valuesWidth() const {
    return std::clamp((width() - 2 * scaled(kPadding)) * 38 / 100, scaled(400), scaled(620));
}

int CoveragePane::columnsWidth() const {
    return width() - 2 * scaled(kPadding) - valuesWidth() - scaled(32);
}

void CoveragePane::layOut() {
    const int left = scaled(kPadding);
    const int wide = width() - 2 * left;
    int y = scaled(14);
    // Names are in bold, which is wider than the hint knows.
    const bool twoLines = headline_->sizeHint().width() * 21 / 20 > wide;
    headline_->setGeometry(left, y, wide, scaled(twoLines ? 56 : 30));
    y += scaled(twoLines ? 56 : 30);
    const int summaryHigh = summary_->heightForWidth(wide);
    summary_->setGeometry(left, y, wide, summaryHigh);
    y += summaryHigh + scaled(12);
    progress_->setVisible(building_.running());
    progress_->setGeometry(left, y, wide, progress_->sizeHint().height());
    const int foot = height() - scaled(12);
    const int gap = scaled(32);
    const int right = valuesWidth();
    const int tableWide = columnsWidth();
    const int foldHigh = fold_->isHidden() ? 0 : scaled(36);
    const int methodHigh = method_->heightForWidth(tableWide);
    const int tableHigh = columns_->heightWithin(foot - y - foldHigh - methodHigh - scaled(8));
    columns_->setGeometry(left - scaled(kReach), y, tableWide + 2 * scaled(kReach) + columns_->barWidth(),
                          tableHigh);
    fold_->setGeometry(left, y + tableHigh + scaled(4), std::min(tableWide, fold_->sizeHint().width()),
                       scaled(28));
    method_->setGeometry(left, foot - methodHigh, tableWide, methodHigh);
    const int x = left + tableWide + gap;
    title_->setGeometry(x, y + scaled(4), right, scaled(20));
    int line = y + scaled(28);
    const int aboutHigh = about_->heightForWidth(right);
    about_->setGeometry(x, line, right, aboutHigh);
    line += aboutHigh + scaled(8);
    if (!brush_->isHidden()) {
        brush_->setGeometry(x, line, right, brush_->sizeHint().height());
        line += brush_->sizeHint().height() + scaled(8);
    }
    values_->setGeometry(x - scaled(kReach), line, right + 2 * scaled(kReach) + values_->barWidth(),
                         values_->heightWithin(foot - line));
}

}  // namespace reckoner

#include "moc_coverage_pane.cpp"
