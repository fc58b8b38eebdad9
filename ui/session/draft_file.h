// What is typed and not yet in the store, kept outside it from keystroke to commit: a killed program or a
// full disk loses nothing. One file a window; what a dead one left is taken over by the next to open the
// store.
#pragma once

#include <filesystem>
#include <vector>

#include "core/review/annotation.h"

namespace reckoner {

class DraftFile {
 public:
    // folder: made when first written to. store: whose drafts these are.
    DraftFile(std::filesystem::path folder, const std::filesystem::path& store);
    // Drafts that are still there stay in their file for the next start.
    ~DraftFile();
    DraftFile(const DraftFile&) = delete;
    DraftFile& operator=(const DraftFile&) = delete;

    // Replaces the file; none: it goes. False when it could not be written. Costs a write without fsync.
    bool write(const std::vector<Annotation>& drafts);
    // What windows that are gone have left for this store. Theirs until forgetLeft(): call that once the
    // drafts are in this file or in the store.
    std::vector<Annotation> left();
    void forgetLeft();

 private:
    struct Left {
        std::filesystem::path file;
        int lock;
    };
    bool begin();

    std::filesystem::path folder_;
    std::string prefix_;  // of all files of this store
    std::filesystem::path file_;
    int lock_ = -1;
    std::vector<Left> left_;
};

}  // namespace reckoner
