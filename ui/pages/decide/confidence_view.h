// Decide for a run of several classes, on confidence: which answers are trusted, which go to a person.
#pragma once

#include "ui/pages/decide/decide_pane.h"
#include "ui/session/class_desk.h"

namespace reckoner {

class ConfidenceChart;
class MirrorSlider;
class PlainLabel;
class SentenceLabel;
class ThresholdField;

// Reads and changes the session's confidence; one drag is one step of Back.
class ConfidenceView final : public DecidePane {
    Q_OBJECT
 public:
    ConfidenceView(const DecideParts& parts, QWidget* parent);
    ~ConfidenceView() override;

    bool wanted() const override;
    void refresh(Aspects aspects) override;
    QPushButton* besideChoice() const override { return costs_; }

 protected:
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

 private:
    void choose(double value);
    void nudge(int direction);
    void place();

    ReviewSession& session_;
    QPushButton* costs_;
    SentenceLabel* headline_;
    SentenceLabel* detail_;
    ConfidenceChart* chart_;
    MirrorSlider* slider_;
    PlainLabel* from_;
    PlainLabel* to_;
    ThresholdField* field_;
    ClassAnalysisPtr drawn_;
    std::uint64_t drag_ = 0;
};

}  // namespace reckoner
