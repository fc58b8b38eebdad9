// A store with two versions of a small model, to be written notes about.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "core/store/notebook.h"
#include "core/store/store.h"
#include "tests/support/staging_builder.h"
#include "tests/support/temporary_folder.h"

namespace reckoner::test {

struct NotedRow {
    std::string id;
    std::string label;  // "no", "yes", "" missing
    double score;
    std::string text = "About it";
};

class NotedStore {
 public:
    RunId publish(const std::string& version, const std::vector<NotedRow>& rows,
                  const std::string& parent = {}, const std::string& evalSet = "week-1") {
        StagingBuilder staging(folder_ / ("staging-" + version + evalSet));
        StagedRun& run = staging.run();
        run.version = version;
        run.parentVersion = parent;
        run.evalSet = evalSet;
        run.sourceSha256 = version + evalSet;
        run.info.decisionThreshold = 0.5;
        std::vector<std::string> ids, texts;
        std::vector<std::uint32_t> labels;
        std::vector<double> scores;
        for (const NotedRow& row : rows) {
            ids.push_back(row.id);
            labels.push_back(row.label.empty() ? 2U : row.label == "yes" ? 1U : 0U);
            scores.push_back(row.score);
            texts.push_back(row.text);
        }
        staging.ids(ids)
            .category("label", ColumnRole::Label, {"no", "yes"}, labels)
            .real("score", ColumnRole::Score, scores)
            .text("comment", ColumnRole::Text, texts);
        const auto unlabelled = static_cast<std::uint64_t>(std::count(labels.begin(), labels.end(), 2U));
        run.excluded[Exclusion::MissingLabel] = unlabelled;
        run.info.scored = rows.size() - unlabelled;
        return store->publish(staging.staged(), {});
    }

    Annotation note(const std::string& sampleId, const std::string& text = "Look at this") {
        Annotation annotation;
        annotation.modelId = 1;
        annotation.sampleId = sampleId;
        annotation.text = text;
        annotation.author = "Ann";
        return Notebook(store).save(annotation).kept;
    }
    void correct(const std::string& sampleId, const std::string& label) {
        LabelCorrection correction;
        correction.modelId = 1;
        correction.sampleId = sampleId;
        correction.corrected = label;
        correction.who = "Ann";
        Notebook(store).correct(correction);
    }
    const TemporaryFolder& folder() const { return folder_; }

 private:
    TemporaryFolder folder_;
    FixedClock clock_{Clock::Time(std::chrono::milliseconds(1'772'600'767'089))};

 public:
    std::shared_ptr<Store> store = Store::create(folder_ / "noted.reckoner", clock_);
};

}  // namespace reckoner::test
