#include "core/store/store_writer.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include "core/base/error.h"
#include "core/store/store_file.h"

namespace reckoner {

StoreWriter::StoreWriter(std::filesystem::path file, bool readOnly, std::function<void()> beforeWrite)
    : file_(std::move(file)), readOnly_(readOnly), beforeWrite_(std::move(beforeWrite)) {}
StoreWriter::~StoreWriter() = default;

void StoreWriter::begin() {
    if (readOnly_)
        throw Error(
            ErrorCode::Store,
            fmt::format("The store {} was opened for reading only: nothing was changed.", storeName(file_)),
            file_.string());
    if (beforeWrite_) beforeWrite_();
    if (!database_) database_ = openDatabase(file_, Access::Write);
    database_->exec("BEGIN IMMEDIATE");
}

// The journal's name goes last, and with it the transaction holds; when the disk does not confirm that,
// SQLite says it failed although it did not. It is confirmed once more, or said as it is.
void StoreWriter::commit() {
    try {
        database_->exec("COMMIT");
        return;
    } catch (const SQLite::Exception& error) {
        if (error.getExtendedErrorCode() != SQLITE_IOERR_DIR_FSYNC) throw;
    }
    database_.reset();
    if (syncFolderOf(file_)) return;
    throw Error(ErrorCode::Store,
                fmt::format("The change is in the store {}, but its disk does not confirm it: check the disk "
                            "before you go on.",
                            storeName(file_)),
                file_.string());
}

// SQLite rolls back by itself after some errors and not after others (FULL, IOERR, INTERRUPT). A connection
// that cannot even roll back is closed: whoever opens the file next does it from the journal.
void StoreWriter::rollBack() noexcept {
    if (!database_) return;
    if (sqlite3_get_autocommit(database_->getHandle()) == 0 && database_->tryExec("ROLLBACK") != SQLITE_OK)
        database_.reset();
}

}  // namespace reckoner
