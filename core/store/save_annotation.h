// How a note is saved when others may have saved it too: nothing typed is lost.
#pragma once

#include <string>

#include "core/store/notebook.h"

namespace SQLite {
class Database;
}

namespace reckoner {

// See Notebook::save. Inside a transaction.
SavedNote saveAnnotation(SQLite::Database& database, const Annotation& given, const std::string& now);

}  // namespace reckoner
