// Score of one version against score of the other, counted in bins: the darker, the more samples.
#pragma once

#include <QWidget>

#include "core/wording/version_words.h"

namespace reckoner {

class ScoreCloud final : public QWidget {
    Q_OBJECT
 public:
    explicit ScoreCloud(QWidget* parent = nullptr);
    void setBoard(VersionBoardPtr board, const VersionWords& words);

 protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

 private:
    QRectF plot() const;

    VersionBoardPtr board_;
    VersionWords words_;
};

}  // namespace reckoner
