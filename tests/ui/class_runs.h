// Runs of several classes in a store, for tests of what is shown of them.
#pragma once

#include <filesystem>

#include "core/store/store.h"
#include "tests/support/random_classes.h"
#include "tests/support/staging_builder.h"

namespace reckoner::test {

// As model "letters", version "1.0".
inline RunId publishClasses(Store& store, const std::filesystem::path& folder, const RandomClasses& run) {
    StagingBuilder builder(folder / "staged-classes");
    std::vector<std::uint32_t> labels(run.truth.begin(), run.truth.end());
    builder.ids(numberedIds("letter-", run.samples()))
        .category("label", ColumnRole::Label, run.classes, labels);
    for (std::size_t c = 0; c < run.classes.size(); ++c)
        builder.real("score of " + run.classes[c], ColumnRole::ClassScore, run.scores[c])
            .classOf(run.classes[c]);
    builder.run().model = "letters";
    builder.run().evalSet = "letters";
    builder.run().sourceSha256 = "letters" + std::to_string(run.classes.size());
    builder.run().fingerprint = "letters";
    builder.run().info.task = Task::Multiclass;
    builder.run().info.classes = run.classes;
    builder.run().info.positive.clear();
    return store.publish(builder.staged(), {});
}

}  // namespace reckoner::test
