// One line of the navigation: icon, name, and a count or a key at the right.
#pragma once

#include <QAbstractButton>

namespace reckoner {

class NavItem : public QAbstractButton {
    Q_OBJECT
 public:
    enum class Kind { Page, Foot };
    NavItem(Kind kind, const QString& iconName, const QString& title, QWidget* parent = nullptr);

    void setKeyHint(const QString& key);  // "F11"
    // A number in a pill at the right and what it counts; 0: none.
    void setCount(int count, const QString& what);
    QSize sizeHint() const override;

 protected:
    void paintEvent(QPaintEvent* event) override;

 private:
    Kind kind_;
    QString icon_;
    QString key_;
    int count_ = 0;
};

}  // namespace reckoner
