#include "ui/pages/decide/tier_table.h"

#include <array>

#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QPushButton>

#include "core/wording/decide_sentences.h"
#include "core/wording/number_format.h"
#include "ui/charts/chart_paint.h"
#include "ui/style/theme.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/threshold_field.h"
#include "ui/widgets/tier_strip.h"

namespace reckoner {
namespace {

constexpr int kRow = 32;
constexpr int kHead = 24;
constexpr int kGap = 16;
constexpr int kMark = 20;
constexpr int kRoomForShare = 1160;
constexpr int kRoomForTexts = 220;

int px(int size) {
    return qRound(size * Theme::instance().typeScale());
}

}  // namespace

struct TierTable::Columns {
    QRect name, from, act, action, who, within, volume, share, mix, cost;
};

TierTable::TierTable(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("tierTable"));
    setAccessibleName(tr("Tiers"));
    for (std::size_t tier = 0; tier <= kMostCutoffs; ++tier) {
        const auto text = [&](const char* what, const QString& name, std::string TierRule::*member) {
            auto* editor = new QLineEdit(this);
            editor->setObjectName(QStringLiteral("tier%1%2").arg(QLatin1String(what)).arg(tier));
            editor->setAccessibleName(name);
            editor->setProperty("kind", QStringLiteral("inline"));
            connect(editor, &QLineEdit::editingFinished, this,
                    [this, tier, member, editor] { takeText(tier, member, editor); });
            return editor;
        };
        Editors row{};
        row.name = text("Name", tr("Name of the tier"), &TierRule::name);
        if (tier > 0) {
            row.from = new QLineEdit(this);
            row.from->setObjectName(QStringLiteral("tierFrom%1").arg(tier));
            row.from->setAccessibleName(tr("Cut-off: from this score up"));
            row.from->setProperty("kind", QStringLiteral("inline"));
            connect(row.from, &QLineEdit::editingFinished, this, [this, tier, from = row.from] {
                const auto typed = typedThreshold(from->text());
                if (from->isModified() && typed) Q_EMIT cutoffTyped(static_cast<int>(tier) - 1, *typed);
                from->setModified(false);
                fillEditors();
            });
        }
        row.act = new QPushButton(this);
        row.act->setObjectName(QStringLiteral("tierAct%1").arg(tier));
        setKind(row.act, "inline");
        connect(row.act, &QPushButton::clicked, this, [this, tier] { askAct(tier); });
        row.action = text("Action", tr("What is done"), &TierRule::action);
        row.action->setPlaceholderText(tr("what is done"));
        row.who = text("Who", tr("Who acts"), &TierRule::who);
        row.who->setPlaceholderText(tr("who acts"));
        row.within = text("Within", tr("Within what time"), &TierRule::within);
        row.within->setPlaceholderText(tr("by when"));
        editors_.push_back(row);
    }
    // From the highest tier down, as they stand.
    QWidget* before = this;
    for (std::size_t tier = editors_.size(); tier-- > 0;)
        for (QWidget* next : std::initializer_list<QWidget*>{editors_[tier].name, editors_[tier].from,
                                                             editors_[tier].act, editors_[tier].action,
                                                             editors_[tier].who, editors_[tier].within}) {
            if (!next) continue;
            if (before != this) setTabOrder(before, next);
            before = next;
        }
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        updateGeometry();
        place();
        update();
    });
}

QSize TierTable::sizeHint() const {
    return QSize(1000, px(kHead) + static_cast<int>(plan_.tiers.size()) * px(kRow) + px(12));
}

void TierTable::setTiers(const RunAnalysisPtr& run, const Vocabulary& words, const TierPlan& plan,
                         const TierSheet& sheet) {
    const bool samePlan = run == run_ && plan.tiers.size() == plan_.tiers.size();
    const bool sameTexts = samePlan && plan.tiers == plan_.tiers && words == words_;
    run_ = run;
    words_ = words;
    plan_ = plan;
    texts_ = tierRowTexts(*run, words, plan, sheet);
    volumeHead_ = qt(tierVolumeHead(*run));
    costHead_ = qt(tierCostHead(*run, words));
    if (!samePlan) {
        updateGeometry();
        place();
    }
    if (sameTexts) {
        for (std::size_t tier = 1; tier < plan_.tiers.size(); ++tier)
            if (!editors_[tier].from->hasFocus())
                editors_[tier].from->setText(qt(fullThreshold(*run_, plan_.cutoffs[tier - 1])));
    } else {
        fillEditors();
    }
    update();
}

void TierTable::fillEditors() {
    if (!run_) return;
    const auto fill = [](QLineEdit* editor, const std::string& text) {
        if (editor->text() != qt(text)) editor->setText(qt(text));
        editor->setCursorPosition(0);
    };
    for (std::size_t tier = 0; tier < plan_.tiers.size(); ++tier) {
        const TierRule& rule = plan_.tiers[tier];
        Editors& row = editors_[tier];
        fill(row.name, rule.name);
        fill(row.action, rule.action);
        fill(row.who, rule.who);
        fill(row.within, rule.within);
        row.act->setText(qt(tierActWord(rule.act, words_)));
        row.act->setAccessibleName(tr("Samples of this tier: %1").arg(row.act->text()));
        if (row.from) fill(row.from, fullThreshold(*run_, plan_.cutoffs[tier - 1]));
    }
}

void TierTable::takeText(std::size_t tier, std::string TierRule::*text, QLineEdit* editor) {
    if (tier >= plan_.tiers.size()) return;
    const std::string typed = editor->text().trimmed().toStdString();
    if (plan_.tiers[tier].*text == typed) return;
    TierPlan changed = plan_;
    changed.tiers[tier].*text = typed;
    Q_EMIT edited(changed);
}

void TierTable::askAct(std::size_t tier) {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("tierActs"));
    for (const TierAct act : {TierAct::None, TierAct::Review, TierAct::Automatic}) {
        QAction* action = menu->addAction(qt(tierActWord(act, words_)));
        action->setCheckable(true);
        action->setChecked(plan_.tiers[tier].act == act);
        connect(action, &QAction::triggered, this, [this, tier, act] {
            if (tier >= plan_.tiers.size() || plan_.tiers[tier].act == act) return;
            TierPlan changed = plan_;
            changed.tiers[tier].act = act;
            Q_EMIT edited(changed);
        });
    }
    menu->popup(editors_[tier].act->mapToGlobal(QPoint(0, editors_[tier].act->height())));
}

TierTable::Columns TierTable::columns() const {
    const bool withShare = width() >= px(kRoomForShare);
    const int gap = px(kGap);
    const int needed = px(kMark + 96 + 60 + 112 + 72 + 104) + (withShare ? px(44) + gap : 0) + 7 * gap;
    const int mix = px(184) + gap;
    // What people typed is not cut for what the figures say too.
    const bool withMix = width() - needed - mix >= px(kRoomForTexts);
    const int free = std::max(0, width() - needed - (withMix ? mix : 0));
    Columns c;
    int x = 0;
    const auto next = [&](QRect& column, int size) {
        column = QRect(x, 0, size, px(kRow));
        x += size + gap;
    };
    next(c.name, px(kMark + 96));
    next(c.from, px(60));
    next(c.act, px(112));
    next(c.action, free * 42 / 100);
    next(c.who, free * 34 / 100);
    next(c.within, free * 24 / 100);
    next(c.volume, px(72));
    if (withShare) next(c.share, px(44));
    if (withMix) next(c.mix, px(184));
    next(c.cost, px(104));
    c.cost.setRight(width() - 1);
    return c;
}

QRect TierTable::rowRect(std::size_t tier) const {
    const int row = static_cast<int>(plan_.tiers.size() - 1 - tier);
    return QRect(0, px(kHead) + row * px(kRow), width(), px(kRow));
}

void TierTable::place() {
    const Columns c = columns();
    for (std::size_t tier = 0; tier < editors_.size(); ++tier) {
        Editors& row = editors_[tier];
        const bool there = tier < plan_.tiers.size();
        for (QWidget* editor :
             std::initializer_list<QWidget*>{row.name, row.from, row.act, row.action, row.who, row.within})
            if (editor) editor->setVisible(there);
        if (!there) continue;
        const int y = rowRect(tier).top() + (px(kRow) - px(24)) / 2;
        const auto put = [&](QWidget* editor, const QRect& column, int from = 0) {
            if (editor) editor->setGeometry(column.left() + from, y, column.width() - from, px(24));
        };
        put(row.name, c.name, px(kMark));
        put(row.from, c.from);
        put(row.act, c.act.adjusted(-px(8), 0, px(8), 0));
        put(row.action, c.action);
        put(row.who, c.who);
        put(row.within, c.within);
    }
}

void TierTable::resizeEvent(QResizeEvent*) {
    place();
}

void TierTable::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::instance();
    const Tokens& t = theme.tokens();
    QPainter painter(this);
    painter.fillRect(rect(), t.chrome);
    if (!run_) return;
    const Columns c = columns();
    const auto head = [&](const QRect& column, const QString& text, Qt::Alignment side = Qt::AlignLeft) {
        paintText(painter, QRectF(column.left(), 0, column.width(), px(kHead) - 4),
                  static_cast<int>(side | Qt::AlignVCenter), text, theme.font(12), t.ink3);
    };
    head(c.name, tr("tier"));
    head(c.from.translated(3, 0), tr("from"));
    head(c.act, tr("samples are"));
    head(c.action.translated(3, 0), tr("action"));
    head(c.who.translated(3, 0), tr("who"));
    head(c.within.translated(3, 0), tr("within"));
    head(c.volume, volumeHead_, Qt::AlignRight);
    if (c.share.isValid()) head(c.share, tr("share"), Qt::AlignRight);
    if (c.mix.isValid()) head(c.mix, tr("of them"));
    head(c.cost, costHead_, Qt::AlignRight);
    for (std::size_t tier = 0; tier < plan_.tiers.size(); ++tier) {
        const QRect row = rowRect(tier);
        paintRule(painter, QPointF(0, row.top()), QPointF(width(), row.top()), t.line);
        const TierAct act = plan_.tiers[tier].act;
        const qreal half = px(12) / 2.0;
        const QRectF mark(2, row.top() + px(kRow) / 2.0 - half, px(10), 2 * half);
        painter.fillRect(QRectF(mark.left(), mark.top(), mark.width(), half - 0.5), barColor(act, true));
        painter.fillRect(QRectF(mark.left(), mark.top() + half + 0.5, mark.width(), half - 0.5),
                         barColor(act, false));
        const auto cell = [&](const QRect& column, const std::string& text, Qt::Alignment side,
                              QFont::Weight weight = QFont::Normal) {
            paintText(painter, QRectF(column.translated(0, row.top())),
                      static_cast<int>(side | Qt::AlignVCenter), qt(text), theme.font(14, weight), t.ink);
        };
        const TierRowText& text = texts_[tier];
        cell(c.volume, text.volume, Qt::AlignRight, QFont::DemiBold);
        if (c.share.isValid()) cell(c.share, text.share, Qt::AlignRight);
        if (c.mix.isValid()) cell(c.mix, text.mix, Qt::AlignLeft);
        cell(c.cost, text.cost, Qt::AlignRight, text.cost == "no cost" ? QFont::Normal : QFont::DemiBold);
        if (!editors_[tier].from) cell(c.from.translated(3, 0), "below", Qt::AlignLeft);
    }
}

}  // namespace reckoner

#include "moc_tier_table.cpp"
