#include "ui/pages/versions/class_compare_pane.h"

#include <algorithm>

#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>

#include "core/data/filter_text.h"
#include "core/data/segment_filter.h"
#include "core/wording/decide_sentences.h"
#include "core/wording/segment_words.h"
#include "ui/pages/versions/class_compare_desk.h"
#include "ui/pages/versions/class_matrix_difference.h"
#include "ui/pages/versions/column_popup.h"
#include "ui/pages/versions/compare_heading.h"
#include "ui/pages/versions/compare_table.h"
#include "ui/pages/versions/flip_table.h"
#include "ui/pages/versions/requirement_desk.h"
#include "ui/pages/versions/versions_options.h"
#include "ui/session/cohort_desk.h"
#include "ui/session/show_cases.h"
#include "ui/session/state_rules.h"
#include "ui/shell/scaled.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/progress_strip.h"
#include "ui/widgets/tone_label.h"

namespace reckoner {
namespace {

constexpr int kPadding = 24;
constexpr int kReach = 8;
constexpr int kTitle = 24;
constexpr int kGap = 32;

}  // namespace

ClassComparePane::ClassComparePane(ReviewSession& session, RequirementDesk& requirements, QWidget* parent)
    : QWidget(parent),
      session_(session),
      requirements_(requirements),
      desk_(new ClassCompareDesk(session, this)),
      headline_(new ToneLabel(28, 2, this)),
      reasons_(new ToneLabel(14, 2, this)),
      overlap_(new InlineMessage(this)),
      progress_(new ProgressStrip(this)),
      area_(new QScrollArea(this)),
      sheet_(new QWidget(area_)),
      table_(new CompareTable(sheet_)),
      more_(new QPushButton(sheet_)),
      matrixTitle_(new PlainLabel(tr("Both matrices and their difference"), sheet_)),
      matrix_(new ClassMatrixDifference(sheet_)),
      flipTitle_(new PlainLabel({}, sheet_)),
      by_(new QPushButton(sheet_)),
      flips_(new FlipTable(sheet_)) {
    setObjectName(QStringLiteral("classComparePane"));
    headline_->setObjectName(QStringLiteral("classHeadline"));
    reasons_->setObjectName(QStringLiteral("classReasons"));
    overlap_->setObjectName(QStringLiteral("classOverlap"));
    overlap_->hide();
    table_->setObjectName(QStringLiteral("classTable"));
    more_->setObjectName(QStringLiteral("classMore"));
    more_->setAccessibleName(tr("More figures"));
    flips_->setObjectName(QStringLiteral("classFlips"));
    by_->setObjectName(QStringLiteral("classFlipsBy"));
    by_->setAccessibleName(tr("The column by which changes are split"));
    area_->setObjectName(QStringLiteral("classArea"));
    area_->setAccessibleName(tr("The comparison of all classes"));
    for (PlainLabel* title : {matrixTitle_, flipTitle_})
        dress(title, 14, QFont::DemiBold, &Tokens::ink);
    for (QPushButton* link : {more_, by_}) {
        setKind(link, "small");
        link->setCursor(Qt::PointingHandCursor);
    }
    area_->setWidget(sheet_);
    area_->setFrameShape(QFrame::NoFrame);
    area_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area_->viewport()->setAutoFillBackground(false);
    sheet_->setAutoFillBackground(false);
    progress_->follow(&desk_->task(), tr("Comparing the versions"));
    connect(desk_, &ClassCompareDesk::changed, this, &ClassComparePane::showBoard);
    connect(&requirements_, &RequirementDesk::changed, this, [this] {
        if (!isHidden()) showHeadline();
        place();
    });
    connect(progress_, &ProgressStrip::cancelled, &desk_->task(), &BackgroundTask::cancel);
    connect(&desk_->task(), &BackgroundTask::runningChanged, this, &ClassComparePane::place);
    connect(overlap_, &InlineMessage::closed, this, &ClassComparePane::place);
    connect(table_, &CompareTable::opened, this, &ClassComparePane::openRow);
    connect(matrix_, &ClassMatrixDifference::opened, this, &ClassComparePane::openCell);
    connect(flips_, &FlipTable::opened, this,
            [this](std::optional<std::size_t> segment, FlipTable::Kind kind) {
                const char* names[] = {"", "fixed", "broken", "still wrong", "still right"};
                openFlips(segment, names[static_cast<std::size_t>(kind)]);
            });
    connect(by_, &QPushButton::clicked, this, &ClassComparePane::offerColumns);
    connect(more_, &QPushButton::clicked, this, [this] {
        session_.apply([](ReviewState& state) {
            const bool all = versions::option(state, versions::kMore) == "1";
            versions::setOption(state, versions::kMore, all ? "" : "1");
        });
    });
    connect(&Theme::instance(), &Theme::changed, this, &ClassComparePane::place);
}

void ClassComparePane::refresh(Aspects aspects) {
    if (isHidden()) return;
    if (aspects & Aspects(Aspect::Store)) requirements_.forget();
    desk_->refresh();
    const bool waiting = desk_->stale();
    table_->setStale(waiting);
    if (!desk_->board() || !waiting) showBoard();
}

VersionWords ClassComparePane::words() const {
    return {session_.words(), CohortDesk::of(session_).cohorts()};
}

QStringList ClassComparePane::notes() const {
    QStringList notes;
    for (const versions::SideChoice& side : desk_->choices().sides) {
        const RunRow* row = session_.contents().run(side.run);
        notes << (row ? qt(row->info.algorithm) : QString());
    }
    return notes;
}

std::string ClassComparePane::column() const {
    const std::vector<std::string>& columns = desk_->board()->request.columns;
    const std::string chosen = versions::option(session_.state(), versions::kBy);
    if (std::find(columns.begin(), columns.end(), chosen) != columns.end()) return chosen;
    return columns.empty() ? std::string() : columns.front();
}

void ClassComparePane::showBoard() {
    const ClassBoardPtr board = desk_->board();
    showHeadline();
    overlap_->hide();
    int hidden = 0;
    const bool all = versions::option(session_.state(), versions::kMore) == "1";
    if (board) {
        const std::string partial = classOverlapSentence(*board, words());
        if (!partial.empty()) overlap_->say(qt(partial));
        CompareSheet sheet = sheetOf(*board, words(), notes(), all);
        hidden = sheet.hidden;
        table_->setSheet(std::move(sheet));
        more_->setText(all ? tr("Fewer figures") : tr("%1 more figures").arg(hidden));
        matrix_->setBoard(board);
        showFlips();
    }
    for (QWidget* part :
         {static_cast<QWidget*>(table_), static_cast<QWidget*>(matrixTitle_), static_cast<QWidget*>(matrix_)})
        part->setVisible(board != nullptr);
    more_->setVisible(board && (all || hidden > 0));
    const bool paired = board && board->overlaps[board->request.judged].paired;
    for (QWidget* part : {static_cast<QWidget*>(flipTitle_), static_cast<QWidget*>(flips_)})
        part->setVisible(paired);
    by_->setVisible(paired && !board->segments.empty());
    place();
}

void ClassComparePane::showHeadline() {
    const ClassBoardPtr board = desk_->board();
    if (!board) {
        const bool alone = !session_.baselineRow();
        headline_->setWords({{!desk_->failure().isEmpty() ? desk_->failure()
                              : alone ? tr("One version is nothing to compare: import another on the same "
                                           "samples, or choose one above.")
                                      : tr("Comparing the versions...")}});
        reasons_->setWords({});
        return;
    }
    requirements_.refresh(0);
    const std::vector<JudgedRequirement> judged = requirements_.judged();
    const VersionVerdict verdict = classVerdict(*board, judged);
    const bool good = verdict.overall == Verdict::Better && !verdict.segmentRow;
    headline_->setSentence(classHeadline(*board, verdict, judged, words()), &Tokens::ink,
                           good || verdict.advice == Advice::Ship ? &Tokens::better : &Tokens::fnText);
    const auto row = session_.runRow();
    reasons_->setWords(
        {{qt(classReasons(*board, verdict, judged, words(), row ? row->info.changelog : std::string())),
          &Tokens::ink2, QFont::Normal}});
}

void ClassComparePane::showFlips() {
    const ClassBoardPtr board = desk_->board();
    const std::string by = column();
    std::vector<FlipTable::Row> rows;
    for (std::size_t i = 0; i < board->segments.size(); ++i)
        if (board->segments[i].column == by)
            rows.push_back(
                {i, qt(segmentValueName(board->segments[i].key)).simplified(), board->segments[i].flips, 0});
    const EvalTable& table = *board->base().table;
    const QString name = by.empty() ? QString() : qt(segmentColumnName(table, {by}));
    flips_->setRows(by.empty() ? QString() : qt(capitalised(name.toStdString())),
                    qt(capitalised(words().words.samples)), {}, {{}, tr("All"), board->flips, 0},
                    std::move(rows));
    flipTitle_->setText(
        tr("Who changes from %1 to %2").arg(qt(board->base().name), qt(board->judged().name)));
    by_->setText(tr("by %1").arg(name));
}

void ClassComparePane::offerColumns() {
    const ClassBoardPtr board = desk_->board();
    versions::offerColumns(session_, *board->base().table, board->request.columns, column(), by_);
}

// --- to the cases ---

// Those of a class that the judged version gets wrong.
void ClassComparePane::openRow(std::size_t row) {
    const ClassRow& one = desk_->board()->rows[row];
    showCases(session_, {},
              "label = " + filterText(one.classOf) + " and predicted != " + filterText(one.classOf));
}

void ClassComparePane::openCell(std::size_t truth, std::size_t called) {
    const std::vector<std::string>& classes = desk_->board()->classes;
    showCases(session_, {},
              "label = " + filterText(classes[truth]) + " and predicted = " + filterText(classes[called]));
}

void ClassComparePane::openFlips(std::optional<std::size_t> segment, const std::string& flip) {
    const ClassBoardPtr board = desk_->board();
    std::vector<std::string> filters;
    if (segment) {
        const ClassFlips& one = board->segments[*segment];
        const EvalTable& table = *board->judged().table;
        if (!table.find(one.column)) return;
        filters = segmentFilters(table, {one.column}, one.key);
    }
    if (!flip.empty()) filters.push_back("flip = " + filterText(flip));
    showCases(session_, filters);
}

void ClassComparePane::resizeEvent(QResizeEvent*) {
    place();
}

void ClassComparePane::place() {
    const int left = scaled(kPadding);
    const int wide = width() - 2 * left;
    int y = versions::placeWords(headline_, reasons_, {left, wide}, scaled(14)) + scaled(10);
    y = versions::placeNews(overlap_, progress_, desk_->task().running() && !desk_->board(), {left, wide}, y);
    area_->setGeometry(0, y, width(), std::max(0, height() - y));
    const int bar = area_->verticalScrollBar()->sizeHint().width();
    const int table = table_->sizeHint().height();
    const int more = more_->isHidden() ? scaled(12) : scaled(36);
    const int top = table + more + scaled(8);
    const int title = scaled(kTitle);
    const QSize matrix = matrix_->sizeHint();
    const QSize flips = flips_->sizeHint();
    // Side by side where both fit, else one under the other.
    const bool beside = wide >= scaled(420 + 680 + kGap) && !flips_->isHidden();
    const int matrixWide = beside ? wide - scaled(kGap + 680) : std::min(wide, scaled(760));
    int body = title + scaled(8) + matrix.height();
    if (!flips_->isHidden())
        body = beside ? std::max(body, title + scaled(4) + flips.height())
                      : body + scaled(kGap) + title + scaled(4) + flips.height();
    const int all = top + body + scaled(24);
    sheet_->resize(width() - (all > area_->height() ? bar : 0), all);
    table_->setGeometry(left - scaled(kReach), 0, wide + 2 * scaled(kReach), table);
    more_->setGeometry(left - scaled(8), table + scaled(4), more_->sizeHint().width(), scaled(24));
    matrixTitle_->setGeometry(left, top, matrixWide, title);
    matrix_->setGeometry(left, top + title + scaled(8), matrixWide, matrix.height());
    const int flipsLeft = beside ? left + matrixWide + scaled(kGap) : left;
    const int flipsTop = beside ? top : top + title + scaled(8) + matrix.height() + scaled(kGap);
    const int flipsWide = beside ? scaled(680) : wide;
    flipTitle_->setGeometry(flipsLeft, flipsTop, flipTitle_->sizeHint().width(), title);
    by_->setGeometry(flipTitle_->geometry().right() + scaled(6), flipsTop, by_->sizeHint().width(), title);
    flips_->setGeometry(flipsLeft - scaled(kReach), flipsTop + title + scaled(4),
                        flipsWide + 2 * scaled(kReach), flips.height());
}

}  // namespace reckoner

#include "moc_class_compare_pane.cpp"
