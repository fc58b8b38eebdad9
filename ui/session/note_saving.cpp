#include "ui/session/note_saving.h"

#include <chrono>

#include <unistd.h>

#include "core/base/random.h"

namespace reckoner {

std::string freshNoteUid(const Clock& clock) {
    static std::uint64_t made = 0;
    const auto time = static_cast<std::uint64_t>(clock.now().time_since_epoch().count());
    const auto steady =
        static_cast<std::uint64_t>(std::chrono::steady_clock::now().time_since_epoch().count());
    Random random(time ^ (static_cast<std::uint64_t>(::getpid()) << 40) ^ (steady << 13), ++made);
    std::string uid;
    constexpr std::string_view kDigits = "0123456789abcdef";
    for (int i = 0; i < 32; ++i)
        uid += kDigits[random.below(16)];
    return uid;
}

void copyContent(const Annotation& from, Annotation& to) {
    Annotation copy = from;
    copy.id = to.id;
    copy.uid = to.uid;
    copy.author = to.author;
    copy.seenOnVersion = to.seenOnVersion;
    copy.createdAt = to.createdAt;
    copy.changedAt = to.changedAt;
    copy.changedBy = to.changedBy;
    copy.revision = to.revision;
    copy.conflictWith = to.conflictWith;
    to = std::move(copy);
}

void copyIdentity(const Annotation& from, Annotation& to) {
    Annotation copy = from;
    copyContent(to, copy);
    to = std::move(copy);
}

bool nothingTyped(const Annotation& note) {
    Annotation typed = note;
    typed.produced.clear();
    return isBlank(typed);
}

std::optional<SavedNote> storeNote(const std::shared_ptr<Store>& file, Annotation note, bool anew) {
    Notebook notebook(file);
    if (!nothingTyped(note)) {
        if (anew && note.id != 0) {
            notebook.remove(note.id);
            note.id = 0;
        }
        return notebook.save(note);
    }
    const auto stored = notebook.annotation(note.id);
    if (!stored) return std::nullopt;
    // Somebody else wrote there meanwhile: theirs stays.
    if (stored->revision != note.revision) return SavedNote{*stored, std::nullopt};
    notebook.remove(note.id);
    return std::nullopt;
}

}  // namespace reckoner
