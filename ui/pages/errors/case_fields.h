// The columns of one case as names and values, in two columns where they fit.
#pragma once

#include "ui/pages/errors/case_parts.h"

namespace reckoner {

enum class FieldKind { Own, Later };  // the sample's own columns, or what became known later

class FieldGrid final : public CasePart {
    Q_OBJECT
 public:
    explicit FieldGrid(FieldKind kind, QWidget* parent = nullptr);
    bool hasSomething() const override;
    QSize sizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

 protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;  // a value that is cut is told by the tooltip

 private:
    struct Place {
        std::size_t field;
        QRect name;
        QRect value;
    };
    const std::vector<CaseField>& fields() const;
    QString nameOf(const CaseField& field) const;
    std::vector<Place> places(int width) const;

    FieldKind kind_;
};

}  // namespace reckoner
