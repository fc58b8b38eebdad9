// What the team can see, and what it is sent: a sentence with fields in it, what it comes to, and two ways
// out.
#pragma once

#include <optional>
#include <vector>

#include <QWidget>

#include "core/cost/tier_figures.h"
#include "core/metrics/run_analysis.h"
#include "core/wording/vocabulary.h"

class QLineEdit;

namespace reckoner {

class PlainLabel;
class SentenceLabel;

class TierQueue final : public QWidget {
    Q_OBJECT
 public:
    explicit TierQueue(QWidget* parent = nullptr);

    void setTiers(const RunAnalysisPtr& run, const Vocabulary& words, const TierPlan& plan,
                  const TierSheet& sheet);

 Q_SIGNALS:
    void edited(const reckoner::TierPlan& plan);
    void refused(const QString& sentence);

 protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

 private:
    struct Field {
        QLineEdit* editor;
        std::optional<double> TierPlan::*term;
        double scale;  // of what is shown: 100 for a share
    };
    void place();
    void take(const Field& field);

    RunAnalysisPtr run_;
    TierPlan plan_;
    bool over_ = false;
    std::vector<Field> fields_;       // capacity, minutes, cost, accuracy
    std::vector<PlainLabel*> words_;  // between them
    SentenceLabel* queue_;
    SentenceLabel* room_;  // or what is too much
};

}  // namespace reckoner
