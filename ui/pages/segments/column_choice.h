// Which columns make the segments: ticks, how numbers are cut, and each by itself or two crossed.
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
    // Deletes itself when closed.
    ColumnChoice(const EvalTable& table, const std::vector<SegmentSet>& sets, QWidget* parent);
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

    std::vector<Row> rows_;
    SegmentedChoice* how_;
    PlainLabel* problem_;
};

}  // namespace reckoner
