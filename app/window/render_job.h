// Draws one page into a file, off screen: shows the window, waits until nothing is under way, writes.
#pragma once

#include <functional>

#include <QObject>

#include "app/window/options.h"
#include "core/base/error.h"
#include "core/store/store.h"

namespace reckoner {
class MainWindow;
}

namespace reckoner::window {

class RenderJob : public QObject {
    Q_OBJECT
 public:
    RenderJob(MainWindow& window, const RenderOptions& options, QObject* parent = nullptr);

    // Throws Error: no such page, no such run. Ends by finished().
    void start(const std::shared_ptr<Store>& store);

 Q_SIGNALS:
    // Nothing: written.
    void finished(const std::optional<reckoner::Error>& problem);

 private:
    void look();
    void write();
    QByteArray drawn();

    MainWindow& window_;
    RenderOptions options_;
    int calm_ = 0;  // looks in a row at which nothing was under way
};

}  // namespace reckoner::window
