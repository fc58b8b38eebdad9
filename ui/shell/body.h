// What stands in the middle of the window: the pages, or why there are none yet, or the first-run questions.
#pragma once

#include <QStackedWidget>

#include "ui/session/review_session.h"

namespace reckoner {

class EmptyState;
class FirstRunView;
struct ImportReport;

class Body : public QStackedWidget {
    Q_OBJECT
 public:
    Body(ReviewSession& session, Executor& executor, QWidget* parent = nullptr);

    // Until the first store is there (or is known not to come) nothing is said.
    void setWaiting(bool waiting);
    // After an import: asks what a mistake costs, unless that is known or was skipped.
    void offerFirstRun(const ImportReport& report);

 Q_SIGNALS:
    void importWanted();
    void demoWanted();
    void openWanted();
    void standsAlone(bool alone);  // pickers have no meaning now
    void failed(const QString& sentence);

 private:
    void follow();
    void fillEmpty();
    void endFirstRun();
    bool mayAsk(const RunRow& run) const;

    ReviewSession& session_;
    Executor& executor_;
    QWidget* blank_;
    EmptyState* empty_;
    QWidget* pages_;
    FirstRunView* firstRun_ = nullptr;
    std::int64_t askedModel_ = 0;
    std::string askedPage_;
    bool waiting_ = true;
    bool alone_ = false;
};

}  // namespace reckoner
