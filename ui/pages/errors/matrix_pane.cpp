#include "ui/pages/errors/matrix_pane.h"

#include <cmath>

#include <QContextMenuEvent>
#include <QMenu>

#include "ui/pages/errors/errors_options.h"
#include "ui/pages/errors/matrix_binary.h"
#include "ui/widgets/copy_text.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {

MatrixPane::MatrixPane(ReviewSession& session, QWidget* parent)
    : QWidget(parent), session_(session), binary_(new MatrixBinary(this)) {
    setObjectName(QStringLiteral("matrixPane"));
    setAccessibleName(tr("Matrix"));
    connect(binary_, &MatrixBinary::cellChosen, this,
            [this](const std::string& cell) { choose(errors::kCell, cell); });
    connect(binary_, &MatrixBinary::normaliseChosen, this,
            [this](const std::string& id) { choose(errors::kNormalise, id); });
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
    return binary_->sizeHint();
}

void MatrixPane::refresh(Aspects aspects) {
    const Aspects mine = Aspects(Aspect::Run) | Aspect::Store | Aspect::Threshold | Aspect::Options;
    if (!(aspects & mine)) return;
    const RunAnalysisPtr run = session_.run();
    const bool shown =
        run && !manyClasses() && run->sweep->samples() > 0 && !std::isnan(session_.threshold());
    binary_->setVisible(shown);
    if (shown) showBinary();
    if (aspects & (Aspects(Aspect::Run) | Aspect::Store)) place();
}

void MatrixPane::showBinary() {
    OperatingFacts facts;
    facts.run = session_.run();
    facts.words = session_.words();
    facts.threshold = session_.threshold();
    if (const auto policy = session_.policy()) facts.policy = policy->threshold;
    const ReviewState& state = session_.state();
    binary_->setFacts(facts, errors::option(state, errors::kNormalise), errors::option(state, errors::kCell));
}

void MatrixPane::place() {
    binary_->setGeometry(0, 0, width(), std::min(height(), binary_->sizeHint().height()));
}

void MatrixPane::resizeEvent(QResizeEvent*) {
    place();
}

QString MatrixPane::tsv() const {
    return binary_->table().tsv();
}

QString MatrixPane::markdown() const {
    return binary_->table().markdown();
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
