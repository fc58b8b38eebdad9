// How one segment looks in its row: figures, interval bars, the shape of its scores.
#pragma once

#include <vector>

#include <QRect>
#include <QString>

#include "core/metrics/segment_board.h"
#include "core/wording/vocabulary.h"
#include "ui/pages/segments/segment_columns.h"

class QPainter;

namespace reckoner {

struct SegmentPicture {
    // From a share to a place of the bars.
    struct Scale {
        double lo = 0;
        double hi = 1;
    };

    SegmentBoardPtr board;
    Vocabulary words;
    BoardReading reading;
    std::vector<SegmentColumn> columns;
    Scale valueScale;
    Scale companionScale;

    // To what is read now; between calls small moves of the threshold leave the scales alone.
    void fitScales();
    // scrolled: how far the table is scrolled, so that the dashed line of everyone runs on.
    void paint(QPainter& painter, std::size_t segment, const QRect& row, int scrolled) const;
    // As it is shown; of Scores: nothing.
    QString text(SegmentField field, std::size_t segment) const;

 private:
    Scale scaleOf(const MetricEntry& metric) const;
    void paintInterval(QPainter& painter, const SegmentColumn& column, const QRect& row, std::size_t segment,
                       int scrolled) const;
    void paintScores(QPainter& painter, const SegmentColumn& column, const QRect& row,
                     const BoardSegment& segment) const;
};

}  // namespace reckoner
