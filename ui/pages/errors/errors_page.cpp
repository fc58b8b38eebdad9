#include "ui/pages/errors/errors_page.h"

#include <algorithm>
#include <cmath>

#include <QDir>
#include <QFrame>
#include <QPainter>
#include <QPushButton>
#include <QSettings>
#include <QShortcut>
#include <QStackedWidget>
#include <QStandardPaths>

#include "core/wording/errors_headline.h"
#include "core/wording/filter_words.h"
#include "core/wording/number_format.h"
#include "ui/pages/errors/case_list_pane.h"
#include "ui/pages/errors/case_pane.h"
#include "ui/pages/errors/errors_finding.h"
#include "ui/pages/errors/errors_options.h"
#include "ui/pages/errors/errors_query.h"
#include "ui/pages/errors/export_dialog.h"
#include "ui/pages/errors/filter_chips.h"
#include "ui/pages/errors/matrix_pane.h"
#include "ui/pages/errors/note_editor.h"
#include "ui/pages/errors/people_pane.h"
#include "ui/pages/errors/picks_pane.h"
#include "ui/pages/errors/reasons_pane.h"
#include "ui/pages/errors/sign_off_pane.h"
#include "ui/session/cohort_desk.h"
#include "ui/session/cohort_form.h"
#include "ui/session/note_desk.h"
#include "ui/session/selection_desk.h"
#include "ui/style/theme.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/operating_line.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/segmented_choice.h"
#include "ui/widgets/visible_text.h"

namespace reckoner {
namespace {

constexpr std::string_view kView = "errors.view";
constexpr std::string_view kViewNames[] = {"", "reasons", "sign_off", "people"};  // of ErrorsPage::View
constexpr int kPadding = 24;
constexpr int kMarkReach = 8;  // what is marked in a pane reaches this far left of its text
constexpr int kBinaryLeft = 320;
constexpr int kWidestLeft = 440;
constexpr int kNarrowList = 300;
constexpr int kTight = 820;  // beside the review
constexpr int kTightLeft = 300;
constexpr int kTightest = 760;  // the same in present mode
constexpr int kTightestLeft = 284;
constexpr int kNarrowCase = 332;
constexpr int kNarrowClasses = 300;                    // the same beside a matrix of many classes
constexpr const char* kExportFolder = "exportFolder";  // where the last cases were written

int px(int size) {
    return qRound(size * Theme::instance().typeScale());
}

QSettings settings() {
    return QSettings(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("reckoner"),
                     QStringLiteral("window"));
}

std::string quoted(const std::string& text) {
    std::string result = "'";
    for (const char c : text)
        result += c == '\'' ? std::string("''") : std::string(1, c);
    return result + "'";
}

}  // namespace

ErrorsPage::ErrorsPage(ReviewSession& session, QWidget* parent)
    : Page(parent),
      session_(session),
      desk_(&NoteDesk::of(session)),
      finding_(new ErrorsFinding(session, this)),
      chips_(new FilterChips(session, this)),
      views_(new SegmentedChoice({tr("Cases"), tr("Reasons"), tr("Sign-off"), tr("People")}, this)),
      matrix_(new MatrixPane(session, this)),
      picks_(new PicksPane(session, this)),
      middle_(new QStackedWidget(this)),
      list_(new CaseListPane(session, this)),
      reasons_(new ReasonsPane(session, this)),
      signOff_(new SignOffPane(session, this)),
      people_(new PeoplePane(session, this)),
      case_(new CasePane(session, this)),
      note_(new NoteEditor(session, this)),
      line_(new OperatingLine(session, this, OperatingLine::Basis::Confidence,
                              OperatingLine::Counts::Selection)),
      cohort_(new QPushButton(tr("Save as cohort..."), this)),
      export_(new QPushButton(tr("Export cases..."), this)),
      pick_(new QPushButton(tr("Pick cases..."), this)),
      message_(new InlineMessage(this)),
      empty_(new EmptyState(this)) {
    setObjectName(QStringLiteral("errorsPage"));
    setAccessibleName(tr("Errors"));
    setFocusPolicy(Qt::ClickFocus);
    views_->setObjectName(QStringLiteral("errorsViews"));
    views_->setAccessibleName(tr("Between matrix and case"));
    for (QWidget* pane : {static_cast<QWidget*>(list_), static_cast<QWidget*>(reasons_),
                          static_cast<QWidget*>(signOff_), static_cast<QWidget*>(people_)})
        middle_->addWidget(pane);
    message_->hide();
    cohort_->setObjectName(QStringLiteral("saveCohort"));
    pick_->setObjectName(QStringLiteral("pickCases"));
    export_->setObjectName(QStringLiteral("exportCases"));
    setKind(pick_, "snap");
    wire();
    addKeys();
    showEmpty();
}

ErrorsPage::~ErrorsPage() = default;

std::vector<std::string> ErrorsPage::modelOptions() {
    std::vector<std::string> keys;
    for (const std::string_view key :
         {errors::kCell, errors::kFilters, kFormerOption, errors::kPick, errors::kSort, errors::kCase})
        keys.emplace_back(key);
    return keys;
}

void ErrorsPage::wire() {
    connect(list_, &CaseListPane::currentCase, this, [this](const CaseRef& ref) {
        if (view() != View::SignOff) display(ref);
    });
    connect(list_, &CaseListPane::opened, note_, &NoteEditor::focusNote);
    connect(signOff_, &SignOffPane::currentCase, this, [this](const CaseRef& ref) {
        if (view() == View::SignOff) display(ref);
    });
    connect(views_, &SegmentedChoice::chosenChanged, this,
            [this](int index) { setView(static_cast<View>(index)); });
    connect(chips_, &FilterChips::rearranged, this, &ErrorsPage::place);
    connect(cohort_, &QPushButton::clicked, this, &ErrorsPage::saveCohort);
    connect(export_, &QPushButton::clicked, this, &ErrorsPage::exportListed);
    connect(pick_, &QPushButton::clicked, this, &ErrorsPage::offerPicks);
    connect(reasons_, &ReasonsPane::tagChosen, this, &ErrorsPage::pickTag);
    connect(case_, &CasePane::read, note_, &NoteEditor::setCase);
    connect(note_, &NoteEditor::correctionShown, case_, &CasePane::setCorrection);
    connect(note_, &NoteEditor::leaveWanted, this, &ErrorsPage::toList);
    connect(note_, &NoteEditor::sampleWanted, this, &ErrorsPage::goToSample);
    connect(note_, &NoteEditor::resized, this, &ErrorsPage::place);
    connect(matrix_, &MatrixPane::heightChanged, this, &ErrorsPage::place);
    connect(finding_, &ErrorsFinding::resized, this, &ErrorsPage::place);
    for (const auto& failed : {connect(note_, &NoteEditor::failed, this, &ErrorsPage::say),
                               connect(reasons_, &ReasonsPane::failed, this, &ErrorsPage::say),
                               connect(signOff_, &SignOffPane::failed, this, &ErrorsPage::say),
                               connect(people_, &PeoplePane::failed, this, &ErrorsPage::say),
                               connect(finding_, &ErrorsFinding::failed, this, &ErrorsPage::say)})
        Q_ASSERT(failed);
    connect(&CohortDesk::of(session_), &CohortDesk::failed, this, &ErrorsPage::say);
    connect(&SelectionDesk::of(session_), &SelectionDesk::changed, this, [this] {
        if (view() == View::People) people_->refresh(Aspect::Run);
    });
    connect(&desk_->history(), &EditHistory::undone, this, [this](const QString& what) {
        sayDone(tr("Undone: %1. Ctrl+Shift+Z brings it back.").arg(visibleLine(what.toStdString())));
    });
    connect(&desk_->history(), &EditHistory::redone, this, [this](const QString& what) {
        sayDone(tr("Done again: %1.").arg(visibleLine(what.toStdString())));
    });
    connect(message_, &InlineMessage::closed, this, [this] {
        dismissed_ = formerFilters(session_.state());
        place();
    });
    connect(empty_, &EmptyState::pressed, this, &Page::importWanted);
    connect(&Theme::instance(), &Theme::changed, this, &ErrorsPage::place);
}

// Letters reach these only while no text is being typed: fields take theirs first.
void ErrorsPage::addKeys() {
    const auto key = [this](const QKeySequence& keys, auto act) {
        connect(new QShortcut(keys, this), &QShortcut::activated, this, act);
    };
    key(Qt::Key_J, [this] { step(1); });
    key(Qt::Key_K, [this] { step(-1); });
    key(Qt::Key_N, [this] { note_->focusNote(); });
    for (int digit = 1; digit <= 9; ++digit)
        key(QKeySequence(Qt::Key_0 + digit), [this, digit] { note_->toggleTag(digit); });
    const auto judging = [this](auto act) {
        return [this, act] {
            if (view() == View::SignOff) act();
        };
    };
    key(Qt::Key_A, judging([this] { signOff_->accept(); }));
    key(Qt::Key_R, judging([this] { signOff_->reject(); }));
    key(Qt::Key_U, judging([this] { signOff_->undo(); }));
    key(QKeySequence::Undo, [this] { desk_->history().undo(); });
    key(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), [this] { desk_->history().redo(); });
}

ErrorsPage::View ErrorsPage::view() const {
    const std::string name = errors::option(session_.state(), kView);
    const auto* found = std::find(std::begin(kViewNames), std::end(kViewNames), name);
    return found == std::end(kViewNames) ? View::Cases : static_cast<View>(found - kViewNames);
}

void ErrorsPage::setView(View view) {
    session_.apply([view](ReviewState& state) {
        errors::setOption(state, kView, std::string(kViewNames[static_cast<std::size_t>(view)]));
    });
}

void ErrorsPage::refresh(Aspects aspects) {
    const RunAnalysisPtr run = session_.run();
    const bool samples = run && run->request.table->rows() > 0;
    const bool shown = samples && (run->request.table->info().task == Task::Multiclass || run->sweep);
    for (QWidget* part : content())
        part->setVisible(shown);
    empty_->setVisible(!shown);
    if (!shown) showEmpty();
    finding_->refresh(aspects);
    chips_->refresh(aspects);
    matrix_->refresh(aspects);
    picks_->refresh(aspects);
    line_->refresh(aspects);
    case_->refresh(aspects);
    note_->refresh(aspects);
    list_->refresh(aspects);
    if (view() == View::Reasons) reasons_->refresh(aspects | Aspect::Notes);
    if (view() == View::SignOff) signOff_->refresh(aspects);
    if (view() == View::People) people_->refresh(aspects | Aspect::Notes);
    showView();
    if (shown && !session_.failure().isEmpty()) {
        say(session_.failure());
    } else if (aspects & (Aspects(Aspect::Run) | Aspect::Store | Aspect::Page | Aspect::Options)) {
        message_->hide();
        if (shown) sayFormer();
    }
    place();
}

// Another page opened its cases here: what was filtered by before is one click away.
void ErrorsPage::sayFormer() {
    const auto former = formerFilters(session_.state());
    if (!former) dismissed_.reset();
    if (!former || former == dismissed_) return;
    QStringList said;
    for (const std::string& filter : former->chips)
        said << qt(filterPhrase(filter, session_.words()));
    if (!former->cell.empty()) said.prepend(qt(filterPhrase(former->cell, session_.words())));
    message_->say(tr("Your filters made way for these cases: %1.")
                      .arg(visibleLine(said.join(QStringLiteral(", ")).toStdString())),
                  tr("Bring them back"), [this, back = *former] {
                      session_.apply([&back](ReviewState& state) {
                          setCaseFilters(state, back);
                          errors::setOption(state, kFormerOption, {});
                      });
                  });
}

std::vector<QWidget*> ErrorsPage::content() const {
    return {finding_, chips_, views_, cohort_, export_, pick_, matrix_, picks_, middle_, case_, note_, line_};
}

void ErrorsPage::showView() {
    const int index = static_cast<int>(view());
    if (middle_->currentIndex() == index) return;
    const bool judged = middle_->currentIndex() == static_cast<int>(View::SignOff);
    middle_->setCurrentIndex(index);
    views_->choose(index);
    if (view() == View::SignOff) {
        display(signOff_->current());
    } else if (judged) {
        display(list_->current());
    }
}

void ErrorsPage::display(const CaseRef& ref) {
    case_->setEmptyText(view() == View::SignOff ? tr("Draw a sample: its outputs come up here, one by one.")
                                                : QString());
    case_->setCase(ref.listed > 0 ? std::optional(ref) : std::nullopt);
}

void ErrorsPage::step(int by) {
    if (view() == View::SignOff) return signOff_->step(by);
    list_->step(by);
}

void ErrorsPage::toList() {
    desk_->saveNow();
    setFocus(Qt::OtherFocusReason);
}

void ErrorsPage::pickTag(const QString& tag) {
    const std::string filter = tag.isEmpty() ? "tag is missing" : "tag = " + quoted(tag.toStdString());
    session_.apply([&filter](ReviewState& state) {
        std::vector<std::string> filters = errors::filters(state);
        if (std::find(filters.begin(), filters.end(), filter) == filters.end()) filters.push_back(filter);
        errors::setFilters(state, filters);
        errors::setOption(state, errors::kCell, "");
        errors::setOption(state, kView, "");
    });
}

// Beside a great matrix there is no room for the picks: they come up at the button.
void ErrorsPage::offerPicks() {
    auto* popup = new QFrame(this, Qt::Popup);
    popup->setObjectName(QStringLiteral("picksPopup"));
    popup->setAttribute(Qt::WA_DeleteOnClose);
    popup->setFrameShape(QFrame::Box);
    auto* picks = new PicksPane(session_, popup);
    picks->refresh(Aspects(Aspect::Store) | Aspect::Run | Aspect::Threshold | Aspect::Options);
    connect(&session_, &ReviewSession::changed, picks, [picks](Aspects aspects) { picks->refresh(aspects); });
    const QSize size(px(288), picks->sizeHint().height());
    picks->setGeometry(px(12), px(12), size.width(), size.height());
    popup->resize(size + QSize(px(24), px(24)));
    popup->move(pick_->mapToGlobal(QPoint(pick_->width() - popup->width(), pick_->height() + px(4))));
    popup->show();
    picks->setFocus(Qt::PopupFocusReason);
}

void ErrorsPage::saveCohort() {
    Cohort cohort;
    cohort.modelId = session_.state().model;
    cohort.expression = errors::expression(session_.state());
    const std::size_t listed = list_->listed();
    const Vocabulary words = session_.words();
    const QString sentence =
        tr("%1 %2 of this run").arg(qt(count(listed)), qt(listed == 1 ? words.sample : words.samples));
    openCohortForm(session_, cohort, sentence, this);
}

// "credit-default-2.0.0-missed-defaults"
QString ErrorsPage::exportName() const {
    const auto row = session_.runRow();
    if (!row) return QStringLiteral("cases");
    const CellChoice choice = CellChoice::of(errors::option(session_.state(), errors::kCell));
    const std::string what = choice.empty() ? "cases" : choiceName(choice, session_.words());
    QString name = qt(row->info.model + "-" + row->info.version + "-" + what);
    for (QChar& c : name)
        if (!c.isLetterOrNumber() && c != QLatin1Char('.') && c != QLatin1Char('_')) c = QLatin1Char('-');
    return name.left(120);
}

void ErrorsPage::exportListed() {
    const std::vector<RowIndex> rows = list_->rowsToExport();
    const auto store = session_.store();
    if (!store || rows.empty())
        return say(tr("There is no case to export: the list is empty, or still being put in order."));
    CaseExport cases;
    cases.run = session_.state().run;
    cases.rows = rows;
    cases.what = errors::expression(session_.state());
    if (!std::isnan(session_.threshold())) cases.threshold = session_.threshold();
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    QString folder = settings().value(QLatin1String(kExportFolder), documents).toString();
    if (!QDir(folder).exists()) folder = QDir::homePath();
    auto* dialog =
        new ExportDialog(session_.executor(), store, cases, QDir(folder).filePath(exportName()), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ExportDialog::exported, this, [this](const QString& sentence, const QString& where) {
        settings().setValue(QLatin1String(kExportFolder), where);
        sayDone(sentence);
    });
    dialog->open();
}

void ErrorsPage::goToSample(const QString& sampleId) {
    session_.apply([&](ReviewState& state) {
        errors::setOption(state, errors::kCase, caseKey(sampleId.toStdString(), 1));
    });
}

void ErrorsPage::showEmpty() {
    EmptyContent content;
    content.sketch = QStringLiteral("errors");
    if (!session_.failure().isEmpty()) {
        content.reason = tr("This run cannot be read");
        content.whatToDo = session_.failure();
    } else if (session_.busy()) {
        content.reason = tr("Reading the run");
        content.whatToDo = tr("Its samples are put in order; matrix and list follow.");
    } else if (session_.run()) {
        content.reason = tr("This run has no samples");
        content.whatToDo = tr("Its file held no row that could be read. Import another one.");
        content.button = tr("Import a run...");
    } else {
        content.reason = tr("No run yet");
        content.whatToDo =
            tr("Import the scores of a model on labelled samples. You get every mistake in a list, "
               "one beside the other with what it cost, and a place to write why it happened.");
        content.button = tr("Import a run...");
    }
    empty_->setContent(content);
}

void ErrorsPage::say(const QString& sentence) {
    message_->say(sentence);
    place();
}

void ErrorsPage::sayDone(const QString& sentence) {
    message_->sayDone(sentence);
    place();
}

void ErrorsPage::hideEvent(QHideEvent* event) {
    if (desk_) desk_->saveNow();
    Page::hideEvent(event);
}

void ErrorsPage::place() {
    int top = 0;
    if (!message_->isHidden()) {
        const int height = message_->sizeHint().height();
        message_->setGeometry(px(kPadding), px(8), width() - 2 * px(kPadding), height);
        top = height + px(8);
    }
    empty_->setGeometry(rect().adjusted(0, top, 0, 0));
    if (finding_->isHidden()) return update();
    const int right = width() - px(kPadding);
    // Page actions at the right of the headline, one beside the other.
    int actionsStart = right;
    for (QPushButton* action : {export_, cohort_}) {
        const QSize size = action->sizeHint();
        actionsStart -= size.width();
        action->setGeometry(actionsStart, top + px(12), size.width(), size.height());
        actionsStart -= px(8);
    }
    const int findingWidth = actionsStart - px(16) - px(kPadding);
    const int findingHeight = finding_->heightForWidth(findingWidth);
    finding_->setGeometry(px(kPadding), top + px(14), findingWidth, findingHeight);
    const int chipsTop = std::max(finding_->geometry().bottom(), cohort_->geometry().bottom()) + px(10);
    const QSize choice = views_->sizeHint();
    const QSize pick = pick_->sizeHint();
    pick_->setGeometry(right - choice.width() - px(8) - pick.width(), chipsTop, pick.width(), pick.height());
    const int chipsWidth = pick_->x() - px(16) - px(kPadding);
    const int chipsHeight = std::max(choice.height(), chips_->heightForWidth(chipsWidth));
    const bool noChips =
        errors::option(session_.state(), errors::kCell).empty() && errors::filters(session_.state()).empty();
    // The link that adds one stands under the headline's first letter.
    chips_->setGeometry(px(kPadding) - (noChips ? px(8) : 0), chipsTop, chipsWidth, chipsHeight);
    views_->setGeometry(right - choice.width(), chipsTop, choice.width(), choice.height());
    bodyTop_ = chipsTop + chipsHeight + px(10);

    const int foot = height() - line_->sizeHint().height();
    line_->setGeometry(0, foot, width(), height() - foot);
    const bool many = matrix_->manyClasses();
    // Long names of classes take room from the list where it has some to spare.
    const int namesWhole = matrix_->wantedWidth() + 2 * px(kPadding - kMarkReach);
    const int mostLeft = std::clamp(width() * 28 / 100, px(kBinaryLeft), px(kWidestLeft));
    leftEnd_ = many ? std::clamp(width() * 44 / 100, px(408), px(760))
                    : std::clamp(namesWhole, px(kBinaryLeft), mostLeft);
    const bool tight = !many && width() < px(kTight);
    if (tight) leftEnd_ = px(width() < px(kTightest) ? kTightestLeft : kTightLeft);
    const int least = px(many ? kNarrowClasses : kNarrowCase);
    const int wanted = many ? std::clamp(width() * 29 / 100, px(340), px(560))
                            : std::clamp(width() * 38 / 100, px(400), px(640));
    // In a narrow window the card gives way before the list does.
    const int wide = std::max(least, std::min(wanted, width() - leftEnd_ - px(many ? 240 : kNarrowList)));
    caseStart_ = width() - wide;
    const int bodyHeight = foot - bodyTop_;
    const int left = px(kPadding - kMarkReach);
    const int leftWidth = leftEnd_ - left - px(kPadding - kMarkReach);
    const int picksHeight = picks_->sizeHint().height();
    const int matrixWants = matrix_->sizeHint().height();
    const bool room = bodyHeight - matrixWants >= picksHeight + px(32);
    picks_->setVisible(room);
    pick_->setVisible(!room);
    const int matrixHeight = room || !many ? std::min(matrixWants, bodyHeight) : bodyHeight - px(8);
    matrix_->setGeometry(left, bodyTop_, leftWidth, matrixHeight);
    const int picksTop = bodyTop_ + matrixHeight + px(24);
    picks_->setGeometry(left, picksTop, leftWidth, std::max(0, std::min(picksHeight, foot - picksTop)));
    middle_->setGeometry(leftEnd_ + 1, bodyTop_, caseStart_ - leftEnd_ - 1, bodyHeight);
    // The note takes what it needs while more than half is left to the case; what is over scrolls in it.
    const int noteHeight = std::min(note_->heightForWidth(wide - 1), std::max(px(110), bodyHeight / 2));
    note_->setGeometry(caseStart_ + 1, foot - noteHeight, wide - 1, noteHeight);
    case_->setGeometry(caseStart_ + 1, bodyTop_, wide - 1, bodyHeight - noteHeight);
    update();
}

void ErrorsPage::paintEvent(QPaintEvent*) {
    const Tokens& t = Theme::instance().tokens();
    QPainter painter(this);
    painter.fillRect(rect(), t.page);
    if (finding_->isHidden()) return;
    const int foot = line_->geometry().top();
    for (const int x : {leftEnd_, caseStart_})
        painter.fillRect(QRect(x, bodyTop_, 1, foot - bodyTop_), t.line);
}

void ErrorsPage::resizeEvent(QResizeEvent*) {
    place();
}

}  // namespace reckoner

#include "moc_errors_page.cpp"
