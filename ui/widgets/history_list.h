// Records newest first, 72 px a row: when, what, a line below, who; one that waits for somebody with a mark.
#pragma once

#include <vector>

#include <QListWidget>

#include "core/wording/record_words.h"

namespace reckoner {

class HistoryList final : public QListWidget {
    Q_OBJECT
 public:
    HistoryList(const QString& name, QWidget* parent = nullptr);
    // Keeps the current row's number where it can.
    void setRows(const std::vector<RecordRow>& rows);
};

}  // namespace reckoner
