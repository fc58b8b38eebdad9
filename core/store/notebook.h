// What people wrote about samples: notes, tags, cohorts, corrected labels, sign-offs.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/review/annotation.h"
#include "core/review/cohort.h"
#include "core/review/label_correction.h"
#include "core/review/sign_off.h"

namespace reckoner {

class Store;

// Bytes of one text that is kept.
inline constexpr std::size_t kLongestText = 1'000'000;

// Where a save went. kept: what now stands in the store. When somebody else saved the same note since
// `revision`, theirs stays, the given text is stored as a note of its own beside it, and `conflict` is
// theirs.
struct SavedNote {
    Annotation kept;
    std::optional<Annotation> conflict;
};

// Where notes from elsewhere went.
struct MergedNotes {
    std::size_t added = 0;
    std::size_t unchanged = 0;          // they were here already
    std::vector<Annotation> conflicts;  // kept beside the note here with the same uid and another content
};

// Thread rule and errors as Store's: reads from any thread, one transaction a write, Error{Store} with the
// file unchanged. Write times come from the store's clock.
class Notebook {
 public:
    explicit Notebook(std::shared_ptr<Store> store);

    // --- notes ---
    std::vector<Annotation> annotations(std::int64_t modelId) const;  // by sample id, then by creation
    std::vector<Annotation> annotationsOf(std::int64_t modelId, const std::string& sampleId) const;
    std::optional<Annotation> annotation(std::int64_t id) const;
    // Inserts (id 0) or updates; the note is known by its uid, else by its id. Keeps author, seenOnVersion
    // and createdAt of what was stored; a value equal to what is stored writes nothing. Throws Error{Usage}
    // when the cost is no finite number or a text is longer than kLongestText.
    SavedNote save(const Annotation& annotation);
    // The row goes; save() of the same value with its uid brings it back (undo).
    void remove(std::int64_t id);
    // Brings in notes from elsewhere, all or none, as they were written: author, times and revision as given.
    // A uid that is here with another content: both are kept. Tags the model did not have go to the end of
    // its list.
    MergedNotes merge(const std::vector<Annotation>& notes);

    // --- the model's tags, in the order of their digits 1-9 ---
    std::vector<std::string> tags(std::int64_t modelId) const;
    // Empty names and repetitions are dropped. Notes keep the tags they have.
    void setTags(std::int64_t modelId, const std::vector<std::string>& tags);

    // --- cohorts ---
    std::vector<Cohort> cohorts(std::int64_t modelId) const;  // by name
    // Inserts (id 0) or updates, known by uid, else id. Throws Error{Usage} when the name is empty or taken,
    // or when somebody else changed the cohort since `changedAt` (unless that is empty).
    Cohort save(const Cohort& cohort);
    // save() of the same value with its uid brings it back (undo).
    void removeCohort(std::int64_t id);

    // --- wrong labels ---
    std::vector<LabelCorrection> corrections(std::int64_t modelId) const;  // in force, by sample id
    std::vector<LabelCorrection> correctionHistory(std::int64_t modelId, const std::string& sampleId) const;
    // Throws Error{Usage} when the class is not one of the model's.
    LabelCorrection correct(const LabelCorrection& correction);

    // --- sign-offs ---
    std::vector<SignOff> signOffs(RunId run) const;  // newest first
    // Throws Error{Usage} when there is nothing to judge or a row is none of the run's.
    SignOff startSignOff(const SignOff& signOff);
    // Empty: not judged any more. The sign-off is finished while every item is judged.
    void judge(std::int64_t signOffId, std::size_t item, std::optional<bool> accepted);

 private:
    std::shared_ptr<Store> store_;
};

}  // namespace reckoner
