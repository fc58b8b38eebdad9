// Notes on samples.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/review/annotation.h"

namespace SQLite {
class Database;
}

namespace reckoner {

// By sample id, then by creation.
std::vector<Annotation> annotationsOfModel(SQLite::Database& database, std::int64_t modelId);
std::vector<Annotation> annotationsOfSample(SQLite::Database& database, std::int64_t modelId,
                                            const std::string& sampleId);
std::optional<Annotation> annotationWithId(SQLite::Database& database, std::int64_t id);
std::optional<Annotation> annotationWithUid(SQLite::Database& database, const std::string& uid);

// The note as it would be kept. Throws Error{Usage}, see Notebook::save.
Annotation cleanAnnotation(const Annotation& annotation);
// Everything as given, already clean; the id when it is free. Returns the id.
std::int64_t insertAnnotation(SQLite::Database& database, const Annotation& annotation);
// Everything but uid, model, sample and createdAt of the row with that id.
void updateAnnotation(SQLite::Database& database, const Annotation& annotation);
void removeAnnotation(SQLite::Database& database, std::int64_t id);

// The uid a note gets that is kept beside the one with `uid`: the same in every store.
std::string uidBeside(const std::string& uid, const Annotation& annotation);

}  // namespace reckoner
