// How a note goes into the store, and what of it is its content.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "core/base/clock.h"
#include "core/store/notebook.h"

namespace reckoner {

// Nothing but what was filled in for the writer.
bool nothingTyped(const Annotation& note);
// A note's name in every store, known before its first save: so saving twice is saving once.
std::string freshNoteUid(const Clock& clock);
// What people wrote; all else of `to` stays.
void copyContent(const Annotation& from, Annotation& to);
// All but what people wrote.
void copyIdentity(const Annotation& from, Annotation& to);

// Saves the note; one in which nothing is typed goes, unless somebody else wrote there meanwhile. anew:
// stored again under its author. Nothing: it is not in the store. On any thread. Throws as Notebook does.
std::optional<SavedNote> storeNote(const std::shared_ptr<Store>& file, Annotation note, bool anew);

}  // namespace reckoner
