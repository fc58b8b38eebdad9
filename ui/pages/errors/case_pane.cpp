#include "ui/pages/errors/case_pane.h"

#include <cmath>

#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include "core/data/filter_text.h"
#include "core/review/policy_record.h"
#include "core/store/case_reader.h"
#include "core/wording/errors_case.h"
#include "core/wording/requirement_words.h"
#include "ui/pages/errors/case_factors.h"
#include "ui/pages/errors/case_fields.h"
#include "ui/pages/errors/case_review_button.h"
#include "ui/pages/errors/case_scores.h"
#include "ui/session/point_on_screen.h"
#include "ui/session/promote.h"
#include "ui/session/state_rules.h"
#include "ui/widgets/key_cap.h"
#include "ui/widgets/outcome_marks.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/tone_label.h"
#include "ui/widgets/visible_text.h"

namespace reckoner {
namespace {

using parts::px;

constexpr int kPadding = 24;
constexpr int kSlowMs = 150;
constexpr int kMostTextHeight = 200;
constexpr int kLeastTextHeight = 40;

// The outcome's mark beside its sentence.
class Mark final : public QWidget {
 public:
    explicit Mark(QWidget* parent) : QWidget(parent) { setFixedSize(px(18), px(20)); }
    void setCell(std::optional<Cell> cell) {
        cell_ = cell;
        setVisible(cell.has_value());
        update();
    }

 protected:
    void paintEvent(QPaintEvent*) override {
        if (!cell_) return;
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        paintMark(painter, *cell_, QRectF(0, px(4), px(12), px(12)));
    }

 private:
    std::optional<Cell> cell_;
};

class Rule final : public QWidget {
 public:
    explicit Rule(QWidget* parent) : QWidget(parent) { setFixedHeight(1); }

 protected:
    void paintEvent(QPaintEvent*) override {
        QPainter(this).fillRect(rect(), Theme::instance().tokens().line);
    }
};

QColor Tokens::*textTone(Cell cell) {
    switch (cell) {
        case Cell::Missed:
            return &Tokens::fnText;
        case Cell::Caught:
            return &Tokens::tpText;
        case Cell::LetThrough:
            return &Tokens::tnText;
        case Cell::FalseAlarm:
            break;
    }
    return &Tokens::fpText;
}

std::map<std::int64_t, OperatingPoint> pointsInForce(const StoreContents& contents) {
    std::map<std::int64_t, OperatingPoint> points;
    for (const auto& [version, policy] : contents.policies)
        points[version] = pointOf(policy);
    return points;
}

// A text in full, for reading: plain, scrolls by itself, as high as it needs up to a limit.
QPlainTextEdit* reader(const CaseField& field, int width, QWidget* parent) {
    auto* edit = new QPlainTextEdit(parent);
    edit->setObjectName(QStringLiteral("caseText"));
    setKind(edit, "reading");
    edit->document()->setDocumentMargin(0);
    edit->setReadOnly(true);
    edit->setTabChangesFocus(true);
    edit->setTextInteractionFlags(Qt::TextSelectableByMouse);
    edit->setFrameShape(QFrame::NoFrame);
    edit->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    edit->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    edit->setAccessibleName(qt(fieldName(field.column)));
    dress(edit, 14, QFont::Normal, field.missing() ? &Tokens::ink3 : &Tokens::ink);
    edit->setPlainText(field.text ? visibleText(*field.text) : QObject::tr("missing"));
    const QFontMetrics metrics(Theme::instance().font(14));
    const QString head = edit->toPlainText().left(4000);
    const int needed = metrics
                           .boundingRect(QRect(0, 0, std::max(120, width - 12), 100'000),
                                         Qt::TextWordWrap | Qt::TextWrapAnywhere, head)
                           .height();
    edit->setFixedHeight(std::clamp(needed + px(8), px(kLeastTextHeight), px(kMostTextHeight)));
    return edit;
}

}  // namespace

CasePane::CasePane(ReviewSession& session, QWidget* parent)
    : QWidget(parent), session_(session), task_(session.executor()) {
    setObjectName(QStringLiteral("casePane"));
    setAccessibleName(tr("Case"));
    assemble();
    slow_.setSingleShot(true);
    slow_.setInterval(kSlowMs);
    connect(&slow_, &QTimer::timeout, this, [this] { say(tr("Reading the case\u2026")); });
    display(nullptr);
}

CasePane::~CasePane() = default;

void CasePane::assemble() {
    id_ = new PlainLabel({}, this);
    id_->setObjectName(QStringLiteral("caseId"));
    id_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    id_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    dress(id_, 20, QFont::DemiBold);
    place_ = new PlainLabel({}, this);
    place_->setObjectName(QStringLiteral("casePlace"));
    dress(place_, 12, QFont::Normal, &Tokens::ink3);
    auto* head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(id_, 1);
    review_ = new CaseReviewButton(session_, this);
    head->addWidget(place_);
    for (const char* key : {"j", "k"}) {
        auto* cap = new KeyCap(QLatin1String(key), this);
        setPlainToolTip(cap, *key == 'j' ? tr("j: the next case") : tr("k: the case before"));
        head->addWidget(cap);
    }

    mark_ = new Mark(this);
    outcome_ = new ToneLabel(14, 2, this);
    outcome_->setObjectName(QStringLiteral("caseOutcome"));
    auto* outcome = new QHBoxLayout;
    outcome->setSpacing(0);
    outcome->addWidget(mark_, 0, Qt::AlignTop);
    outcome->addWidget(outcome_, 1);
    correction_ = new PlainLabel({}, this);
    correction_->setObjectName(QStringLiteral("caseCorrection"));
    correction_->setWordWrap(true);
    dress(correction_, 14, QFont::Normal, &Tokens::ink2);
    correction_->hide();

    body_ = new QWidget(this);
    texts_ = new QWidget(body_);
    textColumn_ = new QVBoxLayout(texts_);
    textColumn_->setContentsMargins(0, 0, 0, 0);
    textColumn_->setSpacing(4);
    scores_ = new ScoreStrips(body_);
    classes_ = new ClassBars(body_);
    factors_ = new FactorBars(body_);
    explanation_ = new PlainLabel({}, body_);
    explanation_->setObjectName(QStringLiteral("caseExplanation"));
    explanation_->setWordWrap(true);
    explanation_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    dress(explanation_, 14, QFont::Normal, &Tokens::ink2);
    later_ = new FieldGrid(FieldKind::Later, body_);
    rule_ = new Rule(body_);
    fields_ = new FieldGrid(FieldKind::Own, body_);
    auto* column = new QVBoxLayout(body_);
    column->setContentsMargins(kPadding, 4, kPadding, 16);
    column->setSpacing(20);
    for (QWidget* part : {texts_, static_cast<QWidget*>(scores_), static_cast<QWidget*>(classes_),
                          static_cast<QWidget*>(factors_), static_cast<QWidget*>(explanation_),
                          static_cast<QWidget*>(later_), rule_, static_cast<QWidget*>(fields_)})
        column->addWidget(part);
    require_ = new QPushButton(tr("Make this case a requirement..."), body_);
    require_->setObjectName(QStringLiteral("caseRequire"));
    require_->setAccessibleName(require_->text());
    setKind(require_, "link");
    require_->setCursor(Qt::PointingHandCursor);
    connect(require_, &QPushButton::clicked, this, &CasePane::makeRequirement);
    column->addWidget(require_, 0, Qt::AlignLeft);
    column->addStretch(1);
    scroll_ = new QScrollArea(this);
    scroll_->setObjectName(QStringLiteral("caseScroll"));
    scroll_->setWidgetResizable(true);
    scroll_->setFrameShape(QFrame::NoFrame);
    scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll_->setFocusPolicy(Qt::NoFocus);
    scroll_->setWidget(body_);

    note_ = new PlainLabel({}, this);
    note_->setObjectName(QStringLiteral("caseNote"));
    note_->setWordWrap(true);
    note_->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    dress(note_, 14, QFont::Normal, &Tokens::ink3);

    auto* top = new QVBoxLayout;
    top->setContentsMargins(kPadding, 8, kPadding, 16);
    top->setSpacing(4);
    top->addLayout(head);
    top->addLayout(outcome);
    top->addWidget(correction_);
    top->addWidget(review_, 0, Qt::AlignLeft);
    top->addWidget(note_);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addLayout(top);
    whole->addWidget(scroll_, 1);
}

// Every version is to be right on this very sample.
void CasePane::makeRequirement() {
    const RunAnalysisPtr run = session_.run();
    const ColumnInfo* id = run ? run->request.table->find(ColumnRole::Id) : nullptr;
    if (!id || !view_.facts) return;
    promote(session_, {filterName(id->name) + " = " + filterText(view_.facts->sampleId), "accuracy",
                       caseAsReason(outcome_->text().toStdString())});
}

void CasePane::refresh(Aspects aspects) {
    if (aspects & Aspect::Store || !reader_) {
        reader_.reset();
        if (const auto store = session_.store()) {
            const StoreContents& contents = session_.contents();
            reader_ = std::make_shared<CaseReader>(store, contents.runs, pointsInForce(contents));
        }
    }
    if (aspects & (Aspects(Aspect::Store) | Aspect::Run)) start();
    if (aspects & Aspect::Threshold) {
        view_.point = pointOnScreen(session_);
        view_.threshold = countedFrom(view_.point);
        showParts();
        showOutcome();
    }
}

void CasePane::setCase(const std::optional<CaseRef>& ref) {
    const bool same = ref && ref_ && ref->row == ref_->row && ref->sampleId == ref_->sampleId;
    ref_ = ref && ref->listed > 0 ? ref : std::nullopt;
    if (same && ref_ && view_.facts && view_.facts->run == session_.state().run) return showHead();
    start();
}

void CasePane::setEmptyText(const QString& sentence) {
    emptyText_ = sentence;
    if (!ref_ && !view_.facts) note_->setText(session_.busy() ? QString() : emptyText_);
}

void CasePane::start() {
    showHead();
    task_.cancel();
    const RunAnalysisPtr run = session_.run();
    if (!ref_ || !reader_ || !run) {
        slow_.stop();
        display(nullptr);
        return;
    }
    CaseRequest request;
    request.run = session_.state().run;
    request.table = run->request.table;
    request.row = ref_->row;
    request.positive = run->rows.positive;
    request.costs = run->request.costs;
    slow_.start();
    task_.start(
        [reader = reader_, request](const TaskContext& context) {
            return std::any(std::shared_ptr<const CaseFacts>(
                std::make_shared<CaseFacts>(reader->read(request, context))));
        },
        [this](const std::any& result) {
            slow_.stop();
            display(std::any_cast<std::shared_ptr<const CaseFacts>>(result));
        },
        [this](const Error& error) {
            slow_.stop();
            display(nullptr);
            say(QString::fromUtf8(error.what()));
        });
}

void CasePane::display(std::shared_ptr<const CaseFacts> facts) {
    view_.facts = std::move(facts);
    view_.point = pointOnScreen(session_);
    view_.threshold = countedFrom(view_.point);
    view_.words = session_.words();
    view_.costs = session_.run() ? session_.run()->request.costs : CostModel();
    scroll_->setVisible(view_.facts != nullptr);
    note_->setVisible(view_.facts == nullptr);
    if (!view_.facts && !ref_) note_->setText(session_.busy() ? QString() : emptyText_);
    showHead();
    showTexts();
    showParts();
    showOutcome();
    scroll_->verticalScrollBar()->setValue(0);
    Q_EMIT read(view_.facts);
}

void CasePane::say(const QString& sentence) {
    scroll_->hide();
    outcome_->setWords({});
    static_cast<Mark*>(mark_)->setCell(std::nullopt);
    note_->setText(sentence);
    note_->show();
}

void CasePane::showHead() {
    id_->setText(ref_ ? visibleLine(ref_->sampleId) : tr("No case"));
    setPlainToolTip(id_, ref_ ? id_->text() : QString());
    if (ref_ && ref_->occurrence > 1)
        id_->setText(tr("%1, row %2 of this id").arg(id_->text()).arg(ref_->occurrence));
    review_->setCase(ref_ ? caseKey(ref_->sampleId, ref_->occurrence) : std::string());
    place_->setText(ref_ ? qt(placeText(ref_->place, ref_->listed)) : QString());
}

void CasePane::showOutcome() {
    auto* mark = static_cast<Mark*>(mark_);
    if (!view_.facts) {
        mark->setCell(std::nullopt);
        outcome_->setWords({});
        return;
    }
    const CaseFacts& facts = *view_.facts;
    if (facts.task == Task::Multiclass) {
        const ClassSentence s = classSentence(facts);
        mark->setCell(std::nullopt);
        outcome_->setWords(
            {{qt(s.before)},
             {visibleLine(s.called), s.right ? &Tokens::tpText : &Tokens::fpText, QFont::DemiBold},
             {qt(s.between)},
             {visibleLine(s.really), &Tokens::tpText, QFont::DemiBold},
             {qt(s.after)}});
    } else {
        const CaseSentence s = caseSentence(facts, view_.point, view_.words, view_.costs);
        mark->setCell(s.cell);
        QColor Tokens::*tone = &Tokens::ink;
        if (s.cell) tone = textTone(*s.cell);
        outcome_->setWords({{visibleLine(s.lead), tone, QFont::DemiBold}, {visibleLine(s.rest)}});
    }
    setAccessibleDescription(visibleLine(cardText(facts, view_.point, view_.words, view_.costs)));
}

void CasePane::showParts() {
    if (!view_.facts) return;
    for (CasePart* part : {later_, scores_, classes_, factors_, fields_}) {
        part->setView(view_);
        part->setVisible(part->hasSomething());
    }
    explanation_->setText(visibleText(view_.facts->explanation));
    explanation_->setVisible(!view_.facts->explanation.empty());
    rule_->setVisible(fields_->hasSomething());
}

void CasePane::showTexts() {
    while (QLayoutItem* item = textColumn_->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    texts_->setVisible(view_.facts && !view_.facts->texts.empty());
    if (!view_.facts) return;
    for (const CaseField& field : view_.facts->texts) {
        auto* title = new PlainLabel(visibleLine(fieldName(field.column)), texts_);
        dress(title, 12, QFont::Normal, &Tokens::ink3);
        auto* text = reader(field, width() - 2 * kPadding, texts_);
        textColumn_->addWidget(title);
        textColumn_->addWidget(text);
        title->show();
        text->show();
    }
}

void CasePane::setCorrection(const QString& sentence) {
    correction_->setText(sentence);
    correction_->setVisible(!sentence.isEmpty());
}

void CasePane::paintEvent(QPaintEvent*) {
    QPainter(this).fillRect(rect(), Theme::instance().tokens().page);
}

}  // namespace reckoner

#include "moc_case_pane.cpp"
