// Where what is in production decides: the threshold that versions are first compared at.
#pragma once

#include <optional>
#include <string>

#include <QObject>

#include "ui/session/review_session.h"

namespace reckoner {

// Read once a store and model. One for a session, made when first asked for.
class ProductionPolicy final : public QObject {
    Q_OBJECT
 public:
    static ProductionPolicy& of(ReviewSession& session);

    struct Point {
        double threshold = 0;
        std::string version;  // "v2"
        bool operator==(const Point&) const = default;
    };
    // Nothing where no version is in production, it has no policy of one threshold, or its scores are of
    // another kind than those of the run on the screen.
    std::optional<Point> point();
    // The version whose policy this threshold is: production's, the run's own, the one's compared with.
    std::string ownerOf(double threshold);

 private:
    explicit ProductionPolicy(ReviewSession& session);
    void read();

    ReviewSession& session_;
    std::int64_t model_ = 0;
    std::int64_t version_ = 0;  // in production; 0: none
};

}  // namespace reckoner
