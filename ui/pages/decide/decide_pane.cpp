#include "ui/pages/decide/decide_pane.h"

#include <cmath>

#include "ui/pages/decide/charts_pane.h"
#include "ui/pages/decide/confidence_view.h"
#include "ui/pages/decide/empty_pane.h"
#include "ui/pages/decide/policy_pane.h"
#include "ui/style/theme.h"

namespace reckoner {
namespace {

template <class Pane>
DecidePane* make(const DecideParts& parts, QWidget* parent) {
    return new Pane(parts, parent);
}

}  // namespace

bool canDecide(const ReviewSession& session) {
    const RunAnalysisPtr run = session.run();
    return run && run->sweep && run->sweep->samples() > 0 && !std::isnan(session.threshold());
}

bool hasManyClasses(const ReviewSession& session) {
    const auto row = session.runRow();
    return row && row->info.task == Task::Multiclass;
}

bool isPresenting() {
    return Theme::instance().typeScale() > 1;
}

const std::vector<MakeDecidePane>& decidePanes() {
    static const std::vector<MakeDecidePane> panes{make<EmptyPane>, make<ConfidenceView>, make<PolicyPane>,
                                                   make<ChartsPane>};
    return panes;
}

}  // namespace reckoner

#include "moc_decide_pane.cpp"
