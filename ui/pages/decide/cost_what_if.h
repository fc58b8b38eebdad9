// Where the choice on the screen turns: the price at which another one is cheaper, and the best threshold
// under every scenario, and under another
// volume or share that is typed here. Computed off the UI thread once the threshold rests.
#pragma once

#include <optional>
#include <string>

#include <QTimer>
#include <QWidget>

#include "ui/session/background_task.h"
#include "ui/session/review_session.h"

class QLineEdit;
class QVBoxLayout;

namespace reckoner {

class PlainLabel;

class CostWhatIf final : public QWidget {
    Q_OBJECT
 public:
    CostWhatIf(ReviewSession& session, QWidget* parent);

    void refresh();
    QStringList sentences() const;

 private:
    struct Asked {
        RunAnalysisPtr run;
        RunAnalysisPtr baseline;
        double threshold = 0;
        std::optional<double> baselineThreshold;
        std::optional<double> policy;
        std::size_t entries = 0;  // of the cost book
        bool operator==(const Asked&) const = default;
    };
    void ask();
    void show(const QStringList& sentences);
    QLineEdit* field(const char* id, const QString& name, int width);
    void suppose();

    ReviewSession& session_;
    // What production might be like: looked at here alone, the costs stay as they are.
    QLineEdit* volume_;
    QLineEdit* share_;
    PlainLabel* volumeWords_;
    PlainLabel* shareWords_;
    PlainLabel* supposed_;
    QVBoxLayout* column_;
    std::vector<PlainLabel*> lines_;
    std::optional<Asked> shown_;
    Asked asked_;
    BackgroundTask task_;
    BackgroundTask supposing_;
    QTimer pause_;
};

}  // namespace reckoner
