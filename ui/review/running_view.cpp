#include "ui/review/running_view.h"

#include <algorithm>
#include <map>
#include <utility>

#include <QPainter>
#include <QPushButton>

#include "core/data/filter_text.h"
#include "core/review/brief.h"
#include "core/review/meeting_traces.h"
#include "core/review/reason_ranks.h"
#include "core/wording/review_words.h"
#include "ui/review/agenda_view.h"
#include "ui/review/case_walk.h"
#include "ui/review/dock_form.h"
#include "ui/review/point_notes_view.h"
#include "ui/review/point_view.h"
#include "ui/review/question_list.h"
#include "ui/review/reason_list.h"
#include "ui/review/review_clock_view.h"
#include "ui/review/review_forms.h"
#include "ui/review/speaker_chips.h"
#include "ui/review/trace_list.h"
#include "ui/session/review_desk.h"
#include "ui/session/show_cases.h"
#include "ui/session/state_rules.h"
#include "ui/shell/scaled.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

constexpr int kPadding = 24;
constexpr int kBetween = 8;
constexpr int kReach = 8;  // agenda and clock reach that far into the padding

}  // namespace

RunningView::RunningView(ReviewSession& session, MeetingDesk& desk, QWidget* parent)
    : QWidget(parent),
      session_(session),
      desk_(desk),
      forms_(new ReviewForms(session, this)),
      reading_(session.executor()),
      clock_(new ReviewClockView(this)),
      agenda_(new AgendaView(this)),
      traces_(new TraceList(this)),
      viewName_(new PlainLabel({}, this)),
      walk_(new CaseWalk(this)),
      reasonList_(new ReasonList(this)),
      questions_(new QuestionList(this)),
      notes_(new PointNotesView(desk, this)),
      speakers_(new SpeakerChips(this)) {
    setObjectName(QStringLiteral("runningReview"));
    setAccessibleName(tr("The review that runs"));
    dress(viewName_, 12, QFont::Normal, &Tokens::ink3);
    back_ = button("pointView", tr("Back to it"));
    bind_ = button("bindView", tr("Keep this view"));
    setKind(back_, "small");
    setKind(bind_, "small");
    setPlainToolTip(bind_, tr("The view on the screen belongs to this point from now on.  Ctrl+B"));
    decision_ = button("reviewDecision", tr("Decision..."));
    action_ = button("reviewAction", tr("Action..."));
    setPlainToolTip(decision_, tr("Ctrl+Shift+D"));
    setPlainToolTip(action_, tr("Ctrl+T"));
    next_ = button("reviewNext", {});
    setPlainToolTip(next_, tr("Ctrl+Return"));
    setKind(next_, "primary");
    next_->setProperty("alone", true);
    connectParts();
}

RunningView::~RunningView() = default;

QPushButton* RunningView::button(const char* name, const QString& text) {
    auto* made = new QPushButton(text, this);
    made->setObjectName(QLatin1String(name));
    made->setAccessibleName(text);
    return made;
}

void RunningView::connectParts() {
    connect(&desk_, &MeetingDesk::pointChanged, this, &RunningView::openView);
    connect(&session_, &ReviewSession::changed, this, [this](Aspects aspects) {
        if (!isVisible()) return;
        if (aspects & (Aspects(Aspect::Run) | Aspect::Notes | Aspect::Threshold)) readReasons();
        if (aspects & (Aspects(Aspect::Page) | Aspect::Options | Aspect::Run)) refresh();
    });
    connect(agenda_, &AgendaView::chosen, this, [this](int item) {
        const auto wanted = static_cast<std::size_t>(item);
        if (desk_.meeting() && desk_.meeting()->current == wanted) return openView();
        desk_.moveTo(wanted);
    });
    connect(back_, &QPushButton::clicked, this, &RunningView::openView);
    connect(bind_, &QPushButton::clicked, this, &RunningView::bindView);
    connect(walk_, &CaseWalk::chosen, this, &RunningView::openPick);
    connect(walk_, &CaseWalk::removed, this, [this](int pick) {
        const AgendaItem* now = point();
        if (!now || pick >= static_cast<int>(now->picks.size())) return;
        desk_.change([uid = now->uid, id = now->picks[static_cast<std::size_t>(pick)]](Meeting meeting) {
            for (AgendaItem& item : meeting.items)
                if (item.uid == uid) std::erase(item.picks, id);
            return meeting;
        });
    });
    connect(reasonList_, &ReasonList::ordered, this, [this](const std::vector<std::string>& tags) {
        const AgendaItem* now = point();
        if (!now) return;
        desk_.change([uid = now->uid, tags](Meeting meeting) {
            for (AgendaItem& item : meeting.items)
                if (item.uid == uid) item.picks = tags;
            return meeting;
        });
    });
    connect(reasonList_, &ReasonList::actionWanted, this, &RunningView::openAction);
    connect(reasonList_, &ReasonList::opened, this,
            [this](const QString& tag) { showCases(session_, {"tag = " + filterText(tag.toStdString())}); });
    connect(questions_, &QuestionList::opened, this, [this](const std::string& question) {
        session_.apply([&](ReviewState& state) {
            state.page = "record";
            state.options["record.tab"] = "brief";
            state.options["record.question"] = question;
        });
    });
    connect(questions_, &QuestionList::answered, this,
            [this](const QString& text) { notes_->beginLine(text + QLatin1Char(' ')); });
    connect(traces_, &TraceList::opened, this, [this](bool decision, const std::string& uid) {
        session_.apply([&](ReviewState& state) {
            state.page = "record";
            state.options["record.tab"] = decision ? "decisions" : "actions";
            state.options[decision ? "record.decision" : "record.action"] = uid;
        });
    });
    connect(speakers_, &SpeakerChips::picked, this, &RunningView::speak);
    connect(speakers_, &SpeakerChips::peopleWritten, this, [this](const std::vector<std::string>& people) {
        desk_.change([people](Meeting meeting) {
            meeting.attendees = people;
            return meeting;
        });
    });
    connect(decision_, &QPushButton::clicked, this, &RunningView::openDecision);
    connect(action_, &QPushButton::clicked, this, [this] { openAction({}); });
    connect(next_, &QPushButton::clicked, this, &RunningView::goOn);
}

void RunningView::refresh() {
    if (!desk_.going()) return closeForm();
    const bool open = !form_;
    for (QWidget* part :
         {static_cast<QWidget*>(agenda_), static_cast<QWidget*>(notes_), static_cast<QWidget*>(speakers_),
          static_cast<QWidget*>(viewName_), static_cast<QWidget*>(decision_), static_cast<QWidget*>(action_),
          static_cast<QWidget*>(next_)})
        part->setVisible(open);
    for (QWidget* tool :
         {static_cast<QWidget*>(walk_), static_cast<QWidget*>(reasonList_), static_cast<QWidget*>(questions_),
          static_cast<QWidget*>(back_), static_cast<QWidget*>(bind_), static_cast<QWidget*>(traces_)})
        if (!open) tool->hide();
    tick();
    if (open) showPoint();
    place();
    update();
}

const AgendaItem* RunningView::point() const {
    const Meeting* meeting = desk_.meeting();
    if (!meeting || meeting->current >= meeting->items.size()) return nullptr;
    return &meeting->items[meeting->current];
}

void RunningView::tick() {
    const Meeting* meeting = desk_.meeting();
    if (!meeting || !desk_.going()) return;
    const Clock::Time now = desk_.now();
    clock_->setClock(reviewClock(*meeting, now), !meeting->clockFrom, qt(overSentence(*meeting, now)));
    if (!agenda_->isHidden()) agenda_->setMeeting(*meeting, now, holds_);
}

void RunningView::showPoint() {
    const Meeting& meeting = *desk_.meeting();
    showTraces();
    agenda_->setMeeting(meeting, desk_.now(), holds_);
    notes_->refresh();
    speakers_->setPeople(meeting.attendees, desk_.speaker());
    const QString next = closeAsked_ == spoken() ? forms_->closeQuestion(meeting) : qt(nextButton(meeting));
    next_->setAccessibleName(next);
    next_->setText(QFontMetrics(next_->font())
                       .elidedText(next, Qt::ElideRight, std::max(80, next_->width() - scaled(28)))
                       .replace(QLatin1Char('&'), QStringLiteral("&&")));
    decision_->setText(forms_->decisionBegun(meeting) ? tr("Decision begun") : tr("Decision..."));
    action_->setText(forms_->actionBegun(meeting) ? tr("Action begun") : tr("Action..."));
    decision_->setAccessibleName(decision_->text());
    action_->setAccessibleName(action_->text());
    const bool writable = desk_.whyNot().isEmpty();
    for (QPushButton* one : {decision_, action_, next_, bind_})
        one->setEnabled(writable);
    showPointTools();
}

// What the review has come to: below its points, and in a list.
void RunningView::showTraces() {
    const Meeting& meeting = *desk_.meeting();
    const ReviewRecords& records = ReviewDesk::of(session_).records();
    const auto traces = meetingTraces(meeting, records.decisions, records.actions);
    std::map<std::string, std::pair<std::size_t, std::size_t>> counts;
    std::vector<TraceLine> lines;
    for (const MeetingTrace& trace : traces) {
        ++(trace.decision ? counts[trace.point].first : counts[trace.point].second);
        lines.push_back({qt(trace.decision ? decidedLine(records.decisions[trace.at])
                                           : toDoLine(records.actions[trace.at], desk_.today())),
                         trace.decision, trace.uid, trace.point == meeting.items[meeting.current].uid});
    }
    holds_.clear();
    for (const AgendaItem& item : meeting.items)
        holds_ << qt(pointHolds(item, counts[item.uid].first, counts[item.uid].second));
    traces_->setLines(lines);
    traces_->setVisible(!lines.empty());
}

void RunningView::showPointTools() {
    const Meeting& meeting = *desk_.meeting();
    const AgendaItem& item = meeting.items[meeting.current];
    const ReviewState own = viewOfPoint(session_.contents(), meeting, meeting.current, 0, session_.state());
    const ReviewState& now = session_.state();
    const bool away = own.page != now.page || own.model != now.model || (own.run != 0 && own.run != now.run);
    viewName_->setText(away ? tr("another view") : tr("the point's view"));
    back_->setVisible(away);
    bindable_ = away || item.view.empty();
    walk_->setVisible(item.point.kind == AgendaKind::Cases);
    walk_->setCases(item.picks, currentCase().toStdString());
    reasonList_->setVisible(item.point.kind == AgendaKind::Priorities);
    if (item.point.kind == AgendaKind::Priorities) {
        const RunAnalysisPtr run = session_.run();
        const QString currency = run ? qt(run->request.costs.currency) : QString();
        reasonList_->setReasons(inGivenOrder(reasons_, item.picks), currency,
                                tr("No note of this run has a tag yet. Tags on notes become reasons here."));
    }
    questions_->setVisible(item.point.kind == AgendaKind::Questions);
    if (item.point.kind == AgendaKind::Questions) {
        std::vector<OpenQuestion> open;
        for (const std::string& asked : item.picks)
            open.push_back({qt(asked), {}});
        for (const BriefQuestion* question : openQuestions(ReviewDesk::of(session_).records().answers))
            open.push_back(
                {tr("Brief: %1").arg(qt(std::string(question->title))), std::string(question->id)});
        questions_->setQuestions(open);
    }
}

QString RunningView::currentCase() const {
    const ReviewState& state = session_.state();
    const auto found = state.options.find("errors.case");
    return state.page == "errors" && found != state.options.end() ? qt(found->second) : QString();
}

void RunningView::takeFocus() {
    if (form_) return form_->setFocus();
    notes_->focusNotes();
}

void RunningView::openView() {
    const Meeting* meeting = desk_.meeting();
    if (!meeting || !desk_.going() || meeting->items.empty()) return;
    closeAsked_.clear();
    const AgendaItem& item = meeting->items[meeting->current];
    // The case that was looked at before, else the first.
    const auto at = std::find(item.picks.begin(), item.picks.end(), currentCase().toStdString());
    const std::size_t pick = at == item.picks.end() ? 0 : static_cast<std::size_t>(at - item.picks.begin());
    const ReviewState view =
        viewOfPoint(session_.contents(), *meeting, meeting->current, pick, session_.state());
    if (!(view == session_.state())) session_.apply([&](ReviewState& state) { state = view; });
    readReasons();
    if (form_) closeForm();
    refresh();
}

void RunningView::openPick(int pick) {
    const AgendaItem* item = point();
    if (!item || pick < 0 || pick >= static_cast<int>(item->picks.size())) return;
    const ReviewState view = viewOfPoint(session_.contents(), *desk_.meeting(), desk_.meeting()->current,
                                         static_cast<std::size_t>(pick), session_.state());
    session_.apply([&](ReviewState& state) {
        state = view;
        showPick(state, item->picks[static_cast<std::size_t>(pick)]);
    });
}

void RunningView::bindView() {
    const AgendaItem* now = point();
    if (!now || form_) return;
    desk_.change([uid = now->uid, view = session_.state()](Meeting meeting) {
        for (AgendaItem& item : meeting.items)
            if (item.uid == uid) item = withView(std::move(item), view);
        return meeting;
    });
}

void RunningView::stepCase(int by) {
    if (!walk_->isHidden()) walk_->step(by);
}

void RunningView::editPeople() {
    speakers_->editPeople();
}

void RunningView::speak(int attendee) {
    const Meeting* meeting = desk_.meeting();
    if (!meeting || attendee >= static_cast<int>(meeting->attendees.size())) return refresh();
    // In a form the key only changes whose words they are.
    desk_.setSpeaker(attendee);
    if (!form_) notes_->beginLine(qt(spokenBy(meeting->attendees[static_cast<std::size_t>(attendee)])));
}

void RunningView::openForm(DockForm* form) {
    closeForm();
    closeAsked_.clear();
    form_ = form;
    connect(form, &DockForm::finished, this, [this, form] {
        if (form_ == form) closeForm();
        refresh();
        takeFocus();
    });
    form->show();
    refresh();
    form->setFocus();
}

void RunningView::closeForm() {
    if (!form_) return;
    form_->hide();
    form_->deleteLater();
    form_ = nullptr;
}

void RunningView::openDecision() {
    if (const Meeting* meeting = desk_.meeting(); meeting && desk_.going())
        openForm(forms_->decision(*meeting, this));
}

void RunningView::openAction(const QString& tag) {
    if (const Meeting* meeting = desk_.meeting(); meeting && desk_.going())
        openForm(forms_->action(*meeting, tag, this));
}

void RunningView::goOn() {
    if (form_) return form_->submit();
    const Meeting* meeting = desk_.meeting();
    if (!meeting || !desk_.going()) return;
    const bool last = std::none_of(meeting->items.begin(), meeting->items.end(), [&](const AgendaItem& item) {
        return !item.done && &item != &meeting->items[meeting->current];
    });
    if (last && std::exchange(closeAsked_, spoken()) == spoken()) return desk_.close();
    if (last) return refresh();
    desk_.next();
    takeFocus();
}

// The point and its notes: with another one nothing is asked any more.
QString RunningView::spoken() const {
    const AgendaItem* now = point();
    return now ? qt(now->uid) + QLatin1Char('/') + desk_.notes(desk_.meeting()->current).text : QString();
}

void RunningView::readReasons() {
    const AgendaItem* item = point();
    const RunAnalysisPtr run = session_.run();
    const std::shared_ptr<Store> store = session_.store();
    if (!item || item->point.kind != AgendaKind::Priorities || !run || !store || !desk_.going()) return;
    reading_.start(
        [store, run, threshold = session_.threshold(),
         model = session_.state().model](const TaskContext& context) -> std::any {
            return rankedReasons(store, run, threshold, model, context);
        },
        [this](const std::any& result) {
            reasons_ = std::any_cast<const std::vector<ErrorReason>&>(result);
            refresh();
        },
        [this](const Error& error) { Q_EMIT desk_.failed(QString::fromUtf8(error.what())); });
}

void RunningView::place() {
    const int pad = scaled(kPadding), reach = scaled(kReach), wide = width() - 2 * pad;
    const int gap = scaled(16);
    int y = 0;
    clock_->setGeometry(pad - reach, y, wide + 2 * reach, clock_->sizeHint().height());
    y += clock_->height() + gap;
    if (form_) {
        form_->setGeometry(pad, y, wide + scaled(16), std::max(0, height() - scaled(24) - y));
        return;
    }
    const int end = placeFoot();
    QWidget* tool = heldTool();
    const Shares given = shareOut(end - y - gap);
    agenda_->setGeometry(pad - reach, y, wide + 2 * reach, given.agenda);
    y += given.agenda;
    bind_->setVisible(bindable_ && given.view > 0);
    viewName_->setVisible(given.view > 0);
    int x = pad + wide;
    for (QPushButton* one : {bind_, back_}) {
        if (one->isHidden()) continue;
        const int size = one->sizeHint().width();
        x -= size;
        one->setGeometry(x, y + scaled(1), size, scaled(22));
    }
    viewName_->setGeometry(pad, y, std::max(0, x - pad - scaled(4)), given.view);
    y += given.view;
    if (tool) {
        tool->setGeometry(pad, y, wide, given.tool);
        y += given.tool + scaled(kBetween);
    }
    traces_->setGeometry(pad, y, wide, given.traces);
    if (!traces_->empty()) y += given.traces + scaled(kBetween);
    y += gap;
    notes_->setGeometry(pad, y, wide, std::max(0, end - y));
}

// What has a fixed height, from the foot up. Returns where it begins.
int RunningView::placeFoot() {
    const int pad = scaled(kPadding), wide = width() - 2 * pad;
    int end = height() - scaled(24) - scaled(40);
    next_->setGeometry(pad, end, wide, scaled(40));
    end -= scaled(12) + scaled(32);
    const int half = (wide - scaled(8)) / 2;
    decision_->setGeometry(pad, end, half, scaled(32));
    action_->setGeometry(pad + wide - half, end, half, scaled(32));
    const int chips = speakers_->heightFor(wide);
    end -= scaled(12) + chips;
    speakers_->setGeometry(pad, end, wide, chips);
    return end - scaled(12);
}

// What the point holds: cases, reasons or questions; null: notes alone.
QWidget* RunningView::heldTool() const {
    for (QWidget* tool : {static_cast<QWidget*>(walk_), static_cast<QWidget*>(reasonList_),
                          static_cast<QWidget*>(questions_)})
        if (!tool->isHidden()) return tool;
    return nullptr;
}

// The notes have as much as they can be written in, then the agenda, then what the point holds and one trace;
// what is left goes round again, the rest to the notes.
RunningView::Shares RunningView::shareOut(int room) const {
    const QWidget* tool = heldTool();
    const int toolWants = tool == walk_         ? walk_->wantedHeight()
                          : tool == reasonList_ ? std::min(reasonList_->wantedHeight(), scaled(212))
                          : tool == questions_  ? std::min(questions_->wantedHeight(), scaled(188))
                                                : 0;
    Shares given;
    given.view = scaled(24);
    int left = room - given.view - (tool ? scaled(kBetween) : 0) - (traces_->empty() ? 0 : scaled(kBetween));
    const auto take = [&left](int wanted) {
        const int taken = std::clamp(wanted, 0, std::max(0, left));
        left -= taken;
        return taken;
    };
    int notesLeast = notes_->leastHeight();
    const bool cramped = tool && left < notesLeast + agenda_->leastHeight() + toolWants;
    if (cramped) {
        // Two lines of notes are enough where the list is worked on; the view has its keys.
        notesLeast -= scaled(24);
        if (back_->isHidden()) left += std::exchange(given.view, 0);
    }
    take(notesLeast);
    given.agenda = take(agenda_->leastHeight());
    given.tool = take(std::min(toolWants, scaled(cramped ? 116 : 84)));
    given.traces = take(std::min(traces_->wantedHeight(), scaled(24)));
    given.agenda += take(agenda_->wantedHeight() - agenda_->leastHeight());
    left += given.agenda - agenda_->wholeRows(given.agenda);
    given.agenda = agenda_->wholeRows(given.agenda);
    given.tool += take(toolWants - given.tool);
    if (tool == reasonList_) {
        left += given.tool - reasonList_->wholeRows(given.tool);
        given.tool = reasonList_->wholeRows(given.tool);
    }
    given.traces += take(std::min(traces_->wantedHeight(), scaled(20 + 3 * 24)) - given.traces);
    given.traces = traces_->wholeRows(given.traces);
    return given;
}

void RunningView::resizeEvent(QResizeEvent*) {
    place();
}

void RunningView::showEvent(QShowEvent*) {
    readReasons();
    refresh();
}

void RunningView::paintEvent(QPaintEvent*) {
    if (form_) return;
    // Between the agenda and what is written.
    const int y = notes_->y() - scaled(9);
    QPainter(this).fillRect(QRect(scaled(kPadding), y, width() - 2 * scaled(kPadding), 1),
                            Theme::instance().tokens().line);
}

}  // namespace reckoner

#include "moc_running_view.cpp"
