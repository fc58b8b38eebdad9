// The pages at the left, Present and Glossary at the foot.
#pragma once

#include <map>

#include <QWidget>

class QVBoxLayout;

namespace reckoner {

class NavItem;
class ReviewSession;

class Navigation : public QWidget {
    Q_OBJECT
 public:
    explicit Navigation(ReviewSession& session, QWidget* parent = nullptr);
    void setGlossaryOpen(bool open);

 Q_SIGNALS:
    void decisionWanted();
    void presentWanted();
    void glossaryWanted();

 protected:
    void paintEvent(QPaintEvent* event) override;

 private:
    void addPages(QVBoxLayout* column);
    void addFoot(QVBoxLayout* column);
    void follow();
    void countDue();

    ReviewSession& session_;
    std::map<QString, NavItem*> items_;  // by page id
    NavItem* glossary_ = nullptr;
    NavItem* decision_;  // where something can be written
};

}  // namespace reckoner
