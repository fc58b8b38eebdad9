// Decide: where the threshold goes and what a month then costs.
#pragma once

#include <vector>

#include "ui/pages/page.h"

namespace reckoner {

class CostDrawer;
class DecidePane;
class InlineMessage;
class PolicyDesk;
class SegmentedChoice;

class DecidePage final : public Page {
    Q_OBJECT
 public:
    explicit DecidePage(ReviewSession& session, QWidget* parent = nullptr);
    ~DecidePage() override;
    static std::vector<std::string> modelOptions();  // as PageEntry says

    void refresh(Aspects aspects) override;

 protected:
    void resizeEvent(QResizeEvent* event) override;

 private:
    DecidePane* shownPane() const;
    void say(const QString& sentence);
    void place();

    ReviewSession& session_;
    InlineMessage* message_;
    SegmentedChoice* basis_;  // of several classes: one against the rest, or confidence
    CostDrawer* costs_;       // beside whatever fills the page
    PolicyDesk* policies_;
    std::vector<DecidePane*> panes_;
};

}  // namespace reckoner
