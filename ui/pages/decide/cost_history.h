// How the costs came about: every change with what it changed, who made it, when and why, newest first.
#pragma once

#include <vector>

#include <QWidget>

#include "ui/session/cost_desk.h"

class QVBoxLayout;

namespace reckoner {

class CostHistory final : public QWidget {
    Q_OBJECT
 public:
    CostHistory(ReviewSession& session, CostDesk& desk, QWidget* parent);

    void refresh();

 private:
    QWidget* rowOf(const CostModelRow& row, bool inForce);

    ReviewSession& session_;
    CostDesk& desk_;
    QVBoxLayout* column_;
    std::vector<QWidget*> rows_;
    std::vector<std::int64_t> shown_;
    bool all_ = false;  // more than the newest few
};

}  // namespace reckoner
