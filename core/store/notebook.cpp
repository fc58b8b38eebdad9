#include "core/store/notebook.h"

#include <utility>

#include <SQLiteCpp/SQLiteCpp.h>

#include "core/store/annotation_repository.h"
#include "core/store/clean_text.h"
#include "core/store/cohort_repository.h"
#include "core/store/correction_repository.h"
#include "core/store/merge_annotations.h"
#include "core/store/save_annotation.h"
#include "core/store/sign_off_repository.h"
#include "core/store/store_access.h"
#include "core/store/tag_repository.h"

namespace reckoner {
namespace {

template <class F>
auto reading(const Store& store, F&& f) {
    return StoreAccess::readers(store).read(std::forward<F>(f));
}

template <class F>
auto writing(Store& store, F&& f) {
    return StoreAccess::writer(store).write(std::forward<F>(f));
}

}  // namespace

Notebook::Notebook(std::shared_ptr<Store> store) : store_(std::move(store)) {}

std::vector<Annotation> Notebook::annotations(std::int64_t modelId) const {
    return reading(*store_, [&](SQLite::Database& db) { return annotationsOfModel(db, modelId); });
}

std::vector<Annotation> Notebook::annotationsOf(std::int64_t modelId, const std::string& sampleId) const {
    return reading(
        *store_, [&](SQLite::Database& db) { return annotationsOfSample(db, modelId, cleanText(sampleId)); });
}

std::optional<Annotation> Notebook::annotation(std::int64_t id) const {
    return reading(*store_, [&](SQLite::Database& db) { return annotationWithId(db, id); });
}

SavedNote Notebook::save(const Annotation& annotation) {
    const std::string now = StoreAccess::now(*store_);
    return writing(*store_, [&](SQLite::Database& db) { return saveAnnotation(db, annotation, now); });
}

void Notebook::remove(std::int64_t id) {
    writing(*store_, [&](SQLite::Database& db) { removeAnnotation(db, id); });
}

MergedNotes Notebook::merge(const std::vector<Annotation>& notes) {
    const std::string now = StoreAccess::now(*store_);
    return writing(*store_, [&](SQLite::Database& db) { return mergeAnnotations(db, notes, now); });
}

std::vector<std::string> Notebook::tags(std::int64_t modelId) const {
    return reading(*store_, [&](SQLite::Database& db) { return tagsOf(db, modelId); });
}

void Notebook::setTags(std::int64_t modelId, const std::vector<std::string>& tags) {
    writing(*store_, [&](SQLite::Database& db) { storeTags(db, modelId, tags); });
}

std::vector<Cohort> Notebook::cohorts(std::int64_t modelId) const {
    return reading(*store_, [&](SQLite::Database& db) { return cohortsOf(db, modelId); });
}

Cohort Notebook::save(const Cohort& cohort) {
    const std::string now = StoreAccess::now(*store_);
    return writing(*store_, [&](SQLite::Database& db) { return saveCohort(db, cohort, now); });
}

void Notebook::removeCohort(std::int64_t id) {
    writing(*store_, [&](SQLite::Database& db) { removeCohortWithId(db, id); });
}

std::vector<LabelCorrection> Notebook::corrections(std::int64_t modelId) const {
    return reading(*store_, [&](SQLite::Database& db) { return correctionsInForce(db, modelId); });
}

std::vector<LabelCorrection> Notebook::correctionHistory(std::int64_t modelId,
                                                         const std::string& sampleId) const {
    return reading(
        *store_, [&](SQLite::Database& db) { return correctionsOfSample(db, modelId, cleanText(sampleId)); });
}

LabelCorrection Notebook::correct(const LabelCorrection& correction) {
    const std::string now = StoreAccess::now(*store_);
    return writing(*store_, [&](SQLite::Database& db) { return addCorrection(db, correction, now); });
}

std::vector<SignOff> Notebook::signOffs(RunId run) const {
    return reading(*store_, [&](SQLite::Database& db) { return signOffsOf(db, run); });
}

SignOff Notebook::startSignOff(const SignOff& signOff) {
    const std::string now = StoreAccess::now(*store_);
    return writing(*store_, [&](SQLite::Database& db) { return addSignOff(db, signOff, now); });
}

void Notebook::judge(std::int64_t signOffId, std::size_t item, std::optional<bool> accepted) {
    const std::string now = StoreAccess::now(*store_);
    writing(*store_, [&](SQLite::Database& db) { storeJudgement(db, signOffId, item, accepted, now); });
}

}  // namespace reckoner
