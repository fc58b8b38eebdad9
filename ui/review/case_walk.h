// The picked cases of a deep-dive: which one is on the screen, and a step to the next.
#pragma once

#include <string>
#include <vector>

#include <QWidget>

class QToolButton;

namespace reckoner {

class PlainLabel;

class CaseWalk final : public QWidget {
    Q_OBJECT
 public:
    explicit CaseWalk(QWidget* parent);

    // current: sample id of the case on the screen.
    void setCases(const std::vector<std::string>& cases, const std::string& current);
    void step(int by);
    int wantedHeight() const;

 Q_SIGNALS:
    void chosen(int pick);
    void removed(int pick);

 protected:
    void resizeEvent(QResizeEvent* event) override;

 private:
    int at() const;

    std::vector<std::string> cases_;
    std::string current_;
    PlainLabel* name_;
    PlainLabel* place_;
    QToolButton* back_;
    QToolButton* forward_;
    QToolButton* remove_;
};

}  // namespace reckoner
