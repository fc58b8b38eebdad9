#include "ui/pages/decide/empty_pane.h"

#include "ui/widgets/empty_state.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {

EmptyPane::EmptyPane(const DecideParts& parts, QWidget* parent)
    : DecidePane(parent), session_(parts.session), empty_(new EmptyState(this)) {
    connect(empty_, &EmptyState::pressed, this, &DecidePane::importWanted);
}

void EmptyPane::refresh(Aspects) {
    if (!wanted()) return;
    EmptyContent content;
    content.sketch = QStringLiteral("decide");
    if (!session_.failure().isEmpty()) {
        content.reason = tr("This run cannot be read");
        content.whatToDo = session_.failure();
    } else if (session_.busy()) {
        content.reason = tr("Reading the run");
        content.whatToDo = tr("Its samples are put in score order; the cost curve follows.");
    } else if (session_.run() && !session_.state().cohort.empty() &&
               session_.run()->rows.excluded.total() == 0) {
        content.reason = tr("No sample matches the filter");
        content.whatToDo = tr("Nothing of this run is left by: %1. Choose everyone or another filter above, "
                              "under \u201Cfor\u201D.")
                               .arg(qt(session_.state().cohort));
    } else if (session_.run()) {
        content.reason = tr("No sample of this run can be scored");
        content.whatToDo =
            tr("A sample counts when its label is present and its score is a number. Choose another "
               "cohort above, or import a run with labels and scores.");
        content.button = tr("Import a run...");
    } else {
        content.reason = tr("No run yet");
        content.whatToDo =
            tr("Import the scores of a model on labelled samples: a CSV or JSON Lines file with an id, "
               "the label and the score. You get what each threshold costs.");
        content.button = tr("Import a run...");
    }
    empty_->setContent(content);
}

void EmptyPane::resizeEvent(QResizeEvent*) {
    empty_->setGeometry(rect());
}

}  // namespace reckoner

#include "moc_empty_pane.cpp"
