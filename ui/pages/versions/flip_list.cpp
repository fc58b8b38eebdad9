#include "ui/pages/versions/flip_list.h"

#include <algorithm>
#include <cmath>

#include <QPainter>
#include <QPushButton>

#include "core/wording/decide_sentences.h"
#include "core/wording/number_format.h"
#include "ui/charts/chart_paint.h"
#include "ui/shell/scaled.h"
#include "ui/widgets/keyboard_focus.h"
#include "ui/widgets/outcome_marks.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/tone_label.h"

namespace reckoner {
namespace {

constexpr int kRow = 36;

Cell cellOf(FlipGroup::Kind kind) {
    switch (kind) {
        case FlipGroup::Kind::NowMissed:
            return Cell::Missed;
        case FlipGroup::Kind::NowFlagged:
            return Cell::FalseAlarm;
        case FlipGroup::Kind::NowReviewed:
        case FlipGroup::Kind::NoLongerReviewed:
            return Cell::LetThrough;
        case FlipGroup::Kind::NowCaught:
        case FlipGroup::Kind::NoLongerFlagged:
            break;
    }
    return Cell::Caught;
}

QColor Tokens::*lookTone(Cell cell) {
    return cell == Cell::Missed       ? &Tokens::fnText
           : cell == Cell::FalseAlarm ? &Tokens::fpText
                                      : &Tokens::tpText;
}

}  // namespace

bool FlipButton::roomForMoney() const {
    const int words = qCeil(textSize(words_, Theme::instance().font(14)).width());
    const int money = qCeil(textSize(money_, Theme::instance().font(12)).width());
    return scaled(8 + 20 + 16 + 56 + 8) + words + money <= width();
}

void FlipButton::showMoney(bool shown) {
    moneyShown_ = shown;
    update();
}

FlipButton::FlipButton(QWidget* parent) : QAbstractButton(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    watchFocus(this);
}

void FlipButton::setFlip(const FlipGroup& flip, const QString& words, const QString& money) {
    flip_ = flip;
    words_ = words;
    money_ = money;
    setEnabled(flip.n > 0 && flip.kind < FlipGroup::Kind::NowReviewed);
    setAccessibleName(tr("%1 %2, %3").arg(qt(count(flip.n)), words, money));
    setPlainToolTip(this, money.isEmpty() ? QString() : tr("They cost %1 than before").arg(money));
    update();
}

void FlipButton::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::instance();
    const Tokens& t = theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), t.page);
    if ((underMouse() && isEnabled()) || keyboardFocus(this)) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(keyboardFocus(this) ? t.selected : t.chrome);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0, 0, 0, -1), 6, 6);
    }
    const int reach = scaled(8);
    painter.fillRect(QRect(reach, height() - 1, width() - 2 * reach, 1), t.line);
    const qreal mark = scaled(12);
    paintMark(painter, cellOf(flip_.kind), QRectF(reach, (height() - mark) / 2.0, mark, mark));
    const QFont bold = theme.font(14, QFont::DemiBold);
    const int figure = scaled(56);
    const int money = moneyShown_ ? qCeil(textSize(money_, theme.font(12)).width()) + scaled(12) : 0;
    const QRect all = rect().adjusted(reach + scaled(20), 0, -reach, -1);
    const QRect words = all.adjusted(0, 0, -figure - money, 0);
    paintText(painter, words, Qt::AlignLeft | Qt::AlignVCenter,
              QFontMetrics(theme.font(14)).elidedText(words_, Qt::ElideRight, words.width()), theme.font(14),
              t.ink);
    if (money > 0)
        paintText(painter, all.adjusted(0, 0, -figure, 0), Qt::AlignRight | Qt::AlignVCenter, money_,
                  theme.font(12), t.ink3);
    paintText(painter, all, Qt::AlignRight | Qt::AlignVCenter, qt(count(flip_.n)), bold, t.ink);
}

FlipList::FlipList(QWidget* parent)
    : QWidget(parent), where_(new ToneLabel(14, 2, this)), read_(new QPushButton(this)) {
    setObjectName(QStringLiteral("flipList"));
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        rows_[i] = new FlipButton(this);
        rows_[i]->setObjectName(QStringLiteral("flip%1").arg(i));
        rows_[i]->hide();
        connect(rows_[i], &QAbstractButton::clicked, this,
                [this, i] { Q_EMIT opened(static_cast<FlipGroup::Kind>(i)); });
    }
    where_->setObjectName(QStringLiteral("flipWhere"));
    read_->setObjectName(QStringLiteral("flipRead"));
    setKind(read_, "link");
    read_->hide();
    read_->setCursor(Qt::PointingHandCursor);
    connect(read_, &QPushButton::clicked, this, [this] { Q_EMIT opened(told_); });
    connect(&Theme::instance(), &Theme::changed, this, &FlipList::place);
}

void FlipList::setBoard(const VersionBoardPtr& board, const VersionWords& words) {
    const auto moneyOf = [&](const FlipGroup& flip) {
        if (flip.n == 0 || flip.cost == 0) return QString();
        const RunAnalysis& run = *board->judged().run;
        const std::string amount = amountText(run, words.words, std::abs(flip.cost));
        return qt(amount) + (flip.cost < 0 ? tr(" less") : tr(" more"));
    };
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        const FlipGroup& flip = board->changes[i];
        rows_[i]->setFlip(flip, qt(flipText(flip, words.words)), moneyOf(flip));
        rows_[i]->setVisible(flip.kind < FlipGroup::Kind::NowReviewed || flip.n > 0);
    }
    // What went wrong is told first; what got better only where nothing did.
    using Kind = FlipGroup::Kind;
    const FlipGroup* told = nullptr;
    for (const Kind kind : {Kind::NowMissed, Kind::NowFlagged, Kind::NowCaught, Kind::NoLongerFlagged}) {
        const FlipGroup& flip = board->changes[static_cast<std::size_t>(kind)];
        if (!told && flip.where) told = &flip;
    }
    if (!told)
        for (const FlipGroup& flip : board->changes)
            if (flip.kind < Kind::NowReviewed && (!told || flip.n > told->n)) told = &flip;
    told_ = told->kind;
    where_->setSentence(flipWhereText(*board, *told, words), &Tokens::ink2, lookTone(cellOf(told->kind)));
    read_->setVisible(told->n > 0);
    read_->setText(told->n == 1 ? tr("Read this case") : tr("Read these %1 cases").arg(qt(count(told->n))));
    place();
}

QSize FlipList::sizeHint() const {
    const auto shown = std::count_if(rows_.begin(), rows_.end(), [](auto* row) { return !row->isHidden(); });
    return {scaled(320), std::max(4, static_cast<int>(shown)) * scaled(kRow) + scaled(84)};
}

void FlipList::resizeEvent(QResizeEvent*) {
    place();
}

void FlipList::place() {
    const int reach = scaled(8);
    int y = 0;
    for (FlipButton* row : rows_) {
        row->setGeometry(0, y, width(), scaled(kRow));
        if (!row->isHidden()) y += scaled(kRow);
    }
    const bool money = std::all_of(rows_.begin(), rows_.end(), [](const FlipButton* row) {
        return row->isHidden() || row->roomForMoney();
    });
    for (FlipButton* row : rows_)
        row->showMoney(money);
    y += scaled(12);
    const bool told = !where_->text().isEmpty();
    where_->setVisible(told);
    if (told) {
        const int high = width() < scaled(340) ? scaled(42) : scaled(22);
        where_->setGeometry(reach, y, width() - 2 * reach, high);
        y += high + scaled(2);
    }
    read_->setGeometry(reach - scaled(4), y, std::min(width(), read_->sizeHint().width()), scaled(24));
}

}  // namespace reckoner

#include "moc_flip_list.cpp"
