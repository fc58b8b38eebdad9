// What the model's requirements ask of single figures, for the lines on charts.
#pragma once

#include <string>
#include <vector>

#include <QObject>

#include "core/cost/limits.h"
#include "ui/session/review_session.h"

namespace reckoner {

struct RequiredFloor {
    std::string metric;  // id of requirementMetrics()
    double at = 0;
    bool atMost = false;
    std::string cohort;   // filter expression; empty: everybody
    std::string classOf;  // of several classes; empty: all, or the positive one
};

// Read once a store and model. One for a session, made when first asked for.
class RequiredFloors final : public QObject {
    Q_OBJECT
 public:
    static RequiredFloors& of(ReviewSession& session);

    // Those in force with a bound of their own for all samples of their cohort, in the order they were
    // written.
    const std::vector<RequiredFloor>& all();
    // The strictest for a metric and a cohort (letter by letter); nothing: none is asked.
    std::optional<double> floor(const std::string& metric, const std::string& cohort = {});

 private:
    explicit RequiredFloors(ReviewSession& session);

    ReviewSession& session_;
    std::int64_t model_ = 0;
    std::vector<RequiredFloor> floors_;
};

// Where no limit of its own is set, a chart draws what the requirements ask of the cohort on the screen.
void drawRequired(ReviewSession& session, Limits& limits);

}  // namespace reckoner
