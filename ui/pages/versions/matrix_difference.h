// Two matrices of four outcomes in one: what the judged version counts, what the other counted, and the
// difference.
#pragma once

#include <QWidget>

#include "core/wording/version_words.h"

namespace reckoner {

class MatrixDifference final : public QWidget {
    Q_OBJECT
 public:
    explicit MatrixDifference(QWidget* parent = nullptr);
    void setBoard(VersionBoardPtr board, const VersionWords& words);

 protected:
    void paintEvent(QPaintEvent* event) override;

 private:
    VersionBoardPtr board_;
    VersionWords words_;
};

}  // namespace reckoner
