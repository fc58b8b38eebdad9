// The Compare tab: what is found about the run against the version it is compared with, and the evidence.
#pragma once

#include <QTimer>
#include <QWidget>

#include "core/review/version_verdict.h"
#include "core/wording/version_words.h"
#include "ui/session/review_session.h"

class QPushButton;
class QScrollArea;

namespace reckoner {

class CompareDesk;
class CompareTable;
class CompareEvidence;
class CompareMore;
class InlineMessage;
class PlainLabel;
class ProgressStrip;
class RequirementDesk;
class SegmentedChoice;
class ToneLabel;

class ComparePane final : public QWidget {
    Q_OBJECT
 public:
    ComparePane(ReviewSession& session, RequirementDesk& requirements, QWidget* parent = nullptr);
    // Only while it is shown: a comparison costs time.
    void refresh(Aspects aspects);
    // What stands at the right of the tabs.
    std::vector<QWidget*> actions() const;

 protected:
    void resizeEvent(QResizeEvent* event) override;

 private:
    void ask();
    void showBoard();
    void showHeadline();
    void showRules();
    void showMessages();
    VersionWords words() const;
    std::string changelog() const;
    QStringList notes() const;
    std::vector<RunId> runs() const;
    void openRow(std::size_t row);
    void place();

    ReviewSession& session_;
    RequirementDesk& requirements_;
    CompareDesk* desk_;
    ToneLabel* headline_;
    ToneLabel* reasons_;
    SegmentedChoice* rule_;
    QPushButton* sides_;
    InlineMessage* overlap_;
    ProgressStrip* progress_;
    QScrollArea* area_;
    QWidget* sheet_;
    CompareTable* table_;
    QPushButton* more_;
    CompareEvidence* evidence_;
    CompareMore* further_;
    QTimer rest_;  // a comparison follows the threshold when it comes to rest
};

}  // namespace reckoner
