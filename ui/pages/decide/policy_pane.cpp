#include "ui/pages/decide/policy_pane.h"

#include <algorithm>

#include <QPainter>
#include <QPushButton>

#include "core/store/policy_book.h"
#include "core/wording/policy_words.h"
#include "ui/charts/chart_paint.h"
#include "ui/pages/decide/decide_options.h"
#include "ui/pages/decide/policy_desk.h"
#include "ui/pages/decide/policy_list.h"
#include "ui/pages/decide/policy_timeline.h"
#include "ui/style/theme.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/sentence_label.h"

namespace reckoner {
namespace {

constexpr int kPadding = 24;
constexpr int kListWidth = 464;
constexpr int kRow = 36;

int px(int size) {
    return qRound(size * Theme::instance().typeScale());
}

}  // namespace

PolicyPane::PolicyPane(const DecideParts& parts, QWidget* parent)
    : DecidePane(parent),
      session_(parts.session),
      desk_(parts.policies),
      task_(session_.executor()),
      title_(new PlainLabel({}, this)),
      close_(new QPushButton(tr("Back to the charts"), this)),
      timeline_(new PolicyTimeline(this)),
      list_(new PolicyList(this)),
      caption_(new PlainLabel({}, this)),
      headline_(new SentenceLabel(28, &Tokens::ink, 1, this)),
      why_(new SentenceLabel(16, &Tokens::ink, 3, this)),
      due_(new PlainLabel({}, this)),
      samples_(new PlainLabel({}, this)),
      frozen_(new PlainLabel({}, this)),
      again_(new QPushButton(tr("Adopt it again..."), this)),
      show_(new QPushButton(tr("Show on Decide"), this)),
      empty_(new PlainLabel(
          tr("No version of this model has a policy yet. Adopting one freezes what the run on the "
             "screen says of it."),
          this)) {
    setObjectName(QStringLiteral("policyPane"));
    setAccessibleName(tr("Policies"));
    dress(title_, 12, QFont::Normal, &Tokens::ink3);
    dress(caption_, 12, QFont::Normal, &Tokens::ink3);
    dress(samples_, 14, QFont::Normal, &Tokens::ink2);
    dress(frozen_, 12, QFont::Normal, &Tokens::ink3);
    dress(empty_, 14, QFont::Normal, &Tokens::ink2);
    for (PlainLabel* label : {samples_, frozen_, empty_})
        label->setWordWrap(true);
    headline_->setObjectName(QStringLiteral("policyTitle"));
    why_->setObjectName(QStringLiteral("policyWhy"));
    due_->setObjectName(QStringLiteral("policyDue"));
    samples_->setObjectName(QStringLiteral("policySamples"));
    again_->setObjectName(QStringLiteral("policyAgain"));
    show_->setObjectName(QStringLiteral("policyShow"));
    close_->setObjectName(QStringLiteral("policyClose"));
    for (QPushButton* button : {again_, show_, close_})
        button->setAccessibleName(button->text());
    connect(close_, &QPushButton::clicked, this,
            [this] { session_.apply([](ReviewState& state) { state.options.erase(decide::kPane); }); });
    connect(list_, &QListWidget::currentRowChanged, this, &PolicyPane::choose);
    connect(timeline_, &PolicyTimeline::chosen, this, [this](qint64 policy) {
        for (std::size_t i = 0; i < records_.size(); ++i)
            if (records_[i].policy.id == policy) list_->setCurrentRow(static_cast<int>(i));
    });
    connect(again_, &QPushButton::clicked, this, [this] {
        if (chosen_ < static_cast<int>(records_.size()))
            desk_.adoptAgain(records_[static_cast<std::size_t>(chosen_)], this);
    });
    connect(show_, &QPushButton::clicked, this, [this] {
        if (chosen_ >= static_cast<int>(records_.size())) return;
        const Policy policy = records_[static_cast<std::size_t>(chosen_)].policy;
        session_.apply([&](ReviewState& state) {
            state.options["decide.point"] = policy.tiers ? "tiers" : "one";
            state.options.erase(decide::kPane);
            if (policy.tiers)
                state.tiers[state.run] = *policy.tiers;
            else
                state.thresholds[state.run] = policy.threshold;
        });
    });
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        place();
        update();
    });
}

PolicyPane::~PolicyPane() = default;

bool PolicyPane::wanted() const {
    return canDecide(session_) && decide::option(session_.state(), decide::kPane) == decide::kPolicies;
}

void PolicyPane::refresh(Aspects aspects) {
    if (aspects & (Aspects(Aspect::Store) | Aspect::Run)) read();
    if (!now_ && !task_.running()) countNow();
}

void PolicyPane::read() {
    const std::vector<PolicyRecord>& records = desk_.records();
    const std::int64_t before = chosen_ < static_cast<int>(records_.size())
                                    ? records_[static_cast<std::size_t>(chosen_)].policy.id
                                    : 0;
    const bool grown = records.size() != records_.size();
    records_ = records;
    const QSignalBlocker quiet(list_);
    list_->setRecords(records_, session_.words(), desk_.today());
    timeline_->setRecords(records_, desk_.today());
    chosen_ = 0;
    // The one looked at; a new one is looked at first.
    for (std::size_t i = 0; i < records_.size() && !grown; ++i)
        if (records_[i].policy.id == before) chosen_ = static_cast<int>(i);
    list_->setCurrentRow(records_.empty() ? -1 : chosen_);
    now_.reset();
    showChosen();
}

void PolicyPane::choose(int row) {
    if (row < 0 || row == chosen_) return;
    chosen_ = row;
    now_.reset();
    showChosen();
}

void PolicyPane::showChosen() {
    const bool any = chosen_ < static_cast<int>(records_.size());
    const auto late = desk_.overdue();
    const int many = static_cast<int>(records_.size());
    title_->setText(late > 0 ? tr("%1 policies, newest first; %2 overdue").arg(many).arg(late)
                             : tr("%1 policies, newest first").arg(many));
    empty_->setVisible(!any);
    for (QWidget* widget : std::initializer_list<QWidget*>{title_, timeline_, list_, caption_, headline_,
                                                           why_, due_, samples_, frozen_, again_, show_})
        widget->setVisible(any);
    if (any) {
        const PolicyRecord& record = records_[static_cast<std::size_t>(chosen_)];
        timeline_->choose(record.policy.id);
        caption_->setText(qt(policyCaption(record)));
        headline_->setSentence({{policyTitle(record, session_.words())}});
        why_->setSentence({{record.policy.why}});
        const bool overdueNow = daysOverdue(record, desk_.today()).has_value();
        due_->setText(tr("to be reviewed by %1").arg(qt(reviewByText(record, desk_.today()))));
        dress(due_, 14, overdueNow ? QFont::DemiBold : QFont::Normal,
              overdueNow ? &Tokens::ink : &Tokens::ink2);
        frozen_->setText(record.evidence ? qt(frozenWith(*record.evidence, session_.words()))
                                         : tr("It was adopted before figures were frozen with a policy."));
        samples_->setText(QString());
        const auto row = session_.runRow();
        const bool ofVersion = row && row->versionId == record.policy.versionId;
        again_->setEnabled(ofVersion && !record.inForce());
        setPlainToolTip(again_, record.inForce() ? tr("It is in force.")
                                : ofVersion
                                    ? QString()
                                    : tr("Show a run of this version first: its figures are frozen anew."));
        show_->setEnabled(ofVersion);
        setPlainToolTip(show_, ofVersion ? QString() : tr("The run on the screen is of another version."));
        countNow();
    }
    place();
    update();
}

void PolicyPane::countNow() {
    task_.cancel();
    // Nobody looks: a bootstrap for nothing.
    if (isHidden() || chosen_ >= static_cast<int>(records_.size())) return;
    const RunAnalysisPtr run = session_.run();
    const auto row = session_.runRow();
    const PolicyRecord& record = records_[static_cast<std::size_t>(chosen_)];
    if (!record.evidence || !run || !row || run->sweep->samples() == 0) return;
    if (row->versionId != record.policy.versionId) {
        samples_->setText(
            tr("The run on the screen is of another version, so there is no now to compare with."));
        return;
    }
    const EvidenceSource source = evidenceSource(*row, session_.costModel());
    task_.start(
        [run, source, point = pointOf(record.policy)](const TaskContext& context) {
            return std::any(freezeEvidence(*run, source, point, std::nullopt, context));
        },
        [this, id = record.policy.id](const std::any& result) {
            if (chosen_ >= static_cast<int>(records_.size())) return;
            const PolicyRecord& shown = records_[static_cast<std::size_t>(chosen_)];
            if (shown.policy.id != id || !shown.evidence) return;
            now_ = std::any_cast<PolicyEvidence>(result);
            samples_->setText(qt(samplesThenAndNow(*shown.evidence, *now_, session_.words())));
            place();
            update();
        },
        [this](const Error& error) { Q_EMIT failed(QString::fromUtf8(error.what())); });
}

void PolicyPane::place() {
    const int listWidth = std::min(px(kListWidth), width() * 2 / 5);
    int y = px(16);
    const QSize back = close_->sizeHint();
    const bool none = records_.empty();
    close_->setGeometry(px(kPadding) + (none ? 0 : listWidth - back.width()), y, back.width(), back.height());
    title_->setGeometry(px(kPadding), y + px(8), listWidth - back.width() - px(8), px(16));
    empty_->setGeometry(px(kPadding), y + back.height() + px(16),
                        std::min(px(480), width() - 2 * px(kPadding)), px(48));
    y += px(48);
    const int lanes = timeline_->sizeHint().height();
    timeline_->setGeometry(px(kPadding), y, listWidth, lanes);
    list_->setGeometry(px(kPadding) - 8, y + lanes + px(16), listWidth + 8,
                       std::max(px(72), height() - y - lanes - px(32)));

    const int left = px(kPadding) + listWidth + px(48);
    const int room = std::max(200, width() - left - px(kPadding));
    y = px(20);
    const auto line = [&](QWidget* widget, int height, int gap) {
        widget->setGeometry(left, y, room, height);
        y += height + gap;
    };
    caption_->setGeometry(left, y, room, px(16));
    y += px(24);
    line(headline_, px(36), px(8));
    const int lines = std::clamp((why_->sizeHint().width() + room - 1) / std::max(1, room), 1, 3);
    line(why_, px(24) * lines, px(8));
    line(due_, px(20), px(20));
    tableTop_ = y;
    const bool figures =
        chosen_ < static_cast<int>(records_.size()) && records_[static_cast<std::size_t>(chosen_)].evidence;
    if (figures) {
        const auto& evidence = *records_[static_cast<std::size_t>(chosen_)].evidence;
        const auto rows = thenAndNow(evidence, nullptr, session_.words()).size();
        y += px(40) + static_cast<int>(rows) * px(kRow) + px(12);
        line(samples_, px(24), px(8));
    }
    const int frozenHeight = frozen_->heightForWidth(room);
    int x = left;
    for (QPushButton* button : {show_, again_}) {
        const QSize size = button->sizeHint();
        button->setGeometry(x, y, size.width(), size.height());
        x += size.width() + 8;
    }
    y += px(32) + px(12);
    line(frozen_, std::max(px(16), frozenHeight), 0);
}

void PolicyPane::resizeEvent(QResizeEvent*) {
    place();
}

void PolicyPane::paintTable(QPainter& painter) const {
    const PolicyRecord& record = records_[static_cast<std::size_t>(chosen_)];
    if (!record.evidence) return;
    const Theme& theme = Theme::instance();
    const Tokens& t = theme.tokens();
    const qreal left = headline_->x(), right = width() - px(kPadding);
    const qreal room = right - left;
    // What, then, its interval, now, its interval.
    const qreal then = left + room * 0.50, thenInterval = then + px(12);
    const qreal now = left + room * 0.80, nowInterval = now + px(12);
    const auto text = [&](qreal from, qreal to, qreal y, const QString& words, Qt::Alignment side, int size,
                          QFont::Weight weight, const QColor& color) {
        paintText(painter, QRectF(from, y, to - from, px(kRow)), static_cast<int>(side | Qt::AlignVCenter),
                  words, theme.font(size, weight), color);
    };
    qreal y = tableTop_;
    text(left, then, y, QString(), Qt::AlignLeft, 14, QFont::DemiBold, t.ink);
    text(left, then, y, tr("then"), Qt::AlignRight, 14, QFont::DemiBold, t.ink);
    text(thenInterval, now, y, tr("95 % interval"), Qt::AlignLeft, 12, QFont::Normal, t.ink3);
    text(thenInterval, now, y, tr("now"), Qt::AlignRight, 14, QFont::DemiBold, t.ink);
    text(nowInterval, right, y, tr("95 % interval"), Qt::AlignLeft, 12, QFont::Normal, t.ink3);
    y += px(kRow) + 4;
    paintRule(painter, {left, y - 1}, {right, y - 1}, t.line);
    for (const ThenNowRow& row : thenAndNow(*record.evidence, now_ ? &*now_ : nullptr, session_.words())) {
        text(left, then, y, qt(row.what), Qt::AlignLeft, 14, QFont::Normal, t.ink);
        text(left, then, y, qt(row.then), Qt::AlignRight, 14, QFont::DemiBold, t.ink);
        text(thenInterval, now, y, qt(row.thenInterval), Qt::AlignLeft, 12, QFont::Normal, t.ink3);
        text(thenInterval, now, y, qt(row.now), Qt::AlignRight, 14, QFont::DemiBold, t.ink);
        text(nowInterval, right, y, qt(row.nowInterval), Qt::AlignLeft, 12, QFont::Normal, t.ink3);
        y += px(kRow);
        paintRule(painter, {left, y - 1}, {right, y - 1}, t.grid);
    }
}

void PolicyPane::paintEvent(QPaintEvent*) {
    const Tokens& t = Theme::instance().tokens();
    QPainter painter(this);
    painter.fillRect(rect(), t.page);
    if (chosen_ >= static_cast<int>(records_.size())) return;
    const qreal rule = headline_->x() - px(24);
    paintRule(painter, QPointF(rule, px(16)), QPointF(rule, height() - px(16)), t.line);
    paintTable(painter);
}

}  // namespace reckoner

#include "moc_policy_pane.cpp"
