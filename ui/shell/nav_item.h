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
    QSize sizeHint() const override;

 protected:
    void paintEvent(QPaintEvent* event) override;

 private:
    Kind kind_;
    QString icon_;
    QString key_;
};

}  // namespace reckoner
