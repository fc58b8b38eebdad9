#include "ui/review/review_dock.h"

#include <algorithm>
#include <utility>

#include <QAction>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QShortcut>
#include <QToolButton>

#include "core/report/minutes.h"
#include "core/wording/review_words.h"
#include "ui/review/draft_view.h"
#include "ui/review/review_forms.h"
#include "ui/review/running_view.h"
#include "ui/review/speaker_chips.h"
#include "ui/session/kept_fields.h"
#include "ui/session/review_desk.h"
#include "ui/shell/scaled.h"
#include "ui/style/icons.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

constexpr int kWidth = 320;
constexpr int kPadding = 24;
constexpr int kTickMs = 250;

void call(QPushButton* button, const QString& text) {
    button->setText(text);
    button->setAccessibleName(text);
}

}  // namespace

ReviewDock::ReviewDock(ReviewSession& session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      desk_(MeetingDesk::of(session)),
      title_(new PlainLabel({}, this)),
      pause_(iconButton("reviewPause", "pause", tr("Pause"), tr("Ctrl+P"))),
      more_(iconButton("reviewMore", "more", tr("More about this review"), {})),
      hide_(iconButton("reviewHide", "cross", tr("Hide the review"), tr("Ctrl+R"))),
      running_(new RunningView(session, desk_, this)),
      draft_(new DraftView(session, desk_, this)),
      text_(new PlainLabel({}, this)),
      main_(button("reviewMain")),
      second_(button("reviewSecond")),
      message_(new InlineMessage(this)) {
    setObjectName(QStringLiteral("reviewDock"));
    setAccessibleName(tr("Review"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    title_->setObjectName(QStringLiteral("reviewTitle"));
    dress(title_, 14, QFont::DemiBold);
    text_->setObjectName(QStringLiteral("reviewText"));
    text_->setWordWrap(true);
    text_->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    dress(text_, 14, QFont::Normal, &Tokens::ink2);
    setKind(main_, "primary");
    main_->setProperty("alone", true);
    setKind(second_, "link");
    message_->setObjectName(QStringLiteral("reviewMessage"));
    message_->hide();

    connect(&desk_, &MeetingDesk::changed, this, &ReviewDock::refresh);
    connect(&desk_, &MeetingDesk::failed, this, [this](const QString& sentence) {
        message_->say(sentence);
        place();
    });
    connect(&ReviewDesk::of(session_), &ReviewDesk::changed, this, &ReviewDock::refresh);
    // A form of this review may be stored from Record. Queued: drafts forget while they are shown.
    connect(&KeptFields::of(session_), &KeptFields::forgotten, this, &ReviewDock::refresh,
            Qt::QueuedConnection);
    connect(message_, &InlineMessage::closed, this, &ReviewDock::place);
    connect(pause_, &QToolButton::clicked, this, &ReviewDock::pauseOrResume);
    connect(more_, &QToolButton::clicked, this, &ReviewDock::openMenu);
    connect(hide_, &QToolButton::clicked, this, &ReviewDock::closeWanted);
    connect(main_, &QPushButton::clicked, this, &ReviewDock::pressMain);
    connect(second_, &QPushButton::clicked, this, &ReviewDock::pressSecond);
    addShortcuts();
    seconds_.setInterval(kTickMs);
    connect(&seconds_, &QTimer::timeout, running_, &RunningView::tick);
    connect(&Theme::instance(), &Theme::changed, this, &ReviewDock::redress);
    redress();
}

ReviewDock::~ReviewDock() = default;

QSize ReviewDock::sizeHint() const {
    return {scaled(kWidth), scaled(600)};
}

QToolButton* ReviewDock::iconButton(const char* name, const char* icon, const QString& title,
                                    const QString& keys) {
    auto* made = new QToolButton(this);
    made->setObjectName(QLatin1String(name));
    made->setProperty("drawing", QLatin1String(icon));
    made->setAccessibleName(title);
    made->setFocusPolicy(Qt::TabFocus);
    setPlainToolTip(made, keys.isEmpty() ? title : title + QStringLiteral("  ") + keys);
    return made;
}

QPushButton* ReviewDock::button(const char* name) {
    auto* made = new QPushButton(this);
    made->setObjectName(QLatin1String(name));
    return made;
}

void ReviewDock::addShortcuts() {
    const auto add = [this](const QKeySequence& keys, auto act) {
        auto* shortcut = new QShortcut(keys, this);
        // A key that is held must not answer what it has asked.
        shortcut->setAutoRepeat(keys != QKeySequence(Qt::CTRL | Qt::Key_Return));
        shortcut->setContext(Qt::WindowShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
        shortcuts_.push_back(shortcut);
    };
    for (int i = 0; i < kSpeakerKeys; ++i)
        add(QKeySequence(speakerKey(i)), [this, i] { running_->speak(i); });
    add(QKeySequence(Qt::CTRL | Qt::Key_Return), [this] { running_->goOn(); });
    add(QKeySequence(Qt::CTRL | Qt::Key_P), [this] { pauseOrResume(); });
    add(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D), [this] { running_->openDecision(); });
    add(QKeySequence(Qt::CTRL | Qt::Key_T), [this] { running_->openAction({}); });
    add(QKeySequence(Qt::CTRL | Qt::Key_E), [this] { takeFocus(); });
    add(QKeySequence(Qt::CTRL | Qt::Key_B), [this] { running_->bindView(); });
    add(QKeySequence(Qt::CTRL | Qt::Key_PageUp), [this] { running_->stepCase(-1); });
    add(QKeySequence(Qt::CTRL | Qt::Key_PageDown), [this] { running_->stepCase(1); });
    for (int i = 0; i < 9; ++i)
        add(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + i)), [this, i] {
            if (desk_.meeting() && i < static_cast<int>(desk_.meeting()->items.size()))
                desk_.moveTo(static_cast<std::size_t>(i));
        });
}

void ReviewDock::refresh() {
    const bool going = desk_.going();
    const bool drafted = desk_.standing() == Standing::Draft;
    if (going && isVisible()) {
        if (!seconds_.isActive()) seconds_.start();
    } else {
        seconds_.stop();
    }
    for (QShortcut* shortcut : shortcuts_)
        shortcut->setEnabled(going && isVisible());
    showHead();
    running_->setVisible(going);
    draft_->setVisible(drafted);
    running_->refresh();
    if (drafted) draft_->refresh();
    draft_->letGo();
    showEnd();
    place();
    // Whoever closed it by a key goes on with the minutes.
    if (std::exchange(going_, going) && desk_.standing() == Standing::Closed && isVisible())
        main_->setFocus();
}

void ReviewDock::showHead() {
    const Meeting* meeting = desk_.meeting();
    title_->setText(meeting ? qt(meeting->title) : tr("Review"));
    const bool paused = desk_.standing() == Standing::Paused;
    pause_->setVisible(desk_.going());
    pause_->setEnabled(desk_.whyNot().isEmpty());
    more_->setVisible(desk_.going());
    pause_->setProperty("drawing", paused ? QStringLiteral("play") : QStringLiteral("pause"));
    const QString what = paused ? tr("Go on") : tr("Pause");
    pause_->setAccessibleName(what);
    setPlainToolTip(pause_, what + QStringLiteral("  Ctrl+P"));
    pause_->setIcon(themedIcon(pause_->property("drawing").toString(), Theme::instance().tokens().ink2));
}

void ReviewDock::showEnd() {
    const Standing standing = desk_.standing();
    const Meeting* meeting = desk_.meeting();
    const bool writable = desk_.whyNot().isEmpty();
    main_->setVisible(!desk_.going());
    main_->setEnabled(writable || standing == Standing::Closed);
    second_->setVisible(standing == Standing::Draft || standing == Standing::Closed);
    text_->setVisible(standing == Standing::None || standing == Standing::Closed);
    if (standing == Standing::None) {
        text_->setText(writable
                           ? tr("No review is prepared.\n\nChoose agenda, cases and questions the day "
                                "before. In the meeting a clock runs here, each point opens its view, and "
                                "what is said is saved as it is typed.")
                           : desk_.whyNot());
        call(main_, tr("Prepare a review"));
    } else if (standing == Standing::Draft) {
        call(main_, tr("Start the review"));
        call(second_, tr("Take the draft back"));
    } else if (standing == Standing::Closed) {
        const ReviewRecords& records = ReviewDesk::of(session_).records();
        const Minutes minutes = minutesOf({}, *meeting, records.decisions, records.actions);
        const QString left = ReviewForms::leftBegun(session_, *meeting);
        text_->setText(tr("The review is closed.\n\n%1")
                           .arg(qt(closedLine(minutes.agreed.size(), minutes.carriedOver.size(),
                                              minutes.decisions.size()))) +
                       (left.isEmpty() ? left : QStringLiteral("\n\n") + left));
        call(main_, tr("Open the minutes"));
        call(second_, tr("Done"));
    }
}

void ReviewDock::takeFocus() {
    if (desk_.going()) return running_->takeFocus();
    main_->setFocus();
}

void ReviewDock::decide() {
    running_->openDecision();
}

void ReviewDock::pressMain() {
    draft_->commit();
    if (desk_.standing() == Standing::None) return desk_.prepare();
    if (desk_.standing() == Standing::Closed) return openMinutes();
    desk_.start();
    takeFocus();
}

void ReviewDock::pressSecond() {
    if (desk_.standing() == Standing::Draft) return desk_.discard();
    desk_.leaveClosed();
    Q_EMIT closeWanted();
}

void ReviewDock::pauseOrResume() {
    if (desk_.standing() == Standing::Running) return desk_.pause();
    if (desk_.standing() == Standing::Paused) desk_.resume();
}

void ReviewDock::openMenu() {
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("reviewMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("Keep this view for the point\tCtrl+B")), &QAction::triggered, running_,
            &RunningView::bindView);
    connect(menu->addAction(tr("Who is here...")), &QAction::triggered, running_, &RunningView::editPeople);
    menu->addSeparator();
    connect(menu->addAction(tr("Leave it unfinished")), &QAction::triggered, this, [this] {
        if (desk_.standing() == Standing::Running) desk_.pause();
        Q_EMIT closeWanted();
    });
    connect(menu->addAction(tr("Close the review")), &QAction::triggered, &desk_, &MeetingDesk::close);
    menu->popup(more_->mapToGlobal(QPoint(0, more_->height())));
}

void ReviewDock::openMinutes() {
    const Meeting* meeting = desk_.meeting();
    if (!meeting) return;
    session_.apply([&](ReviewState& state) {
        state.model = meeting->modelId;
        state.page = "record";
        state.options["record.tab"] = "reviews";
        state.options["record.review"] = meeting->uid;
    });
}

void ReviewDock::redress() {
    setFixedWidth(scaled(kWidth));
    for (QToolButton* one : {pause_, more_, hide_})
        one->setIcon(themedIcon(one->property("drawing").toString(), Theme::instance().tokens().ink2));
    refresh();
}

void ReviewDock::place() {
    const int pad = scaled(kPadding), side = scaled(28), top = scaled(16);
    int right = width() - pad + scaled(6);
    for (QToolButton* one : {hide_, more_, pause_}) {
        if (one->isHidden()) continue;
        right -= side;
        one->setGeometry(right, top, side, side);
    }
    title_->setGeometry(pad, top, std::max(0, right - pad - scaled(4)), side);
    const int y = top + side + scaled(8), wide = width() - 2 * pad;
    int end = height();
    if (!message_->isHidden()) {
        const int tall = std::max(scaled(64), message_->sizeHint().height());
        end -= tall + scaled(8);
        message_->setGeometry(scaled(8), end, width() - scaled(16), tall);
    }
    running_->setGeometry(1, y, width() - 1, std::max(0, end - y));
    end -= scaled(24);
    const int tall = scaled(40), link = second_->isHidden() ? 0 : scaled(36);
    main_->setGeometry(pad, end - tall - link, wide, tall);
    second_->setGeometry(pad, end - link + scaled(4), wide, scaled(32));
    const int room = std::max(0, end - tall - link - scaled(16) - y);
    draft_->setGeometry(pad, y, wide + scaled(16), room);
    text_->setGeometry(pad, y + scaled(8), wide, room);
}

void ReviewDock::resizeEvent(QResizeEvent*) {
    place();
}

void ReviewDock::showEvent(QShowEvent*) {
    desk_.setOnScreen(true);
    refresh();
}

void ReviewDock::hideEvent(QHideEvent*) {
    draft_->commit();
    desk_.saveNow();
    desk_.setOnScreen(false);
    refresh();
}

void ReviewDock::keyPressEvent(QKeyEvent* event) {
    // Letters typed beside a field are no keys of the page.
    if (event->modifiers() == Qt::NoModifier && !event->text().isEmpty() && event->text()[0].isPrint())
        return event->accept();
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (auto* chosen = qobject_cast<QPushButton*>(focusWidget());
        enter && chosen && !(event->modifiers() & ~Qt::KeypadModifier) && !event->isAutoRepeat())
        return chosen->click();
    QWidget::keyPressEvent(event);
}

void ReviewDock::paintEvent(QPaintEvent*) {
    const Tokens& t = Theme::instance().tokens();
    QPainter painter(this);
    painter.fillRect(rect(), t.chrome);
    painter.fillRect(QRect(0, 0, 1, height()), t.line);
}

}  // namespace reckoner

#include "moc_review_dock.cpp"
