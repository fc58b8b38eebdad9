// The outputs of one sign-off, one a row: its id, and accepted, rejected or open.
#pragma once

#include <string>
#include <vector>

#include <QWidget>

#include "core/review/sign_off.h"

namespace reckoner {

class SignOffRows final : public QWidget {
    Q_OBJECT
 public:
    explicit SignOffRows(QWidget* parent = nullptr);

    void setItems(std::vector<SignOffItem> items, std::vector<std::string> ids);
    void setCurrent(std::size_t item);
    QRect rowRect(std::size_t item) const;
    QSize sizeHint() const override;

 Q_SIGNALS:
    void chosen(std::size_t item);

 protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

 private:
    std::vector<SignOffItem> items_;
    std::vector<std::string> ids_;
    std::size_t current_ = 0;
};

}  // namespace reckoner
