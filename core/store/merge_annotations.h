// Notes from elsewhere join those of a store: by uid, keeping both sides of a conflict.
#pragma once

#include <string>

#include "core/store/notebook.h"

namespace SQLite {
class Database;
}

namespace reckoner {

// See Notebook::merge. Inside a transaction.
MergedNotes mergeAnnotations(SQLite::Database& database, const std::vector<Annotation>& notes,
                             const std::string& now);

}  // namespace reckoner
