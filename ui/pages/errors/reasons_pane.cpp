#include "ui/pages/errors/reasons_pane.h"

#include <algorithm>
#include <cmath>

#include <QContextMenuEvent>
#include <QMenu>
#include <QPainter>

#include "core/data/filter_text.h"
#include "core/store/case_reader.h"
#include "core/store/notebook.h"
#include "core/wording/errors_reasons.h"
#include "core/wording/number_format.h"
#include "core/wording/requirement_words.h"
#include "ui/charts/chart_table.h"
#include "ui/pages/errors/case_parts.h"
#include "ui/session/promote.h"
#include "ui/session/selection_desk.h"
#include "ui/session/state_rules.h"
#include "ui/widgets/copy_text.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/segmented_choice.h"
#include "ui/widgets/visible_text.h"

namespace reckoner {
namespace {

using parts::px;
using parts::write;

constexpr int kPadding = 16;
constexpr int kRow = 32;

// What a sample of the run costs as it is decided now; nothing for right decisions and other runs' samples.
class DecisionCosts {
 public:
    DecisionCosts(std::shared_ptr<CaseReader> reader, RunAnalysisPtr run, double threshold)
        : reader_(std::move(reader)), run_(std::move(run)), threshold_(threshold) {}

    std::optional<double> of(const std::string& sampleId, const TaskContext& context) const {
        context.checkCancelled();
        const RunInfo& info = run_->request.table->info();
        if (info.task != Task::Binary) return std::nullopt;
        const auto row = reader_->lookup().find(info.id, sampleId, 1, context);
        if (!row) return std::nullopt;
        const auto& rows = run_->rows.rows;
        const auto found = std::lower_bound(rows.begin(), rows.end(), *row);
        if (found == rows.end() || *found != *row) return std::nullopt;
        const auto at = static_cast<std::size_t>(found - rows.begin());
        const bool positive = run_->rows.positiveBits[at] != 0;
        const bool flagged = run_->rows.scores[at] >= threshold_;
        if (positive == flagged) return std::nullopt;
        const OutcomeCost& cost = positive ? run_->request.costs.fn : run_->request.costs.fp;
        if (cost.factor == 0 || cost.amountColumn.empty()) return cost.fixed;
        const ColumnInfo* column = run_->request.table->find(cost.amountColumn);
        if (!column) return std::nullopt;
        const double amount = run_->request.table->real(column->id, context)->values()[*row];
        if (!std::isfinite(amount)) return std::nullopt;
        return cost.fixed + cost.factor * amount;
    }

 private:
    std::shared_ptr<CaseReader> reader_;
    RunAnalysisPtr run_;
    double threshold_;
};

}  // namespace

ReasonsPane::ReasonsPane(ReviewSession& session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      task_(session.executor()),
      title_(new PlainLabel(tr("Reasons, from the tags of the notes"), this)),
      about_(new PlainLabel({}, this)),
      choice_(new SegmentedChoice({tr("By count"), tr("By cost")}, this)) {
    setObjectName(QStringLiteral("reasonsPane"));
    setAccessibleName(tr("Reasons"));
    dress(title_, 14, QFont::DemiBold);
    dress(about_, 12, QFont::Normal, &Tokens::ink3);
    about_->setWordWrap(true);
    about_->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    choice_->setAccessibleName(tr("Bars by"));
    connect(choice_, &SegmentedChoice::chosenChanged, this, [this](int index) {
        byCost_ = index == 1;
        take();
    });
    connect(&Theme::instance(), &Theme::changed, this, [this] { update(); });
}

ReasonsPane::~ReasonsPane() = default;

void ReasonsPane::refresh(Aspects aspects) {
    const Aspects mine =
        Aspects(Aspect::Store) | Aspect::Run | Aspect::Notes | Aspect::Threshold | Aspect::Options;
    if (aspects & mine) load();
}

void ReasonsPane::load() {
    const auto store = session_.store();
    const auto run = session_.run();
    const SelectedRowsPtr selected = SelectionDesk::of(session_).rows();
    const SampleFactsPtr facts = SelectionDesk::of(session_).outcome().facts;
    if (!store || !run || !selected || !facts) return;
    auto reader = std::make_shared<CaseReader>(store, session_.contents().runs,
                                               std::map<std::int64_t, OperatingPoint>());
    task_.start(
        [store, selected, facts, model = session_.state().model,
         costs = DecisionCosts(reader, run, session_.threshold())](const TaskContext& context) {
            const RowSet& rows = selected->rows(context);
            const auto notes = notesAmong(*facts, rows, Notebook(store).annotations(model), context);
            return std::any(
                Found{reasonsOf(notes, [&](const std::string& sample) { return costs.of(sample, context); }),
                      rows.size()});
        },
        [this](const std::any& result) {
            read_ = true;
            found_ = std::any_cast<const Found&>(result);
            take();
        },
        [this](const Error& error) { Q_EMIT failed(QString::fromUtf8(error.what())); });
}

void ReasonsPane::take() {
    reasons_ = found_.all.reasons;
    std::stable_sort(reasons_.begin(), reasons_.end(), [this](const ErrorReason& a, const ErrorReason& b) {
        if (a.tag.empty() != b.tag.empty()) return b.tag.empty();
        if (byCost_ && a.cost != b.cost) return a.cost > b.cost;
        return a.samples > b.samples;
    });
    const Vocabulary words = session_.words();
    if (!read_)
        about_->setText({});
    else
        about_->setText(qt(reasonsAbout(found_.all, found_.listed, words)));
    QString description;
    for (const QStringList& row : table())
        description += row.join(QStringLiteral(", ")) + QStringLiteral(". ");
    setAccessibleDescription(description);
    resizeEvent(nullptr);
    update();
}

QString ReasonsPane::nameOf(const ErrorReason& reason) const {
    return reason.tag.empty() ? tr("without a tag") : visibleLine(reason.tag);
}

std::vector<QStringList> ReasonsPane::table() const {
    std::vector<QStringList> rows;
    for (const ErrorReason& reason : reasons_)
        rows.push_back({nameOf(reason), qt(count(reason.samples)),
                        reason.costed > 0 ? qt(money(reason.cost)) : tr("n/a")});
    return rows;
}

QString ReasonsPane::tsv() const {
    return ChartTable{{tr("reason"), tr("cases"), tr("cost")}, table()}.tsv();
}

QString ReasonsPane::markdown() const {
    return ChartTable{{tr("reason"), tr("cases"), tr("cost")}, table()}.markdown();
}

int ReasonsPane::topOfRows() const {
    return about_->geometry().bottom() + px(32);
}

void ReasonsPane::resizeEvent(QResizeEvent*) {
    const int wide = std::max(100, width() - 2 * px(kPadding));
    title_->setGeometry(px(kPadding), px(8), wide, px(20));
    const QSize size = choice_->sizeHint();
    choice_->setGeometry(px(kPadding), px(36), std::min(size.width(), wide), size.height());
    choice_->setVisible(!reasons_.empty());
    const int top = reasons_.empty() ? px(36) : px(36) + size.height() + px(8);
    about_->setGeometry(px(kPadding), top, wide, about_->heightForWidth(wide));
}

void ReasonsPane::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::instance();
    const Tokens& t = theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (reasons_.empty()) return;
    const int left = px(kPadding), right = width() - px(kPadding);
    const auto table = this->table();
    const QFont font = theme.font(14);
    const QFontMetrics metrics(font);
    int names = 0, counts = metrics.horizontalAdvance(tr("cases")), costs = px(56);
    double most = 0;
    for (std::size_t i = 0; i < reasons_.size(); ++i) {
        names = std::max(names, metrics.horizontalAdvance(table[i][0]) + 2);
        counts = std::max(counts, metrics.horizontalAdvance(table[i][1]) + 2);
        costs = std::max(costs, metrics.horizontalAdvance(table[i][2]) + 2);
        most = std::max(most, byCost_ ? reasons_[i].cost : static_cast<double>(reasons_[i].samples));
    }
    names = std::min(names, (right - left) * 2 / 5);
    const int costLeft = right - costs, countLeft = costLeft - px(16) - counts;
    const int barLeft = left + names + px(12), barRoom = std::max(20, countLeft - px(16) - barLeft);
    int y = topOfRows();
    const QString currency = session_.run() ? qt(session_.run()->request.costs.currency) : QString();
    const QRectF head(0, y - px(20), width(), px(16));
    write(painter, QRectF(countLeft, head.y(), counts, head.height()), Qt::AlignRight, tr("cases"),
          theme.font(12, byCost_ ? QFont::Normal : QFont::DemiBold), byCost_ ? t.ink3 : t.ink);
    write(painter, QRectF(costLeft - px(12), head.y(), costs + px(12), head.height()), Qt::AlignRight,
          currency.isEmpty() ? tr("cost") : tr("cost %1").arg(currency),
          theme.font(12, byCost_ ? QFont::DemiBold : QFont::Normal), byCost_ ? t.ink : t.ink3);
    for (std::size_t i = 0; i < reasons_.size(); ++i, y += px(kRow)) {
        const auto box = [y](int x, int wide) { return QRectF(x, y, wide, px(kRow)); };
        const bool tagged = !reasons_[i].tag.empty();
        write(painter, box(left, names), Qt::AlignLeft, table[i][0], font, tagged ? t.ink : t.ink3);
        write(painter, box(countLeft, counts), Qt::AlignRight, table[i][1], font, t.ink);
        write(painter, box(costLeft, costs), Qt::AlignRight, table[i][2], font, t.ink);
        const double size = byCost_ ? reasons_[i].cost : static_cast<double>(reasons_[i].samples);
        if (size > 0 && most > 0) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(tagged ? t.ink2 : t.baseline);
            painter.drawRoundedRect(QRectF(barLeft, y + px(10), std::max(3.0, barRoom * size / most), px(12)),
                                    2, 2);
        }
        painter.fillRect(QRect(left, y + px(kRow) - 1, right - left, 1), t.grid);
    }
}

void ReasonsPane::mousePressEvent(QMouseEvent* event) {
    const int row = (event->pos().y() - topOfRows()) / px(kRow);
    if (event->button() != Qt::LeftButton || event->pos().y() < topOfRows()) return;
    if (row < static_cast<int>(reasons_.size()))
        Q_EMIT tagChosen(qt(reasons_[static_cast<std::size_t>(row)].tag));
}

void ReasonsPane::contextMenuEvent(QContextMenuEvent* event) {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const int row = (event->pos().y() - topOfRows()) / px(kRow);
    if (event->pos().y() >= topOfRows() && row < static_cast<int>(reasons_.size()))
        if (const ErrorReason& reason = reasons_[static_cast<std::size_t>(row)]; !reason.tag.empty()) {
            RequirementDraft draft{"tag = " + filterText(reason.tag), "accuracy",
                                   tagAsReason(reason.tag, reason.samples)};
            connect(menu->addAction(tr("Make it a requirement...")), &QAction::triggered, this,
                    [this, draft] { promote(session_, draft); });
            menu->addSeparator();
        }
    connect(menu->addAction(tr("Copy as table (TSV)")), &QAction::triggered, this,
            [this] { copyPlainText(tsv()); });
    connect(menu->addAction(tr("Copy as Markdown")), &QAction::triggered, this,
            [this] { copyPlainText(markdown()); });
    menu->popup(event->globalPos());
}

}  // namespace reckoner

#include "moc_reasons_pane.cpp"
