#include "ui/pages/versions/compare_pane.h"

#include <algorithm>

#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>

#include "core/wording/run_names.h"
#include "core/wording/version_sentences.h"
#include "ui/pages/versions/compare_cases.h"
#include "ui/pages/versions/compare_desk.h"
#include "ui/pages/versions/compare_evidence.h"
#include "ui/pages/versions/compare_heading.h"
#include "ui/pages/versions/compare_more.h"
#include "ui/pages/versions/compare_table.h"
#include "ui/pages/versions/production_policy.h"
#include "ui/pages/versions/requirement_desk.h"
#include "ui/pages/versions/side_choice.h"
#include "ui/pages/versions/versions_options.h"
#include "ui/session/cohort_desk.h"
#include "ui/session/state_rules.h"
#include "ui/shell/scaled.h"
#include "ui/style/icons.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/progress_strip.h"
#include "ui/widgets/segmented_choice.h"
#include "ui/widgets/tone_label.h"

namespace reckoner {
namespace {

constexpr int kPadding = 24;
constexpr int kReach = 8;
constexpr int kHeadline = 48;  // one line of it is less, two are more
constexpr int kRestMilliseconds = 350;
constexpr int kRules = 4;  // the fifth, "as set", stands beside them while it holds

}  // namespace

ComparePane::ComparePane(ReviewSession& session, RequirementDesk& requirements, QWidget* parent)
    : QWidget(parent),
      session_(session),
      requirements_(requirements),
      desk_(new CompareDesk(session, this)),
      headline_(new ToneLabel(28, 2, this)),
      reasons_(new ToneLabel(14, 2, this)),
      rule_(nullptr),
      sides_(new QPushButton(tr("Versions"), this)),
      overlap_(new InlineMessage(this)),
      progress_(new ProgressStrip(this)),
      area_(new QScrollArea(this)),
      sheet_(new QWidget(area_)),
      table_(new CompareTable(sheet_)),
      more_(new QPushButton(sheet_)),
      evidence_(new CompareEvidence(session, sheet_)),
      further_(new CompareMore(session, sheet_)) {
    setObjectName(QStringLiteral("comparePane"));
    headline_->setObjectName(QStringLiteral("compareHeadline"));
    reasons_->setObjectName(QStringLiteral("compareReasons"));
    sides_->setObjectName(QStringLiteral("compareSides"));
    more_->setObjectName(QStringLiteral("compareMore"));
    area_->setObjectName(QStringLiteral("compareArea"));
    area_->setAccessibleName(tr("The comparison"));
    overlap_->setObjectName(QStringLiteral("compareOverlap"));
    overlap_->hide();
    sides_->setAccessibleName(tr("Versions in the comparison"));
    setKind(more_, "small");
    more_->setCursor(Qt::PointingHandCursor);
    area_->setWidget(sheet_);
    area_->setFrameShape(QFrame::NoFrame);
    area_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area_->viewport()->setAutoFillBackground(false);
    sheet_->setAutoFillBackground(false);
    progress_->follow(&desk_->task(), tr("Comparing the versions"));
    rest_.setParent(this);
    rest_.setObjectName(QStringLiteral("compareAtRest"));
    rest_.setSingleShot(true);
    rest_.setInterval(kRestMilliseconds);
    connect(&rest_, &QTimer::timeout, this, &ComparePane::ask);
    connect(desk_, &CompareDesk::changed, this, &ComparePane::showBoard);
    connect(&requirements_, &RequirementDesk::changed, this, [this] {
        if (!isHidden()) showHeadline();
        place();
    });
    connect(progress_, &ProgressStrip::cancelled, &desk_->task(), &BackgroundTask::cancel);
    connect(&desk_->task(), &BackgroundTask::runningChanged, this, &ComparePane::place);
    connect(overlap_, &InlineMessage::closed, this, &ComparePane::place);
    connect(table_, &CompareTable::opened, this, &ComparePane::openRow);
    connect(sides_, &QPushButton::clicked, this, [this] {
        auto* popup = new SideChoicePopup(session_, this);
        popup->popUnder(sides_);
    });
    connect(more_, &QPushButton::clicked, this, [this] {
        session_.apply([](ReviewState& state) {
            const bool all = versions::option(state, versions::kMore) == "1";
            versions::setOption(state, versions::kMore, all ? "" : "1");
        });
    });
    const auto dressSides = [this] {
        sides_->setIcon(themedIcon(QStringLiteral("chevron-down"), Theme::instance().tokens().ink2, 14));
        place();
    };
    sides_->setLayoutDirection(Qt::RightToLeft);
    dressSides();
    connect(&Theme::instance(), &Theme::changed, this, dressSides);
}

std::vector<QWidget*> ComparePane::actions() const {
    return {sides_};
}

void ComparePane::refresh(Aspects aspects) {
    if (aspects & Aspects(Aspect::Store)) requirements_.forget();
    showRules();
    if (aspects & (Aspects(Aspect::Options) | Aspect::Notes)) {
        if (desk_->board() && !desk_->stale()) showBoard();
    }
    if (desk_->board() && desk_->onlyThresholdMoved() && !(aspects & Aspect::Run)) {
        table_->setStale(true);
        rest_.start();
        return;
    }
    ask();
}

void ComparePane::ask() {
    rest_.stop();
    if (isHidden()) return;
    desk_->refresh();
    const bool waiting = desk_->stale();
    table_->setStale(waiting);
    evidence_->setStale(waiting);
    if (!desk_->board()) showBoard();
    place();
}

VersionWords ComparePane::words() const {
    return {session_.words(), CohortDesk::of(session_).cohorts()};
}

std::string ComparePane::changelog() const {
    const auto row = session_.runRow();
    return row ? row->info.changelog : std::string();
}

QStringList ComparePane::notes() const {
    QStringList notes;
    const VersionBoardPtr board = desk_->board();
    for (std::size_t i = 0; i < board->request.sides.size(); ++i) {
        const RunRow* row = session_.contents().run(desk_->choices().sides[i].run);
        const bool run = board->request.sides[i].kind == VersionSide::Kind::Run;
        notes << (run && row ? qt(row->info.algorithm) : QString());
    }
    return notes;
}

std::vector<RunId> ComparePane::runs() const {
    std::vector<RunId> runs;
    for (const versions::SideChoice& side : desk_->choices().sides)
        runs.push_back(side.kind == VersionSide::Kind::Run ? side.run : 0);
    return runs;
}

void ComparePane::showBoard() {
    const VersionBoardPtr board = desk_->board();
    showRules();
    showHeadline();
    showMessages();
    const bool all = versions::option(session_.state(), versions::kMore) == "1";
    int hidden = 0;
    if (board) {
        CompareSheet sheet = sheetOf(*board, words(), notes(), all);
        hidden = sheet.hidden;
        table_->setSheet(std::move(sheet));
        more_->setText(all ? tr("Fewer figures") : tr("%1 more figures").arg(hidden));
    }
    table_->setVisible(board != nullptr);
    more_->setVisible(board && (all || hidden > 0));
    evidence_->setBoard(board, words());
    further_->setBoard(board, words(), runs());
    place();
}

void ComparePane::showHeadline() {
    const VersionBoardPtr board = desk_->board();
    if (!board) {
        const QString text = desk_->failure().isEmpty() ? tr("Comparing the versions...") : desk_->failure();
        headline_->setWords({{text}});
        reasons_->setWords({});
        return;
    }
    requirements_.refresh(board->points[board->request.judged]);
    const std::vector<JudgedRequirement> judged = requirements_.judged();
    const VersionVerdict verdict = versionVerdict(*board, judged);
    const bool good = verdict.overall == Verdict::Better && !verdict.segmentRow;
    // A few words less where that makes it one line.
    const auto say = [&](HeadlineRoom room) {
        headline_->setSentence(versionHeadline(*board, verdict, judged, words(), room), &Tokens::ink,
                               good || verdict.advice == Advice::Ship ? &Tokens::better : &Tokens::fnText);
        return headline_->heightForWidth(width() - 2 * scaled(kPadding)) <= scaled(kHeadline);
    };
    if (!say(HeadlineRoom::Full) && !say(HeadlineRoom::Brief)) say(HeadlineRoom::Full);
    reasons_->setWords(
        {{qt(versionReasons(*board, verdict, judged, words(), changelog())), &Tokens::ink2, QFont::Normal}});
}

void ComparePane::showMessages() {
    const VersionBoardPtr board = desk_->board();
    overlap_->hide();
    if (!board) return;
    const std::string warning = versionWarning(*board);
    const std::string partial = partialOverlapSentence(*board, words());
    if (!partial.empty()) {
        const bool own = board->request.ownSamples;
        const bool shared = board->overlaps[board->request.judged].both > 0 || own;
        overlap_->say(qt(partial),
                      !shared ? QString()
                      : own   ? tr("Only those in both")
                              : tr("Each over all its own"),
                      [this, own] {
                          session_.apply([&](ReviewState& state) {
                              versions::setOption(state, versions::kOwn, own ? "" : "1");
                          });
                      });
    } else if (!warning.empty()) {
        overlap_->say(qt(warning));
    }
}

void ComparePane::showRules() {
    const RunAnalysisPtr run = session_.run();
    if (!run) return;
    const double same = versions::sharedThreshold(session_);
    const std::string policyOf = ProductionPolicy::of(session_).ownerOf(same);
    QStringList titles;
    const int rules = kRules + (versions::ruleOf(session_.state()) == ThresholdRule::Own ? 1 : 0);
    for (int i = 0; i < rules; ++i)
        titles << qt(ruleText(static_cast<ThresholdRule>(i), *run, same, session_.words(), policyOf));
    if (!rule_ || rule_->property("titles").toStringList() != titles) {
        delete rule_;
        rule_ = new SegmentedChoice(titles, this);
        rule_->setProperty("titles", titles);
        rule_->setObjectName(QStringLiteral("compareRule"));
        rule_->setAccessibleName(tr("Where each version's threshold is set"));
        connect(rule_, &SegmentedChoice::chosenChanged, this, [this](int index) {
            session_.apply([&](ReviewState& state) {
                versions::setOption(state, versions::kRule,
                                    versions::kRules[static_cast<std::size_t>(index)]);
            });
        });
        rule_->show();
        place();
    }
    rule_->choose(static_cast<int>(versions::ruleOf(session_.state())));
}

void ComparePane::openRow(std::size_t row) {
    const VersionBoardPtr board = desk_->board();
    const FigureRow& figures = board->rows[row];
    versions::openSegment(session_, *board, figures.column, figures.key, figures.metric);
}

void ComparePane::resizeEvent(QResizeEvent*) {
    if (desk_->board()) showHeadline();
    place();
}

void ComparePane::place() {
    const int left = scaled(kPadding);
    const int wide = width() - 2 * left;
    int y = versions::placeWords(headline_, reasons_, {left, wide}, scaled(14)) + scaled(14);
    if (rule_) {
        rule_->setRoom(wide);
        rule_->setGeometry(left, y, std::min(wide, rule_->sizeHint().width()), scaled(28));
        y += scaled(28) + scaled(12);
    }
    y = versions::placeNews(overlap_, progress_, desk_->task().running() && !desk_->board(), {left, wide}, y);
    area_->setGeometry(0, y, width(), std::max(0, height() - y));
    const int barWidth = area_->verticalScrollBar()->sizeHint().width();
    const int table = table_->sizeHint().height();
    const int more = more_->isHidden() ? scaled(12) : scaled(36);
    const int least = evidence_->least();
    const int room = area_->height() - table - more - scaled(16);
    const int evidence = evidence_->isHidden() ? 0 : std::clamp(room, least, std::max(least, scaled(420)));
    const int further = further_->isHidden() ? 0 : further_->heightFor() + scaled(24);
    const int all = table + more + evidence + scaled(16) + further;
    sheet_->resize(width() - (all > area_->height() ? barWidth : 0), all);
    table_->setGeometry(left - scaled(kReach), 0, wide + 2 * scaled(kReach), table);
    more_->setGeometry(left - scaled(8), table + scaled(4), more_->sizeHint().width(), scaled(24));
    evidence_->setGeometry(left, table + more, wide, evidence);
    further_->setGeometry(left, table + more + evidence + scaled(24), wide, further_->heightFor());
}

}  // namespace reckoner

#include "moc_compare_pane.cpp"
