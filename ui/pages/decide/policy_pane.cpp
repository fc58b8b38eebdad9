#include "ui/pages/decide/policy_pane.h"

#include <algorithm>

#include <QPainter>
#include <QPushButton>

#include "core/store/policy_book.h"
#include "core/wording/policy_words.h"
#include "core/wording/standing_words.h"
#include "ui/charts/chart_paint.h"
#include "ui/pages/decide/decide_options.h"
#include "ui/pages/decide/policy_desk.h"
#include "ui/pages/decide/policy_timeline.h"
#include "ui/style/theme.h"
#include "ui/widgets/history_list.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/sentence_label.h"
#include "ui/widgets/then_now_table.h"

namespace reckoner {
namespace {

constexpr int kPadding = 24;
constexpr int kListWidth = 464;

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
      list_(new HistoryList(tr("Policies, newest first"), this)),
      caption_(new PlainLabel({}, this)),
      headline_(new SentenceLabel(28, &Tokens::ink, 1, this)),
      why_(new SentenceLabel(16, &Tokens::ink, 3, this)),
      due_(new PlainLabel({}, this)),
      table_(new ThenNowTable(this)),
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
    list_->setObjectName(QStringLiteral("policyList"));
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
    std::vector<RecordRow> rows;
    for (const PolicyRecord& record : records_)
        rows.push_back(recordRow(record, session_.words(), desk_.today()));
    list_->setRows(rows);
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
    if (!any) table_->hide();
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
        table_->setEvidence(record.evidence, now_, session_.words(), {});
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
            table_->setEvidence(shown.evidence, now_, session_.words(), {});
            place();
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
    if (!table_->isHidden()) {
        // How tall its rows are follows from its width.
        table_->resize(room, table_->height());
        line(table_, table_->sizeHint().height(), px(12));
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

void PolicyPane::paintEvent(QPaintEvent*) {
    const Tokens& t = Theme::instance().tokens();
    QPainter painter(this);
    painter.fillRect(rect(), t.page);
    if (chosen_ >= static_cast<int>(records_.size())) return;
    const qreal rule = headline_->x() - px(24);
    paintRule(painter, QPointF(rule, px(16)), QPointF(rule, height() - px(16)), t.line);
}

}  // namespace reckoner

#include "moc_policy_pane.cpp"
