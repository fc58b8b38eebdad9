// Errors: matrix, list and case side by side, with a note at the foot of the case.
#pragma once

#include <QPointer>

#include "ui/pages/errors/case_ref.h"
#include "ui/pages/page.h"
#include "ui/session/chip_filters.h"

class QPushButton;
class QStackedWidget;

namespace reckoner {

class CaseListPane;
class CasePane;
class EmptyState;
class ErrorsFinding;
class FilterChips;
class InlineMessage;
class MatrixPane;
class NoteDesk;
class NoteEditor;
class OperatingLine;
class PeoplePane;
class PicksPane;
class ReasonsPane;
class SegmentedChoice;
class SignOffPane;

class ErrorsPage final : public Page {
    Q_OBJECT
 public:
    explicit ErrorsPage(ReviewSession& session, QWidget* parent = nullptr);
    ~ErrorsPage() override;
    static std::vector<std::string> modelOptions();  // as PageEntry says

    void refresh(Aspects aspects) override;

 protected:
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void hideEvent(QHideEvent* event) override;

 private:
    enum class View { Cases, Reasons, SignOff, People };

    void wire();
    void addKeys();
    View view() const;
    void setView(View view);
    void showView();
    void showEmpty();
    void display(const CaseRef& ref);
    void step(int by);
    void toList();
    void pickTag(const QString& tag);
    void offerPicks();
    void saveCohort();
    void exportListed();
    QString exportName() const;
    void goToSample(const QString& sampleId);
    void say(const QString& sentence);
    void sayDone(const QString& sentence);
    void sayFormer();
    void place();
    std::vector<QWidget*> content() const;

    ReviewSession& session_;
    QPointer<NoteDesk> desk_;  // goes with the session, which a window lets go of before its pages
    ErrorsFinding* finding_;
    FilterChips* chips_;
    SegmentedChoice* views_;
    MatrixPane* matrix_;
    PicksPane* picks_;
    QStackedWidget* middle_;
    CaseListPane* list_;
    ReasonsPane* reasons_;
    SignOffPane* signOff_;
    PeoplePane* people_;
    CasePane* case_;
    NoteEditor* note_;
    OperatingLine* line_;
    QPushButton* cohort_;
    QPushButton* export_;
    QPushButton* pick_;  // where there is no room for picks_
    InlineMessage* message_;
    EmptyState* empty_;
    std::optional<CaseFilters> dismissed_;  // their message was closed
    int bodyTop_ = 0;
    int leftEnd_ = 0;
    int caseStart_ = 0;
};

}  // namespace reckoner
