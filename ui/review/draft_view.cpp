#include "ui/review/draft_view.h"

#include <algorithm>

#include <QApplication>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include "core/base/error.h"
#include "core/wording/review_words.h"
#include "core/wording/run_names.h"
#include "ui/review/agenda_editor.h"
#include "ui/review/picked_cases.h"
#include "ui/review/point_view.h"
#include "ui/session/kept_fields.h"
#include "ui/session/note_saving.h"
#include "ui/session/state_rules.h"
#include "ui/shell/run_choices.h"
#include "ui/shell/scaled.h"
#include "ui/style/icons.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/visible_text.h"

namespace reckoner {
namespace {

constexpr int kSoonMs = 100;

AgendaItem* firstOf(Meeting& meeting, AgendaKind kind) {
    for (AgendaItem& item : meeting.items)
        if (item.point.kind == kind) return &item;
    return nullptr;
}
const AgendaItem* firstOf(const Meeting& meeting, AgendaKind kind) {
    return firstOf(const_cast<Meeting&>(meeting), kind);
}

std::vector<std::string> trimmedLines(const QString& text, QChar at) {
    std::vector<std::string> lines;
    for (const QString& one : text.split(at))
        if (!one.trimmed().isEmpty()) lines.push_back(one.trimmed().toStdString());
    return lines;
}

QString joined(const std::vector<std::string>& texts, const QString& between) {
    QStringList list;
    for (const std::string& text : texts)
        list << qt(text);
    return list.join(between);
}

// uid: of the draft.
QString keptKey(const std::string& uid) {
    return QStringLiteral("draft/%1/").arg(qt(uid));
}

std::vector<AgendaPoint> pointsOf(const std::vector<AgendaItem>& items) {
    std::vector<AgendaPoint> points;
    for (const AgendaItem& item : items)
        points.push_back(item.point);
    return points;
}

}  // namespace

DraftView::DraftView(ReviewSession& session, MeetingDesk& desk, QWidget* parent)
    : QScrollArea(parent),
      session_(session),
      desk_(desk),
      picking_(session.executor()),
      content_(new QWidget),
      column_(new QVBoxLayout(content_)) {
    setObjectName(QStringLiteral("reviewDraft"));
    setAccessibleName(tr("Draft of a review"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setKind(this, "clear");
    viewport()->setAutoFillBackground(false);
    column_->setContentsMargins(0, 0, scaled(8), 0);
    column_->setSpacing(scaled(4));
    soon_.setSingleShot(true);
    soon_.setInterval(kSoonMs);
    connect(&soon_, &QTimer::timeout, this, &DraftView::commit);
    addHead();
    addAgenda();
    addCases();
    addQuestions();
    column_->addStretch(1);
    setWidget(content_);
    content_->setAutoFillBackground(false);  // setWidget() turns it on
}

DraftView::~DraftView() = default;

PlainLabel* DraftView::caption(const QString& text) {
    auto* label = new PlainLabel(text, content_);
    dress(label, 12, QFont::Normal, &Tokens::ink3);
    column_->addSpacing(scaled(8));
    column_->addWidget(label);
    return label;
}

void DraftView::addHead() {
    const auto written = [this] { typed(); };
    const auto line = [&](const char* name, const QString& title, const QString& hint) {
        auto* field = new QLineEdit(content_);
        field->setObjectName(QLatin1String(name));
        field->setAccessibleName(title);
        field->setPlaceholderText(hint);
        connect(field, &QLineEdit::textEdited, this, written);
        connect(field, &QLineEdit::editingFinished, this, &DraftView::commit);
        return field;
    };
    caption(tr("title"));
    title_ = line("draftTitle", tr("Title of the review"), {});
    column_->addWidget(title_);
    caption(tr("day"));
    day_ = new QDateEdit(content_);
    day_->setObjectName(QStringLiteral("draftDay"));
    day_->setAccessibleName(tr("Day of the review"));
    day_->setDisplayFormat(QStringLiteral("d MMMM yyyy"));
    day_->setCalendarPopup(true);
    setKind(day_, "calendar");
    day_->setFocusPolicy(Qt::StrongFocus);
    day_->installEventFilter(this);
    connect(day_, &QDateEdit::dateChanged, this, written);
    column_->addWidget(day_);
    caption(tr("who is here"));
    people_ =
        line("draftPeople", tr("Who is here, with commas between the names"), tr("Product, Risk, Data"));
    column_->addWidget(people_);
    caption(tr("looks at"));
    runs_ = new PlainLabel({}, content_);
    runs_->setObjectName(QStringLiteral("draftRuns"));
    runs_->setWordWrap(true);
    dress(runs_, 14);
    column_->addWidget(runs_);
    takeRuns_ = new QPushButton(tr("Look at what is on the screen"), content_);
    takeRuns_->setObjectName(QStringLiteral("draftTakeRuns"));
    takeRuns_->setAccessibleName(takeRuns_->text());
    setKind(takeRuns_, "small");
    column_->addWidget(takeRuns_, 0, Qt::AlignLeft);
    connect(takeRuns_, &QPushButton::clicked, this, [this] {
        desk_.change(
            [view = session_.state()](Meeting meeting) { return withRuns(std::move(meeting), view); });
    });
}

bool DraftView::eventFilter(QObject* watched, QEvent* event) {
    if (watched != day_ || event->type() != QEvent::Wheel) return QScrollArea::eventFilter(watched, event);
    event->ignore();  // the wheel turns the draft
    return true;
}

void DraftView::addAgenda() {
    caption(tr("agenda and minutes"));
    agenda_ = new AgendaEditor(content_);
    column_->addWidget(agenda_);
    connect(agenda_, &AgendaEditor::written, this, [this](const std::string& uid, const AgendaPoint& point) {
        changeAgenda([uid, point](std::vector<AgendaItem>& items) {
            for (AgendaItem& item : items) {
                if (item.uid != uid) continue;
                // Another page: what was bound to the old one holds no longer.
                if (item.point.page != point.page) item.view.clear();
                item.point = point;
            }
        });
    });
    connect(agenda_, &AgendaEditor::moved, this, [this](const std::string& uid, int by) {
        changeAgenda([uid, by](std::vector<AgendaItem>& items) {
            const auto at = std::find_if(items.begin(), items.end(),
                                         [&](const AgendaItem& item) { return item.uid == uid; });
            const auto to = at - items.begin() + by;
            if (at == items.end() || to < 0 || to >= static_cast<std::ptrdiff_t>(items.size())) return;
            if (by > 0)
                std::rotate(at, at + 1, items.begin() + to + 1);
            else
                std::rotate(items.begin() + to, at, at + 1);
        });
    });
    connect(agenda_, &AgendaEditor::removed, this, [this](const std::string& uid) {
        changeAgenda([uid](std::vector<AgendaItem>& items) {
            if (items.size() == 1)
                throw Error(ErrorCode::Usage, "A review needs an agenda with at least one point.");
            std::erase_if(items, [&](const AgendaItem& item) { return item.uid == uid; });
        });
    });
    connect(agenda_, &AgendaEditor::addWanted, this, [this] {
        changeAgenda([uid = freshNoteUid(session_.clock())](std::vector<AgendaItem>& items) {
            AgendaItem& item = items.emplace_back();
            item.uid = uid;
            item.point.title = "Another point";
        });
    });
    auto* row = new QHBoxLayout;
    row->setSpacing(scaled(8));
    const auto small = [&](const char* name, const QString& text) {
        auto* button = new QPushButton(text, content_);
        button->setObjectName(QLatin1String(name));
        button->setAccessibleName(text);
        setKind(button, "small");
        row->addWidget(button);
        return button;
    };
    keepAgenda_ = small("keepAgenda", tr("Keep for next time"));
    usualAgenda_ = small("takeAgenda", tr("Usual agenda"));
    row->addStretch(1);
    column_->addLayout(row);
    connect(keepAgenda_, &QPushButton::clicked, this, [this] {
        if (const Meeting* meeting = desk_.meeting()) desk_.setTemplate(pointsOf(meeting->items));
    });
    connect(usualAgenda_, &QPushButton::clicked, this, [this] {
        std::vector<std::string> uids;
        for (std::size_t i = 0; i < usualAgenda().size(); ++i)
            uids.push_back(freshNoteUid(session_.clock()));
        changeAgenda([uids](std::vector<AgendaItem>& items) {
            std::vector<AgendaItem> usual;
            for (std::size_t i = 0; i < uids.size(); ++i) {
                AgendaItem& item = usual.emplace_back();
                item.uid = uids[i];
                item.point = usualAgenda()[i];
                for (const AgendaItem& before : items)
                    if (before.point.kind == item.point.kind && item.point.kind != AgendaKind::Talk)
                        item.picks = before.picks;
            }
            items = usual;
        });
    });
}

void DraftView::addCases() {
    caption(tr("cases to talk about"));
    cases_ = new QWidget(content_);
    caseColumn_ = new QVBoxLayout(cases_);
    caseColumn_->setContentsMargins(0, 0, 0, 0);
    caseColumn_->setSpacing(0);
    column_->addWidget(cases_);
    noCase_ =
        new PlainLabel(tr("None yet. Open a case on Errors and add it there, or take three:"), content_);
    noCase_->setWordWrap(true);
    dress(noCase_, 12, QFont::Normal, &Tokens::ink3);
    column_->addWidget(noCase_);
    auto* row = new QHBoxLayout;
    row->setSpacing(scaled(8));
    dearest_ = new QPushButton(tr("Three dearest"), content_);
    surest_ = new QPushButton(tr("Three surest mistakes"), content_);
    dearest_->setObjectName(QStringLiteral("takeDearest"));
    surest_->setObjectName(QStringLiteral("takeSurest"));
    for (QPushButton* button : {dearest_, surest_}) {
        button->setAccessibleName(button->text());
        setKind(button, "small");
        row->addWidget(button);
    }
    row->addStretch(1);
    column_->addLayout(row);
    connect(dearest_, &QPushButton::clicked, this, [this] { takeThree(true); });
    connect(surest_, &QPushButton::clicked, this, [this] { takeThree(false); });
}

void DraftView::addQuestions() {
    caption(tr("questions, one a line"));
    questions_ = new QPlainTextEdit(content_);
    questions_->setObjectName(QStringLiteral("draftQuestions"));
    questions_->setAccessibleName(tr("Questions, one a line"));
    questions_->setTabChangesFocus(true);
    setKind(questions_, "field");
    questions_->setFixedHeight(scaled(80));
    connect(questions_, &QPlainTextEdit::textChanged, this, &DraftView::typed);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget* old, QWidget*) {
        if (old == questions_) commit();
    });
    column_->addWidget(questions_);
}

// Kept aside at each key, until the store has it.
void DraftView::typed() {
    const Meeting* now = desk_.meeting();
    if (filling_ || !now) return;
    typed_ = true;
    taken_ = now->uid;
    const QString key = keptKey(now->uid);
    KeptFields& kept = KeptFields::of(session_);
    kept.keep(key + QStringLiteral("day"), day_->date().toString(Qt::ISODate));
    kept.keep(key + QStringLiteral("title"), title_->text());
    kept.keep(key + QStringLiteral("people"), people_->text());
    kept.keep(key + QStringLiteral("questions"), questions_->toPlainText());
    soon_.start();
}

// What a window that was killed has kept and not stored is typed once more; what is stored is kept no longer.
void DraftView::takeKept(const Meeting& meeting) {
    KeptFields& kept = KeptFields::of(session_);
    const QString key = keptKey(meeting.uid);
    if (typed_ || !desk_.settled() || !kept.any(key)) return;
    const QDate day = QDate::fromString(kept.text(key + QStringLiteral("day")), Qt::ISODate);
    const QString people = kept.text(key + QStringLiteral("people"));
    const QString questions = kept.text(key + QStringLiteral("questions"));
    const std::string title = kept.text(key + QStringLiteral("title")).trimmed().toStdString();
    const AgendaItem* item = firstOf(meeting, AgendaKind::Questions);
    const bool stored =
        meeting.heldOn == day.toString(Qt::ISODate).toStdString() &&
        (title.empty() || meeting.title == title || meeting.title == reviewTitle(meeting.heldOn)) &&
        meeting.attendees == trimmedLines(people, QLatin1Char(',')) &&
        (!item || item->picks == trimmedLines(questions, QLatin1Char('\n')));
    if (stored) return kept.forget(key);
    const bool again = std::exchange(taken_, meeting.uid) == meeting.uid;
    typed_ = true;
    // What this window could not store stays in its fields until somebody goes on.
    if (again) return;
    if (day.isValid()) day_->setDate(day);
    title_->setText(qt(title));
    people_->setText(people);
    questions_->setPlainText(questions);
    soon_.start();
}

void DraftView::letGo() {
    const Meeting* now = desk_.meeting();
    if (taken_.empty() || !desk_.settled()) return;
    if (now && now->uid == taken_ && now->state == MeetingState::Draft) return;
    KeptFields::of(session_).forget(keptKey(std::exchange(taken_, {})));
}

void DraftView::changeAgenda(const std::function<void(std::vector<AgendaItem>&)>& change) {
    commit();
    desk_.change([change](Meeting meeting) {
        change(meeting.items);
        return meeting;
    });
}

void DraftView::commit() {
    soon_.stop();
    const Meeting* now = desk_.meeting();
    if (!std::exchange(typed_, false) || !now || now->state != MeetingState::Draft) return;
    const std::string day = day_->date().toString(Qt::ISODate).toStdString();
    std::string title = title_->text().trimmed().toStdString();
    // A title nobody wrote goes with the day.
    if (title.empty() || title == reviewTitle(now->heldOn)) title = reviewTitle(day);
    desk_.change([day, title, people = trimmedLines(people_->text(), QLatin1Char(',')),
                  questions = trimmedLines(questions_->toPlainText(), QLatin1Char('\n'))](Meeting meeting) {
        meeting.heldOn = day;
        meeting.title = title;
        meeting.attendees = people;
        if (AgendaItem* item = firstOf(meeting, AgendaKind::Questions)) item->picks = questions;
        return meeting;
    });
}

QString DraftView::runsText(const Meeting& meeting) const {
    ReviewState view = session_.state();
    for (const AgendaItem& item : meeting.items)
        if (!item.view.empty()) {
            view = ReviewState::fromJson(item.view);
            break;
        }
    const StoreContents& contents = session_.contents();
    const RunRow* run = contents.run(view.run);
    if (!run) return tr("the run on the screen");
    const RunRow* baseline = contents.run(view.baseline);
    return baseline ? tr("%1 against %2").arg(runLabel(contents, *run), runLabel(contents, *baseline))
                    : runLabel(contents, *run);
}

void DraftView::refresh() {
    const Meeting* meeting = desk_.meeting();
    if (!meeting || meeting->state != MeetingState::Draft) return;
    content_->setEnabled(desk_.whyNot().isEmpty());
    filling_ = true;
    takeKept(*meeting);
    // What is being typed is newer than what is stored.
    if (!typed_) {
        if (!title_->hasFocus() || title_->text().isEmpty()) title_->setText(qt(meeting->title));
        day_->setDate(QDate::fromString(qt(meeting->heldOn), Qt::ISODate));
        if (!people_->hasFocus()) people_->setText(joined(meeting->attendees, QStringLiteral(", ")));
        const AgendaItem* questions = firstOf(*meeting, AgendaKind::Questions);
        questions_->setEnabled(questions != nullptr);
        const QString lines = questions ? joined(questions->picks, QStringLiteral("\n")) : QString();
        if (!questions_->hasFocus() && questions_->toPlainText() != lines) questions_->setPlainText(lines);
    }
    filling_ = false;
    runs_->setText(runsText(*meeting));
    agenda_->setItems(meeting->items);
    const auto points = pointsOf(meeting->items);
    keepAgenda_->setVisible(points != desk_.agendaTemplate());
    usualAgenda_->setVisible(points != reckoner::usualAgenda());
    showCases(*meeting);
}

void DraftView::showCases(const Meeting& meeting) {
    const AgendaItem* item = firstOf(meeting, AgendaKind::Cases);
    const std::vector<std::string> cases = item ? item->picks : std::vector<std::string>();
    noCase_->setVisible(cases.empty());
    noCase_->setText(item ? tr("None yet. Open a case on Errors and add it there, or take three:")
                          : tr("The agenda has no point that holds cases."));
    const bool binary = session_.run() != nullptr;
    dearest_->setVisible(item && cases.size() < 3 && binary);
    surest_->setVisible(item && cases.size() < 3 && binary);
    if (cases == shownCases_) return;
    shownCases_ = cases;
    while (QLayoutItem* old = caseColumn_->takeAt(0)) {
        delete old->widget();
        delete old;
    }
    for (std::size_t i = 0; i < cases.size(); ++i) {
        auto* row = new QWidget(cases_);
        auto* layout = new QHBoxLayout(row);
        layout->setContentsMargins(0, 0, 0, 0);
        auto* open =
            new QPushButton(visibleLine(cases[i]).replace(QLatin1Char('&'), QStringLiteral("&&")), row);
        open->setObjectName(QStringLiteral("draftCase%1").arg(i));
        open->setAccessibleName(tr("Open case %1").arg(qt(cases[i])));
        setKind(open, "inline");
        auto* away = new QToolButton(row);
        away->setObjectName(QStringLiteral("draftCaseAway%1").arg(i));
        away->setAccessibleName(tr("Take %1 off").arg(qt(cases[i])));
        away->setIcon(themedIcon(QStringLiteral("cross"), Theme::instance().tokens().ink2));
        away->setFocusPolicy(Qt::TabFocus);
        layout->addWidget(open, 1);
        layout->addWidget(away);
        caseColumn_->addWidget(row);
        connect(open, &QPushButton::clicked, this,
                [this, id = cases[i]] { session_.apply([&](ReviewState& state) { showPick(state, id); }); });
        connect(away, &QToolButton::clicked, this, [this, id = cases[i]] {
            desk_.change([id](Meeting changed) {
                for (AgendaItem& one : changed.items)
                    if (one.point.kind == AgendaKind::Cases) std::erase(one.picks, id);
                return changed;
            });
        });
    }
}

void DraftView::takeThree(bool dearest) {
    const auto query = pickQuery(session_, dearest ? Pick::Expensive : Pick::Confident);
    if (!query) return;
    picking_.start(
        [query = *query](const TaskContext& context) -> std::any { return firstCases(query, 3, context); },
        [this](const std::any& result) {
            for (const std::string& id : std::any_cast<const std::vector<std::string>&>(result)) {
                const Meeting* meeting = desk_.meeting();
                const AgendaItem* item = meeting ? firstOf(*meeting, AgendaKind::Cases) : nullptr;
                if (item && item->picks.size() < 3) desk_.addCase(id);
            }
        },
        [this](const Error& error) { Q_EMIT desk_.failed(QString::fromUtf8(error.what())); });
}

}  // namespace reckoner

#include "moc_draft_view.cpp"
