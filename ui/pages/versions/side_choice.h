// Which further versions stand in the comparison: ticks, at most two beside the run and the one compared
// with.
#pragma once

#include <vector>

#include <QFrame>

#include "ui/pages/versions/version_sides.h"

class QCheckBox;

namespace reckoner {

class PlainLabel;

class SideChoicePopup final : public QFrame {
    Q_OBJECT
 public:
    // Deletes itself when closed.
    SideChoicePopup(ReviewSession& session, QWidget* parent);
    void popUnder(QWidget* anchor);

 private:
    struct Row {
        versions::SideChoice side;
        QCheckBox* tick = nullptr;
    };
    void add(const versions::SideChoice& side, const QString& title, QWidget* parent);
    void take();
    void limit();

    ReviewSession& session_;
    std::vector<Row> rows_;
    PlainLabel* hint_;
};

}  // namespace reckoner
