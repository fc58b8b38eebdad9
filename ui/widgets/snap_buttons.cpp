#include "ui/widgets/snap_buttons.h"

#include <QMenu>

#include "core/wording/lowest_sentences.h"
#include "ui/style/theme.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/snap_button.h"
#include "ui/widgets/snap_list.h"

namespace reckoner {
namespace {

constexpr int kGap = 8;

}  // namespace

SnapButtons::SnapButtons(QWidget* parent) : QWidget(parent), more_(new SnapButton(this)) {
    for (const SnapRow& row : snapRows()) {
        auto* button = new SnapButton(this);
        button->setObjectName(QStringLiteral("snap%1").arg(QLatin1String(row.id)));
        button->hide();
        connect(button, &QAbstractButton::clicked, this, [this, button] {
            if (button->target()) Q_EMIT thresholdChosen(*button->target());
        });
        buttons_.push_back(button);
    }
    wanted_.resize(buttons_.size());
    more_->setObjectName(QStringLiteral("snapMore"));
    more_->setSnap({tr("More"), 0.0, tr("Further places to snap to")}, {});
    more_->hide();
    connect(more_, &QAbstractButton::clicked, this, &SnapButtons::showMore);
    connect(&Theme::instance(), &Theme::changed, this, &SnapButtons::place);
}

QString SnapButtons::textOf(Named& named, const RunAnalysisPtr& run,
                            const std::optional<double>& threshold) const {
    if (named.run != run || named.threshold != threshold)
        named = {run, threshold, threshold ? qt(costedThreshold(*run, *threshold)) : tr("none")};
    return named.text;
}

void SnapButtons::setFacts(const OperatingFacts& facts) {
    bool moved = false;
    named_.resize(buttons_.size());
    for (std::size_t i = 0; i < buttons_.size(); ++i) {
        const auto snap = facts.shown() ? snapRows()[i].of(facts) : std::nullopt;
        moved |= wanted_[i] != snap.has_value();
        wanted_[i] = snap.has_value();
        if (!snap) continue;
        moved |= buttons_[i]->setSnap(*snap, textOf(named_[i], facts.run, snap->threshold));
    }
    if (moved) place();
}

void SnapButtons::place() {
    const int height = more_->sizeHint().height();
    const auto widthOf = [&](std::size_t i) { return buttons_[i]->sizeHint().width(); };
    int needed = -kGap;
    for (std::size_t i = 0; i < buttons_.size(); ++i)
        if (wanted_[i]) needed += widthOf(i) + kGap;
    const bool crowded = needed > width();
    const int room = crowded ? width() - more_->sizeHint().width() - kGap : width();
    int x = 0;
    bool full = false;
    for (std::size_t i = 0; i < buttons_.size(); ++i) {
        // The first that does not fit ends the row, so that their order stays.
        full |= wanted_[i] && x + widthOf(i) > room;
        buttons_[i]->setVisible(wanted_[i] && !full);
        if (!wanted_[i] || full) continue;
        buttons_[i]->setGeometry(x, 0, widthOf(i), height);
        x += widthOf(i) + kGap;
    }
    more_->setGeometry(x, 0, more_->sizeHint().width(), height);
    more_->setVisible(crowded);
}

void SnapButtons::showMore() {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("snapMenu"));
    for (std::size_t i = 0; i < buttons_.size(); ++i) {
        if (!wanted_[i] || !buttons_[i]->isHidden()) continue;
        QAction* action =
            menu->addAction(QStringLiteral("%1  %2").arg(buttons_[i]->text(), buttons_[i]->shown()));
        action->setEnabled(buttons_[i]->isEnabled());
        connect(action, &QAction::triggered, buttons_[i], &QAbstractButton::click);
    }
    menu->popup(more_->mapToGlobal(QPoint(0, more_->height())));
}

void SnapButtons::resizeEvent(QResizeEvent*) {
    place();
}

}  // namespace reckoner

#include "moc_snap_buttons.cpp"
