#include "core/store/merge_annotations.h"

#include <algorithm>
#include <map>

#include <SQLiteCpp/SQLiteCpp.h>

#include "core/store/annotation_repository.h"
#include "core/store/model_repository.h"
#include "core/store/tag_repository.h"
#include "core/store/written_text.h"

namespace reckoner {
namespace {

class Merge {
 public:
    Merge(SQLite::Database& database, const std::string& now) : database_(database), now_(now) {}

    MergedNotes run(const std::vector<Annotation>& notes) {
        for (const Annotation& given : notes) {
            Annotation note = cleanAnnotation(given);
            // Written by hand: the same text twice is one note.
            if (note.uid.empty()) note.uid = uidBeside("", note);
            add(note);
            collectTags(note);
        }
        for (const auto& [model, tags] : tags_)
            storeTags(database_, model, tags);
        return std::move(merged_);
    }

 private:
    void add(const Annotation& note) {
        const auto here = annotationWithUid(database_, note.uid);
        if (!here && isHereAlready(note)) {
            ++merged_.unchanged;
        } else if (!here) {
            insert(note);
            ++merged_.added;
        } else if (sameContent(*here, note)) {
            ++merged_.unchanged;
        } else {
            keepBeside(note, here->uid);
        }
    }

    // Kept beside a note elsewhere because that note was, here, what this one is.
    bool isHereAlready(const Annotation& note) {
        if (note.conflictWith.empty()) return false;
        const auto other = annotationWithUid(database_, note.conflictWith);
        return other && sameContent(*other, note);
    }

    void keepBeside(Annotation note, const std::string& uid) {
        note.uid = uidBeside(uid, note);
        if (annotationWithUid(database_, note.uid)) {
            ++merged_.unchanged;
            return;
        }
        note.conflictWith = uid;
        merged_.conflicts.push_back(insert(note));
    }

    Annotation insert(Annotation note) {
        requireModel(database_, note.modelId);
        note.createdAt = isoTimeOr(note.createdAt, now_);
        note.changedAt = isoTimeOr(note.changedAt, note.createdAt);
        note.revision = std::max<std::int64_t>(note.revision, 1);
        note.id = 0;
        note.id = insertAnnotation(database_, note);
        return note;
    }

    void collectTags(const Annotation& note) {
        if (note.tags.empty()) return;
        const auto [found, isNew] = tags_.try_emplace(note.modelId);
        std::vector<std::string>& known = found->second;
        if (isNew) known = tagsOf(database_, note.modelId);
        for (const std::string& tag : note.tags)
            if (std::find(known.begin(), known.end(), tag) == known.end()) known.push_back(tag);
    }

    SQLite::Database& database_;
    const std::string& now_;
    MergedNotes merged_;
    std::map<std::int64_t, std::vector<std::string>> tags_;
};

}  // namespace

MergedNotes mergeAnnotations(SQLite::Database& database, const std::vector<Annotation>& notes,
                             const std::string& now) {
    return Merge(database, now).run(notes);
}

}  // namespace reckoner
