#include "ui/pages/versions/eval_set_pane.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include "ui/pages/versions/two_line_delegate.h"
#include "ui/session/state_rules.h"
#include "ui/shell/scaled.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

constexpr int kPadding = 24;
constexpr int kListWidth = 320;
constexpr int kNameWidth = 248;
constexpr std::size_t kMostOthers = 40;

void emptyOut(QLayout* layout) {
    while (QLayoutItem* item = layout->takeAt(0)) {
        if (item->layout()) emptyOut(item->layout());
        delete item->widget();
        delete item;
    }
}

PlainLabel* label(const QString& text, int pixels, QFont::Weight weight, QColor Tokens::*tone,
                  QWidget* parent) {
    auto* made = new PlainLabel(text, parent);
    dress(made, pixels, weight, tone);
    made->setWordWrap(true);
    return made;
}

using Overlaps = std::map<std::int64_t, EvalSetOverlap>;

struct OverlapWork {
    std::shared_ptr<Store> store;
    RunId run = 0;
    std::vector<std::pair<std::int64_t, RunId>> others;  // set and its run

    Overlaps count(const TaskContext& context) const {
        Overlaps overlaps;
        const EvalTablePtr first = store->openTable(run);
        for (std::size_t i = 0; i < others.size(); ++i) {
            context.report(static_cast<double>(i) / static_cast<double>(others.size()), "joining");
            const EvalTablePtr second = store->openTable(others[i].second);
            overlaps[others[i].first] =
                evalSetOverlap(*first, *second, SampleAlignment::byId(*first, *second, context), context);
        }
        return overlaps;
    }
};

// The run that stands for the set: its largest.
const RunRow& largest(const EvalSetRuns& set) {
    return *std::max_element(set.runs.begin(), set.runs.end(),
                             [](const RunRow& a, const RunRow& b) { return a.info.rows < b.info.rows; });
}

}  // namespace

EvalSetPane::EvalSetPane(ReviewSession& session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      task_(session.executor()),
      list_(new QListWidget(this)),
      area_(new QScrollArea(this)),
      sheet_(new QWidget(area_)),
      title_(new PlainLabel({}, sheet_)),
      caption_(new PlainLabel({}, sheet_)),
      fingerprint_(new PlainLabel({}, sheet_)),
      runsTitle_(new PlainLabel(tr("Judged on it"), sheet_)),
      runs_(new QVBoxLayout),
      overlapTitle_(new PlainLabel(tr("What it shares with the other sets"), sheet_)),
      shared_(new QVBoxLayout) {
    setObjectName(QStringLiteral("evalSetPane"));
    list_->setObjectName(QStringLiteral("evalSetList"));
    list_->setAccessibleName(tr("Evaluation sets, newest first"));
    list_->setFrameShape(QFrame::NoFrame);
    list_->setItemDelegate(new TwoLineDelegate(list_));
    list_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    title_->setObjectName(QStringLiteral("evalSetTitle"));
    fingerprint_->setObjectName(QStringLiteral("evalSetFingerprint"));
    fingerprint_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    dress(title_, 20, QFont::DemiBold, &Tokens::ink);
    dress(caption_, 14, QFont::Normal, &Tokens::ink2);
    dress(fingerprint_, 12, QFont::Normal, &Tokens::ink3);
    dress(runsTitle_, 14, QFont::DemiBold, &Tokens::ink);
    dress(overlapTitle_, 14, QFont::DemiBold, &Tokens::ink);
    auto* column = new QVBoxLayout(sheet_);
    column->setContentsMargins(0, scaled(14), scaled(kPadding), scaled(16));
    column->setSpacing(scaled(6));
    column->addWidget(title_);
    column->addWidget(caption_);
    column->addWidget(fingerprint_);
    column->addSpacing(scaled(16));
    column->addWidget(runsTitle_);
    column->addLayout(runs_);
    column->addSpacing(scaled(16));
    column->addWidget(overlapTitle_);
    column->addLayout(shared_);
    column->addStretch(1);
    runs_->setSpacing(scaled(4));
    shared_->setSpacing(scaled(4));
    area_->setWidget(sheet_);
    area_->setWidgetResizable(true);
    area_->setFrameShape(QFrame::NoFrame);
    area_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area_->viewport()->setAutoFillBackground(false);
    sheet_->setAutoFillBackground(false);
    connect(list_, &QListWidget::currentRowChanged, this, &EvalSetPane::showDetail);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        list_->doItemsLayout();
        place();
    });
}

void EvalSetPane::refresh(Aspects aspects) {
    if (sets_.empty() || model_ != session_.state().model || (aspects & Aspects(Aspect::Store))) read();
}

void EvalSetPane::read() {
    const EvalSetRuns* before = chosen();
    std::int64_t wanted = before && model_ == session_.state().model ? before->id : 0;
    model_ = session_.state().model;
    overlaps_.clear();
    sets_ = evalSetsOf(session_.contents().runs, model_);
    if (const auto run = session_.runRow(); wanted == 0 && run) wanted = run->evalSetId;
    {
        const QSignalBlocker quiet(list_);
        list_->clear();
        for (const EvalSetRuns& set : sets_) {
            auto* item = new QListWidgetItem(list_);
            item->setData(TwoLineDelegate::Name, qt(set.name).simplified());
            item->setData(TwoLineDelegate::Below, qt(evalSetCaption(set)));
            item->setData(Qt::AccessibleTextRole, qt(set.name + ", " + evalSetCaption(set)));
            if (set.id == wanted) list_->setCurrentItem(item);
        }
        if (list_->currentRow() < 0 && list_->count() > 0) list_->setCurrentRow(0);
    }
    showDetail();
}

const EvalSetRuns* EvalSetPane::chosen() const {
    const int row = list_->currentRow();
    return row < 0 || row >= static_cast<int>(sets_.size()) ? nullptr : &sets_[static_cast<std::size_t>(row)];
}

void EvalSetPane::showDetail() {
    const EvalSetRuns* set = chosen();
    sheet_->setVisible(set != nullptr);
    if (!set) return;
    title_->setText(qt(set->name).simplified());
    caption_->setText(qt(evalSetCaption(*set)));
    fingerprint_->setText(qt(fingerprintText(*set)));
    emptyOut(runs_);
    for (const RunRow& run : set->runs) {
        auto* button =
            new QPushButton(qt(evalSetRunText(run)).replace(QLatin1Char('&'), QLatin1String("&&")), sheet_);
        setKind(button, "link");
        button->setObjectName(QStringLiteral("evalSetRun"));
        button->setAccessibleName(qt(evalSetRunText(run)));
        button->setCursor(Qt::PointingHandCursor);
        connect(button, &QPushButton::clicked, this,
                [this, id = run.info.id] { session_.apply([id](ReviewState& state) { state.run = id; }); });
        runs_->addWidget(button, 0, Qt::AlignLeft);
    }
    showOverlaps();
    place();
}

void EvalSetPane::showOverlaps() {
    emptyOut(shared_);
    const EvalSetRuns* set = chosen();
    overlapTitle_->setVisible(sets_.size() > 1);
    if (sets_.size() < 2) return;
    const auto known = overlaps_.find(set->id);
    if (known == overlaps_.end()) {
        shared_->addWidget(label(tr("Joining the samples..."), 14, QFont::Normal, &Tokens::ink3, sheet_));
        countOverlaps();
        return;
    }
    for (const EvalSetRuns& other : sets_) {
        const auto found = known->second.find(other.id);
        if (found == known->second.end()) continue;
        auto* pair = new QHBoxLayout;
        auto* name = label(qt(other.name).simplified(), 14, QFont::Normal, &Tokens::ink, sheet_);
        name->setFixedWidth(scaled(kNameWidth));
        // Labels that changed are the one thing nobody expects.
        const bool loud = found->second.changed > 0;
        auto* text = label(qt(evalSetOverlapText(found->second)), 14, loud ? QFont::DemiBold : QFont::Normal,
                           found->second.none() ? &Tokens::ink3 : &Tokens::ink, sheet_);
        text->setObjectName(QStringLiteral("evalSetOverlap"));
        pair->addWidget(name, 0, Qt::AlignTop);
        pair->addWidget(text, 1);
        shared_->addLayout(pair);
    }
}

void EvalSetPane::countOverlaps() {
    const EvalSetRuns* set = chosen();
    OverlapWork work;
    work.store = session_.store();
    work.run = largest(*set).info.id;
    for (const EvalSetRuns& other : sets_)
        if (other.id != set->id && work.others.size() < kMostOthers)
            work.others.emplace_back(other.id, largest(other).info.id);
    task_.start([work](const TaskContext& context) -> std::any { return work.count(context); },
                [this, id = set->id](std::any result) {
                    overlaps_[id] = std::any_cast<Overlaps>(result);
                    showOverlaps();
                },
                [this](const Error& error) {
                    emptyOut(shared_);
                    shared_->addWidget(label(qt(error.what()), 14, QFont::Normal, &Tokens::ink2, sheet_));
                });
}

void EvalSetPane::resizeEvent(QResizeEvent*) {
    place();
}

void EvalSetPane::place() {
    const int left = scaled(kPadding);
    const int list = std::min(scaled(kListWidth), width() / 3);
    list_->setGeometry(left - 8, scaled(14), list + 16, std::max(0, height() - scaled(28)));
    const int x = left + list + scaled(40);
    area_->setGeometry(x, 0, std::max(0, width() - x), height());
}

}  // namespace reckoner

#include "moc_eval_set_pane.cpp"
