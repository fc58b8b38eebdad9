// What every decision costs, a sentence each with the figure in it, and what a month holds: volume, reviews,
// the share in production.
#pragma once

#include <array>

#include <QWidget>

#include "ui/pages/decide/cost_inputs.h"

class QVBoxLayout;

namespace reckoner {

class CostFigures final : public QWidget {
    Q_OBJECT
 public:
    CostFigures(ReviewSession& session, CostInputs& inputs, QWidget* parent);

    void refresh(const CostReading& reading, const CostFormFacts& facts);

 private:
    struct Price {
        Outcome outcome;
        QWidget* mark;
        PlainLabel* question;
        PlainLabel* unit;
        std::array<QWidget*, 3> ofAmount;  // share, words, amount
        PlainLabel* gain;
    };
    void addPrice(Outcome outcome, QVBoxLayout* column);
    QWidget* makePeriod(QWidget* parent);

    ReviewSession& session_;
    CostInputs& inputs_;
    std::array<Price, 4> prices_{};
    PlainLabel* minus_;
    QWidget* period_;
    PlainLabel* samples_;
    PlainLabel* reviewUnit_;
    PlainLabel* reviewsA_;
    PlainLabel* production_;
    PlainLabel* inRun_;
};

}  // namespace reckoner
