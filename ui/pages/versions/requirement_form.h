// A requirement written by sentence: what reaches what, for whom, by when, why, and whose it is.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include <QFrame>

#include "core/review/cohort.h"
#include "core/review/requirement.h"

class QComboBox;
class QHBoxLayout;
class QLineEdit;
class QPushButton;

namespace reckoner {

class PlainLabel;
class SegmentedChoice;

class RequirementForm final : public QFrame {
    Q_OBJECT
 public:
    struct Request {
        std::int64_t modelId = 0;
        // What stands in the form from the start; empty: nothing.
        std::string cohort{};  // an expression
        std::string metric{};  // id of requirementMetrics()
        std::string because{};
        std::vector<Cohort> cohorts;
        std::vector<std::string> versions;  // names a requirement can be held against
        std::vector<std::string> columns;   // segments it can be asked of
        std::vector<std::string> classes;   // of several; empty: a binary model
    };
    // Throws Error with what is wrong, which the form shows.
    using Save = std::function<void(const Requirement& requirement)>;
    RequirementForm(const Request& request, Save save, QWidget* parent);

 Q_SIGNALS:
    void closed(bool saved);

 protected:
    void keyPressEvent(QKeyEvent* event) override;

 private:
    QWidget* word(const QString& text);
    QLineEdit* edit(const char* name, const QString& spoken, int width, const QString& hint = {});
    QComboBox* combo(const char* name, const QString& spoken);
    void showKind();
    Requirement requirement() const;
    void accept();

    Request request_;
    Save save_;
    SegmentedChoice* kind_;
    QComboBox *metric_, *baseline_, *cohort_, *column_, *class_;
    QLineEdit *floor_, *target_, *byAtMost_, *share_, *expression_, *due_, *because_, *owner_, *who_;
    std::vector<QWidget*> floorPart_, baselinePart_, sharePart_;
    QWidget* fair_ = nullptr;
    PlainLabel* problem_;
    QPushButton* save_button_;
};

}  // namespace reckoner
