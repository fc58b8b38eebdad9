#include "ui/pages/decide/cost_figures.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <QVBoxLayout>

#include "core/cost/break_even.h"
#include "core/wording/cost_words.h"
#include "core/wording/number_format.h"
#include "ui/style/theme.h"
#include "ui/widgets/outcome_marks.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

constexpr Outcome kOutcomes[] = {Outcome::Missed, Outcome::FalseAlarm, Outcome::Caught, Outcome::LetThrough};

Cell cellOf(Outcome outcome) {
    switch (outcome) {
        case Outcome::Caught:
            return Cell::Caught;
        case Outcome::FalseAlarm:
            return Cell::FalseAlarm;
        case Outcome::Missed:
            return Cell::Missed;
        case Outcome::LetThrough:
            break;
    }
    return Cell::LetThrough;
}

class Mark final : public QWidget {
 public:
    Mark(Cell cell, QWidget* parent) : QWidget(parent), cell_(cell) {
        const int side = qRound(20 * Theme::instance().typeScale());
        setFixedSize(side, side);
    }

 protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const qreal side = 12 * Theme::instance().typeScale();
        paintMark(painter, cell_, QRectF(0, (height() - side) / 2, side, side));
    }

 private:
    Cell cell_;
};

}  // namespace

CostFigures::CostFigures(ReviewSession& session, CostInputs& inputs, QWidget* parent)
    : QWidget(parent), session_(session), inputs_(inputs) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    for (const Outcome outcome : kOutcomes)
        addPrice(outcome, column);
    minus_ = costCaption({}, this);
    column->addWidget(minus_);
    column->addSpacing(20);
    period_ = makePeriod(this);
    column->addWidget(period_);
    column->addWidget(costTitle(tr("In production"), this));
    production_ = costWords({}, this);
    column->addLayout(
        costRow({inputs_.line("prevalence",
                              tr("Of 100 in production, this many are what the model looks for"), 64, this),
                 production_}));
    column->addWidget(inputs_.problem({"prevalence"}, this));
    inRun_ = costCaption({}, this);
    column->addWidget(inRun_);
}

void CostFigures::addPrice(Outcome outcome, QVBoxLayout* column) {
    Price& price = prices_[static_cast<std::size_t>(outcome)];
    price.outcome = outcome;
    price.mark = new Mark(cellOf(outcome), this);
    price.question = costWords({}, this);
    price.question->setWordWrap(true);
    auto* head = new QHBoxLayout;
    head->setSpacing(2);
    head->addWidget(price.mark, 0, Qt::AlignTop);
    head->addWidget(price.question, 1);
    column->addLayout(head);

    const std::string money = costField(outcome, "money");
    const std::string share = costField(outcome, "share");
    const std::string amount = costField(outcome, "amount");
    const QString name = qt(outcomeName(Vocabulary{}, outcome));
    price.unit = costWords({}, this);
    auto* shareField = inputs_.line(share, tr("%1: share of an amount, in percent").arg(name), 48, this);
    auto* of = costWords(tr("% of"), this);
    auto* box = inputs_.amount(amount, tr("%1: the amount").arg(name), 96, this);
    price.ofAmount = {shareField, of, box};
    auto* row = costRow(
        {inputs_.line(money, tr("%1: cost of one").arg(name), 60, this), price.unit, shareField, of, box});
    row->insertSpacing(0, 22);
    column->addLayout(row);
    column->addWidget(inputs_.problem({money, share, amount}, this));
    price.gain = costCaption({}, this);
    price.gain->setObjectName(QStringLiteral("gain.") + qt(money));
    column->addWidget(price.gain);
    column->addSpacing(8);
}

QWidget* CostFigures::makePeriod(QWidget* parent) {
    auto* part = new QWidget(parent);
    auto* column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 20);
    column->setSpacing(4);
    column->addWidget(costTitle(tr("Volume and currency"), part));
    samples_ = costWords({}, part);
    column->addLayout(
        costRow({costWords(tr("There are"), part), inputs_.line("volume", tr("Decisions a period"), 80, part),
                 samples_, inputs_.line("period", tr("Period"), 72, part)}));
    column->addLayout(
        costRow({costWords(tr("All in"), part), inputs_.line("currency", tr("Currency"), 64, part)}));
    column->addWidget(inputs_.problem({"volume", "period"}, part));
    column->addSpacing(20);
    column->addWidget(costTitle(tr("Human review"), part));
    reviewUnit_ = costWords({}, part);
    column->addLayout(costRow({costWords(tr("One costs"), part),
                               inputs_.line("review", tr("What one review costs"), 64, part), reviewUnit_}));
    column->addLayout(costRow({costWords(tr("and is right in"), part),
                               inputs_.line("accuracy", tr("Of 100 reviews, this many are right"), 56, part),
                               costWords(tr("of 100."), part)}));
    auto* capacity = inputs_.line("capacity", tr("Reviews that can be done a period"), 76, part);
    capacity->setPlaceholderText(tr("no limit"));
    reviewsA_ = costWords({}, part);
    column->addLayout(costRow({costWords(tr("The team can do"), part), capacity, reviewsA_}));
    column->addWidget(inputs_.problem({"review", "accuracy", "capacity"}, part));
    return part;
}

void CostFigures::refresh(const CostReading& reading, const CostFormFacts& facts) {
    const Vocabulary& words = reading.row.words;
    const CostModel& costs = reading.row.costs;
    const RunAnalysisPtr run = session_.run();
    const std::string positive = run ? run->rows.positive : std::string();
    const QString unit = qt(costs.currency);
    for (Price& price : prices_) {
        price.question->setText(qt(outcomeQuestion(words, positive, price.outcome)));
        const bool plain = facts.amounts.empty();
        price.unit->setText(plain ? (unit.isEmpty() ? tr("false alarms\u2019 worth") : unit)
                                  : (unit.isEmpty() ? tr("+") : tr("%1 +").arg(unit)));
        for (QWidget* widget : price.ofAmount)
            widget->setVisible(!facts.amounts.empty());
        const QString gain = qt(gainNote(priceOf(costs, price.outcome), costs.currency));
        price.gain->setText(gain);
        price.gain->setVisible(!gain.isEmpty());
    }
    minus_->setText(unit.isEmpty()
                        ? tr("A minus means that we gain. Figures count in false alarms\u2019 worth until a "
                             "currency is entered.")
                        : tr("A minus means that we gain."));
    period_->setVisible(!facts.cohort);
    samples_->setText(tr("%1 a").arg(qt(words.samples)));
    reviewUnit_->setText(costs.currency.empty() ? tr("false alarms\u2019 worth,") : qt(costs.currency + ","));
    reviewsA_->setText(tr("a %1.").arg(qt(costs.period)));
    production_->setText(tr("of 100 are %1.").arg(qt(words.realOnes)));
    inRun_->setText(run ? tr("In this run %1 are. Empty: as in this run. Money is weighed, counts are not.")
                              .arg(qt(percent(run->prevalence(), 1)))
                        : QString());
}

}  // namespace reckoner

#include "moc_cost_figures.cpp"
