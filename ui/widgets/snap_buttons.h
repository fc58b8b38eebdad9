// The row of buttons that take the threshold to a named place; those without room stand under "More".
#pragma once

#include <vector>

#include <QWidget>

#include "ui/charts/operating_facts.h"

namespace reckoner {

class SnapButton;

class SnapButtons final : public QWidget {
    Q_OBJECT
 public:
    explicit SnapButtons(QWidget* parent = nullptr);
    // Lays out again only when a button comes, goes or changes its width.
    void setFacts(const OperatingFacts& facts);

 Q_SIGNALS:
    void thresholdChosen(double threshold);

 protected:
    void resizeEvent(QResizeEvent* event) override;

 private:
    void place();
    void showMore();
    std::vector<SnapButton*> buttons_;  // one a row of the list
    std::vector<bool> wanted_;
    // Their thresholds in words: the same in every frame of a drag.
    struct Named {
        RunAnalysisPtr run;
        std::optional<double> threshold;
        QString text;
    };
    QString textOf(Named& named, const RunAnalysisPtr& run, const std::optional<double>& threshold) const;
    std::vector<Named> named_;
    SnapButton* more_;
};

}  // namespace reckoner
