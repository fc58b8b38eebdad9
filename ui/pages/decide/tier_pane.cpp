#include "ui/pages/decide/tier_pane.h"

#include <QPainter>
#include <QPushButton>

#include "core/wording/tier_sentences.h"
#include "ui/pages/decide/tier_table.h"
#include "ui/style/theme.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/segmented_choice.h"

namespace reckoner {
namespace {

constexpr int kRow = 28;
constexpr int kToTable = 10;

int px(int size) {
    return qRound(size * Theme::instance().typeScale());
}

}  // namespace

TierPane::TierPane(QWidget* parent)
    : QWidget(parent),
      count_(new SegmentedChoice({tr("2 tiers"), tr("3 tiers"), tr("4 tiers")}, this)),
      best_(new QPushButton(tr("Best tiers"), this)),
      fit_(new QPushButton(tr("Fit to capacity"), this)),
      table_(new TierTable(this)) {
    setObjectName(QStringLiteral("tierPane"));
    count_->setObjectName(QStringLiteral("tierCount"));
    count_->setAccessibleName(tr("Number of tiers"));
    best_->setObjectName(QStringLiteral("bestTiers"));
    fit_->setObjectName(QStringLiteral("fitToCapacity"));
    for (QPushButton* button : {best_, fit_}) {
        setKind(button, "snap");
        button->setAccessibleName(button->text());
    }
    connect(count_, &SegmentedChoice::chosenChanged, this,
            [this](int index) { Q_EMIT cutoffsChosen(index + 1); });
    connect(best_, &QPushButton::clicked, this, &TierPane::bestWanted);
    connect(fit_, &QPushButton::clicked, this, &TierPane::fitWanted);
    connect(table_, &TierTable::edited, this, &TierPane::edited);
    connect(table_, &TierTable::cutoffTyped, this, &TierPane::cutoffTyped);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        updateGeometry();
        place();
        update();
    });
}

void TierPane::setTiers(const RunAnalysisPtr& run, const Vocabulary& words, const TierPlan& plan,
                        const TierSheet& sheet) {
    const std::string noFit = whyNoFit(plan, sheet.queue);
    fit_->setEnabled(noFit.empty());
    setPlainToolTip(fit_, qt(noFit));
    count_->choose(static_cast<int>(plan.cutoffs.size()) - 1);
    table_->setTiers(run, words, plan, sheet);
}

void TierPane::setLead(int pixels) {
    lead_ = pixels;
    place();
}

QSize TierPane::sizeHint() const {
    return QSize(1000, px(kRow) + px(kToTable) + table_->sizeHint().height());
}

void TierPane::place() {
    int x = lead_;
    const auto next = [&](QWidget* widget, int gap) {
        const int size = widget->sizeHint().width();
        widget->setGeometry(x, 0, size, px(kRow));
        x += size + gap;
    };
    next(count_, px(24));
    next(best_, 8);
    next(fit_, 0);
    table_->setGeometry(px(24), px(kRow) + px(kToTable), width() - 2 * px(24), table_->sizeHint().height());
}

void TierPane::resizeEvent(QResizeEvent*) {
    place();
}

void TierPane::paintEvent(QPaintEvent*) {
    QPainter(this).fillRect(rect(), Theme::instance().tokens().chrome);
}

}  // namespace reckoner

#include "moc_tier_pane.cpp"
