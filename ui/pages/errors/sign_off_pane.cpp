#include "ui/pages/errors/sign_off_pane.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QVBoxLayout>

#include "core/review/drawn_sample.h"
#include "core/store/notebook.h"
#include "core/wording/errors_sign_off.h"
#include "ui/pages/errors/errors_query.h"
#include "ui/pages/errors/sign_off_rows.h"
#include "ui/session/selection_desk.h"
#include "ui/session/writer_name.h"
#include "ui/style/theme.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/tone_label.h"

namespace reckoner {
namespace {

constexpr int kDrawn = 50;
constexpr int kMostDrawn = 5000;

int px(int size) {
    return qRound(size * Theme::instance().typeScale());
}

// Accepted, then rejected, out of all.
class VerdictBar final : public QWidget {
 public:
    explicit VerdictBar(QWidget* parent) : QWidget(parent) { setFixedHeight(8); }
    void setCounts(const SignOffCounts& counts) {
        counts_ = counts;
        update();
    }

 protected:
    void paintEvent(QPaintEvent*) override {
        const Tokens& t = Theme::instance().tokens();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.sunk);
        painter.drawRoundedRect(rect(), 4, 4);
        const auto all = static_cast<qreal>(counts_.judged() + counts_.open);
        if (all == 0) return;
        const qreal accepted = width() * static_cast<qreal>(counts_.accepted) / all;
        const qreal rejected = width() * static_cast<qreal>(counts_.rejected) / all;
        painter.setBrush(t.better);
        if (accepted > 0) painter.drawRoundedRect(QRectF(0, 0, accepted, height()), 4, 4);
        painter.setBrush(t.ink);
        if (rejected > 0) painter.drawRoundedRect(QRectF(accepted, 0, rejected, height()), 4, 4);
    }

 private:
    SignOffCounts counts_;
};

std::vector<std::string> idsOf(const EvalTable& table, const SignOff& signOff, const TaskContext& context) {
    std::vector<std::string> ids;
    const ColumnInfo* column = table.find(ColumnRole::Id);
    const auto texts = table.text(column->id, context);
    for (const SignOffItem& item : signOff.items)
        ids.push_back(item.row < table.rows() ? texts->at(item.row) : std::string());
    return ids;
}

// Shows whole rows only: none is cut in half at the foot.
class WholeRows final : public QScrollArea {
 public:
    using QScrollArea::QScrollArea;

 protected:
    void resizeEvent(QResizeEvent* event) override {
        QScrollArea::resizeEvent(event);
        const auto* rows = qobject_cast<const SignOffRows*>(widget());
        const int over = rows ? height() % std::max(1, rows->rowRect(0).height()) : 0;
        if (viewportMargins().bottom() != over) setViewportMargins(0, 0, 0, over);
    }
};

}  // namespace

struct SignOffPane::Loaded {
    RunId run = 0;
    std::vector<SignOff> signOffs;
    std::vector<std::vector<std::string>> ids;
};

SignOffPane::SignOffPane(ReviewSession& session, QWidget* parent)
    : QWidget(parent), session_(session), reading_(session.executor()), writing_(session.executor()) {
    setObjectName(QStringLiteral("signOffPane"));
    setAccessibleName(tr("Sign-off"));
    setFocusPolicy(Qt::ClickFocus);
    assemble();
    display();
}

SignOffPane::~SignOffPane() {
    // What was judged and waits is stored before it is forgotten.
    writing_.cancel();
    try {
        for (const Judgement& judgement : waiting_)
            Notebook(judgement.store).judge(judgement.signOff, judgement.item, judgement.accepted);
    } catch (const Error&) {
        return;  // the store is gone: there is nobody left to tell
    }
}

void SignOffPane::assemble() {
    title_ = new PlainLabel(tr("Sign-off"), this);
    dress(title_, 14, QFont::DemiBold);
    origin_ = new ToneLabel(12, 3, this);
    rate_ = new ToneLabel(16, 2, this);
    rate_->setObjectName(QStringLiteral("signOffRate"));
    progress_ = new PlainLabel({}, this);
    progress_->setObjectName(QStringLiteral("signOffProgress"));
    dress(progress_, 12, QFont::Normal, &Tokens::ink3);
    bar_ = new VerdictBar(this);

    drawing_ = new QWidget(this);
    count_ = new QSpinBox(drawing_);
    count_->setObjectName(QStringLiteral("signOffCount"));
    count_->setRange(1, kMostDrawn);
    count_->setValue(kDrawn);
    count_->setAccessibleName(tr("How many outputs are drawn"));
    draw_ = new QPushButton(tr("Draw a sample"), drawing_);
    draw_->setObjectName(QStringLiteral("drawSample"));
    setKind(draw_, "primary");
    auto* drawRow = new QHBoxLayout(drawing_);
    drawRow->setContentsMargins(0, 0, 0, 0);
    drawRow->addWidget(count_);
    drawRow->addWidget(draw_);
    drawRow->addStretch(1);

    const auto button = [this](const char* name, const QString& text) {
        auto* made = new QPushButton(text, this);
        made->setObjectName(QLatin1String(name));
        made->setFocusPolicy(Qt::TabFocus);
        setKind(made, "snap");
        return made;
    };
    accept_ = button("acceptOutput", tr("a  Accept"));
    reject_ = button("rejectOutput", tr("r  Reject"));
    undo_ = button("undoJudgement", tr("u  Undo"));
    again_ = button("drawAnother", tr("Draw another\u2026"));
    older_ = button("olderSignOff", tr("Earlier ones"));
    auto* keys = new QHBoxLayout;
    keys->setSpacing(8);
    for (QPushButton* one : {accept_, reject_, undo_})
        keys->addWidget(one);
    keys->addStretch(1);
    auto* others = new QHBoxLayout;
    others->setSpacing(8);
    others->addWidget(again_);
    others->addWidget(older_);
    others->addStretch(1);

    below_ = new QWidget(this);
    rows_ = new SignOffRows(this);
    scroll_ = new WholeRows(this);
    scroll_->setWidgetResizable(true);
    scroll_->setFrameShape(QFrame::NoFrame);
    scroll_->setFocusPolicy(Qt::NoFocus);
    scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll_->setWidget(rows_);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 8, 16, 8);
    column->setSpacing(8);
    column->addWidget(title_);
    column->addWidget(origin_);
    column->addWidget(drawing_);
    column->addWidget(rate_);
    column->addWidget(bar_);
    column->addWidget(progress_);
    column->addLayout(keys);
    column->addWidget(scroll_, 1);
    column->addWidget(below_, 1);
    column->addLayout(others);

    connect(draw_, &QPushButton::clicked, this, &SignOffPane::draw);
    connect(again_, &QPushButton::clicked, this, [this] {
        which_ = signOffs_.size();
        display();
    });
    connect(older_, &QPushButton::clicked, this,
            [this] { open(which_ < signOffs_.size() ? (which_ + 1) % signOffs_.size() : 0); });
    connect(accept_, &QPushButton::clicked, this, &SignOffPane::accept);
    connect(reject_, &QPushButton::clicked, this, &SignOffPane::reject);
    connect(undo_, &QPushButton::clicked, this, &SignOffPane::undo);
    connect(rows_, &SignOffRows::chosen, this, &SignOffPane::select);
}

void SignOffPane::refresh(Aspects aspects) {
    const bool otherRun = session_.state().run != run_;
    if (otherRun || aspects & (Aspects(Aspect::Store) | Aspect::Run | Aspect::Notes)) load();
    if (which_ >= signOffs_.size() && aspects & (Aspects(Aspect::Options) | Aspect::Run)) display();
}

void SignOffPane::load() {
    const auto store = session_.store();
    const auto analysis = session_.run();
    if (!store || !analysis || !waiting_.empty() || writing_.running()) return;
    const EvalTablePtr table = analysis->request.table;
    reading_.start(
        [store, table](const TaskContext& context) {
            Loaded loaded{table->info().id, Notebook(store).signOffs(table->info().id), {}};
            for (const SignOff& signOff : loaded.signOffs)
                loaded.ids.push_back(idsOf(*table, signOff, context));
            return std::any(loaded);
        },
        [this](const std::any& result) { take(std::any_cast<const Loaded&>(result)); },
        [this](const Error& error) { Q_EMIT failed(QString::fromUtf8(error.what())); });
}

void SignOffPane::take(const Loaded& loaded) {
    if (!waiting_.empty() || writing_.running()) return;
    const bool otherRun = loaded.run != run_;
    const std::int64_t openId = which_ < signOffs_.size() ? signOffs_[which_].id : 0;
    run_ = loaded.run;
    signOffs_ = loaded.signOffs;
    ids_ = loaded.ids;
    if (otherRun || openId == 0) return open(0);
    for (std::size_t i = 0; i < signOffs_.size(); ++i)
        if (signOffs_[i].id == openId) which_ = i;
    display();
}

void SignOffPane::open(std::size_t which) {
    which_ = which;
    done_.clear();
    item_ = 0;
    if (which_ < signOffs_.size()) {
        const auto& items = signOffs_[which_].items;
        const auto first =
            std::find_if(items.begin(), items.end(), [](const auto& item) { return !item.accepted; });
        item_ = first == items.end() ? 0 : static_cast<std::size_t>(first - items.begin());
    }
    display();
    Q_EMIT currentCase(current());
}

void SignOffPane::draw() {
    const auto store = session_.store();
    const auto analysis = session_.run();
    if (!store || !analysis) return;
    const auto wanted = static_cast<std::size_t>(count_->value());
    SignOff fresh;
    fresh.run = session_.state().run;
    fresh.seed = signOffs_.size() + 1;
    fresh.cohort = errors::expression(session_.state());
    const SelectedRowsPtr selected = SelectionDesk::of(session_).rows();
    if (!selected) return;
    fresh.who = writerName();
    writing_.start(
        [store, selected, fresh, wanted](const TaskContext& context) {
            SignOff signOff = fresh;
            const EvalTable& table = *selected->table();
            const RowSet& rows = selected->rows(context);
            if (rows.size() == 0)
                throw Error(ErrorCode::Usage, "The filters leave nothing to draw from; take one away.");
            for (const RowIndex row : drawSample(rows, wanted, signOff.seed))
                signOff.items.push_back({row, std::nullopt});
            signOff = Notebook(store).startSignOff(signOff);
            return std::any(std::pair(signOff, idsOf(table, signOff, context)));
        },
        [this](const std::any& result) {
            const auto& [signOff, ids] =
                std::any_cast<const std::pair<SignOff, std::vector<std::string>>&>(result);
            signOffs_.insert(signOffs_.begin(), signOff);
            ids_.insert(ids_.begin(), ids);
            open(0);
            setFocus(Qt::OtherFocusReason);  // away from the button that is gone, so that a and r are keys
            session_.notesChanged();
        },
        [this](const Error& error) { Q_EMIT failed(QString::fromUtf8(error.what())); });
}

CaseRef SignOffPane::current() const {
    CaseRef ref;
    if (which_ >= signOffs_.size() || item_ >= signOffs_[which_].items.size()) return ref;
    ref.row = signOffs_[which_].items[item_].row;
    ref.sampleId = ids_[which_][item_];
    ref.place = item_;
    ref.listed = signOffs_[which_].items.size();
    return ref;
}

void SignOffPane::select(std::size_t item) {
    if (which_ >= signOffs_.size() || item >= signOffs_[which_].items.size()) return;
    item_ = item;
    display();
    Q_EMIT currentCase(current());
}

void SignOffPane::step(int by) {
    if (by < 0 && item_ == 0) return;
    select(by < 0 ? item_ - 1 : item_ + 1);
}

void SignOffPane::judge(bool accepted) {
    if (which_ >= signOffs_.size()) return;
    const auto& items = signOffs_[which_].items;
    if (item_ >= items.size()) return;
    const Judgement judgement{session_.store(), signOffs_[which_].id, item_, accepted, items[item_].accepted};
    done_.push_back(judgement);
    put(judgement);
    // The next open one, from here on and around.
    for (std::size_t i = 1; i <= items.size(); ++i) {
        const std::size_t next = (item_ + i) % items.size();
        if (!items[next].accepted) return select(next);
    }
    select(item_);
}

void SignOffPane::undo() {
    if (done_.empty() || which_ >= signOffs_.size()) return;
    Judgement last = done_.back();
    done_.pop_back();
    std::swap(last.accepted, last.before);
    put(last);
    select(last.item);
}

void SignOffPane::put(const Judgement& judgement) {
    signOffs_[which_].items[judgement.item].accepted = judgement.accepted;
    waiting_.push_back(judgement);
    display();
    pump();
}

void SignOffPane::pump() {
    if (writing_.running() || waiting_.empty()) return;
    const Judgement judgement = waiting_.front();
    writing_.start(
        [judgement](const TaskContext&) {
            Notebook(judgement.store).judge(judgement.signOff, judgement.item, judgement.accepted);
            return std::any();
        },
        [this](const std::any&) {
            waiting_.pop_front();
            if (waiting_.empty()) session_.notesChanged();
            pump();
        },
        [this](const Error& error) {
            waiting_.clear();
            done_.clear();
            Q_EMIT failed(QString::fromUtf8(error.what()));
            load();  // as it was kept
        });
}

void SignOffPane::display() {
    const bool any = which_ < signOffs_.size();
    const auto store = session_.store();
    const bool writable = store && !store->readOnly();
    drawing_->setVisible(!any && writable);
    for (QWidget* part : {static_cast<QWidget*>(rate_), static_cast<QWidget*>(progress_), bar_,
                          static_cast<QWidget*>(accept_), static_cast<QWidget*>(reject_),
                          static_cast<QWidget*>(undo_), static_cast<QWidget*>(scroll_)})
        part->setVisible(any);
    below_->setVisible(!any);
    again_->setVisible(any && writable);
    older_->setVisible(signOffs_.size() > (any ? 1u : 0u));
    older_->setText(any ? tr("Earlier ones") : tr("Back to the last one"));
    if (!any) {
        origin_->setWords(
            {{tr("A sample is drawn at random from %1, right and wrong ones as they come. You accept or "
                 "reject each with a and r; the share and its interval are kept with the run.")
                  .arg(qt(signOffSource(errors::expression(session_.state()), session_.words()))),
              &Tokens::ink2}});
        return;
    }
    const SignOff& signOff = signOffs_[which_];
    const SignOffCounts counts = countsOf(signOff);
    origin_->setWords({{qt(signOffOrigin(signOff, session_.words())), &Tokens::ink3}});
    rate_->setSentence(signOffRate(signOff), &Tokens::ink2, &Tokens::ink);
    progress_->setText(qt(signOffProgress(signOff)));
    static_cast<VerdictBar*>(bar_)->setCounts(counts);
    for (QPushButton* button : {accept_, reject_})
        button->setEnabled(writable);
    undo_->setEnabled(writable && !done_.empty());
    rows_->setItems(signOff.items, ids_[which_]);
    rows_->setCurrent(item_);
    const QRect row = rows_->rowRect(item_);
    scroll_->ensureVisible(px(8), row.center().y(), 0, px(48));
}

}  // namespace reckoner

#include "moc_sign_off_pane.cpp"
