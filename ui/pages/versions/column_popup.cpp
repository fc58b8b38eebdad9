#include "ui/pages/versions/column_popup.h"

#include <QCoreApplication>

#include "core/wording/segment_words.h"
#include "ui/pages/versions/versions_options.h"
#include "ui/session/review_session.h"
#include "ui/shell/choice_popup.h"
#include "ui/shell/scaled.h"
#include "ui/widgets/plain_label.h"

namespace reckoner::versions {

void offerColumns(ReviewSession& session, const EvalTable& table, const std::vector<std::string>& columns,
                  const std::string& current, QWidget* button) {
    auto* popup =
        new ChoicePopup(QCoreApplication::translate("ColumnPopup", "Column of the segments"), {}, button);
    popup->setAttribute(Qt::WA_DeleteOnClose);
    std::vector<Choice> choices;
    for (const std::string& name : columns) {
        Choice choice;
        choice.title = qt(segmentColumnName(table, {name}));
        choice.value = qt(name);
        choice.current = name == current;
        choices.push_back(choice);
    }
    popup->setChoices(choices);
    QObject::connect(popup, &ChoicePopup::chosen, button, [&session](const QVariant& value) {
        session.apply([&](ReviewState& state) { setOption(state, kBy, value.toString().toStdString()); });
    });
    popup->popUnder(button, scaled(220));
}

}  // namespace reckoner::versions
