#include "ui/pages/errors/errors_finding.h"

#include <cmath>

#include "core/wording/errors_headline.h"
#include "ui/pages/errors/errors_options.h"
#include "ui/session/class_desk.h"
#include "ui/widgets/tone_label.h"

namespace reckoner {
namespace {

constexpr int kRestMs = 120;

QColor Tokens::*toneOf(std::optional<Cell> cell) {
    if (!cell) return &Tokens::ink;
    switch (*cell) {
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

CellChoice choiceOf(const ReviewSession& session) {
    return CellChoice::of(errors::option(session.state(), errors::kCell));
}

}  // namespace

ErrorsFinding::ErrorsFinding(ReviewSession& session, QWidget* parent)
    : QWidget(parent), session_(session), label_(new ToneLabel(20, 2, this)), task_(session.executor()) {
    label_->setObjectName(QStringLiteral("errorsHeadline"));
    pause_.setSingleShot(true);
    pause_.setInterval(kRestMs);
    connect(&pause_, &QTimer::timeout, this, &ErrorsFinding::askForDearest);
}

QString ErrorsFinding::text() const {
    return label_->text();
}

int ErrorsFinding::heightForWidth(int width) const {
    return label_->heightForWidth(width);
}

void ErrorsFinding::resizeEvent(QResizeEvent*) {
    label_->setGeometry(rect());
}

void ErrorsFinding::refresh(Aspects) {
    const RunAnalysisPtr run = session_.run();
    if (!run) return;
    if (run->request.table->info().task == Task::Multiclass) return showClasses();
    if (run->sweep && !std::isnan(session_.threshold())) showBinary();
}

void ErrorsFinding::showBinary() {
    const RunAnalysisPtr run = session_.run();
    const CellChoice choice = choiceOf(session_);
    const double threshold = session_.threshold();
    const Outcome outcome = dearestOutcome(choice);
    std::optional<Dearest> dearest;
    const bool known =
        dearest_ && dearest_->run == run && dearest_->threshold == threshold && dearest_->outcome == outcome;
    if (known) {
        dearest = dearest_->dearest;
    } else {
        pause_.start();
    }
    const ErrorsHeadline headline = errorsHeadline(*run, session_.words(), threshold, choice, dearest);
    label_->setSentence(headline.sentence, &Tokens::ink, toneOf(headline.tone));
}

void ErrorsFinding::askForDearest() {
    const RunAnalysisPtr run = session_.run();
    if (!run || !run->sweep) return;
    KnownDearest asked{run, session_.threshold(), dearestOutcome(choiceOf(session_)), {}};
    task_.start(
        [asked](const TaskContext& context) {
            KnownDearest known = asked;
            known.dearest = dearestTenth(*asked.run, asked.threshold, asked.outcome, context);
            return std::any(known);
        },
        [this](const std::any& result) {
            dearest_ = std::any_cast<const KnownDearest&>(result);
            if (session_.run() == dearest_->run) showBinary();
        },
        [this](const Error& error) { Q_EMIT failed(QString::fromUtf8(error.what())); });
}

void ErrorsFinding::showClasses() {
    const RunAnalysisPtr run = session_.run();
    const bool known =
        matrix_ && matrix_->table == run->request.table && matrix_->cohort == run->request.where;
    if (!known) return askForMatrix();
    ErrorsHeadline headline = errorsHeadline(*matrix_->matrix, run->request.table->info().classes,
                                             session_.words(), choiceOf(session_));
    // The matrix beside it leaves out what a person looks at; this sentence does not.
    if (std::isfinite(confidenceOf(session_.state())))
        headline.sentence.push_back({tr(" With every answer trusted.").toStdString()});
    label_->setSentence(headline.sentence, &Tokens::ink, toneOf(headline.tone));
}

void ErrorsFinding::askForMatrix() {
    const RunAnalysisPtr run = session_.run();
    task_.start(
        [run](const TaskContext& context) {
            const EvalTable& table = *run->request.table;
            const OutcomeContext outcome{run->rows.positive, run->request.threshold};
            const RowSet cohort = run->request.where.empty()
                                      ? RowSet::all(table.rows())
                                      : Filter::parse(run->request.where).apply(table, outcome, context);
            const auto matrix = std::make_shared<const ClassMatrix>(
                ClassMatrix::of(ClassifiedRows::of(table, cohort, context)));
            return std::any(KnownMatrix{run->request.table, run->request.where, matrix});
        },
        [this](const std::any& result) {
            matrix_ = std::any_cast<const KnownMatrix&>(result);
            if (session_.run() && session_.run()->request.table == matrix_->table) showClasses();
        },
        [this](const Error& error) { Q_EMIT failed(QString::fromUtf8(error.what())); });
}

}  // namespace reckoner

#include "moc_errors_finding.cpp"
