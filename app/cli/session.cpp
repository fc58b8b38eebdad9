#include "app/cli/session.h"

#include "core/base/error.h"
#include "core/base/recent_stores.h"

namespace reckoner::cli {

Session::~Session() = default;

std::filesystem::path Session::storeFile() const {
    return store.empty() ? defaultStore() : std::filesystem::path(store);
}

std::shared_ptr<Store> Session::openStore(OpenMode mode) const {
    const auto file = storeFile();
    if (store.empty() && !std::filesystem::exists(file)) {
        throw Error(ErrorCode::Store,
                    "There is no store yet; `reckoner import FILE` or `reckoner demo` makes one, or name one "
                    "with --store.");
    }
    auto opened = Store::open(file, mode, clock);
    rememberStore(file);
    return opened;
}

Executor& Session::executor() const {
    if (!executor_) executor_ = std::make_unique<Executor>();
    return *executor_;
}

}  // namespace reckoner::cli
