// Records a decision with the evidence of its moment: the view on the screen and the run's figures in it.
#pragma once

#include <functional>

#include <QObject>

#include "core/review/decision.h"
#include "ui/session/background_task.h"
#include "ui/session/review_session.h"

namespace reckoner {

class DecisionWriter final : public QObject {
    Q_OBJECT
 public:
    explicit DecisionWriter(ReviewSession& session, QObject* parent = nullptr);

    // What was typed; model, review that runs and evidence are filled in. page: id of the page the evidence
    // opens; empty: the one on the screen. Calls one of the two: done with the uid of what is stored.
    void record(Decision decision, const std::string& page, std::function<void(const std::string& uid)> done,
                std::function<void(const QString&)> failed);

 private:
    ReviewSession& session_;
    BackgroundTask freezing_;
};

}  // namespace reckoner
