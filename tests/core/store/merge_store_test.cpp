#include "core/store/merge_store.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/import/store_import.h"
#include "core/store/attachments.h"
#include "core/store/merge_notebook.h"
#include "core/store/registry.h"
#include "core/store/requirement_book.h"
#include "tests/support/sqlite_file.h"
#include "tests/support/staging_builder.h"
#include "tests/support/temporary_folder.h"

namespace reckoner {
namespace {

class MergeStoreTest : public testing::Test {
 protected:
    struct Side {
        std::shared_ptr<Store> store;
        Notebook notebook;
        std::int64_t model = 0;
    };
    // A store with one run of the model "credit".
    Side side(const std::string& name, const std::string& sourceHash, std::size_t rows = 30) {
        const auto store = Store::create(folder_ / (name + ".reckoner"), clock_);
        publish(*store, sourceHash, rows);
        return {store, Notebook(store), store->models().at(0).id};
    }
    RunId publish(Store& store, const std::string& sourceHash, std::size_t rows,
                  const std::string& version = "1.0") {
        test::StagingBuilder staging(folder_ / "staging");
        fillBinaryRun(staging, test::numberedIds("s", rows));
        staging.run().sourceSha256 = sourceHash;
        staging.run().sourceName = sourceHash + ".csv";
        staging.run().version = version;
        staging.run().rejectedRows = 2;
        return store.publish(staging.staged(), {});
    }
    MergedStore import(const Side& into, const Side& other) {
        return importStore(into.store->file(), other.store->file(), clock_);
    }
    static Annotation note(const Side& side, const std::string& text) {
        Annotation note;
        note.modelId = side.model;
        note.sampleId = "s1";
        note.text = text;
        return note;
    }
    static Cohort cohort(const Side& side, const std::string& expression) {
        Cohort cohort;
        cohort.modelId = side.model;
        cohort.name = "Mine";
        cohort.expression = expression;
        return cohort;
    }
    static LabelCorrection correction(const Side& side, const std::string& corrected) {
        LabelCorrection correction;
        correction.modelId = side.model;
        correction.sampleId = "s1";
        correction.corrected = corrected;
        return correction;
    }
    static SignOff drawn(RunId run) {
        SignOff signOff;
        signOff.run = run;
        signOff.items = {{3, true}, {4, std::nullopt}};
        return signOff;
    }
    void later() { clock_.set(clock_.now() + std::chrono::seconds(1)); }
    static void expectSound(const Side& side) {
        for (const Damage& damage : side.store->check({}))
            ADD_FAILURE() << damage.where << ": " << damage.sentence;
    }
    template <class F>
    static Error refusal(F&& f) {
        try {
            f();
        } catch (const Error& error) {
            return error;
        }
        ADD_FAILURE() << "nothing was thrown";
        return {ErrorCode::Internal, ""};
    }

    test::TemporaryFolder folder_;
    FixedClock clock_{Clock::Time(std::chrono::milliseconds(1'772'600'767'089))};
};

TEST_F(MergeStoreTest, EverythingComesAlongOnce) {
    Side a = side("a", "h1"), b = side("b", "h2");
    const RunId second = publish(*b.store, "h3", 40, "2.0");
    publish(*b.store, "h1", 30, "9.0");  // the file that is in a
    b.store->setModelTitle(b.model, "Credit default");
    CostModel costs;
    costs.fn.fixed = 30;
    b.store->addCostModel(b.model, costs, {}, "Risk", "start");
    Policy policy;
    policy.versionId = b.store->run(second)->versionId;
    policy.threshold = 0.4;
    policy.why = "first";
    b.store->adoptPolicy(policy);
    policy.why = "second";
    b.store->adoptPolicy(policy);
    const Annotation theirs = b.notebook.save(note(b, "theirs")).kept;
    b.notebook.setTags(b.model, {"x", "y"});
    b.notebook.save(cohort(b, "country = 'DE'"));
    b.notebook.correct(correction(b, "yes"));
    b.notebook.startSignOff(drawn(second));
    a.notebook.setTags(a.model, {"y", "z"});

    later();
    const MergedStore merged = import(a, b);
    ASSERT_EQ(merged.runs.size(), 2U);
    EXPECT_EQ(merged.runsHere, 1U);
    const RunRow run = a.store->run(merged.runs[1]).value();
    EXPECT_EQ(run.info.version, "2.0");
    EXPECT_EQ(run.sourceName, "h3.csv");
    EXPECT_EQ(run.sourceSha256, "h3");
    EXPECT_EQ(run.rejectedRows, 2U);
    const auto here = a.store->openTable(run.info.id), there = b.store->openTable(second);
    ASSERT_EQ(here->rows(), there->rows());
    const auto ours = here->real(here->find(ColumnRole::Score)->id),
               original = there->real(there->find(ColumnRole::Score)->id);
    EXPECT_TRUE(std::equal(ours->values().begin(), ours->values().end(), original->values().begin()));
    EXPECT_EQ(a.store->models().at(0).title, "Credit default");
    EXPECT_EQ(a.store->costModel(a.model)->costs.fn.fixed, 30);
    EXPECT_EQ(a.store->policyInForce(run.versionId)->why, "second");
    EXPECT_EQ(a.store->policies(run.versionId).size(), 2U);

    Annotation got = a.notebook.annotations(a.model).at(0);
    got.id = theirs.id;
    EXPECT_EQ(got, theirs);
    EXPECT_EQ(a.notebook.tags(a.model), (std::vector<std::string>{"y", "z", "x"}));
    EXPECT_EQ(a.notebook.cohorts(a.model).at(0).expression, "country = 'DE'");
    EXPECT_EQ(a.notebook.corrections(a.model).at(0).corrected, "yes");
    const SignOff signOff = a.notebook.signOffs(run.info.id).at(0);
    EXPECT_EQ(signOff.items.at(0).accepted, true);
    EXPECT_FALSE(signOff.items.at(1).accepted);
    EXPECT_TRUE(merged.remarks.empty()) << merged.remarks.front();
    expectSound(a);

    const MergedStore again = import(a, b);
    EXPECT_TRUE(again.runs.empty());
    EXPECT_EQ(again.runsHere, 3U);
    EXPECT_EQ(again.notes.unchanged, 1U);
    EXPECT_EQ(again.cohorts + again.corrections + again.signOffs + again.costModels + again.policies, 0U);
    EXPECT_TRUE(again.remarks.empty());
}

TEST_F(MergeStoreTest, RequirementsAndStagesComeAlongOnce) {
    Side a = side("a", "h1"), b = side("b", "h2");
    const RunId second = publish(*b.store, "h3", 40, "2.0");
    const std::int64_t there = b.store->run(second)->versionId;
    Requirement requirement;
    requirement.modelId = b.model;
    requirement.metric = "recall";
    requirement.floor = 0.8;
    requirement.cohort = "country = 'DE'";
    const Requirement first = RequirementBook(b.store).add(requirement);
    requirement.floor = 0.7;
    requirement.supersedes = first.uid;
    const Requirement other = RequirementBook(b.store).add(requirement);
    RequirementEvent waiver;
    waiver.requirementId = other.id;
    waiver.who = "Risk";
    waiver.why = "first week";
    RequirementBook(b.store).waive(waiver);
    Registry(b.store).move({0, "", there, Stage::Production, "Risk", "it pays", ""});
    VersionFacts facts;
    facts.versionId = there;
    facts.owner = "Risk";
    facts.who = "Risk";
    Registry(b.store).describe(facts);
    Registry(a.store).move({0, "", a.store->versions(a.model)[0].id, Stage::Production, "Data", "first", ""});

    later();
    const MergedStore merged = import(a, b);
    EXPECT_EQ(merged.requirements, 2U);
    EXPECT_EQ(merged.requirementEvents, 1U);
    EXPECT_EQ(merged.stageChanges, 1U);
    EXPECT_EQ(merged.versionFacts, 1U);
    ASSERT_EQ(merged.remarks.size(), 1U);
    EXPECT_NE(merged.remarks[0].find("1.0 and 2.0"), std::string::npos) << merged.remarks[0];
    const auto inForce = RequirementBook(a.store).inForce(a.model);
    ASSERT_EQ(inForce.size(), 1U);
    EXPECT_EQ(inForce[0].requirement.floor, 0.7);
    EXPECT_EQ(inForce[0].events.at(0).why, "first week");
    const auto entries = Registry(a.store).entries(a.model);
    EXPECT_EQ(entries.at(1).history.at(0).why, "it pays");
    EXPECT_EQ(entries.at(1).facts->owner, "Risk");
    expectSound(a);

    const MergedStore again = import(a, b);
    EXPECT_EQ(again.requirements + again.requirementEvents + again.stageChanges + again.versionFacts, 0U);
    EXPECT_TRUE(again.remarks.empty());
}

TEST_F(MergeStoreTest, WhatWasAttachedComesAlongOnce) {
    Side a = side("a", "h1"), b = side("b", "h2");
    const auto attachTo = [](const Side& side, const std::string& sha, const std::string& id) {
        NewAttachment attachment;
        attachment.sourceName = sha + ".csv";
        attachment.sourceSha256 = sha;
        attachment.who = "CRM";
        attachment.ids.add(id);
        attachment.ids.add("nobody");
        AttachmentColumn team;
        team.info.name = "team";
        team.info.role = ColumnRole::Segment;
        team.info.type = ColumnType::Category;
        team.info.distinct = 1;
        team.info.missing = 1;
        team.dictionary = {sha + " team"};
        team.codes = {0, 1};
        AttachmentColumn call;
        call.info.name = "call";
        call.info.role = ColumnRole::Text;
        call.info.type = ColumnType::Text;
        call.info.missing = 1;
        call.texts = {"said " + sha, ""};
        call.present = {1, 0};
        attachment.columns = {team, call};
        return Attachments(side.store).attach(side.model, attachment).row.id;
    };
    attachTo(a, "f1", "s1");
    attachTo(b, "f1", "s1");  // the same file: here already
    attachTo(b, "f2", "s2");
    const auto withdrawn = attachTo(b, "f3", "s3");
    Attachments(b.store).withdraw(withdrawn);

    const MergedStore merged = import(a, b);
    EXPECT_EQ(merged.attachments, 1U);
    EXPECT_TRUE(merged.remarks.empty()) << merged.remarks.front();
    const auto list = Attachments(a.store).list(a.model);
    ASSERT_EQ(list.size(), 2U);
    EXPECT_EQ(list[1].sourceName, "f2.csv");
    EXPECT_EQ(list[1].who, "CRM");
    EXPECT_EQ(list[1].matched, 1U);
    const EvalTablePtr table = a.store->openTable(1);
    const auto teams = table->category(table->find("team")->id);
    EXPECT_EQ(teams->categories()[teams->code(2)], "f2 team");
    EXPECT_EQ(table->text(table->find("call")->id)->at(2), "said f2");
    expectSound(a);
    EXPECT_EQ(import(a, b).attachments, 0U);
}

TEST_F(MergeStoreTest, BothSidesOfEveryConflictAreKeptAndSaid) {
    Side a = side("a", "h1");
    a.notebook.save(note(a, "start"));
    a.notebook.save(cohort(a, "country = 'DE'"));
    const SignOff signOff = a.notebook.startSignOff(drawn(1));
    std::filesystem::copy_file(a.store->file(), folder_ / "b.reckoner");
    const auto copy = Store::open(folder_ / "b.reckoner", OpenMode::ReadWrite, clock_);
    Side b{copy, Notebook(copy), a.model};

    later();
    for (Side* side : {&a, &b}) {
        Annotation edit = side->notebook.annotations(side->model).at(0);
        edit.text = side == &a ? "ours" : "theirs";
        side->notebook.save(edit);
        Cohort changed = side->notebook.cohorts(side->model).at(0);
        changed.expression = side == &a ? "country = 'AT'" : "country = 'CH'";
        side->notebook.save(changed);
        side->notebook.judge(signOff.id, 1, side == &a);
        side->notebook.correct(correction(*side, side == &a ? "yes" : "no"));
        later();
    }
    const MergedStore merged = import(a, b);
    EXPECT_EQ(merged.notes.conflicts.size(), 1U);
    EXPECT_EQ(merged.remarks.size(), 4U);
    EXPECT_EQ(a.notebook.annotations(a.model).size(), 2U);
    const auto cohorts = a.notebook.cohorts(a.model);
    ASSERT_EQ(cohorts.size(), 2U);
    EXPECT_EQ(cohorts[0].expression, "country = 'AT'");
    EXPECT_EQ(cohorts[1].name, "Mine (2)");
    EXPECT_EQ(cohorts[1].expression, "country = 'CH'");
    EXPECT_EQ(a.notebook.signOffs(1).size(), 2U);
    EXPECT_EQ(a.notebook.corrections(a.model).at(0).corrected, "no");  // the newer
    EXPECT_EQ(a.notebook.correctionHistory(a.model, "s1").size(), 2U);
    expectSound(a);
    EXPECT_TRUE(import(a, b).remarks.empty());
    EXPECT_EQ(a.notebook.annotations(a.model).size(), 2U);
    EXPECT_EQ(a.notebook.cohorts(a.model).size(), 2U);
    EXPECT_EQ(a.notebook.signOffs(1).size(), 2U);
}

TEST_F(MergeStoreTest, AStoreThatIsMissingIsMade) {
    Side b = side("b", "h1");
    b.notebook.save(note(b, "x"));
    const auto merged = importStore(folder_ / "new/a.reckoner", b.store->file(), clock_);
    EXPECT_EQ(merged.runs.size(), 1U);
    const auto store = Store::open(folder_ / "new/a.reckoner", OpenMode::ReadOnly, clock_);
    EXPECT_EQ(Notebook(store).annotations(store->models().at(0).id).size(), 1U);
}

TEST_F(MergeStoreTest, WhatIsRefusedChangesNothing) {
    Side a = side("a", "h1"), b = side("b", "h2");
    b.notebook.save(note(b, "x"));
    const std::string before = test::bytesOf(a.store->file());
    EXPECT_EQ(refusal([&] { import(a, a); }).code(), ErrorCode::Usage);

    // A trigger, a changed row, a damaged chunk.
    const auto tampered = [&](const std::string& name, const std::string& sql) {
        const auto file = folder_ / name;
        std::filesystem::copy_file(b.store->file(), file);
        test::SqliteFile(file).exec(sql);
        return refusal([&] { importStore(a.store->file(), file, clock_); });
    };
    EXPECT_EQ(
        tampered("trigger.reckoner", "CREATE TRIGGER t AFTER INSERT ON model BEGIN SELECT 1; END").code(),
        ErrorCode::Store);
    EXPECT_EQ(tampered("changed.reckoner", "UPDATE annotation SET text = 'forged'").code(),
              ErrorCode::BadInput);
    EXPECT_EQ(tampered("damaged.reckoner", "UPDATE column_chunk SET bytes = zeroblob(length(bytes))").code(),
              ErrorCode::BadInput);

    // A model of the same name with other classes: its note must not come either.
    const auto store = Store::create(folder_ / "other.reckoner", clock_);
    test::StagingBuilder staging(folder_ / "staging");
    staging.ids({"x", "y", "z"}).category("label", ColumnRole::Label, {"a", "b", "c"}, {0, 1, 2});
    staging.category("predicted", ColumnRole::Prediction, {"a", "b", "c"}, {2, 1, 0});
    staging.run().info.task = Task::Multiclass;
    staging.run().info.classes = {"a", "b", "c"};
    staging.run().info.positive.clear();
    staging.run().sourceSha256 = "h9";
    store->publish(staging.staged(), {});
    EXPECT_EQ(refusal([&] { importStore(a.store->file(), store->file(), clock_); }).code(),
              ErrorCode::BadInput);

    std::stop_source stop;
    stop.request_stop();
    EXPECT_EQ(refusal([&] {
                  importStore(a.store->file(), b.store->file(), clock_, TaskContext(stop.get_token()));
              }).code(),
              ErrorCode::Cancelled);
    EXPECT_EQ(test::bytesOf(a.store->file()), before);
}

TEST_F(MergeStoreTest, WhatIsNoFilterOrClassIsLeftOutAndTimesAheadAreNow) {
    Side a = side("a", "h1"), b = side("b", "h2");
    b.notebook.save(cohort(b, "this is ( no filter"));
    clock_.set(clock_.now() + std::chrono::hours(24 * 365 * 50));
    b.notebook.correct(correction(b, "yes"));
    clock_.set(clock_.now() - std::chrono::hours(24 * 365 * 50));
    const auto merged = import(a, b);
    EXPECT_EQ(merged.cohorts, 0U);
    ASSERT_EQ(merged.remarks.size(), 1U);
    EXPECT_NE(merged.remarks[0].find("is no filter"), std::string::npos);
    EXPECT_EQ(a.notebook.corrections(a.model).at(0).at, "2026-03-04T05:06:07.089Z");
}

}  // namespace
}  // namespace reckoner
