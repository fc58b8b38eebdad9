// What window tests share: settings and data in a folder of their own, and stores with small runs.
#pragma once

#include <cstdlib>
#include <fstream>
#include <memory>
#include <string>

#include <QApplication>
#include <QTest>

#include "core/store/store.h"
#include "tests/support/staging_builder.h"
#include "tests/support/temporary_folder.h"
#include "ui/session/background_task.h"
#include "ui/shell/main_window.h"

namespace reckoner::test {

// Before QApplication: nothing of the person's own files is read or written.
class OwnHome {
 public:
    OwnHome() {
        for (const char* name : {"XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "HOME"}) {
            std::filesystem::create_directories(folder_ / name);
            setenv(name, (folder_ / name).c_str(), 1);
        }
    }
    const TemporaryFolder& folder() const { return folder_; }

 private:
    TemporaryFolder folder_;
};

struct RunSpec {
    std::string model = "credit";
    std::string version = "1.0";
    std::string evalSet = "week-1";
    std::size_t rows = 120;
    std::string sha = "5e";
    std::string date = "2024-06-10";
};

inline RunId addRun(Store& store, const std::filesystem::path& folder, const RunSpec& spec) {
    StagingBuilder builder(folder / ("staged-" + spec.sha));
    fillBinaryRun(builder, numberedIds("id-", spec.rows));
    builder.run().model = spec.model;
    builder.run().version = spec.version;
    builder.run().evalSet = spec.evalSet;
    builder.run().sourceSha256 = spec.sha;
    builder.run().fingerprint = spec.evalSet;
    builder.run().info.runDate = spec.date;
    return store.publish(builder.staged(), {});
}

// Two versions of credit on one eval set, and one of churn.
struct SmallStore {
    explicit SmallStore(const std::filesystem::path& folder, const std::string& name = "small.reckoner")
        : store(Store::create(folder / name, clock())) {
        first = addRun(*store, folder, {"credit", "1.0", "week-1", 120, name + "a", "2024-06-01"});
        second = addRun(*store, folder, {"credit", "2.0", "week-1", 120, name + "b", "2024-06-10"});
        churn = addRun(*store, folder, {"churn", "1.0", "users", 90, name + "c", "2024-06-11"});
    }
    static const Clock& clock() {
        static const SystemClock clock;
        return clock;
    }
    std::shared_ptr<Store> store;
    RunId first = 0, second = 0, churn = 0;
};

// A window on a store, shown, with nothing under way.
struct ShownWindow {
    explicit ShownWindow(const std::shared_ptr<Store>& store = nullptr)
        : window(executor, SmallStore::clock()) {
        window.resize(1280, 800);
        if (store) {
            window.showStore(store);
        } else {
            window.start(std::nullopt);
        }
        window.show();
        settle();
    }
    void settle() {
        QTRY_VERIFY(!window.session().busy());
        QTRY_VERIFY(!BackgroundTask::anyRunning());
    }
    template <class T = QWidget>
    T* find(const char* name) {
        T* found = window.findChild<T*>(QLatin1String(name));
        if (!found) qWarning("no widget %s", name);
        return found;
    }
    void click(const char* name) { QTest::mouseClick(find(name), Qt::LeftButton); }

    Executor executor{2};
    MainWindow window;
};

inline void writeFile(const std::filesystem::path& file, const std::string& text) {
    std::ofstream(file, std::ios::binary) << text;
}
inline std::string readFile(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

// Settings first, then the application, then the tests.
template <class Case>
int runWindowTests(int argc, char** argv) {
    const OwnHome home;
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    Case test;
    return QTest::qExec(&test, argc, argv);
}

}  // namespace reckoner::test
