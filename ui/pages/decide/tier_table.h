// The tiers as a table, the highest scores first: what is done, by whom, by when, how many, what it costs.
// Names and cut-offs are typed in place; figures are painted, so that a drag moves digits and nothing else.
#pragma once

#include <vector>

#include <QWidget>

#include "core/cost/tier_figures.h"
#include "core/metrics/run_analysis.h"
#include "core/wording/tier_sentences.h"
#include "core/wording/vocabulary.h"

class QLineEdit;
class QPushButton;

namespace reckoner {

class TierTable final : public QWidget {
    Q_OBJECT
 public:
    explicit TierTable(QWidget* parent = nullptr);

    // Precondition: the sheet is of the plan.
    void setTiers(const RunAnalysisPtr& run, const Vocabulary& words, const TierPlan& plan,
                  const TierSheet& sheet);
    QSize sizeHint() const override;

 Q_SIGNALS:
    void edited(const reckoner::TierPlan& plan);
    void cutoffTyped(int cutoff, double value);

 protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

 private:
    struct Columns;
    Columns columns() const;
    QRect rowRect(std::size_t tier) const;
    void place();
    void fillEditors();
    void takeText(std::size_t tier, std::string TierRule::*text, QLineEdit* editor);
    void askAct(std::size_t tier);

    RunAnalysisPtr run_;
    Vocabulary words_;
    TierPlan plan_;
    std::vector<TierRowText> texts_;
    QString volumeHead_, costHead_;
    struct Editors {
        QLineEdit* name;
        QLineEdit* from;  // null for the lowest tier
        QPushButton* act;
        QLineEdit* action;
        QLineEdit* who;
        QLineEdit* within;
    };
    std::vector<Editors> editors_;  // by tier, from the lowest scores up; as many as there can be
};

}  // namespace reckoner
