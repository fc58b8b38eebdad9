// What filters ask about the run on the screen beside its columns: notes, tags, corrected labels, flips. One
// for a session, made when first asked for.
#pragma once

#include <QObject>

#include "core/data/sample_facts.h"
#include "ui/session/review_session.h"

namespace reckoner {

class SessionFacts final : public QObject {
    Q_OBJECT
 public:
    static SessionFacts& of(ReviewSession& session);

    // Null while no run is loaded. The same object until the run, the run compared with or the notes change.
    SampleFactsPtr facts();

 private:
    explicit SessionFacts(ReviewSession& session);
    void follow(Aspects aspects);

    ReviewSession& session_;
    EvalTablePtr table_;
    RunId baseline_ = 0;
    SampleFactsPtr facts_;
    SampleFactsPtr before_;  // of the same two runs: knows already how they are joined
};

}  // namespace reckoner
