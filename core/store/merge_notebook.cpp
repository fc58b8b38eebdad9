#include "core/store/merge_notebook.h"

#include <algorithm>

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include "core/base/error.h"
#include "core/data/filter.h"
#include "core/store/cohort_repository.h"
#include "core/store/correction_repository.h"
#include "core/store/model_repository.h"
#include "core/store/run_repository.h"
#include "core/store/sign_off_repository.h"
#include "core/store/written_text.h"

namespace reckoner {
namespace {

bool isFilter(const std::string& expression) {
    if (expression.empty()) return true;
    try {
        Filter::parse(expression);
        return true;
    } catch (const Error&) {
        return false;
    }
}

std::string judgements(const SignOff& signOff) {
    std::string text;
    for (const SignOffItem& item : signOff.items)
        text += fmt::format("{}{} ", item.row, !item.accepted ? "?" : *item.accepted ? "+" : "-");
    return text;
}

class NotesMerge {
 public:
    NotesMerge(SQLite::Database& database, std::int64_t model, const std::string& now, MergedStore& merged)
        : database_(database), model_(requireModel(database, model)), now_(now), merged_(merged) {}

    void add(Cohort cohort) {
        for (std::string* text : {&cohort.uid, &cohort.expression, &cohort.value, &cohort.churn,
                                  &cohort.regulation, &cohort.owner, &cohort.who})
            *text = writtenText(*text, "a cohort");
        cohort.name = trimmedText(cohort.name, "a cohort");
        cohort.modelId = model_.id;
        cohort.id = 0;
        cohort.changedAt = pastTime(cohort.changedAt, now_);
        if (cohort.uid.empty() || cohort.name.empty() || !isFilter(cohort.expression)) {
            remark("The cohort \"{}\" was left out: what it says is no filter.", cohort.name);
            return;
        }
        if (const auto here = cohortWithUid(database_, cohort.uid)) {
            if (sameButForItsName(*here, cohort)) return;
            cohort.uid = derivedUid({"beside", cohort.uid, cohort.name, cohort.expression, cohort.value,
                                     cohort.churn, cohort.regulation, cohort.owner});
            if (cohortWithUid(database_, cohort.uid)) return;
        }
        const std::string name = freeName(cohort);
        if (name.empty()) return;
        if (name != cohort.name)
            remark("Both kept: the cohort \"{}\" is another here; the one that came is called \"{}\".",
                   cohort.name, name);
        cohort.name = name;
        insertCohort(database_, cohort);
        ++merged_.cohorts;
    }

    void add(const std::vector<LabelCorrection>& corrections) {
        const std::vector<LabelCorrection> before = correctionsInForce(database_, model_.id);
        for (const LabelCorrection& correction : corrections)
            add(correction);
        const std::vector<LabelCorrection> after = correctionsInForce(database_, model_.id);
        for (const LabelCorrection& ours : before)
            if (std::none_of(after.begin(), after.end(), [&](const LabelCorrection& now) {
                    return now.sampleId == ours.sampleId && now.corrected == ours.corrected;
                }))
                remark(
                    "Both kept: the corrected label of {} was changed later in the other store, and that "
                    "holds.",
                    ours.sampleId);
    }

    void add(SignOff signOff, const std::map<RunId, RunId>& runHere) {
        const auto run = runHere.find(signOff.run);
        if (run == runHere.end()) {
            remark("A sign-off was left out: its run {} is not the same here.", signOff.run);
            return;
        }
        signOff.run = run->second;
        for (std::string* text : {&signOff.uid, &signOff.cohort, &signOff.who})
            *text = writtenText(*text, "a sign-off");
        if (const auto here = signOffWithUid(database_, signOff.uid)) {
            if (judgements(*here) == judgements(signOff)) return;
            signOff.uid = derivedUid({"beside", signOff.uid, judgements(signOff)});
            if (signOffWithUid(database_, signOff.uid)) return;
            remark("Both kept: a sign-off of run {} was judged otherwise in the other store.", signOff.run);
        }
        signOff.startedAt = pastTime(signOff.startedAt, now_);
        if (!signOff.finishedAt.empty()) signOff.finishedAt = pastTime(signOff.finishedAt, now_);
        requireItems(database_, signOff);
        insertSignOff(database_, signOff);
        ++merged_.signOffs;
    }

 private:
    template <class... Args>
    void remark(fmt::format_string<Args...> sentence, Args&&... args) {
        merged_.remarks.push_back(fmt::format(sentence, std::forward<Args>(args)...));
    }

    // One that was renamed when it came here before is the same.
    static bool sameButForItsName(const Cohort& here, Cohort cohort) {
        if (here.name.starts_with(cohort.name + " (")) cohort.name = here.name;
        return sameContent(here, cohort);
    }

    // "name", "name (2)", ...; empty: the very same cohort has the name.
    std::string freeName(const Cohort& cohort) {
        std::string name = cohort.name;
        for (int i = 2;; ++i) {
            const auto taken = cohortNamed(database_, model_.id, name);
            if (!taken) return name;
            if (sameButForItsName(*taken, cohort)) return {};
            name = fmt::format("{} ({})", cohort.name, i);
        }
    }

    void add(LabelCorrection correction) {
        for (std::string* text :
             {&correction.uid, &correction.sampleId, &correction.corrected, &correction.who, &correction.why})
            *text = writtenText(*text, "a correction");
        if (hasCorrection(correction.uid)) return;
        const auto& classes = model_.classes;
        if (correction.uid.empty() || correction.sampleId.empty() ||
            (!correction.corrected.empty() &&
             std::find(classes.begin(), classes.end(), correction.corrected) == classes.end())) {
            remark("The corrected label of {} was left out: {} is no class of {}.", correction.sampleId,
                   correction.corrected, model_.name);
            return;
        }
        correction.modelId = model_.id;
        correction.at = pastTime(correction.at, now_);
        insertCorrection(database_, correction);
        ++merged_.corrections;
    }

    bool hasCorrection(const std::string& uid) {
        SQLite::Statement query(database_, "SELECT 1 FROM label_correction WHERE uid = ?");
        query.bind(1, uid);
        return query.executeStep();
    }

    SQLite::Database& database_;
    ModelRow model_;
    const std::string& now_;
    MergedStore& merged_;
};

}  // namespace

OtherNotes otherNotes(SQLite::Database& other, std::int64_t modelId, const std::vector<RunRow>& runs) {
    OtherNotes notes;
    notes.cohorts = cohortsOf(other, modelId);
    notes.corrections = allCorrections(other, modelId);
    for (const RunRow& run : runs)
        for (SignOff& signOff : signOffsOf(other, run.info.id))
            notes.signOffs.push_back(std::move(signOff));
    return notes;
}

void mergeNotes(SQLite::Database& database, std::int64_t model, const OtherNotes& notes,
                const std::map<RunId, RunId>& runHere, const std::string& now, MergedStore& merged) {
    NotesMerge merge(database, model, now, merged);
    for (const Cohort& cohort : notes.cohorts)
        merge.add(cohort);
    merge.add(notes.corrections);
    for (const SignOff& signOff : notes.signOffs)
        merge.add(signOff, runHere);
}

}  // namespace reckoner
