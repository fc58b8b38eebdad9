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

// Where a save went. kept: what now stands in the store. When somebody else saved the same note since
// `revision`, theirs stays, the given text is stored as a note of its own beside it, and `conflict` is
// theirs.
struct SavedNote {
    Annotation kept;
    std::optional<Annotation> conflict;
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
    // Inserts (id 0) or updates. Keeps author, seenOnVersion and createdAt of what was stored.
    SavedNote save(const Annotation& annotation);
    // The row goes; save() of the same value with its uid brings it back (undo).
    void remove(std::int64_t id);

    // --- the model's tags, in the order of their digits 1-9 ---
    std::vector<std::string> tags(std::int64_t modelId) const;
    void setTags(std::int64_t modelId, const std::vector<std::string>& tags);

    // --- cohorts ---
    std::vector<Cohort> cohorts(std::int64_t modelId) const;  // by name
    // Inserts (id 0) or updates. Throws Error{Usage} when the name is empty or taken.
    Cohort save(const Cohort& cohort);
    void removeCohort(std::int64_t id);

    // --- wrong labels ---
    std::vector<LabelCorrection> corrections(std::int64_t modelId) const;  // in force, by sample id
    std::vector<LabelCorrection> correctionHistory(std::int64_t modelId, const std::string& sampleId) const;
    // Throws Error{Usage} when the class is not one of the model's.
    LabelCorrection correct(const LabelCorrection& correction);

    // --- sign-offs ---
    std::vector<SignOff> signOffs(RunId run) const;  // newest first
    SignOff startSignOff(const SignOff& signOff);
    void judge(std::int64_t signOffId, std::size_t item, std::optional<bool> accepted);

 private:
    std::shared_ptr<Store> store_;
};

}  // namespace reckoner
