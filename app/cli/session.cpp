#include "app/cli/session.h"

#include "core/base/recent_stores.h"

namespace reckoner::cli {

std::filesystem::path Session::storeFile() const {
    return store.empty() ? defaultStore() : std::filesystem::path(store);
}

}  // namespace reckoner::cli
