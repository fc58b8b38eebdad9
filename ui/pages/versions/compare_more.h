// Further down the comparison: where each version's threshold lies, both matrices with their difference,
// score against score, and who changed hands by segment.
#pragma once

#include <array>
#include <vector>

#include <QWidget>

#include "core/wording/version_words.h"
#include "ui/session/review_session.h"

namespace reckoner {

class FlipTable;
class MatrixDifference;
class MirrorSlider;
class PlainLabel;
class ScoreCloud;

class CompareMore final : public QWidget {
    Q_OBJECT
 public:
    explicit CompareMore(ReviewSession& session, QWidget* parent = nullptr);
    // runs: beside the sides of the board; 0 for a rule.
    void setBoard(const VersionBoardPtr& board, const VersionWords& words, const std::vector<RunId>& runs);
    int heightFor() const;
    // Follows the column that was chosen for the segments.
    void refresh();

 protected:
    void resizeEvent(QResizeEvent* event) override;

 private:
    struct Strip {
        PlainLabel* name = nullptr;
        MirrorSlider* slider = nullptr;
        PlainLabel* value = nullptr;
        RunId run = 0;
        RunAnalysisPtr drawn;
    };
    void showStrips();
    bool flipsShown() const;
    void showFlips(const std::string& column);
    void drag(std::size_t strip, double threshold);
    void place();

    ReviewSession& session_;
    VersionBoardPtr board_;
    VersionWords words_;
    std::vector<RunId> runs_;
    std::uint64_t drag_ = 0;
    std::array<Strip, 4> strips_;
    PlainLabel* stripTitle_;
    PlainLabel* matrixTitle_;
    PlainLabel* cloudTitle_;
    PlainLabel* flipTitle_;
    MatrixDifference* matrix_;
    ScoreCloud* cloud_;
    FlipTable* flips_;
};

}  // namespace reckoner
