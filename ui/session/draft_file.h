// What is typed and not yet in the store, kept outside it from keystroke to commit: a killed program or a
// full disk loses nothing. One file a window; what a dead one left is taken over by the next to open the
// store.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/review/annotation.h"

namespace reckoner {

// Text of one window, in a file of its own.
class KeptText {
 public:
    // folder: made when first written to. store: whose drafts these are. kind: what is drafted; empty: notes.
    KeptText(std::filesystem::path folder, const std::filesystem::path& store, const std::string& kind);
    // What is still there stays in its file for the next start.
    ~KeptText();
    KeptText(const KeptText&) = delete;
    KeptText& operator=(const KeptText&) = delete;

    // Replaces the file; empty: it goes. False when it could not be written. Costs a write without fsync.
    bool write(const std::string& text);
    // What windows that are gone have left for this store. Theirs until forgetLeft(): call that once the
    // drafts are in this file or in the store.
    std::vector<std::string> left();
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

// Notes that are typed and not yet stored.
class DraftFile {
 public:
    DraftFile(std::filesystem::path folder, const std::filesystem::path& store)
        : text_(std::move(folder), store, {}) {}

    // As KeptText.
    bool write(const std::vector<Annotation>& drafts);
    std::vector<Annotation> left();
    void forgetLeft() { text_.forgetLeft(); }

 private:
    KeptText text_;
};

}  // namespace reckoner
