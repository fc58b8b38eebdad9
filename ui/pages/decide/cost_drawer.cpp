#include "ui/pages/decide/cost_drawer.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include "core/wording/cost_words.h"
#include "core/wording/decide_sentences.h"
#include "ui/pages/decide/cost_class_grid.h"
#include "ui/pages/decide/cost_figures.h"
#include "ui/pages/decide/cost_history.h"
#include "ui/pages/decide/cost_inputs.h"
#include "ui/pages/decide/cost_scenarios.h"
#include "ui/pages/decide/cost_vocabulary.h"
#include "ui/pages/decide/cost_what_if.h"
#include "ui/pages/decide/decide_options.h"
#include "ui/style/theme.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

constexpr int kWidth = 400;
constexpr int kNarrow = 376;  // beside a page of less than 1,200
constexpr int kPadding = 24;

int px(int size) {
    return qRound(size * Theme::instance().typeScale());
}

}  // namespace

CostDrawer::CostDrawer(ReviewSession& session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      desk_(CostDesk::of(session)),
      inputs_(new CostInputs(desk_, this)),
      button_(new QPushButton(tr("Cost model..."), this)),
      scroll_(new QScrollArea(this)),
      message_(new InlineMessage(this)),
      remarks_(costCaption({}, this)),
      effect_(new PlainLabel({}, this)),
      missing_(costCaption({}, this)),
      save_(new QPushButton(tr("Save"), this)),
      cancel_(new QPushButton(tr("Cancel"), this)) {
    setObjectName(QStringLiteral("costDrawer"));
    setAccessibleName(tr("Cost model"));
    hide();
    button_->setObjectName(QStringLiteral("costModelButton"));
    button_->setAccessibleName(tr("Cost model"));
    connect(button_, &QPushButton::clicked, this, [this] { open(!wanted()); });

    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(1, 0, 0, 0);
    whole->setSpacing(0);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(kPadding, 20, kPadding - 8, 8);
    auto* title = new PlainLabel(tr("Cost model"), this);
    dress(title, 20, QFont::DemiBold);
    head->addWidget(title, 1);
    auto* close = new QPushButton(tr("Close"), this);
    close->setObjectName(QStringLiteral("closeCosts"));
    close->setAccessibleName(tr("Close the cost model"));
    setKind(close, "small");
    connect(close, &QPushButton::clicked, this, [this] { open(false); });
    head->addWidget(close);
    whole->addLayout(head);

    auto* inside = new QWidget;
    inside->setObjectName(QStringLiteral("costInside"));
    auto* column = new QVBoxLayout(inside);
    column->setContentsMargins(kPadding, 4, kPadding - 10, 24);
    column->setSpacing(8);
    assemble(column, inside);
    setKind(scroll_, "clear");
    scroll_->setWidgetResizable(true);
    scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll_->setWidget(inside);
    scroll_->viewport()->setAutoFillBackground(false);
    inside->setAutoFillBackground(false);
    whole->addWidget(scroll_, 1);

    auto* foot = new QVBoxLayout;
    foot->setContentsMargins(kPadding, 12, kPadding, 16);
    foot->setSpacing(6);
    message_->hide();
    foot->addWidget(message_);
    remarks_->setObjectName(QStringLiteral("costRemarks"));
    foot->addWidget(remarks_);
    effect_->setObjectName(QStringLiteral("costEffect"));
    effect_->setWordWrap(true);
    dress(effect_, 14, QFont::Normal, &Tokens::ink);
    foot->addWidget(effect_);
    missing_->setObjectName(QStringLiteral("costMissing"));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    setKind(save_, "primary");
    save_->setObjectName(QStringLiteral("saveCosts"));
    save_->setAccessibleName(tr("Save the costs"));
    cancel_->setObjectName(QStringLiteral("cancelCosts"));
    cancel_->setAccessibleName(tr("Back to the costs as stored"));
    buttons->addWidget(missing_, 1);
    buttons->addWidget(cancel_);
    buttons->addWidget(save_);
    foot->addLayout(buttons);
    whole->addLayout(foot);

    connect(save_, &QPushButton::clicked, this, [this] { desk_.save(); });
    connect(cancel_, &QPushButton::clicked, this, [this] { desk_.cancel(); });
    connect(&desk_, &CostDesk::changed, this, [this] {
        if (!isHidden()) refresh();
    });
    connect(&desk_, &CostDesk::saved, this, [this] { message_->hide(); });
    connect(&desk_, &CostDesk::failed, this, [this](const QString& sentence) { message_->say(sentence); });
    connect(&Theme::instance(), &Theme::changed, this, [this] { update(); });
}

CostDrawer::~CostDrawer() = default;

void CostDrawer::assemble(QVBoxLayout* column, QWidget* inside) {
    scenarios_ = new CostScenarios(session_, desk_, inside);
    grid_ = new CostClassGrid(desk_, inside);
    figures_ = new CostFigures(session_, *inputs_, inside);
    vocabulary_ = new CostVocabulary(*inputs_, inside);
    whatIf_ = new CostWhatIf(session_, inside);
    history_ = new CostHistory(session_, desk_, inside);
    column->addWidget(scenarios_);
    column->addSpacing(12);
    column->addWidget(grid_);
    column->addWidget(costTitle(tr("What a decision costs"), inside));
    column->addWidget(figures_);
    column->addWidget(vocabulary_, 0, Qt::AlignTop);
    column->addSpacing(20);
    column->addWidget(costTitle(tr("Who says so, and why"), inside));
    auto* who = inputs_->line("who", tr("Who says so"), 0, inside);
    who->setPlaceholderText(tr("Name"));
    column->addWidget(who);
    auto* why = inputs_->text("why", tr("Why"), inside);
    why->setPlaceholderText(tr("Why: where the figures come from"));
    column->addWidget(why);
    column->addSpacing(20);
    column->addWidget(costTitle(tr("Where the choice turns"), inside));
    column->addWidget(whatIf_);
    column->addSpacing(20);
    column->addWidget(costTitle(tr("History"), inside));
    column->addWidget(history_);
    column->addStretch();
}

bool CostDrawer::wanted() const {
    return decide::option(session_.state(), decide::kCosts) == decide::kOpen;
}

void CostDrawer::open(bool wanted) {
    session_.apply([wanted](ReviewState& state) {
        if (wanted)
            state.options[decide::kCosts] = decide::kOpen;
        else
            state.options.erase(decide::kCosts);
    });
    if (!wanted) {
        button_->setFocus();
        return;
    }
    if (auto* first = findChild<QLineEdit*>(QStringLiteral("cost.fn.money"))) first->setFocus();
}

bool CostDrawer::settle() {
    const bool open = wanted() && session_.state().model != 0;
    const bool changed = open == isHidden();
    setVisible(open);
    desk_.setTrying(open);
    if (open) refresh();
    return changed;
}

int CostDrawer::widthBeside(int page) const {
    return isHidden() ? 0 : std::min(px(page < px(1200) ? kNarrow : kWidth), page);
}

void CostDrawer::refresh() {
    const CostFormFacts facts = desk_.facts();
    const CostFields fields = desk_.fields();
    const CostReading reading = desk_.reading();
    scenarios_->refresh();
    inputs_->refresh(fields, reading, facts);
    grid_->refresh(fields, reading, facts);
    figures_->refresh(reading, facts);
    vocabulary_->setVisible(!facts.cohort);
    vocabulary_->refresh(reading);
    whatIf_->refresh();
    history_->refresh();
    showFoot(reading);
}

void CostDrawer::showFoot(const CostReading& reading) {
    const bool dirty = desk_.dirty();
    const std::shared_ptr<Store> store = session_.store();
    const bool readOnly = store && store->readOnly();
    const bool figures = reading.figuresStand();
    QStringList remarks;
    for (const std::string& remark : reading.remarks)
        remarks << qt(remark);
    if (desk_.overtaken()) remarks << tr("Others were saved meanwhile; Cancel shows them.");
    remarks_->setText(remarks.join(QStringLiteral(" ")));
    remarks_->setVisible(dirty && !remarks.isEmpty());

    const RunAnalysisPtr run = session_.run();
    QString effect;
    if (dirty && figures && run && run->best && session_.tryingCosts() && !session_.busy()) {
        const QString lowest = qt(amountText(*run, reading.row.words, run->perPeriod(run->best->total)));
        const QString at = std::isinf(run->best->threshold)
                               ? tr("by flagging nobody")
                               : tr("at %1").arg(qt(shortThreshold(*run, run->best->threshold)));
        effect = tr("Not saved yet. The page shows these costs: the lowest would be %1, %2.").arg(lowest, at);
    } else if (dirty) {
        effect = tr("Not saved yet.");
    }
    effect_->setText(effect);
    effect_->setVisible(!effect.isEmpty());

    QString missing;
    if (readOnly) missing = tr("This store is open for reading only.");
    if (dirty && missing.isEmpty() && !reading.problems.empty())
        missing = figures ? qt(reading.problems.front().sentence) : tr("A figure above cannot be used yet.");
    if (desk_.saving()) missing = tr("Saving...");
    missing_->setText(missing);
    save_->setEnabled(dirty && reading.problems.empty() && desk_.canWrite());
    cancel_->setEnabled(dirty && !desk_.saving());
}

void CostDrawer::paintEvent(QPaintEvent*) {
    const Tokens& t = Theme::instance().tokens();
    QPainter painter(this);
    painter.fillRect(rect(), t.chrome);
    painter.fillRect(QRect(0, 0, 1, height()), t.line);
    const int foot = scroll_->geometry().bottom();
    painter.fillRect(QRect(0, foot, width(), 1), t.line);
}

void CostDrawer::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        open(false);
        return;
    }
    const bool control = event->modifiers().testFlag(Qt::ControlModifier);
    if (control && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        desk_.save();
        return;
    }
    QWidget::keyPressEvent(event);
}

}  // namespace reckoner

#include "moc_cost_drawer.cpp"
