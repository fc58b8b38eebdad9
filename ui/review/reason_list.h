// Why the model is wrong, the dearest reason first. A drag (or Alt with an arrow) puts one higher or lower;
// the plus makes an action of it.
#pragma once

#include <string>
#include <vector>

#include <QAbstractScrollArea>

#include "core/review/reasons.h"

namespace reckoner {

class ReasonList final : public QAbstractScrollArea {
    Q_OBJECT
 public:
    explicit ReasonList(QWidget* parent);

    // currency: of the costs; said: what stands there while there is no reason.
    void setReasons(const std::vector<ErrorReason>& reasons, const QString& currency, const QString& said);
    int wantedHeight() const;
    int wholeRows(int height) const;  // what of a height its rows fill

 Q_SIGNALS:
    void ordered(const std::vector<std::string>& tags);
    void actionWanted(const QString& tag);
    void opened(const QString& tag);

 protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

 private:
    int rowAt(int y) const;
    int top(int row) const;
    void move(int from, int to);
    void tell();

    std::vector<ErrorReason> reasons_;
    QString currency_;
    QString said_;
    int pressed_ = -1;
    int chosen_ = 0;
    bool dragged_ = false;
    bool onPlus_ = false;
};

}  // namespace reckoner
