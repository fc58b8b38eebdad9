// What the painted parts of a case's card share: what they show, and how they write.
#pragma once

#include <memory>

#include <QPainter>
#include <QWidget>

#include "core/cost/cost_model.h"
#include "core/review/case_facts.h"
#include "core/wording/vocabulary.h"
#include "ui/style/theme.h"

namespace reckoner {

struct CardView {
    std::shared_ptr<const CaseFacts> facts;
    OperatingPoint point;  // of the run on the screen
    double threshold = 0;  // countedFrom() of it
    Vocabulary words;
    CostModel costs;
};

// A part shows one case; it is hidden by its owner where it has nothing to show.
class CasePart : public QWidget {
    Q_OBJECT
 public:
    explicit CasePart(QWidget* parent = nullptr) : QWidget(parent) {
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        connect(&Theme::instance(), &Theme::changed, this, [this] {
            updateGeometry();
            update();
        });
    }
    void setView(const CardView& view) {
        view_ = view;
        updateGeometry();
        update();
    }
    virtual bool hasSomething() const = 0;
    QSize minimumSizeHint() const override { return QSize(200, sizeHint().height()); }

 protected:
    const CaseFacts& facts() const { return *view_.facts; }
    CardView view_;
};

namespace parts {

inline int px(int size) {
    return qRound(size * Theme::instance().typeScale());
}

// One line in a box, cut with an ellipsis where it does not fit.
inline void write(QPainter& painter, const QRectF& box, Qt::Alignment side, const QString& text,
                  const QFont& font, const QColor& color) {
    painter.setFont(font);
    painter.setPen(color);
    const QString fitting = QFontMetricsF(font).elidedText(text, Qt::ElideRight, box.width());
    painter.drawText(box, static_cast<int>(side | Qt::AlignVCenter) | Qt::TextSingleLine, fitting);
}

}  // namespace parts
}  // namespace reckoner
