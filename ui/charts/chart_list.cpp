#include "ui/charts/chart_list.h"

#include <QCoreApplication>

#include "ui/charts/compare_chart.h"
#include "ui/charts/gain_chart.h"
#include "ui/charts/metrics_chart.h"
#include "ui/charts/pr_chart.h"
#include "ui/charts/queue_chart.h"
#include "ui/charts/roc_chart.h"
#include "ui/charts/score_chart.h"

namespace reckoner {
namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("ChartList", text);
}

template <class Chart>
ChartFrame* make(QWidget* parent) {
    return new Chart(parent);
}

}  // namespace

std::vector<ChartEntry> chartList() {
    return {
        {QStringLiteral("pr"), tr("Precision\u2013recall"), tr("PR"), make<PrChart>},
        {QStringLiteral("roc"), tr("ROC"), tr("ROC"), make<RocChart>},
        {QStringLiteral("scores"), tr("Scores"), tr("Scores"), make<ScoreChart>},
        {QStringLiteral("metrics"), tr("Metrics"), tr("Metrics"), make<MetricsChart>},
        {QStringLiteral("gain"), tr("Gain"), tr("Gain"), make<GainChart>},
        {QStringLiteral("queue"), tr("Queue"), tr("Queue"), make<QueueChart>},
        {QStringLiteral("compare"), tr("Compare"), tr("Compare"), make<CompareChart>},
    };
}

}  // namespace reckoner
