// The charts that can stand beside the cost curve: a new one is one file and one row here.
#pragma once

#include <vector>

#include <QString>

class QWidget;

namespace reckoner {

class ChartFrame;

struct ChartEntry {
    QString id;          // kept in ReviewState: "pr"
    QString title;       // "Precision–recall"
    QString shortTitle;  // where there is less room; may be the same
    ChartFrame* (*make)(QWidget* parent);
};

// In the order they are offered; the first is shown when nothing was chosen. Made anew at each call.
std::vector<ChartEntry> chartList();

}  // namespace reckoner
