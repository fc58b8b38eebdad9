#include "ui/pages/errors/picks_pane.h"

#include <QAbstractButton>
#include <QKeyEvent>
#include <QPainter>
#include <QToolButton>

#include "core/wording/number_format.h"
#include "core/wording/run_names.h"
#include "ui/pages/errors/errors_options.h"
#include "ui/pages/errors/errors_query.h"
#include "ui/shell/scaled.h"
#include "ui/style/theme.h"
#include "ui/widgets/keyboard_focus.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {

namespace {
constexpr int kRowHeight = 32;
constexpr int kTitleHeight = 28;
constexpr int kRestMs = 60;  // the list comes first
}  // namespace

class PickRow final : public QAbstractButton {
 public:
    PickRow(Pick pick, QWidget* parent) : QAbstractButton(parent), pick_(pick) {
        setObjectName(QStringLiteral("pick.") + qt(std::string(name(pick))));
        setCheckable(true);
        setFocusPolicy(Qt::StrongFocus);
        watchFocus(this);
    }
    Pick pick() const { return pick_; }
    void setTitle(const QString& title) {
        if (title == text()) return;
        setText(title);
        describe();
        update();
    }
    // Nothing: this pick makes no sense here, for the reason given.
    void setCount(std::optional<std::uint64_t> count, const QString& reason) {
        const QString shown = count ? qt(reckoner::count(*count)) : tr("n/a");
        setEnabled(count.has_value());
        setPlainToolTip(this, count ? QString() : reason);
        stale_ = false;
        if (shown == count_) return update();
        count_ = shown;
        describe();
        update();
    }
    void setStale() {
        stale_ = true;
        update();
    }
    QString count() const { return count_; }

 protected:
    void paintEvent(QPaintEvent*) override {
        const Theme& theme = Theme::instance();
        const Tokens& t = theme.tokens();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        if (isChecked() || (underMouse() && isEnabled())) {
            painter.setBrush(isChecked() ? t.selected : t.sunk);
            painter.drawRoundedRect(rect(), 6, 6);
        }
        if (keyboardFocus(this)) {
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(t.accent, 1));
            painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
        }
        const QRect room = rect().adjusted(scaled(8), 0, -scaled(8), 0);
        painter.setFont(theme.font(14, isChecked() ? QFont::DemiBold : QFont::Normal));
        painter.setPen(isEnabled() ? t.ink : t.ink3);
        const int figure = painter.fontMetrics().horizontalAdvance(count_) + scaled(12);
        painter.drawText(room.adjusted(0, 0, -figure, 0), Qt::AlignVCenter | Qt::AlignLeft,
                         painter.fontMetrics().elidedText(text(), Qt::ElideRight, room.width() - figure));
        if (!isChecked()) painter.setPen(t.ink3);
        if (stale_) painter.setOpacity(0.45);
        painter.drawText(room, Qt::AlignVCenter | Qt::AlignRight, count_);
    }
    // A click on the chosen one lets it go: the pane decides.
    void nextCheckState() override {}

 private:
    void describe() { setAccessibleName(text() + QStringLiteral(", ") + count_); }
    Pick pick_;
    QString count_;
    bool stale_ = false;
};

PicksPane::PicksPane(ReviewSession& session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      title_(new PlainLabel(tr("Pick cases for the meeting"), this)),
      again_(new QToolButton(this)),
      counting_(session.executor()) {
    setObjectName(QStringLiteral("picksPane"));
    setAccessibleName(title_->text());
    dress(title_, 14, QFont::DemiBold, &Tokens::ink);
    for (std::size_t i = 0; i < kPicks; ++i) {
        rows_[i] = new PickRow(static_cast<Pick>(i), this);
        connect(rows_[i], &QAbstractButton::clicked, this, [this, i] { choose(static_cast<Pick>(i)); });
    }
    again_->setObjectName(QStringLiteral("pick.again"));
    again_->setText(tr("draw again"));
    again_->setAccessibleName(tr("Draw other random cases"));
    dress(again_, 12, QFont::Medium, &Tokens::accent);
    connect(again_, &QToolButton::clicked, this, &PicksPane::drawAgain);
    pause_.setSingleShot(true);
    pause_.setInterval(kRestMs);
    connect(&pause_, &QTimer::timeout, this, &PicksPane::askForCounts);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        updateGeometry();
        place();
    });
    refresh(Aspect::Run);
}

void PicksPane::refresh(Aspects aspects) {
    const Aspects mine =
        Aspects(Aspect::Run) | Aspect::Store | Aspect::Threshold | Aspect::Options | Aspect::Notes;
    if (!(aspects & mine)) return;
    showTitles();
    auto query = errors::caseQuery(session_);
    if (!query) {
        counting_.cancel();
        asked_.reset();
        return;
    }
    // Pick and order change no count.
    query->pick.reset();
    query->sort.reset();
    if (asked_ && errors::sameCases(*asked_, *query)) return;
    asked_ = std::move(query);
    for (PickRow* row : rows_)
        row->setStale();
    pause_.start();
}

void PicksPane::showTitles() {
    const auto baseline = session_.baselineRow();
    const std::string before = baseline ? versionName(baseline->info.version) : "";
    const ReviewState& state = session_.state();
    const std::string chosen = errors::option(state, errors::kPick);
    const QString titles[kPicks] = {
        tr("Most expensive"),
        tr("Most confident mistakes"),
        tr("Nearest the threshold"),
        before.empty() ? tr("New since the last version") : tr("New since %1").arg(qt(before)),
        tr("One from each segment"),
        tr("Without a note"),
        tr("Random, seed %1").arg(qt(count(errors::seed(state)))),
    };
    for (std::size_t i = 0; i < kPicks; ++i) {
        rows_[i]->setTitle(titles[i]);
        rows_[i]->setChecked(chosen == name(static_cast<Pick>(i)));
    }
    again_->setVisible(chosen == name(Pick::Random));
    place();
}

void PicksPane::askForCounts() {
    if (!asked_) return;
    counting_.start(
        [query = *asked_](const TaskContext& context) {
            const CaseView view(query.table, query.point, context);
            const RowSet base = filteredRows(query, context);
            Counts counts;
            for (std::size_t i = 0; i < kPicks; ++i) {
                const auto pick = static_cast<Pick>(i);
                const auto rows = pickedRows(view, base, pick, pickSources(query, pick, context), context);
                if (rows) counts[i] = rows->size();
            }
            return std::any(counts);
        },
        [this](const std::any& result) {
            const Counts counts = std::any_cast<Counts>(result);
            const QString reasons[kPicks] = {
                tr("Costs are known for one class against the rest."),
                {},
                tr("There is no confidence below which a person decides."),
                tr("Choose a run to compare with, above, under “against”."),
                tr("This run has no segment column."),
                {},
                {},
            };
            for (std::size_t i = 0; i < kPicks; ++i)
                rows_[i]->setCount(counts[i], reasons[i]);
        },
        [this](const Error& error) {
            for (PickRow* row : rows_)
                row->setCount(std::nullopt, QString::fromUtf8(error.what()));
        });
}

void PicksPane::choose(Pick pick) {
    session_.apply([pick](ReviewState& state) {
        const bool again = errors::option(state, errors::kPick) == name(pick);
        errors::setOption(state, errors::kPick, again ? std::string() : std::string(name(pick)));
        // A pick has an order of its own.
        errors::setOption(state, errors::kSort, {});
    });
}

void PicksPane::drawAgain() {
    session_.apply([](ReviewState& state) {
        errors::setOption(state, errors::kSeed, std::to_string(errors::seed(state) + 1));
        errors::setOption(state, errors::kSort, {});
    });
}

QSize PicksPane::sizeHint() const {
    return {scaled(288), scaled(kTitleHeight) + static_cast<int>(kPicks) * scaled(kRowHeight)};
}

void PicksPane::place() {
    title_->setGeometry(scaled(8), 0, width() - scaled(8), scaled(20));
    int y = scaled(kTitleHeight);
    for (PickRow* row : rows_) {
        row->setGeometry(0, y, width(), scaled(kRowHeight));
        y += scaled(kRowHeight);
    }
    const PickRow* random = rows_[static_cast<std::size_t>(Pick::Random)];
    const int wide = again_->sizeHint().width();
    again_->setGeometry(random->x() + random->width() - wide - scaled(64), random->y() + scaled(2), wide,
                        scaled(kRowHeight - 4));
    again_->raise();
}

void PicksPane::resizeEvent(QResizeEvent*) {
    place();
}

void PicksPane::keyPressEvent(QKeyEvent* event) {
    if (event->key() != Qt::Key_Up && event->key() != Qt::Key_Down) return QWidget::keyPressEvent(event);
    for (std::size_t i = 0; i < kPicks; ++i) {
        if (!rows_[i]->hasFocus()) continue;
        const std::size_t next =
            event->key() == Qt::Key_Up ? (i == 0 ? 0 : i - 1) : std::min(kPicks - 1, i + 1);
        rows_[next]->setFocus(Qt::TabFocusReason);
        return;
    }
}

}  // namespace reckoner

#include "moc_picks_pane.cpp"
