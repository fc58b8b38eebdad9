// What an open store is made of, for the other facades of core/store: its connections, its writer, its clock.
#pragma once

#include <string>

#include "core/store/database.h"
#include "core/store/store.h"
#include "core/store/store_writer.h"

namespace reckoner {

// Only core/store includes this. All live as long as the store.
class StoreAccess {
 public:
    static ReadConnections& readers(const Store& store);
    static StoreWriter& writer(Store& store);
    static std::string now(const Store& store);
};

}  // namespace reckoner
