// Decide for a run of several classes, on confidence: which answers are trusted, which go to a person.
#pragma once

#include <QWidget>

#include "ui/session/class_desk.h"

namespace reckoner {

class ConfidenceChart;
class MirrorSlider;
class PlainLabel;
class SentenceLabel;
class ThresholdField;

// Reads and changes the session's confidence; one drag is one step of Back.
class ConfidenceView final : public QWidget {
    Q_OBJECT
 public:
    explicit ConfidenceView(ReviewSession& session, QWidget* parent = nullptr);
    ~ConfidenceView() override;

    void refresh();

 protected:
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

 private:
    void choose(double value);
    void nudge(int direction);
    void place();

    ReviewSession& session_;
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
