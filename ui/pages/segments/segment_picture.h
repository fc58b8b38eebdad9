// How one segment looks in its row: figures, interval bars, the shape of its scores.
#pragma once

#include <vector>

#include <QGlyphRun>
#include <QHash>
#include <QList>
#include <QRect>
#include <QRegion>
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
    // scrolled: how far the table is scrolled, so that the dashed line of everyone runs on. Columns outside
    // `wanted` are left alone.
    void paint(QPainter& painter, std::size_t segment, const QRect& row, int scrolled,
               const QRegion& wanted) const;
    // As it is shown; of Scores: nothing.
    QString text(SegmentField field, std::size_t segment) const;
    // Call when fonts changed.
    void forgetTexts();

 private:
    // Laid out once for each text and width, since a drag draws hundreds a frame.
    struct LaidOut {
        QList<QGlyphRun> glyphs;  // of as much as fits
        qreal width;
    };
    const LaidOut& laidOut(const QPainter& painter, const QString& text, int width, bool strong) const;
    // In the middle of the cell's height. Returns the width drawn.
    int draw(QPainter& painter, const QRect& cell, const QString& text, bool strong,
             Qt::Alignment side) const;
    mutable QHash<QString, LaidOut> texts_[2];  // plain, strong; by text and width
    Scale scaleOf(const MetricEntry& metric) const;
    std::optional<Interval> intervalOf(const MetricEntry& metric, const SegmentReading& one) const;
    void paintInterval(QPainter& painter, const SegmentColumn& column, const QRect& row, std::size_t segment,
                       int scrolled) const;
    void paintScores(QPainter& painter, const SegmentColumn& column, const QRect& row,
                     const BoardSegment& segment) const;
};

}  // namespace reckoner
