// The model's own words for its outcomes, folded away until somebody wants to change them.
#pragma once

#include <QWidget>

#include "ui/pages/decide/cost_inputs.h"

class QPushButton;

namespace reckoner {

class CostVocabulary final : public QWidget {
    Q_OBJECT
 public:
    CostVocabulary(CostInputs& inputs, QWidget* parent);

    // Unfolds where a word is what cannot be stored.
    void refresh(const CostReading& reading);

 private:
    void unfold(bool open);

    QPushButton* fold_;
    QWidget* words_;
};

}  // namespace reckoner
