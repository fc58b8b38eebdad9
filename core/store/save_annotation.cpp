#include "core/store/save_annotation.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include "core/base/error.h"
#include "core/store/annotation_repository.h"
#include "core/store/model_repository.h"
#include "core/store/written_text.h"

namespace reckoner {
namespace {

std::optional<Annotation> storedOf(SQLite::Database& database, const Annotation& note) {
    if (!note.uid.empty()) return annotationWithUid(database, note.uid);
    if (note.id == 0) return std::nullopt;
    const auto stored = annotationWithId(database, note.id);
    if (!stored)
        throw Error(ErrorCode::Usage, fmt::format("There is no note {} in this store any more.", note.id));
    return stored;
}

Annotation inserted(SQLite::Database& database, Annotation note, const std::string& now) {
    requireModel(database, note.modelId);
    if (note.uid.empty()) note.uid = newUid(database);
    if (note.createdAt.empty()) note.createdAt = now;
    note.changedAt = now;
    ++note.revision;
    note.id = insertAnnotation(database, note);
    return note;
}

Annotation updated(SQLite::Database& database, Annotation note, const Annotation& stored,
                   const std::string& now) {
    note.id = stored.id;
    note.uid = stored.uid;
    note.createdAt = stored.createdAt;
    if (!stored.author.empty()) note.author = stored.author;
    if (!stored.seenOnVersion.empty()) note.seenOnVersion = stored.seenOnVersion;
    if (note.changedBy == note.author) note.changedBy.clear();
    note.changedAt = now;
    note.revision = stored.revision + 1;
    updateAnnotation(database, note);
    return note;
}

// Theirs stays, ours is kept beside it; once, however often the same text is saved again.
SavedNote keptBeside(SQLite::Database& database, Annotation note, const Annotation& theirs,
                     const std::string& now) {
    if (isBlank(note)) return {theirs, theirs};
    note.uid = uidBeside(theirs.uid, note);
    if (const auto known = annotationWithUid(database, note.uid)) return {*known, theirs};
    note.conflictWith = theirs.uid;
    note.id = 0;
    note.revision = 0;
    note.createdAt.clear();
    return {inserted(database, note, now), theirs};
}

}  // namespace

SavedNote saveAnnotation(SQLite::Database& database, const Annotation& given, const std::string& now) {
    const Annotation note = cleanAnnotation(given);
    const auto stored = storedOf(database, note);
    if (!stored) return {inserted(database, note, now), std::nullopt};
    if (stored->modelId != note.modelId || stored->sampleId != note.sampleId)
        throw Error(ErrorCode::Usage, "A note stays with its sample: write a new one for another sample.");
    if (sameContent(note, *stored) && note.conflictWith == stored->conflictWith) return {*stored, {}};
    if (note.revision != stored->revision) return keptBeside(database, note, *stored, now);
    return {updated(database, note, *stored, now), std::nullopt};
}

}  // namespace reckoner
