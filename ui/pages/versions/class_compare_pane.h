// The Compare tab for a model of several classes: all of them at once.
#pragma once

#include <QWidget>

#include "core/wording/class_compare_words.h"
#include "ui/session/review_session.h"

class QPushButton;
class QScrollArea;

namespace reckoner {

class ClassCompareDesk;
class ClassMatrixDifference;
class CompareTable;
class FlipTable;
class InlineMessage;
class PlainLabel;
class ProgressStrip;
class RequirementDesk;
class ToneLabel;

class ClassComparePane final : public QWidget {
    Q_OBJECT
 public:
    ClassComparePane(ReviewSession& session, RequirementDesk& requirements, QWidget* parent = nullptr);
    // Only while it is shown: a comparison costs time.
    void refresh(Aspects aspects);

 protected:
    void resizeEvent(QResizeEvent* event) override;

 private:
    VersionWords words() const;
    QStringList notes() const;
    std::string column() const;
    void showBoard();
    void showHeadline();
    void showFlips();
    void offerColumns();
    void openRow(std::size_t row);
    void openCell(std::size_t truth, std::size_t called);
    void openFlips(std::optional<std::size_t> segment, const std::string& flip);
    void place();

    ReviewSession& session_;
    RequirementDesk& requirements_;
    ClassCompareDesk* desk_;
    ToneLabel* headline_;
    ToneLabel* reasons_;
    InlineMessage* overlap_;
    ProgressStrip* progress_;
    QScrollArea* area_;
    QWidget* sheet_;
    CompareTable* table_;
    QPushButton* more_;
    PlainLabel* matrixTitle_;
    ClassMatrixDifference* matrix_;
    PlainLabel* flipTitle_;
    QPushButton* by_;
    FlipTable* flips_;
};

}  // namespace reckoner
