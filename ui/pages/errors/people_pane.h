// What people said against the data and the model: corrected labels with what they change, and how often
// people who decided themselves agree with the model.
#pragma once

#include <memory>
#include <vector>

#include <QWidget>

#include "core/wording/errors_people.h"
#include "ui/session/background_task.h"
#include "ui/session/review_session.h"

class QScrollArea;
class QVBoxLayout;

namespace reckoner {

class PeoplePane final : public QWidget {
    Q_OBJECT
 public:
    explicit PeoplePane(ReviewSession& session, QWidget* parent = nullptr);
    ~PeoplePane() override;

    // Works out what is shown: call while the pane is on the screen.
    void refresh(Aspects aspects);

 Q_SIGNALS:
    void failed(const QString& sentence);

 protected:
    void resizeEvent(QResizeEvent* event) override;

 private:
    // Of the selection on the page.
    struct Found {
        std::string corrections;
        std::vector<FigureTable> corrected;  // none without corrections
        std::string overrides;
        std::vector<FigureTable> agreement;
    };
    void load();
    void display(const Found& found);
    void addSection(const QString& title, const char* name, const std::string& about,
                    const std::vector<FigureTable>& tables);

    ReviewSession& session_;
    BackgroundTask task_;
    QScrollArea* scroll_;
    QWidget* body_ = nullptr;
    QVBoxLayout* column_ = nullptr;
};

}  // namespace reckoner
