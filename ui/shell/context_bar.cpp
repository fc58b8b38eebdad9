#include "ui/shell/context_bar.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QTimer>
#include <QToolButton>

#include "core/wording/run_names.h"
#include "ui/review/review_button.h"
#include "ui/shell/choice_popup.h"
#include "ui/shell/cohort_popup.h"
#include "ui/shell/go_to_field.h"
#include "ui/shell/picker_button.h"
#include "ui/shell/run_choices.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

// Short waits are not worth a word.
constexpr int kPatienceMs = 300;
constexpr int kLead = 56;
constexpr int kNarrowLead = 12;
constexpr int kNarrow = 1120;
constexpr int kNarrowest = 990;

class Rule : public QWidget {
 public:
    explicit Rule(QWidget* parent) : QWidget(parent) { setFixedSize(1, 20); }

 protected:
    void paintEvent(QPaintEvent*) override {
        QPainter(this).fillRect(rect(), Theme::instance().tokens().line);
    }
};

}  // namespace

ContextBar::ContextBar(ReviewSession& session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      menu_(iconButton(QStringLiteral("menu"), tr("Menu"), QStringLiteral("Alt+M"))),
      back_(iconButton(QStringLiteral("back"), tr("Back"), QStringLiteral("Alt+Left"))),
      forward_(iconButton(QStringLiteral("forward"), tr("Forward"), QStringLiteral("Alt+Right"))),
      rule_(new Rule(this)),
      model_(picker("model", {})),
      run_(picker("run", tr("Run"))),
      against_(picker("against", tr("against"))),
      class_(picker("class", tr("looking for"))),
      cohort_(picker("cohort", tr("for"))),
      reading_(new PlainLabel(tr("reading…"), this)),
      summary_(new PlainLabel({}, this)),
      ending_(new PlainLabel(tr("Esc ends"), this)),
      goTo_(new GoToField(session, this)),
      review_(new ReviewButton(session, this)),
      cohortPopup_(new CohortPopup(session, this)) {
    setObjectName(QStringLiteral("contextBar"));
    setAccessibleName(tr("What is shown"));
    setFixedHeight(48);
    model_->setStrong(true);
    against_->setDashSample(true);
    dress(reading_, 12, QFont::Normal, &Tokens::ink3);
    dress(summary_, 14, QFont::Medium, &Tokens::ink2);
    reading_->setAccessibleName(tr("The run is being read"));
    reading_->hide();
    summary_->setContentsMargins(8, 0, 0, 0);
    dress(ending_, 12, QFont::Normal, &Tokens::ink3);
    summary_->hide();
    ending_->hide();

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 8, 16, 8);
    row->setSpacing(0);
    row->addWidget(summary_, 1);
    row->addWidget(menu_);
    row->addSpacing(4);
    row->addWidget(back_);
    row->addSpacing(4);
    row->addWidget(forward_);
    lead_ = new QSpacerItem(kLead, 0, QSizePolicy::Fixed);
    row->addItem(lead_);
    addPickers(row);
    row->addWidget(reading_);
    row->addStretch(1);
    row->addSpacing(16);
    row->addWidget(goTo_);
    row->addSpacing(8);
    row->addWidget(review_);
    row->addWidget(ending_);

    connect(back_, &QToolButton::clicked, &session_, &ReviewSession::back);
    connect(forward_, &QToolButton::clicked, &session_, &ReviewSession::forward);
    connectPickers();
    connect(&session_, &ReviewSession::changed, this, &ContextBar::follow);
    connect(&Theme::instance(), &Theme::changed, this, &ContextBar::redress);
    auto* patience = new QTimer(this);
    patience->setSingleShot(true);
    patience->setInterval(kPatienceMs);
    connect(patience, &QTimer::timeout, this,
            [this] { reading_->setVisible(session_.busy() && !presenting_); });
    connect(&session_, &ReviewSession::changed, this, [this, patience](Aspects aspects) {
        if (!(aspects & Aspect::Busy)) return;
        if (!session_.busy()) {
            patience->stop();
            reading_->hide();
        } else if (!patience->isActive()) {
            patience->start();
        }
    });
    redress();
    follow();
}

QToolButton* ContextBar::iconButton(const QString& name, const QString& title, const QString& keys) {
    auto* button = new QToolButton(this);
    button->setObjectName(QStringLiteral("bar.") + name);
    button->setAccessibleName(title);
    button->setProperty("drawing", name);
    button->setFocusPolicy(Qt::TabFocus);
    button->setFixedSize(name == QLatin1String("menu") ? 32 : 28, 28);
    button->setIconSize(QSize(16, 16));
    setPlainToolTip(button, title + QStringLiteral("  ") + keys);
    return button;
}

PickerButton* ContextBar::picker(const char* name, const QString& word) {
    auto* button = new PickerButton(word, this);
    button->setObjectName(QStringLiteral("pick.") + QLatin1String(name));
    return button;
}

void ContextBar::addPickers(QHBoxLayout* row) {
    // The model's text begins above the pages' text, so its padding hangs to the left.
    row->addWidget(model_);
    row->addSpacing(8);
    row->addWidget(rule_);
    row->addSpacing(8);
    for (PickerButton* button : {run_, against_, class_, cohort_}) {
        row->addWidget(button);
        row->addSpacing(8);
    }
}

void ContextBar::connectPickers() {
    connect(model_, &QAbstractButton::clicked, this, [this] {
        openChoices(model_, modelChoices(session_), [this](const QVariant& id) {
            session_.apply([&](ReviewState& state) { state.model = id.toLongLong(); });
        });
    });
    connect(run_, &QAbstractButton::clicked, this, [this] {
        openChoices(run_, runChoices(session_), [this](const QVariant& id) {
            session_.apply([&](ReviewState& state) { state.run = id.toLongLong(); });
        });
    });
    connect(against_, &QAbstractButton::clicked, this, [this] {
        openChoices(against_, baselineChoices(session_), [this](const QVariant& id) {
            session_.apply([&](ReviewState& state) { state.baseline = id.toLongLong(); });
        });
    });
    connect(class_, &QAbstractButton::clicked, this, [this] {
        openChoices(class_, classChoices(session_), [this](const QVariant& name) {
            session_.apply([&](ReviewState& state) { state.positive = name.toString().toStdString(); });
        });
    });
    connect(cohort_, &QAbstractButton::clicked, this, [this] { cohortPopup_->popUnder(cohort_); });
}

void ContextBar::openChoices(PickerButton* anchor, const std::vector<Choice>& choices,
                             std::function<void(const QVariant&)> take) {
    constexpr std::size_t kWorthSearching = 8;
    auto* popup =
        new ChoicePopup(anchor->accessibleName(),
                        choices.size() > kWorthSearching ? tr("Part of a name") : QString(), anchor);
    popup->setAttribute(Qt::WA_DeleteOnClose);
    popup->setChoices(choices);
    connect(popup, &ChoicePopup::chosen, this, [popup, take = std::move(take)](const QVariant& value) {
        take(value);
        popup->deleteLater();
    });
    popup->popUnder(anchor, 460);
}

void ContextBar::setPickersShown(bool shown) {
    pickersShown_ = shown;
    showWhatApplies();
}

void ContextBar::setPresenting(bool presenting) {
    presenting_ = presenting;
    showWhatApplies();
}

void ContextBar::follow() {
    back_->setEnabled(session_.canGoBack());
    forward_->setEnabled(session_.canGoForward());
    const StoreContents& contents = session_.contents();
    const ModelRow* model = contents.model(session_.state().model);
    if (model) model_->setValue(qt(modelName(*model)));
    const auto run = session_.runRow();
    const auto baseline = session_.baselineRow();
    if (run) run_->setValue(runLabel(contents, *run));
    against_->setValue(baseline ? runLabel(contents, *baseline) : tr("nothing"));
    cohort_->setValue(cohortLabel(session_));
    for (const Choice& choice : classChoices(session_))
        if (choice.current) class_->setValue(choice.title);
    QStringList parts{model_->value(), run_->value()};
    if (baseline) parts << tr("against %1").arg(against_->value());
    parts << cohort_->value();
    summary_->setText(model && run ? parts.join(QStringLiteral("   ·   ")) : QString());
    showWhatApplies();
}

void ContextBar::showWhatApplies() {
    const bool forms = !presenting_;
    const bool model = session_.contents().model(session_.state().model) != nullptr;
    const auto run = session_.runRow();
    for (QWidget* widget : {static_cast<QWidget*>(menu_), static_cast<QWidget*>(back_),
                            static_cast<QWidget*>(forward_), static_cast<QWidget*>(goTo_)})
        widget->setVisible(forms);
    model_->setVisible(forms && model);
    review_->setVisible(forms && model);
    const bool pickers = forms && pickersShown_ && run.has_value();
    rule_->setVisible(pickers);
    run_->setVisible(pickers);
    against_->setVisible(pickers);
    cohort_->setVisible(pickers);
    class_->setVisible(pickers && run->info.task == Task::Multiclass);
    summary_->setVisible(presenting_);
    ending_->setVisible(presenting_);
}

QSize ContextBar::minimumSizeHint() const {
    return {kNarrowest, height()};
}

void ContextBar::resizeEvent(QResizeEvent*) {
    const bool narrow = width() < kNarrow;
    lead_->changeSize(narrow ? kNarrowLead : kLead, 0, QSizePolicy::Fixed);
    review_->setShort(narrow);
    layout()->invalidate();
}

void ContextBar::redress() {
    const Tokens& t = Theme::instance().tokens();
    for (QToolButton* button : {menu_, back_, forward_})
        button->setIcon(themedIcon(button->property("drawing").toString(), t.ink2));
    setFixedHeight(qRound(48 * Theme::instance().typeScale()));
    update();
}

void ContextBar::paintEvent(QPaintEvent*) {
    const Tokens& t = Theme::instance().tokens();
    QPainter painter(this);
    painter.fillRect(rect(), t.chrome);
    painter.fillRect(QRect(0, height() - 1, width(), 1), t.line);
}

}  // namespace reckoner
