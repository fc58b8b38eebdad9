#include "ui/pages/errors/matrix_pane.h"

#include <cmath>

#include <QContextMenuEvent>
#include <QMenu>

#include "core/wording/outcome_words.h"
#include "ui/pages/errors/errors_options.h"
#include "ui/pages/errors/matrix_binary.h"
#include "ui/pages/errors/matrix_classes.h"
#include "ui/session/point_on_screen.h"
#include "ui/session/selection_desk.h"
#include "ui/widgets/copy_text.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {

MatrixPane::MatrixPane(ReviewSession& session, QWidget* parent)
    : QWidget(parent), session_(session), binary_(new MatrixBinary(this)), classes_(new MatrixClasses(this)) {
    setObjectName(QStringLiteral("matrixPane"));
    setAccessibleName(tr("Matrix"));
    connect(binary_, &MatrixBinary::cellChosen, this,
            [this](const std::string& cell) { choose(errors::kCell, cell); });
    connect(binary_, &MatrixBinary::normaliseChosen, this,
            [this](const std::string& id) { choose(errors::kNormalise, id); });
    connect(binary_, &MatrixBinary::heightChanged, this, [this] {
        place();
        Q_EMIT heightChanged();
    });
    connect(classes_, &MatrixClasses::cellChosen, this,
            [this](const std::string& cell) { choose(errors::kCell, cell); });
    connect(classes_, &MatrixClasses::normaliseChosen, this,
            [this](const std::string& id) { choose(errors::kNormalise, id); });
    connect(classes_, &MatrixClasses::orderChosen, this,
            [this](const std::string& id) { choose(errors::kOrder, id); });
    connect(classes_, &MatrixClasses::foldChosen, this,
            [this](const std::string& shown) { choose(errors::kFold, shown); });
    connect(&SelectionDesk::of(session_), &SelectionDesk::changed, this, [this] { refresh(Aspect::Run); });
    refresh(Aspect::Run);
}

MatrixPane::~MatrixPane() = default;

void MatrixPane::choose(std::string_view option, const std::string& value) {
    session_.apply([&](ReviewState& state) { errors::setOption(state, option, value); });
}

bool MatrixPane::manyClasses() const {
    const auto row = session_.runRow();
    return row && row->info.task == Task::Multiclass;
}

QSize MatrixPane::sizeHint() const {
    return manyClasses() ? QSize(548, 640) : binary_->sizeHint();
}

int MatrixPane::wantedWidth() const {
    return binary_->wantedWidth();
}

void MatrixPane::refresh(Aspects aspects) {
    // Notes: a chip may ask for them.
    const Aspects mine =
        Aspects(Aspect::Run) | Aspect::Store | Aspect::Threshold | Aspect::Options | Aspect::Notes;
    if (!(aspects & mine)) return;
    showBinary();
    showClasses();
    if (aspects & (Aspects(Aspect::Run) | Aspect::Store)) place();
}

void MatrixPane::showBinary() {
    OperatingFacts facts;
    SelectionDesk& desk = SelectionDesk::of(session_);
    if (!manyClasses()) facts.run = desk.run();
    // Where filters leave nothing the matrix says so with zeros.
    const bool shown = facts.run && facts.run->sweep && !std::isnan(session_.threshold()) &&
                       (facts.run->sweep->samples() > 0 || desk.narrowed());
    binary_->setVisible(shown);
    if (!shown) return;
    binary_->setStale(desk.stale());
    facts.words = session_.words();
    facts.threshold = session_.threshold();
    if (const auto policy = session_.policy()) facts.policy = policy->threshold;
    const ReviewState& state = session_.state();
    binary_->setNote(desk.narrowed() ? QString()
                                     : qt(countedFromText(*facts.run, facts.words, pointOnScreen(session_))));
    binary_->setFacts(facts, errors::option(state, errors::kNormalise), errors::option(state, errors::kCell));
}

void MatrixPane::showClasses() {
    MatrixClasses::Facts facts;
    SelectionDesk& desk = SelectionDesk::of(session_);
    if (manyClasses()) facts.run = desk.classes();
    const bool shown = facts.run && (facts.run->samples() > 0 || desk.narrowed());
    classes_->setVisible(shown);
    if (!shown) return;
    classes_->setStale(desk.stale());
    const ReviewState& state = session_.state();
    facts.confidence = confidenceOf(state);
    facts.normalise = errors::option(state, errors::kNormalise);
    facts.order = errors::option(state, errors::kOrder);
    facts.fold = errors::option(state, errors::kFold);
    facts.cell = errors::option(state, errors::kCell);
    classes_->setFacts(facts);
}

void MatrixPane::place() {
    classes_->setGeometry(rect());
    binary_->setGeometry(0, 0, width(), std::min(height(), binary_->sizeHint().height()));
}

void MatrixPane::resizeEvent(QResizeEvent*) {
    place();
}

QString MatrixPane::tsv() const {
    return (manyClasses() ? classes_->table() : binary_->table()).tsv();
}

QString MatrixPane::markdown() const {
    return (manyClasses() ? classes_->table() : binary_->table()).markdown();
}

void MatrixPane::contextMenuEvent(QContextMenuEvent* event) {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("matrixMenu"));
    menu->addAction(tr("Copy numbers as TSV"), this, [this] { copyPlainText(tsv()); });
    menu->addAction(tr("Copy numbers as Markdown"), this, [this] { copyPlainText(markdown()); });
    menu->popup(event->globalPos());
}

void MatrixPane::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Copy)) {
        copyPlainText(tsv());
        return;
    }
    QWidget::keyPressEvent(event);
}

}  // namespace reckoner

#include "moc_matrix_pane.cpp"
