// The All versions tab: the model's versions with their stages, what is known about one of them, its history
// and how it did on each eval set.
#pragma once

#include <map>
#include <vector>

#include <QWidget>

#include "core/review/stage.h"
#include "core/review/version_results.h"
#include "core/store/store.h"
#include "ui/session/background_task.h"
#include "ui/session/review_session.h"

class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace reckoner {

class PlainLabel;
class ResultsChart;
class VersionList;

class RegistryPane final : public QWidget {
    Q_OBJECT
 public:
    explicit RegistryPane(ReviewSession& session, QWidget* parent = nullptr);
    void refresh(Aspects aspects);

 protected:
    void resizeEvent(QResizeEvent* event) override;

 private:
    void read();
    void choose();
    const RegistryEntry* entry() const;
    const VersionRow* version() const;
    void showDetail();
    void showFacts();
    void showHistory();
    void showRule(const QString& rule);
    void showResults();
    void countResults();
    void openStageForm(bool back);
    void openFactsForm();
    void openForm(QWidget* form);
    void closeForm();
    void written();
    void showRun(RunId run);
    void place();

    ReviewSession& session_;
    BackgroundTask task_;
    std::int64_t model_ = 0;
    std::int64_t chosen_ = 0;
    std::vector<RegistryEntry> entries_;
    std::vector<VersionRow> versions_;
    std::map<std::int64_t, std::vector<VersionResult>> results_;
    RunAnalysisPtr countedFor_;
    QString failure_;
    VersionList* list_;
    QScrollArea* area_;
    QWidget* sheet_;
    PlainLabel* title_;
    PlainLabel* stage_;
    QPushButton* move_;
    QPushButton* back_;
    QPushButton* edit_;
    QPushButton* show_;
    QWidget* form_ = nullptr;
    QVBoxLayout* column_;
    QVBoxLayout* facts_;
    PlainLabel* historyTitle_;
    QVBoxLayout* history_;
    PlainLabel* resultsTitle_;
    ResultsChart* chart_;
};

}  // namespace reckoner
