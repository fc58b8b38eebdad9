// Figures that were frozen beside what they are now: what, then with its interval, now with its interval.
#pragma once

#include <optional>
#include <vector>

#include <QString>
#include <QWidget>

#include "core/wording/policy_words.h"

namespace reckoner {

class ThenNowTable final : public QWidget {
    Q_OBJECT
 public:
    explicit ThenNowTable(QWidget* parent = nullptr);

    // now: nothing while it is not known; then its columns are left out. note: below the table; may be empty.
    void setEvidence(const std::optional<PolicyEvidence>& then, const std::optional<PolicyEvidence>& now,
                     const Vocabulary& words, const QString& note);
    QSize sizeHint() const override;

 protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

 private:
    // Right ends of the figures and left ends of their intervals; where all do not fit side by side the
    // intervals stand below their figures.
    struct Columns {
        bool stacked = false;
        qreal then = 0, thenInterval = 0, now = 0, nowInterval = 0;
    };
    Columns columns() const;
    int rowHeight() const;
    int noteHeight() const;

    std::vector<ThenNowRow> rows_;
    QString thenOf_, nowOf_;  // evaluation sets
    QString note_;
    bool now_ = false;
};

}  // namespace reckoner
