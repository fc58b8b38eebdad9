#include "ui/pages/errors/filter_chips.h"

#include <algorithm>

#include <QPushButton>

#include "core/data/filter_condition.h"
#include "core/wording/filter_words.h"
#include "core/wording/run_names.h"
#include "ui/pages/errors/errors_options.h"
#include "ui/pages/errors/errors_query.h"
#include "ui/pages/errors/filter_chip.h"
#include "ui/pages/errors/filter_popover.h"
#include "ui/shell/scaled.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

constexpr int kGap = 8;
constexpr int kLine = 24;

}  // namespace

FilterChips::FilterChips(ReviewSession& session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      add_(new QPushButton(tr("Add a filter"), this)),
      clear_(new QPushButton(tr("Clear all"), this)) {
    setObjectName(QStringLiteral("filterChips"));
    setAccessibleName(tr("Filters in force"));
    add_->setObjectName(QStringLiteral("addFilter"));
    add_->setAccessibleName(add_->text());
    setKind(add_, "chip");
    connect(add_, &QPushButton::clicked, this, [this] {
        editing_ = -1;
        openPopover(add_, {});
    });
    clear_->setObjectName(QStringLiteral("clearFilters"));
    clear_->setAccessibleName(tr("Take all filters away"));
    setKind(clear_, "chip");
    clear_->hide();
    connect(clear_, &QPushButton::clicked, this,
            [this] { session_.apply([](ReviewState& state) { errors::clearFilters(state); }); });
    const auto redress = [this] {
        add_->setIcon(themedIcon(QStringLiteral("plus"), Theme::instance().tokens().accent, scaled(12)));
        add_->setIconSize(QSize(scaled(12), scaled(12)));
        arrange(width(), true);
        updateGeometry();
    };
    connect(&Theme::instance(), &Theme::changed, this, redress);
    redress();
    refresh(Aspect::Options);
}

void FilterChips::refresh(Aspects aspects) {
    if (!(aspects & (Aspects(Aspect::Options) | Aspect::Run | Aspect::Store))) return;
    add_->setEnabled(session_.run() != nullptr);
    const ReviewState& state = session_.state();
    const Vocabulary words = session_.words();
    const auto baseline = session_.baselineRow();
    const std::string before = baseline ? versionName(baseline->info.version) : std::string();
    std::vector<Shown> wanted;
    const std::string cell = errors::option(state, errors::kCell);
    if (!cell.empty()) wanted.push_back({cell, true, qt(filterWords(cell, words, before))});
    for (const std::string& filter : errors::filters(state))
        wanted.push_back({filter, false, qt(filterWords(filter, words, before))});
    if (wanted == shown_) return;
    shown_ = std::move(wanted);
    rebuild();
}

void FilterChips::rebuild() {
    // Where the keyboard was, it stays.
    std::ptrdiff_t focused = -1;
    for (std::size_t i = 0; i < chips_.size(); ++i) {
        if (chips_[i]->hasFocus()) focused = static_cast<std::ptrdiff_t>(i);
        // The one that was clicked is still in its handler.
        chips_[i]->hide();
        chips_[i]->deleteLater();
    }
    chips_.clear();
    for (std::size_t i = 0; i < shown_.size(); ++i) {
        auto* chip = new FilterChip(shown_[i].words, filterCell(shown_[i].expression), this);
        chip->setObjectName(QStringLiteral("chip.%1").arg(i));
        connect(chip, &FilterChip::removed, this, [this, i] { remove(i); });
        connect(chip, &FilterChip::editWanted, this, [this, i] { edit(i); });
        chips_.push_back(chip);
        chip->show();
    }
    QWidget* before = nullptr;
    for (QWidget* chip : chips_) {
        if (before) setTabOrder(before, chip);
        before = chip;
    }
    if (before) setTabOrder(before, add_);
    setTabOrder(add_, clear_);
    if (clear_->hasFocus() && shown_.size() < 2) add_->setFocus(Qt::TabFocusReason);
    clear_->setVisible(shown_.size() > 1);
    if (focused >= 0) {
        const auto next = std::min<std::size_t>(static_cast<std::size_t>(focused), chips_.size());
        (next < chips_.size() ? static_cast<QWidget*>(chips_[next]) : add_)->setFocus(Qt::TabFocusReason);
    }
    arrange(width(), true);
    updateGeometry();
    Q_EMIT rearranged();
}

void FilterChips::remove(std::size_t index) {
    if (index >= shown_.size()) return;
    const Shown gone = shown_[index];
    const std::size_t place = index - (shown_.front().cell ? 1 : 0);
    session_.apply([&](ReviewState& state) {
        if (gone.cell) return errors::setOption(state, errors::kCell, {});
        std::vector<std::string> filters = errors::filters(state);
        if (place < filters.size()) filters.erase(filters.begin() + static_cast<std::ptrdiff_t>(place));
        errors::setFilters(state, filters);
    });
}

void FilterChips::edit(std::size_t index) {
    if (index >= shown_.size()) return;
    editing_ = static_cast<std::ptrdiff_t>(index);
    openPopover(chips_[index], shown_[index].expression);
}

void FilterChips::openPopover(QWidget* anchor, const std::string& expression) {
    if (!session_.run()) return;
    if (!popover_) {
        popover_ = new FilterPopover(session_, this);
        connect(popover_, &FilterPopover::chosen, this, &FilterChips::take);
    }
    popover_->popUnder(anchor, expression);
}

void FilterChips::take(const QString& expression) {
    const std::string text = expression.toStdString();
    const std::ptrdiff_t index = std::exchange(editing_, -1);
    const bool cell = index == 0 && !shown_.empty() && shown_.front().cell;
    session_.apply([&](ReviewState& state) {
        if (cell) return errors::setOption(state, errors::kCell, text);
        std::vector<std::string> filters = errors::filters(state);
        const bool hasCell = !errors::option(state, errors::kCell).empty();
        const std::ptrdiff_t place = index - (hasCell ? 1 : 0);
        if (index >= 0 && place < static_cast<std::ptrdiff_t>(filters.size()))
            filters[static_cast<std::size_t>(place)] = text;
        else if (std::find(filters.begin(), filters.end(), text) == filters.end())
            filters.push_back(text);
        errors::setFilters(state, filters);
    });
}

int FilterChips::arrange(int width, bool move) const {
    int x = 0;
    int y = 0;
    const auto put = [&](QWidget* widget) {
        const QSize size = widget->sizeHint();
        if (x > 0 && x + size.width() > width) {
            x = 0;
            y += scaled(kLine + kGap);
        }
        if (move) widget->setGeometry(x, y, std::min(size.width(), std::max(width, 1)), scaled(kLine));
        x += size.width() + scaled(kGap);
    };
    for (FilterChip* chip : chips_)
        put(chip);
    put(add_);
    if (shown_.size() > 1) put(clear_);
    return y + scaled(kLine);
}

QSize FilterChips::sizeHint() const {
    int width = add_->sizeHint().width();
    for (const FilterChip* chip : chips_)
        width += chip->sizeHint().width() + scaled(kGap);
    if (shown_.size() > 1) width += clear_->sizeHint().width() + scaled(kGap);
    return {width, scaled(kLine)};
}

int FilterChips::heightForWidth(int width) const {
    return arrange(width, false);
}

void FilterChips::resizeEvent(QResizeEvent*) {
    arrange(width(), true);
}

}  // namespace reckoner

#include "moc_filter_chips.cpp"
