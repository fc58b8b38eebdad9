// One case in full: outcome, scores in every version, what moved them, fields, texts.
#pragma once

#include <memory>
#include <optional>

#include <QTimer>
#include <QWidget>

#include "ui/pages/errors/case_parts.h"
#include "ui/pages/errors/case_ref.h"
#include "ui/session/background_task.h"
#include "ui/session/review_session.h"

class QPlainTextEdit;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace reckoner {

class CaseReader;
class CaseReviewButton;
class PlainLabel;
class ToneLabel;

class CasePane final : public QWidget {
    Q_OBJECT
 public:
    explicit CasePane(ReviewSession& session, QWidget* parent = nullptr);
    ~CasePane() override;

    void refresh(Aspects aspects);
    // The case to show; nothing: none is chosen. It is read off the UI thread.
    void setCase(const std::optional<CaseRef>& ref);
    const std::optional<CaseRef>& shownCase() const { return ref_; }
    std::shared_ptr<const CaseFacts> facts() const { return view_.facts; }
    // What is said while there is no case; empty: nothing.
    void setEmptyText(const QString& sentence);
    // What "corrected to" says below the outcome; empty: nothing.
    void setCorrection(const QString& sentence);

 Q_SIGNALS:
    // The case was read: also again, when the run's data changed. Null: none.
    void read(const std::shared_ptr<const reckoner::CaseFacts>& facts);

 protected:
    void paintEvent(QPaintEvent* event) override;

 private:
    void assemble();
    void start();
    void display(std::shared_ptr<const CaseFacts> facts);
    void showHead();
    void showOutcome();
    void showParts();
    void showTexts();
    void say(const QString& sentence);
    void makeRequirement();

    ReviewSession& session_;
    BackgroundTask task_;
    QTimer slow_;  // the old card stays this long while the next one is read
    std::shared_ptr<CaseReader> reader_;
    std::optional<CaseRef> ref_;
    QString emptyText_;
    CardView view_;

    PlainLabel* id_;
    PlainLabel* place_;
    CaseReviewButton* review_;
    QWidget* mark_;
    ToneLabel* outcome_;
    PlainLabel* correction_;
    PlainLabel* note_;  // why there is no card
    QScrollArea* scroll_;
    QWidget* body_;
    QWidget* texts_;
    QVBoxLayout* textColumn_;
    CasePart* later_;
    CasePart* scores_;
    CasePart* classes_;
    CasePart* factors_;
    PlainLabel* explanation_;
    QWidget* rule_;
    CasePart* fields_;
    QPushButton* require_;
};

}  // namespace reckoner
