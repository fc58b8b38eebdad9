// The list of cases: what cohort, cell, filters and pick leave, in the order chosen; one of them is the case
// on the card. Works off the UI thread; what is stale is greyed and never overtakes what is new.
#pragma once

#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include <QTimer>
#include <QWidget>

#include "ui/pages/errors/case_ref.h"
#include "ui/session/review_session.h"

namespace reckoner {

class CaseListPane final : public QWidget {
    Q_OBJECT
 public:
    explicit CaseListPane(ReviewSession& session, QWidget* parent = nullptr);
    ~CaseListPane() override;

    void refresh(Aspects aspects);
    // To the next case, or the previous with -1. At the end nothing happens.
    void step(int by);
    CaseRef current() const;
    std::size_t listed() const;
    // What was marked by hand, as rows in the list's order; the whole list where only one case is marked.
    // Precondition for the whole list: it is complete (else empty).
    std::vector<RowIndex> rowsToExport() const;
    // How many rowsToExport() would give.
    std::size_t exportCount() const;

 Q_SIGNALS:
    // Another case, or the same in another list. listed == 0: there is none.
    void currentCase(const reckoner::CaseRef& ref);
    // Return or a double click: to the card.
    void opened();

 protected:
    void resizeEvent(QResizeEvent* event) override;

 private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace reckoner
