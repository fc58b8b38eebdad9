// Where costs are written: what is typed for each scenario and cohort of a model, tried out on the pages,
// saved off the UI thread, and kept until it is.
#pragma once

#include <memory>
#include <vector>

#include <QObject>
#include <QTimer>

#include "core/review/cohort.h"
#include "core/review/cost_form.h"
#include "ui/session/background_task.h"
#include "ui/session/review_session.h"

namespace reckoner {

class KeptText;

// One for each session, on the UI thread. Everything typed lies in a draft file until its commit.
class CostDesk : public QObject {
    Q_OBJECT
 public:
    static CostDesk& of(ReviewSession& session);
    ~CostDesk() override;

    // --- what is edited: the costs of the scenario on the screen, everybody's or the cohort's own ---
    // The saved cohort on the screen; null: none, so there is nothing to choose.
    const Cohort* cohort() const;
    bool ofCohort() const;
    void editCohort(bool own);
    CostFormFacts facts() const;
    // As typed, else as stored.
    CostFields fields() const;
    CostReading reading() const;
    bool dirty() const;
    // Somebody stored other costs since typing began.
    bool overtaken() const;

    // --- typing ---
    void type(const std::string& field, const std::string& text);
    void type(const CostFields& changes);
    // The figures of an older entry, to be saved again.
    void useAgain(const CostModelRow& row);
    void cancel();
    // While trying, the pages show what is typed, as soon as its figures stand.
    void setTrying(bool trying);

    // --- writing; saved() or failed() follows ---
    bool canWrite() const;
    bool saving() const { return saving_.running(); }
    void save();
    // A copy of what is in force, under a name of its own, and on the screen. Throws Error{Usage} with what
    // is wrong with the name.
    void addScenario(const std::string& name);
    void removeScenario();  // the one on the screen; not "likely"
    void removeCohortCosts();
    bool hasCohortCosts() const;

 Q_SIGNALS:
    void changed();  // anything above
    void saved();
    void failed(const QString& sentence);

 private:
    struct Draft {
        std::int64_t model = 0;
        std::string scenario;
        std::string cohort;
        std::int64_t base = 0;  // row it began from; 0: there was none
        CostFields fields;
    };
    explicit CostDesk(ReviewSession& session);

    void follow(Aspects aspects);
    void openStore();
    std::string scenario() const;
    std::string cohortUid() const;
    CostModelRow base() const;  // in force for what is edited, and what it would be stored as
    Draft* draft();
    const Draft* draft() const;
    void keep();
    void tryOut();
    void write(const CostModelRow& row, bool ofDraft, const std::string& thenShow);

    ReviewSession& session_;
    std::shared_ptr<Store> store_;
    std::unique_ptr<KeptText> file_;
    std::vector<Draft> drafts_;
    bool own_ = false;
    bool trying_ = false;
    BackgroundTask saving_;
    QTimer soon_;
};

}  // namespace reckoner
