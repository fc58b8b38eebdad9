// Which columns make the segments: ticks, how numbers are cut, each by itself or crossed.
#pragma once

#include <vector>

#include <QFrame>

#include "core/metrics/segment_board.h"

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace reckoner {

class PlainLabel;
class SegmentedChoice;

class ColumnChoice final : public QFrame {
    Q_OBJECT
 public:
    // Segments: each by itself, or the cross of two or three. Protected: each by itself, or also every pair
    // and every three crossed; none may be ticked.
    enum class For { Segments, Protected };
    // Deletes itself when closed.
    ColumnChoice(For what, const EvalTable& table, const std::vector<SegmentSet>& sets, QWidget* parent);
    void popUnder(QWidget* anchor);

 Q_SIGNALS:
    // At every change that makes a choice.
    void chosen(const std::vector<reckoner::SegmentSet>& sets);

 private:
    struct Row {
        std::string name;
        QCheckBox* tick = nullptr;
        QComboBox* cut = nullptr;  // of numbers
        QLineEdit* edges = nullptr;
    };
    Row makeRow(const ColumnInfo& column, const std::vector<SegmentSet>& sets, QWidget* parent);
    void take();
    GroupColumn columnOf(const Row& row, QString& problem) const;

    std::vector<SegmentSet> setsOf(const std::vector<GroupColumn>& columns) const;

    const For for_;
    std::vector<Row> rows_;
    SegmentedChoice* how_;
    PlainLabel* problem_;
};

}  // namespace reckoner
