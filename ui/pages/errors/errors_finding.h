// The headline of the Errors page: what the selection comes to, in one sentence.
#pragma once

#include <memory>
#include <optional>

#include <QTimer>
#include <QWidget>

#include "core/cost/dearest.h"
#include "core/wording/errors_headline.h"
#include "ui/session/background_task.h"
#include "ui/session/review_session.h"

namespace reckoner {

class ToneLabel;

class ErrorsFinding final : public QWidget {
    Q_OBJECT
 public:
    explicit ErrorsFinding(ReviewSession& session, QWidget* parent = nullptr);

    void refresh(Aspects aspects);
    QString text() const;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

 Q_SIGNALS:
    void failed(const QString& sentence);
    void resized();  // the headline needs another height

 protected:
    void resizeEvent(QResizeEvent* event) override;

 private:
    void showBinary();
    void showClasses();
    void askForDearest();
    void say(const ErrorsHeadline& headline);

    // What was computed, and for what: shown only while that is still on the screen.
    struct KnownDearest {
        RunAnalysisPtr run;
        double threshold = 0;
        Outcome outcome = Outcome::Missed;
        std::optional<Dearest> dearest;
    };

    ReviewSession& session_;
    ToneLabel* label_;
    BackgroundTask task_;
    QTimer pause_;  // a drag asks for the dearest only where it rests
    std::optional<KnownDearest> dearest_;
};

}  // namespace reckoner
