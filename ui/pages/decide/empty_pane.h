// Why there is nothing to decide on, and the way out.
#pragma once

#include "ui/pages/decide/decide_pane.h"

namespace reckoner {

class EmptyState;

class EmptyPane final : public DecidePane {
    Q_OBJECT
 public:
    EmptyPane(const DecideParts& parts, QWidget* parent);

    bool wanted() const override { return !canDecide(session_); }
    void refresh(Aspects aspects) override;

 protected:
    void resizeEvent(QResizeEvent* event) override;

 private:
    ReviewSession& session_;
    EmptyState* empty_;
};

}  // namespace reckoner
