#include "ui/import/first_run_view.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include "core/wording/first_run.h"
#include "ui/import/cost_preview.h"
#include "ui/import/cost_question.h"
#include "ui/session/writer_name.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

constexpr int kWidth = 776;
constexpr int kBadge = 24;

// A tick for what is answered, the number for what is asked.
class Badge : public QWidget {
 public:
    Badge(const QString& number, QWidget* parent) : QWidget(parent), number_(number) {
        setFixedSize(kBadge, kBadge);
    }

 protected:
    void paintEvent(QPaintEvent*) override {
        const Tokens& t = Theme::instance().tokens();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(number_.isEmpty() ? t.better : t.accent);
        painter.drawEllipse(QRectF(rect()).adjusted(1, 1, -1, -1));
        if (number_.isEmpty()) {
            painter.drawPixmap(5, 5, iconPixmap(QStringLiteral("tick"), t.page, 14, devicePixelRatioF()));
            return;
        }
        painter.setPen(t.onAccent);
        painter.setFont(Theme::instance().font(12, QFont::DemiBold));
        painter.drawText(rect(), Qt::AlignCenter, number_);
    }

 private:
    QString number_;
};

class Rule : public QWidget {
 public:
    explicit Rule(QWidget* parent) : QWidget(parent) { setFixedHeight(1); }

 protected:
    void paintEvent(QPaintEvent*) override {
        QPainter(this).fillRect(rect(), Theme::instance().tokens().line);
    }
};

PlainLabel* label(QWidget* parent, int pixels, QFont::Weight weight, QColor Tokens::*tone) {
    auto* made = new PlainLabel({}, parent);
    made->setWordWrap(true);
    dress(made, pixels, weight, tone);
    return made;
}

}  // namespace

FirstRunView::FirstRunView(ReviewSession& session, Executor& executor, const ImportReport& report,
                           QWidget* parent)
    : QWidget(parent), session_(session), report_(report), drawing_(executor) {
    setObjectName(QStringLiteral("firstRun"));
    setAccessibleName(tr("First questions"));
    auto* sheet = new QWidget;
    sheet->setFixedWidth(kWidth);
    auto* column = new QVBoxLayout(sheet);
    column->setContentsMargins(0, 48, 0, 24);
    column->setSpacing(0);
    auto* heading = label(sheet, 28, QFont::Normal, &Tokens::ink);
    heading->setText(tr("Three answers, then you can decide"));
    column->addWidget(heading);
    column->addSpacing(24);
    file_ = addStep(column, "file", tr("Another file…"), &FirstRunView::importWanted);
    class_ = addStep(column, "class", tr("Change"), &FirstRunView::chooseClass);
    column->addWidget(makeThird());
    column->addStretch();

    auto* inner = new QWidget;
    auto* row = new QHBoxLayout(inner);
    row->setContentsMargins(24, 0, 24, 0);
    row->addStretch();
    row->addWidget(sheet);
    row->addStretch();
    auto* area = new QScrollArea(this);
    area->setAccessibleName(accessibleName());
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setWidget(inner);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(area);

    file_.title->setText(tr("%1 is in").arg(qt(report_.staged.sourceName)));
    file_.detail->setText(qt(recognised(report_)));
    connect(question_, &CostQuestion::changed, this, &FirstRunView::drawAgain);
    connect(&session_, &ReviewSession::changed, this, &FirstRunView::follow);
    follow(Aspect::Run);
}

FirstRunView::Step FirstRunView::addStep(QVBoxLayout* column, const char* name, const QString& change,
                                         void (FirstRunView::*act)()) {
    QWidget* sheet = column->parentWidget();
    auto* button = new QPushButton(change, sheet);
    button->setObjectName(QStringLiteral("firstRun.") + QLatin1String(name));
    button->setAccessibleName(change);
    setKind(button, "link");
    connect(button, &QPushButton::clicked, this, act);
    const Step step{label(sheet, 16, QFont::DemiBold, &Tokens::ink),
                    label(sheet, 14, QFont::Normal, &Tokens::ink2)};
    auto* texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addWidget(step.title);
    texts->addWidget(step.detail);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(0, 12, 0, 12);
    row->setSpacing(16);
    row->addWidget(new Badge({}, sheet));
    row->addLayout(texts, 1);
    row->addWidget(button);
    column->addLayout(row);
    column->addWidget(new Rule(sheet));
    return step;
}

QWidget* FirstRunView::makeThird() {
    auto* third = new QWidget;
    const auto run = session_.runRow();
    question_ = new CostQuestion(run ? qt(run->info.positive) : QString(), third);
    preview_ = new CostPreview(third);
    effect_ = label(third, 16, QFont::Normal, &Tokens::ink);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(16);
    texts->addWidget(question_);
    texts->addSpacing(4);
    texts->addWidget(preview_);
    texts->addWidget(effect_);
    texts->addWidget(makeButtons());
    auto* row = new QHBoxLayout(third);
    row->setContentsMargins(0, 24, 0, 0);
    row->setSpacing(16);
    auto* badge = new QVBoxLayout;
    badge->addSpacing(4);
    badge->addWidget(new Badge(QStringLiteral("3"), third));
    badge->addStretch();
    row->addLayout(badge);
    row->addLayout(texts, 1);
    return third;
}

QWidget* FirstRunView::makeButtons() {
    auto* foot = new QWidget;
    start_ = new QPushButton(tr("Start deciding"), foot);
    start_->setObjectName(QStringLiteral("firstRun.start"));
    start_->setAccessibleName(start_->text());
    start_->setProperty("alone", true);
    setKind(start_, "primary");
    auto* skip = new QPushButton(tr("Skip"), foot);
    skip->setObjectName(QStringLiteral("firstRun.skip"));
    skip->setAccessibleName(tr("Skip these questions"));
    setKind(skip, "link");
    connect(start_, &QPushButton::clicked, this, &FirstRunView::startDeciding);
    connect(skip, &QPushButton::clicked, this, &FirstRunView::skipped);
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 8, 0, 0);
    row->setSpacing(16);
    row->addWidget(start_);
    row->addWidget(skip);
    row->addStretch();
    return foot;
}

void FirstRunView::follow(Aspects aspects) {
    if (!(aspects & (Aspects(Aspect::Run) | Aspect::Store))) return;
    const RunAnalysisPtr run = session_.run();
    if (!run) return;
    class_.title->setText(tr("The model looks for “%1”").arg(qt(run->rows.positive)));
    class_.detail->setText(qt(positiveShare(*run)));
    drawAgain();
}

void FirstRunView::drawAgain() {
    const RunAnalysisPtr run = session_.run();
    start_->setEnabled(question_->usable());
    if (!run || !question_->usable()) return;
    drawing_.start(
        [run, costs = question_->costs()](const TaskContext& context) -> std::any {
            return costPreviewOf(*run, costs, context);
        },
        [this, run](const std::any& result) {
            const auto curve = std::any_cast<std::optional<CostPreviewCurve>>(result);
            preview_->setCurve(curve);
            effect_->setText(curve ? qt(effectAt(*run, curve->bestThreshold)) : QString());
        },
        [this](const Error& error) { Q_EMIT failed(QString::fromUtf8(error.what())); });
}

void FirstRunView::chooseClass() {
    const auto run = session_.runRow();
    if (!run) return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setAccessibleName(tr("What the model looks for"));
    for (const std::string& name : run->info.classes) {
        QAction* action = menu->addAction(qt(name).replace(QLatin1Char('&'), QStringLiteral("&&")));
        action->setCheckable(true);
        action->setChecked(name == run->info.positive);
        connect(action, &QAction::triggered, this, [this, name, model = run->modelId] {
            try {
                session_.store()->setPositive(model, name);
                session_.storeChanged();
            } catch (const Error& error) {
                Q_EMIT failed(QString::fromUtf8(error.what()));
            }
        });
    }
    auto* anchor = findChild<QWidget*>(QStringLiteral("firstRun.class"));
    menu->popup(anchor->mapToGlobal(QPoint(0, anchor->height())));
}

void FirstRunView::startDeciding() {
    const auto run = session_.runRow();
    if (!run) return;
    try {
        session_.store()->addCostModel(run->modelId, question_->costs(), Vocabulary{}, writerName(),
                                       tr("Said at the first import.").toStdString());
    } catch (const Error& error) {
        Q_EMIT failed(QString::fromUtf8(error.what()));
        return;
    }
    session_.storeChanged();
    Q_EMIT answered();
}

}  // namespace reckoner
