// A polite request to end (SIGTERM, SIGINT, SIGHUP) closes the windows as the person would: what was typed
// and how the window stood is saved first.
#pragma once

#include <memory>

#include <QObject>

class QSocketNotifier;

namespace reckoner::window {

// One per process, on the UI thread. The handlers are taken away with it.
class EndSignals : public QObject {
    Q_OBJECT
 public:
    explicit EndSignals(QObject* parent = nullptr);
    ~EndSignals() override;

 Q_SIGNALS:
    void endWanted();

 private:
    std::unique_ptr<QSocketNotifier> notifier_;
};

}  // namespace reckoner::window
