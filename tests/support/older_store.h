// Stores as older versions of the program wrote them.
#pragma once

#include <filesystem>
#include <string>

#include <SQLiteCpp/SQLiteCpp.h>

#include "core/base/task_context.h"
#include "core/store/database.h"
#include "core/store/migrations.h"
#include "core/store/publish.h"
#include "core/store/store_file.h"
#include "core/store/store_writer.h"

namespace reckoner::test {

// A store of that schema, 1 to schemaVersion(), with these runs. Valid as long as publishing writes no table
// of a later step.
inline void makeStoreOfSchema(const std::filesystem::path& file, int version,
                              const std::vector<const StagedRun*>& runs, const std::string& now) {
    {
        PendingFile pending(file);
        {
            const DatabasePtr database = buildDatabase(pending.path());
            migrate(*database, version);
        }
        pending.place();
    }
    ReadConnections readers(file, nullptr);
    StoreWriter writer(file, false, nullptr);
    for (const StagedRun* run : runs)
        publishRun(readers, writer, *run, now, {});
}

}  // namespace reckoner::test
