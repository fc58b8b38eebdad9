#include "core/store/store.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <limits>

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/base/random.h"
#include "tests/support/staging_builder.h"
#include "tests/support/temporary_folder.h"

namespace reckoner {
namespace {

using test::StagingBuilder;

class StoreTest : public testing::Test {
 protected:
    std::shared_ptr<Store> create() { return Store::create(folder_ / "a.reckoner", clock_); }
    StagingBuilder builder() { return StagingBuilder(folder_ / ("staging-" + std::to_string(++staged_))); }
    RunId publishBinary(Store& store, const std::vector<std::string>& ids, const std::string& version = "1.0",
                        const std::string& evalSet = "week-1") {
        StagingBuilder staging = builder();
        fillBinaryRun(staging, ids);
        staging.run().version = version;
        staging.run().evalSet = evalSet;
        return store.publish(staging.staged(), {});
    }
    static std::vector<std::string> idsOf(const EvalTablePtr& table) {
        std::vector<std::string> ids;
        table->text(table->find(ColumnRole::Id)->id)
            ->scan(0, table->rows(), [&](RowIndex row, std::string_view id, bool missing) {
                EXPECT_EQ(row, ids.size());
                EXPECT_FALSE(missing);
                ids.emplace_back(id);
            });
        return ids;
    }
    template <class F>
    static std::string sentenceOf(ErrorCode code, F&& f) {
        try {
            f();
        } catch (const Error& error) {
            EXPECT_EQ(error.code(), code) << error.what();
            return error.what();
        }
        ADD_FAILURE() << "nothing was thrown";
        return {};
    }

    test::TemporaryFolder folder_;
    FixedClock clock_{Clock::Time(std::chrono::milliseconds(1'772'600'767'089))};
    int staged_ = 0;
};

TEST_F(StoreTest, APublishedRunComesBackWhole) {
    const auto store = create();
    const auto ids = test::numberedIds("s", 10'000);
    StagingBuilder staging = builder();
    fillBinaryRun(staging, ids);
    StagedRun& staged = staging.run();
    staged.info.algorithm = "random forest";
    staged.info.runDate = "2026-03-01";
    staged.info.kind = ScoreKind::Percent;
    staged.info.decisionThreshold = 42.5;
    staged.info.changelog = "More trees";
    staged.info.notes = "Noon";
    staged.info.scored = 9'990;
    staged.parentVersion = "0.9";
    staged.excluded[Exclusion::NanScore] = 7;
    staged.excluded[Exclusion::MissingLabel] = 3;
    staged.rejectedRows = 2;
    staged.ids.repeated = 5;
    staged.manifestJson = R"({"team": "risk"})";
    const RunId id = store->publish(staging.staged(), {});

    const RunRow run = store->run(id).value();
    EXPECT_EQ(run.info.model, "credit");
    EXPECT_EQ(run.info.version, "1.0");
    EXPECT_EQ(run.info.evalSet, "week-1");
    EXPECT_EQ(run.info.algorithm, "random forest");
    EXPECT_EQ(run.info.runDate, "2026-03-01");
    EXPECT_EQ(run.info.task, Task::Binary);
    EXPECT_EQ(run.info.classes, (std::vector<std::string>{"no", "yes"}));
    EXPECT_EQ(run.info.positive, "yes");
    EXPECT_EQ(run.info.kind, ScoreKind::Percent);
    EXPECT_EQ(run.info.decisionThreshold, 42.5);
    EXPECT_EQ(run.info.rows, 10'000U);
    EXPECT_EQ(run.info.scored, 9'990U);
    EXPECT_EQ(run.info.changelog, "More trees");
    EXPECT_EQ(run.info.notes, "Noon");
    EXPECT_EQ(run.importedAt, "2026-03-04T05:06:07.089Z");
    EXPECT_EQ(run.sourceName, "run.csv");
    EXPECT_EQ(run.excluded[Exclusion::NanScore], 7U);
    EXPECT_EQ(run.excluded[Exclusion::MissingLabel], 3U);
    EXPECT_EQ(run.rejectedRows, 2U);
    EXPECT_EQ(run.repeatedIds, 5U);
    EXPECT_EQ(run.fingerprint, "f1");
    EXPECT_EQ(store->manifest(id), R"({"team": "risk"})");
    EXPECT_EQ(store->runBySourceHash("5e")->info.id, id);
    EXPECT_FALSE(store->runBySourceHash("5f"));

    const EvalTablePtr table = store->openTable(id);
    ASSERT_EQ(table->columns().size(), 4U);
    EXPECT_EQ(idsOf(table), ids);
    const auto label = table->category(table->find(ColumnRole::Label)->id);
    EXPECT_EQ(label->categories(), (std::vector<std::string>{"no", "yes"}));
    const auto score = table->real(table->find("score")->id);
    const auto country = table->category(table->find("country")->id);
    EXPECT_EQ(table->find("country")->missing, 2'500U);
    for (RowIndex i = 0; i < table->rows(); ++i) {
        ASSERT_EQ(label->code(i), i % 3 == 0 ? 1U : 0U);
        ASSERT_EQ(score->values()[i], static_cast<double>(i % 101) / 101.0);
        ASSERT_EQ(country->code(i), i % 4);
    }
    EXPECT_EQ(country->missingCode(), 3U);
    EXPECT_TRUE(store->check({}).empty());
}

TEST_F(StoreTest, EveryKindOfColumnHolds) {
    const auto store = create();
    StagingBuilder staging = builder();
    const double nan = std::numeric_limits<double>::quiet_NaN();
    staging.ids({"x", "y", "z"})
        .category("label", ColumnRole::Label, {"a", "b", "c"}, {0, 1, 3})
        .real("score_a", ColumnRole::ClassScore, {0.1, 0.2, nan})
        .classOf("a")
        .real("score_b", ColumnRole::ClassScore, {0.1, missingReal(), 0.3})
        .classOf("b")
        .category("predicted", ColumnRole::Prediction, {"a", "b", "c"}, {2, 1, 0})
        .real("weight", ColumnRole::Weight, {1, 2, 3})
        .real("amount", ColumnRole::Amount, {10.5, -2, 0})
        .real("at", ColumnRole::Timestamp, {0, 1.5, missingReal()}, ColumnType::Timestamp)
        .real("ms", ColumnRole::Latency, {12, 13, 14})
        .text("why", ColumnRole::Explanation, {"{\"age\":0.3}", "", std::string("nul\0 in", 7)}, {0, 1, 0})
        .text("words", ColumnRole::Text, {"a\n\"b\"", "\xFF", ""})
        .category("override", ColumnRole::Override, {"yes"}, {1, 1, 0})
        .category("actionable", ColumnRole::Actionable, {"no", "yes"}, {0, 1, 2})
        .category("outcome", ColumnRole::Outcome, {"a", "b"}, {0, 1, 2})
        .category("acted", ColumnRole::ActedOn, {"no", "yes"}, {0, 1, 1})
        .real("age", ColumnRole::Numeric, {20, 30, 40});
    staging.run().info.task = Task::Multiclass;
    staging.run().info.classes = {"a", "b", "c"};
    staging.run().info.positive = "";
    const EvalTablePtr table = store->openTable(store->publish(staging.staged(), {}));

    ASSERT_EQ(table->columns().size(), 16U);
    EXPECT_EQ(table->info().task, Task::Multiclass);
    EXPECT_EQ(table->find("score_b")->classOf, "b");
    EXPECT_EQ(table->find("score_b")->missing, 1U);
    EXPECT_TRUE(std::isnan(table->real(table->find("score_a")->id)->values()[2]));
    EXPECT_FALSE(isMissingReal(table->real(table->find("score_a")->id)->values()[2]));
    EXPECT_TRUE(isMissingReal(table->real(table->find("score_b")->id)->values()[1]));
    const ColumnInfo* at = table->find(ColumnRole::Timestamp);
    EXPECT_EQ(at->type, ColumnType::Timestamp);
    EXPECT_EQ(at->timeFormat, "second");
    EXPECT_EQ(table->real(at->id)->type(), ColumnType::Timestamp);
    EXPECT_EQ(table->real(at->id)->values()[1], 1.5);
    const auto why = table->text(table->find(ColumnRole::Explanation)->id);
    bool missing = false;
    EXPECT_EQ(why->at(0, &missing), "{\"age\":0.3}");
    EXPECT_FALSE(missing);
    EXPECT_EQ(why->at(1, &missing), "");
    EXPECT_TRUE(missing);
    EXPECT_EQ(why->at(2), std::string("nul\0 in", 7));
    EXPECT_EQ(table->text(table->find(ColumnRole::Text)->id)->at(1), "\xFF");
    EXPECT_EQ(table->category(table->find(ColumnRole::Outcome)->id)->code(1), 1U);
    EXPECT_TRUE(store->check({}).empty());
}

TEST_F(StoreTest, ColumnsLoadAcrossManyChunksAndWidths) {
    const auto store = create();
    const std::size_t rows = 3 * kChunkRows + 17;
    Random random(5);
    std::vector<std::uint32_t> many(rows);
    std::vector<double> reals(rows);
    std::vector<std::string> dictionary = test::numberedIds("category ", 70'000);
    for (std::size_t i = 0; i < rows; ++i) {
        many[i] = static_cast<std::uint32_t>(random.below(dictionary.size() + 1));
        reals[i] = random.normal();
    }
    StagingBuilder staging = builder();
    staging.ids(test::numberedIds("", rows))
        .category("zip", ColumnRole::Segment, dictionary, many)
        .real("score", ColumnRole::Score, reals);
    const EvalTablePtr table = store->openTable(store->publish(staging.staged(), {}));
    const auto zip = table->category(table->find("zip")->id);
    ASSERT_EQ(zip->categories(), dictionary);
    for (RowIndex i = 0; i < rows; ++i)
        ASSERT_EQ(zip->code(i), many[i]);
    const auto values = table->real(table->find("score")->id)->values();
    EXPECT_TRUE(std::equal(values.begin(), values.end(), reals.begin(), reals.end()));
    const auto ids = table->text(table->find(ColumnRole::Id)->id);
    EXPECT_EQ(ids->at(123'456), "123456");
    EXPECT_EQ(ids->at(static_cast<RowIndex>(rows - 1)), std::to_string(rows - 1));
}

TEST_F(StoreTest, TheSameIdsInTheSameOrderAreStoredOnce) {
    const auto store = create();
    const auto ids = test::numberedIds("customer ", 20'000);
    publishBinary(*store, ids);
    const auto before = std::filesystem::file_size(store->file());
    const RunId second = publishBinary(*store, ids, "2.0");
    EXPECT_EQ(idsOf(store->openTable(second)), ids);
    EXPECT_EQ(store->ordinals(second)[19'999], 19'999U);
    EXPECT_LT(std::filesystem::file_size(store->file()) - before, 300'000U);
}

TEST_F(StoreTest, IdsInAnotherOrderAreJoined) {
    const auto store = create();
    const auto ids = test::numberedIds("s", 30'000);
    publishBinary(*store, ids);
    auto shuffled = ids;
    Random random(9);
    for (std::size_t i = shuffled.size(); i > 1; --i)
        std::swap(shuffled[i - 1], shuffled[random.below(i)]);
    shuffled.resize(25'000);
    shuffled.insert(shuffled.begin() + 100, "new one");
    shuffled.push_back("new two");
    const RunId second = publishBinary(*store, shuffled, "2.0");
    const EvalTablePtr table = store->openTable(second);
    EXPECT_EQ(idsOf(table), shuffled);
    EXPECT_EQ(table->text(table->find(ColumnRole::Id)->id)->at(100), "new one");
    const auto ordinals = store->ordinals(second);
    EXPECT_EQ(ordinals[100], 30'000U);
    EXPECT_EQ(ordinals[25'001], 30'001U);
    EXPECT_EQ("s" + std::to_string(ordinals[5]), shuffled[5]);
    // A third run finds the samples the second one added.
    const RunId third = publishBinary(*store, {"new two", "s7"}, "3.0");
    EXPECT_EQ(store->ordinals(third), (std::vector<std::uint32_t>{30'001, 7}));
    EXPECT_TRUE(store->check({}).empty());
}

TEST_F(StoreTest, TheNthOccurrenceOfAnIdIsTheNthAgain) {
    const auto store = create();
    publishBinary(*store, {"a", "b", "a", "c", "a"});
    EXPECT_EQ(store->ordinals(publishBinary(*store, {"a", "a", "b", "a", "a", "c"}, "2")),
              (std::vector<std::uint32_t>{0, 2, 1, 4, 5, 3}));
    EXPECT_EQ(store->ordinals(publishBinary(*store, {"a", "b", "a", "c", "a", "a", "a"}, "3")),
              (std::vector<std::uint32_t>{0, 1, 2, 3, 4, 5, 6}));
    EXPECT_EQ(store->ordinals(publishBinary(*store, {"a", "b"}, "4")), (std::vector<std::uint32_t>{0, 1}));
    EXPECT_TRUE(store->check({}).empty());
}

TEST_F(StoreTest, EqualColumnsAreSharedAndOthersOfTheSameHashAreNot) {
    const auto store = create();
    const auto ids = test::numberedIds("s", 40'000);
    std::vector<double> a(ids.size()), b(ids.size());
    Random random(3);
    for (std::size_t i = 0; i < ids.size(); ++i) {
        a[i] = random.unit();
        b[i] = random.unit();
    }
    const auto publish = [&](const std::string& version, const std::vector<double>& scores) {
        StagingBuilder staging = builder();
        staging.ids(ids).real("score", ColumnRole::Score, scores).contentHash("abc");
        staging.run().version = version;
        return store->publish(staging.staged(), {});
    };
    publish("1", a);
    const auto before = std::filesystem::file_size(store->file());
    const RunId same = publish("2", a);
    EXPECT_LT(std::filesystem::file_size(store->file()) - before, 100'000U);
    const RunId other = publish("3", b);
    const auto scores = [&](RunId id) {
        const auto table = store->openTable(id);
        const auto values = table->real(table->find("score")->id)->values();
        return std::vector<double>(values.begin(), values.end());
    };
    EXPECT_EQ(scores(same), a);
    EXPECT_EQ(scores(other), b);
}

TEST_F(StoreTest, ModelsVersionsAndRunsAreListed) {
    const auto store = create();
    publishBinary(*store, {"a", "b"}, "1.0");
    publishBinary(*store, {"a", "b"}, "2.0");
    publishBinary(*store, {"a", "c"}, "2.0", "week-2");
    StagingBuilder other = builder();
    fillBinaryRun(other, {"x"});
    other.run().model = "churn";
    store->publish(other.staged(), {});

    const auto models = store->models();
    ASSERT_EQ(models.size(), 2U);
    EXPECT_EQ(models[0].name, "credit");
    EXPECT_EQ(models[0].title, "credit");
    EXPECT_EQ(models[0].runs, 3U);
    EXPECT_EQ(models[0].versions, 2U);
    EXPECT_EQ(store->runs().size(), 4U);
    EXPECT_EQ(store->runs(models[1].id).size(), 1U);
    EXPECT_EQ(store->versions(models[0].id)[1].runs, 2U);
    store->setModelTitle(models[0].id, "Credit default");
    EXPECT_EQ(store->models()[0].title, "Credit default");
    store->setPositive(models[0].id, "no");
    EXPECT_EQ(store->runs(models[0].id)[0].info.positive, "no");
    EXPECT_NE(
        sentenceOf(ErrorCode::Usage, [&] { store->setPositive(models[0].id, "maybe"); }).find("no, yes"),
        std::string::npos);
    EXPECT_TRUE(store->check({}).empty());
}

TEST_F(StoreTest, AModelKeepsItsTaskAndClasses) {
    const auto store = create();
    publishBinary(*store, {"a"});
    StagingBuilder staging = builder();
    fillBinaryRun(staging, {"a"});
    staging.run().info.classes = {"no", "yes", "perhaps"};
    const auto bytes = std::filesystem::file_size(store->file());
    sentenceOf(ErrorCode::BadInput, [&] { store->publish(staging.staged(), {}); });
    staging.run().info.task = Task::Multiclass;
    sentenceOf(ErrorCode::BadInput, [&] { store->publish(staging.staged(), {}); });
    EXPECT_EQ(store->runs().size(), 1U);
    EXPECT_EQ(std::filesystem::file_size(store->file()), bytes);
}

TEST_F(StoreTest, ABinaryModelLearnsItsSecondClass) {
    const auto store = create();
    StagingBuilder staging = builder();
    fillBinaryRun(staging, {"a", "b"});
    staging.run().info.classes = {"no"};
    staging.run().info.positive = "no";
    const RunId first = store->publish(staging.staged(), {});
    publishBinary(*store, {"a", "b"}, "2.0");
    EXPECT_EQ(store->models()[0].positive, "yes");
    EXPECT_EQ(store->run(first)->info.classes, (std::vector<std::string>{"no", "yes"}));
}

TEST_F(StoreTest, RunsAreFoundByNumberAndNameAndNearOnesAreNamed) {
    const auto store = create();
    EXPECT_NE(sentenceOf(ErrorCode::Usage, [&] { store->resolveRun("1"); }).find("no runs"),
              std::string::npos);
    const RunId one = publishBinary(*store, {"a"}, "v1.0");
    const RunId two = publishBinary(*store, {"a"}, "v2.0");
    EXPECT_EQ(store->resolveRun(std::to_string(two)).info.id, two);
    EXPECT_EQ(store->resolveRun("v1.0@week-1").info.id, one);
    EXPECT_EQ(store->resolveRun("credit/v2.0@week-1").info.id, two);
    EXPECT_NE(sentenceOf(ErrorCode::Usage, [&] { store->resolveRun("v1.0@week1"); }).find("v1.0@week-1"),
              std::string::npos);
    sentenceOf(ErrorCode::Usage, [&] { store->resolveRun("99"); });
    const RunId again = publishBinary(*store, {"a"}, "v1.0");
    const std::string sentence = sentenceOf(ErrorCode::Usage, [&] { store->resolveRun("v1.0@week-1"); });
    EXPECT_NE(sentence.find(std::to_string(one) + " "), std::string::npos);
    EXPECT_NE(sentence.find(std::to_string(again) + " "), std::string::npos);
}

TEST_F(StoreTest, CostModelsPoliciesRolesAndSettingsComeBack) {
    const auto store = create();
    publishBinary(*store, {"a"});
    const std::int64_t model = store->models()[0].id;
    const std::int64_t version = store->versions(model)[0].id;
    EXPECT_FALSE(store->costModel(model));
    CostModel costs;
    costs.fn = {0, 0.5, "amount"};
    costs.tp = {-1.25, 0, ""};
    costs.currency = "EUR";
    costs.volumePerPeriod = 1000;
    costs.note = "finance";
    Vocabulary words;
    words.flagged = "refused";
    store->addCostModel(model, CostModel{}, Vocabulary{}, "Ann", "start");
    const std::int64_t id = store->addCostModel(model, costs, words, "Bob", "a loss costs half");
    const CostModelRow row = store->costModel(model).value();
    EXPECT_EQ(row.id, id);
    EXPECT_EQ(row.costs, costs);
    EXPECT_EQ(row.words, words);
    EXPECT_EQ(row.who, "Bob");
    EXPECT_EQ(row.at, "2026-03-04T05:06:07.089Z");
    costs.fp.fixed = std::numeric_limits<double>::infinity();
    sentenceOf(ErrorCode::BadInput, [&] { store->addCostModel(model, costs, words, "", ""); });

    EXPECT_FALSE(store->policyInForce(version));
    Policy policy;
    policy.versionId = version;
    policy.threshold = 0.42;
    policy.who = "Ann";
    policy.why = "fits the team";
    policy.reviewBy = "2026-06-01";
    store->adoptPolicy(policy);
    policy.threshold = std::numeric_limits<double>::infinity();
    store->adoptPolicy(policy);
    EXPECT_EQ(store->policies(version).size(), 2U);
    EXPECT_EQ(store->policies(version)[1].threshold, 0.42);
    EXPECT_EQ(store->policies(version)[1].reviewBy, "2026-06-01");
    EXPECT_EQ(store->policyInForce(version)->threshold, std::numeric_limits<double>::infinity());
    policy.threshold = std::numeric_limits<double>::quiet_NaN();
    sentenceOf(ErrorCode::Usage, [&] { store->adoptPolicy(policy); });

    store->rememberRoles("credit", {{"y", ColumnRole::Label, ""}, {"p", ColumnRole::ClassScore, "yes"}});
    store->rememberRoles("credit", {{"p", ColumnRole::ClassScore, "yes"}});
    ASSERT_EQ(store->rememberedRoles("credit").size(), 1U);
    EXPECT_EQ(store->rememberedRoles("credit")[0].role, ColumnRole::ClassScore);
    EXPECT_EQ(store->rememberedRoles("credit")[0].classOf, "yes");
    EXPECT_TRUE(store->rememberedRoles("churn").empty());

    EXPECT_FALSE(store->setting("theme"));
    store->setSetting("theme", "dark");
    store->setSetting("theme", "light");
    EXPECT_EQ(store->setting("theme"), "light");
    EXPECT_TRUE(store->check({}).empty());
}

TEST_F(StoreTest, TextThatIsNoTextIsMadeSafe) {
    const auto store = create();
    StagingBuilder staging = builder();
    fillBinaryRun(staging, {"a"});
    staging.run().model = std::string(" cre\0dit\xFF ", 10);
    staging.run().info.notes = std::string("a\0b", 3);
    const RunRow run = store->run(store->publish(staging.staged(), {})).value();
    EXPECT_EQ(run.info.model,
              "cre\xEF\xBF\xBD"
              "dit\xEF\xBF\xBD");
    EXPECT_EQ(run.info.notes,
              "a\xEF\xBF\xBD"
              "b");
    staging.run().version = " \n";
    EXPECT_NE(sentenceOf(ErrorCode::BadInput, [&] { store->publish(staging.staged(), {}); }).find("version"),
              std::string::npos);
}

TEST_F(StoreTest, ACancelledPublishingLeavesNothing) {
    const auto store = create();
    publishBinary(*store, {"a"});
    std::stop_source stop;
    const TaskContext context(stop.get_token(), [&](double fraction, std::string_view) {
        if (fraction > 0.5) stop.request_stop();
    });
    StagingBuilder staging = builder();
    fillBinaryRun(staging, test::numberedIds("n", 100'000));
    staging.run().version = "2.0";
    sentenceOf(ErrorCode::Cancelled, [&] { store->publish(staging.staged(), context); });
    EXPECT_EQ(store->runs().size(), 1U);
    EXPECT_EQ(store->versions(1).size(), 1U);
    EXPECT_TRUE(store->check({}).empty());
    publishBinary(*store, {"a"}, "2.0");
    EXPECT_EQ(store->runs().size(), 2U);
}

TEST_F(StoreTest, ADamagedStagingFileIsNotPublished) {
    const auto store = create();
    StagingBuilder staging = builder();
    fillBinaryRun(staging, test::numberedIds("n", 1'000));
    const StagedRun& staged = staging.staged();
    {
        std::fstream file(staged.stagingFile, std::ios::in | std::ios::out | std::ios::binary);
        file.seekp(static_cast<std::streamoff>(staged.columns[1].chunks[0].offset) + 3);
        file.put('\x55');
    }
    sentenceOf(ErrorCode::Store, [&] { store->publish(staged, {}); });
    EXPECT_TRUE(store->models().empty());
}

TEST_F(StoreTest, ATableOutlivesItsStore) {
    auto store = create();
    const RunId id = publishBinary(*store, {"a", "b"});
    const EvalTablePtr table = store->openTable(id);
    store.reset();
    EXPECT_EQ(table->category(table->find("label")->id)->code(0), 1U);
    EXPECT_EQ(table->text(table->find(ColumnRole::Id)->id)->at(1), "b");
}

}  // namespace
}  // namespace reckoner
