// What a term means, under the pointer wherever a page says it: labels, buttons, heads of tables.
#pragma once

#include <QObject>

#include "ui/session/review_session.h"

namespace reckoner {

class GlossaryHover final : public QObject {
    Q_OBJECT
 public:
    // For every widget below `window`.
    GlossaryHover(ReviewSession& session, QWidget* window);
    ~GlossaryHover() override;

    // What would be shown for a text; empty: it names no term, or is a text somebody reads anyway.
    QString meaning(const QString& text) const;

 protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

 private:
    ReviewSession& session_;
    QWidget* window_;
};

}  // namespace reckoner
