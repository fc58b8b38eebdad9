#include "ui/pages/errors/errors_finding.h"

#include <cmath>

#include "ui/pages/errors/errors_options.h"
#include "ui/session/class_desk.h"
#include "ui/session/selection_desk.h"
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
    connect(&SelectionDesk::of(session_), &SelectionDesk::changed, this, [this] { refresh(Aspect::Run); });
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
    if (!std::isnan(session_.threshold())) showBinary();
}

void ErrorsFinding::showBinary() {
    const RunAnalysisPtr run = SelectionDesk::of(session_).run();
    if (!run || !run->sweep) return;
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
    say(headline);
}

void ErrorsFinding::say(const ErrorsHeadline& headline) {
    label_->setSentence(headline.sentence, &Tokens::ink, toneOf(headline.tone));
    if (label_->heightForWidth(width()) > height()) Q_EMIT resized();
}

void ErrorsFinding::askForDearest() {
    const RunAnalysisPtr run = SelectionDesk::of(session_).run();
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
            if (SelectionDesk::of(session_).run() == dearest_->run) showBinary();
        },
        [this](const Error& error) { Q_EMIT failed(QString::fromUtf8(error.what())); });
}

void ErrorsFinding::showClasses() {
    const ClassAnalysisPtr classes = SelectionDesk::of(session_).classes();
    if (!classes) return;
    const ConfusionTable table = classes->sweep->table(confidenceOf(session_.state()));
    const ErrorsHeadline headline =
        errorsHeadline(table, classes->classes, session_.words(), choiceOf(session_));
    say(headline);
}

}  // namespace reckoner

#include "moc_errors_finding.cpp"
