// What is known about a version besides its runs, as a form in the page.
#pragma once

#include <functional>
#include <vector>

#include <QFrame>

#include "core/review/stage.h"

class QCheckBox;
class QLineEdit;
class QPushButton;

namespace reckoner {

class PlainLabel;

class FactsForm final : public QFrame {
    Q_OBJECT
 public:
    // Throws Error with what is wrong, which the form shows.
    using Save = std::function<void(const VersionFacts& facts)>;
    FactsForm(const VersionFacts& facts, Save save, QWidget* parent);

 Q_SIGNALS:
    void closed(bool saved);

 protected:
    void keyPressEvent(QKeyEvent* event) override;

 private:
    QLineEdit* field(const QString& name, const std::string& text, const char* objectName);
    void accept();

    VersionFacts facts_;
    Save save_;
    std::vector<std::pair<QString, QLineEdit*>> fields_;
    QLineEdit *owner_, *learnt_, *plan_, *cost_, *currency_, *p50_, *p95_, *p99_, *who_;
    QCheckBox* baseline_;
    PlainLabel* problem_;
};

}  // namespace reckoner
