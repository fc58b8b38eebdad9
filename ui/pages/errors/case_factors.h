// What moved the score of one case, as signed bars on one axis.
#pragma once

#include "ui/pages/errors/case_parts.h"

namespace reckoner {

class FactorBars final : public CasePart {
    Q_OBJECT
 public:
    explicit FactorBars(QWidget* parent = nullptr);
    bool hasSomething() const override;
    QSize sizeHint() const override;

 protected:
    void paintEvent(QPaintEvent* event) override;

 private:
    std::size_t drawn() const;
    QString valueOf(const Factor& factor) const;
};

}  // namespace reckoner
