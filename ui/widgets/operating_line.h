// The operating bar in one line of 56 px, for pages that need the room: field, slider, counts and money at
// fixed places. A run of several classes gets the confidence variant: below it a person decides
// (ui/session/class_desk.h says where that confidence is kept).
#pragma once

#include <array>
#include <optional>

#include <QWidget>

#include "ui/session/class_desk.h"

namespace reckoner {

class LineFigure;
class MirrorSlider;
class PlainLabel;
class SentenceLabel;
class ThresholdField;

// Reads and changes the session itself: a drag here is a drag everywhere. Keys , . [ ] step by one distinct
// score while it is visible.
class OperatingLine final : public QWidget {
    Q_OBJECT
 public:
    // What the line moves on a run of several classes: the confidence below which a person decides, or the
    // threshold of the one class looked at against the rest.
    enum class Basis { Confidence, OneClass };
    // Cohort: its counts are of the cohort. Selection: of what the chips of the Errors page leave of it.
    enum class Counts { Cohort, Selection };
    explicit OperatingLine(ReviewSession& session, QWidget* parent = nullptr, Basis basis = Basis::Confidence,
                           Counts counts = Counts::Cohort);
    ~OperatingLine() override;

    // Call with the session's aspects, as pages get them.
    void refresh(Aspects aspects);
    // Counts this run in the place of the session's, on the same axis; null: it is being worked out. Nothing:
    // the session's again. Takes effect with the next refresh().
    void countOnly(const std::optional<RunAnalysisPtr>& run) { only_ = run; }
    // One distinct score down (-1) or up (+1).
    void nudge(int direction);
    QSize sizeHint() const override;

 protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

 private:
    bool manyClasses() const;
    bool narrowed() const;
    RunAnalysisPtr counted() const;
    void showThreshold();
    void showCounts(const RunAnalysisPtr& counted);
    void showConfidence(const ClassAnalysisPtr& run);
    void chooseConfidence(double value);
    void nudgeConfidence(const ClassAnalysis& run, int direction);
    void choose(double value);
    void place();

    ReviewSession& session_;
    const Basis basis_;
    const Counts of_;
    std::optional<RunAnalysisPtr> only_;
    ThresholdField* field_;
    PlainLabel* from_;
    MirrorSlider* slider_;
    PlainLabel* to_;
    std::array<LineFigure*, 4> counts_{};
    LineFigure* money_;
    SentenceLabel* sentence_;
    // Whose axis and whose bars the slider shows.
    RunAnalysisPtr axis_, drawn_;
    ClassAnalysisPtr classAxis_, drawnClasses_;
    std::uint64_t drag_ = 0;
};

}  // namespace reckoner
