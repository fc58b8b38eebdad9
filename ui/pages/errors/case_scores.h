// How the versions of a model scored one case: a strip each against its threshold, or a bar a class.
#pragma once

#include "ui/pages/errors/case_parts.h"

namespace reckoner {

// Binary: name, track with threshold and dot, score, decision; one line a version.
class ScoreStrips final : public CasePart {
    Q_OBJECT
 public:
    explicit ScoreStrips(QWidget* parent = nullptr);
    bool hasSomething() const override;
    QSize sizeHint() const override;

 protected:
    void paintEvent(QPaintEvent* event) override;
};

// Several classes: of each version the classes that matter for this case, with their scores.
class ClassBars final : public CasePart {
    Q_OBJECT
 public:
    explicit ClassBars(QWidget* parent = nullptr);
    bool hasSomething() const override;
    QSize sizeHint() const override;

 protected:
    void paintEvent(QPaintEvent* event) override;

 private:
    // Places of the classes drawn for a version, in class order.
    std::vector<std::size_t> drawn(const CaseScore& score) const;
    // The version on the screen first, the others newest first.
    std::vector<const CaseScore*> ordered() const;
    void paintVersion(QPainter& painter, const CaseScore& score, int top);
};

}  // namespace reckoner
