#include "core/store/attachments.h"

#include <map>

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/base/random.h"
#include "core/data/exclusion_count.h"
#include "core/data/run_cache.h"
#include "core/store/store.h"
#include "tests/support/sqlite_file.h"
#include "tests/support/staging_builder.h"
#include "tests/support/temporary_folder.h"

namespace reckoner {
namespace {

using Texts = std::vector<std::string>;

// "" is missing.
AttachmentColumn attachedCategory(const std::string& name, ColumnRole role, const Texts& values) {
    AttachmentColumn column;
    column.info.name = name;
    column.info.role = role;
    column.info.type = ColumnType::Category;
    for (const std::string& value : values)
        if (!value.empty() &&
            std::find(column.dictionary.begin(), column.dictionary.end(), value) == column.dictionary.end())
            column.dictionary.push_back(value);
    for (const std::string& value : values)
        column.codes.push_back(static_cast<std::uint32_t>(
            value.empty() ? column.dictionary.size()
                          : static_cast<std::size_t>(
                                std::find(column.dictionary.begin(), column.dictionary.end(), value) -
                                column.dictionary.begin())));
    column.info.distinct = static_cast<std::uint32_t>(column.dictionary.size());
    column.info.missing = static_cast<std::uint64_t>(std::count(values.begin(), values.end(), std::string()));
    return column;
}

AttachmentColumn attachedReals(const std::string& name, ColumnRole role, std::vector<double> values) {
    AttachmentColumn column;
    column.info.name = name;
    column.info.role = role;
    column.info.type = ColumnType::Real;
    column.values = std::move(values);
    return column;
}

// "" is missing.
AttachmentColumn attachedText(const std::string& name, const Texts& values) {
    AttachmentColumn column;
    column.info.name = name;
    column.info.role = ColumnRole::Text;
    column.info.type = ColumnType::Text;
    column.texts = values;
    for (const std::string& value : values)
        column.present.push_back(value.empty() ? 0 : 1);
    return column;
}

// What at() and scan() say alike; "" is missing.
Texts textsOf(const EvalTable& table, const std::string& name) {
    const auto column = table.text(table.find(name)->id);
    Texts scanned(table.rows());
    column->scan(0, table.rows(), [&](RowIndex row, std::string_view text, bool missing) {
        scanned[row] = missing ? "" : std::string(text);
    });
    for (RowIndex row = 0; row < table.rows(); ++row) {
        bool missing = false;
        const std::string text = column->at(row, &missing);
        EXPECT_EQ(missing ? "" : text, scanned[row]) << row;
    }
    return scanned;
}

NewAttachment attachmentFor(const Texts& ids, std::vector<AttachmentColumn> columns) {
    NewAttachment attachment;
    attachment.sourceName = "later.csv";
    attachment.sourceSha256 = "ab";
    for (const std::string& id : ids)
        attachment.ids.add(id);
    attachment.columns = std::move(columns);
    return attachment;
}

std::string attachedTextAt(const EvalTable& table, const ColumnInfo& info, RowIndex row) {
    const auto column = table.category(info.id);
    const std::uint32_t code = column->code(row);
    return code == column->missingCode() ? "" : column->categories()[code];
}

class AttachmentsTest : public testing::Test {
 protected:
    // ids s0 ... s(n-1); labels "no"/"yes"/missing by i % 3; segment country.
    RunId publish(const std::string& version, const Texts& ids, const std::string& evalSet = "week-1") {
        test::StagingBuilder staging(folder_ / ("staging-" + version + evalSet));
        staging.run().version = version;
        staging.run().evalSet = evalSet;
        staging.run().sourceSha256 = version + evalSet;
        std::vector<std::uint32_t> labels, countries;
        std::vector<double> scores;
        for (std::size_t i = 0; i < ids.size(); ++i) {
            labels.push_back(static_cast<std::uint32_t>(i % 3));
            countries.push_back(static_cast<std::uint32_t>(i % 2));
            scores.push_back(i == 5 ? missingReal() : static_cast<double>(i) / 10);
        }
        staging.ids(ids)
            .category("label", ColumnRole::Label, {"no", "yes"}, labels)
            .real("score", ColumnRole::Score, scores)
            .category("country", ColumnRole::Segment, {"AT"}, countries);
        ExclusionCounts& excluded = staging.run().excluded;
        for (std::size_t i = 0; i < ids.size(); ++i)
            if (i % 3 == 2)
                ++excluded[Exclusion::MissingLabel];
            else if (i == 5)
                ++excluded[Exclusion::MissingScore];
        staging.run().info.scored = ids.size() - excluded.total();
        return store_->publish(staging.staged(), {});
    }

    test::TemporaryFolder folder_;
    FixedClock clock_{Clock::Time(std::chrono::milliseconds(1'772'600'767'089))};
    std::shared_ptr<Store> store_ = Store::create(folder_ / "s.reckoner", clock_);
    Attachments attachments_{store_};
    Texts ids_ = test::numberedIds("s", 10);
};

TEST_F(AttachmentsTest, ALabelFillsTheRowsThatWaitForOneAndTheyCountAsScored) {
    const RunId run = publish("1.0", ids_);
    ASSERT_EQ(store_->run(run)->info.scored, 7U);
    const AttachReport report = attachments_.attach(
        1, attachmentFor({"s2", "s5", "s8", "x"},
                         {attachedCategory("truth", ColumnRole::Label, {"yes", "no", "maybe", "no"})}));

    EXPECT_EQ(report.row.matched, 3U);
    EXPECT_EQ(report.unmatched, 1U);
    EXPECT_EQ(report.unmatchedExamples, Texts{"x"});
    EXPECT_EQ(report.unexpectedLabels, 1U);
    ASSERT_EQ(report.effects.size(), 1U);
    EXPECT_EQ(report.effects[0].scoredBefore, 7U);
    EXPECT_EQ(report.effects[0].scoredAfter, 8U);

    const RunRow row = *store_->run(run);
    EXPECT_EQ(row.info.scored, 8U);
    EXPECT_EQ(row.excluded[Exclusion::MissingLabel], 0U);
    EXPECT_EQ(row.excluded[Exclusion::MissingScore], 1U) << "s5 has a label now, and no score";
    EXPECT_EQ(row.excluded[Exclusion::UnexpectedLabel], 1U);
    EXPECT_EQ(store_->runs()[0].info.scored, 8U);
    EXPECT_EQ(store_->resolveRun("1.0@week-1").info.scored, 8U);

    const EvalTablePtr table = store_->openTable(run);
    EXPECT_EQ(table->info().scored, 8U);
    const ColumnInfo& label = *table->find(ColumnRole::Label);
    EXPECT_EQ(label.name, "label") << "the run's own column is filled";
    EXPECT_EQ(attachedTextAt(*table, label, 2), "yes");
    EXPECT_EQ(attachedTextAt(*table, label, 1), "yes");
    EXPECT_EQ(ScoredRows::of(*table, RowSet::all(10)).rows.size(), 8U);
}

TEST_F(AttachmentsTest, TheRunsOwnValueStaysAndTheDifferenceIsTold) {
    const RunId run = publish("1.0", ids_);
    publish("2.0", ids_);
    const AttachReport report = attachments_.attach(
        1, attachmentFor({"s0", "s1"}, {attachedCategory("truth", ColumnRole::Label, {"yes", "yes"}),
                                        attachedCategory("country", ColumnRole::Segment, {"DE", "DE"})}));
    EXPECT_EQ(report.labelDifferences, 1U) << "one sample, though two runs hold it";
    ASSERT_EQ(report.labelExamples.size(), 1U);
    EXPECT_EQ(report.labelExamples[0].sampleId, "s0");
    EXPECT_EQ(report.labelExamples[0].own, "no");
    EXPECT_EQ(report.labelExamples[0].attached, "yes");
    EXPECT_EQ(report.otherDifferences, 1U);
    const EvalTablePtr table = store_->openTable(run);
    EXPECT_EQ(attachedTextAt(*table, *table->find("label"), 0), "no");
    EXPECT_EQ(attachedTextAt(*table, *table->find("country"), 0), "AT");
    EXPECT_EQ(attachedTextAt(*table, *table->find("country"), 1), "DE") << "there was none";
    EXPECT_EQ(table->columns().size(), 4U);
}

TEST_F(AttachmentsTest, NewColumnsStandBehindTheRunsOwnAndNamesNeverClash) {
    const RunId run = publish("1.0", ids_);
    attachments_.attach(
        1, attachmentFor({"s1", "s3"}, {attachedCategory("score", ColumnRole::Override, {"no", "yes"}),
                                        attachedReals("spent", ColumnRole::Amount, {2.5, missingReal()})}));
    const EvalTablePtr table = store_->openTable(run);
    ASSERT_EQ(table->columns().size(), 6U);
    EXPECT_EQ(table->columns()[4].name, "score (attached)");
    EXPECT_EQ(table->find("score")->role, ColumnRole::Score);
    EXPECT_EQ(attachedTextAt(*table, *table->find(ColumnRole::Override), 3), "yes");
    EXPECT_EQ(attachedTextAt(*table, *table->find(ColumnRole::Override), 0), "");
    const auto spent = table->real(table->find("spent")->id);
    EXPECT_EQ(spent->values()[1], 2.5);
    EXPECT_TRUE(isMissingReal(spent->values()[3]));
    EXPECT_EQ(store_->openTable(run, Attached::Hidden)->columns().size(), 4U);
}

TEST_F(AttachmentsTest, ALaterAttachmentSupersedesTheOlderWhereItHasAValue) {
    const RunId run = publish("1.0", ids_);
    attachments_.attach(
        1, attachmentFor({"s1", "s3"}, {attachedCategory("human", ColumnRole::Override, {"no", "no"})}));
    attachments_.attach(
        1, attachmentFor({"s1", "s3"}, {attachedCategory("checked", ColumnRole::Override, {"yes", ""})}));
    EvalTablePtr table = store_->openTable(run);
    const ColumnInfo& human = *table->find("human");
    EXPECT_EQ(attachedTextAt(*table, human, 1), "yes");
    EXPECT_EQ(attachedTextAt(*table, human, 3), "no");
    EXPECT_EQ(table->find("checked"), nullptr) << "one override a sample";

    attachments_.withdraw(2);
    table = store_->openTable(run);
    EXPECT_EQ(attachedTextAt(*table, *table->find("human"), 1), "no");
}

TEST_F(AttachmentsTest, TextsStandBehindTheRunsOwnAndTheNewestCounts) {
    const RunId run = publish("1.0", test::numberedIds("s", 4));
    attachments_.attach(1, attachmentFor({"s3", "x", "s1", "s0"},
                                         {attachedText("call", {"old three", "nobody", "old one", ""})}));
    EXPECT_EQ(textsOf(*store_->openTable(run), "call"), (Texts{"", "old one", "", "old three"}));
    const auto newer =
        attachments_.attach(1, attachmentFor({"s2", "s3", "s1"}, {attachedText("call", {"new", "new", ""})}));
    const EvalTablePtr table = store_->openTable(run);
    EXPECT_EQ(table->find("call")->type, ColumnType::Text);
    EXPECT_EQ(textsOf(*table, "call"), (Texts{"", "old one", "new", "new"}));
    EXPECT_TRUE(store_->check({}).empty());
    attachments_.withdraw(newer.row.id);
    EXPECT_EQ(textsOf(*store_->openTable(run), "call"), (Texts{"", "old one", "", "old three"}));
}

TEST_F(AttachmentsTest, WithdrawingBringsEverythingBackAndIsListed) {
    const RunId run = publish("1.0", ids_);
    attachments_.attach(
        1, attachmentFor({"s2", "s8"}, {attachedCategory("truth", ColumnRole::Label, {"yes", "no"})}));
    ASSERT_EQ(store_->run(run)->info.scored, 9U);
    const auto effects = attachments_.withdraw(1);
    ASSERT_EQ(effects.size(), 1U);
    EXPECT_EQ(effects[0].scoredAfter, 7U);
    EXPECT_EQ(store_->run(run)->info.scored, 7U);
    EXPECT_EQ(store_->run(run)->excluded[Exclusion::MissingLabel], 3U);
    EXPECT_EQ(store_->openTable(run)->category(store_->openTable(run)->find("label")->id)->code(2), 2U);
    ASSERT_EQ(attachments_.list().size(), 1U);
    EXPECT_EQ(attachments_.list()[0].withdrawnAt, "2026-03-04T05:06:07.089Z");
    EXPECT_EQ(attachments_.list()[0].columns[0].name, "truth");
    EXPECT_THROW(attachments_.withdraw(1), Error);
    EXPECT_THROW(attachments_.withdraw(9), Error);
    EXPECT_TRUE(store_->check({}).empty());
}

TEST_F(AttachmentsTest, ARunImportedLaterIsJoinedToo) {
    publish("1.0", ids_);
    attachments_.attach(
        1, attachmentFor({"s2", "t2"}, {attachedCategory("truth", ColumnRole::Label, {"yes", "no"})}));
    const RunId next = publish("1.0", {"t0", "t1", "s2", "t3"}, "week-2");
    EXPECT_EQ(store_->run(next)->info.scored, 4U);
    const EvalTablePtr table = store_->openTable(next);
    EXPECT_EQ(attachedTextAt(*table, *table->find("label"), 2), "yes");
}

TEST_F(AttachmentsTest, EveryOccurrenceOfAnIdIsJoined) {
    const RunId run = publish("1.0", {"a", "b", "a", "b", "c", "a"});
    attachments_.attach(1, attachmentFor({"a"}, {attachedCategory("human", ColumnRole::Override, {"yes"})}));
    const EvalTablePtr table = store_->openTable(run);
    Texts values;
    for (RowIndex row = 0; row < 6; ++row)
        values.push_back(attachedTextAt(*table, *table->find("human"), row));
    EXPECT_EQ(values, (Texts{"yes", "", "yes", "", "", "yes"}));
}

TEST_F(AttachmentsTest, WhatMeetsNoSampleOrNoClassIsRefusedAndNothingIsStored) {
    publish("1.0", ids_);
    const std::string before = test::bytesOf(store_->file());
    const auto refused = [&](const NewAttachment& attachment, ErrorCode code) {
        try {
            attachments_.attach(1, attachment);
            return false;
        } catch (const Error& error) {
            return error.code() == code;
        }
    };
    EXPECT_TRUE(refused(attachmentFor({"x", "y"}, {attachedCategory("l", ColumnRole::Label, {"no", "no"})}),
                        ErrorCode::BadInput));
    EXPECT_TRUE(refused(attachmentFor({"s1"}, {attachedCategory("l", ColumnRole::Label, {"maybe"})}),
                        ErrorCode::BadInput));
    EXPECT_TRUE(refused(attachmentFor({"s1"}, {}), ErrorCode::Usage));
    EXPECT_THROW(
        attachments_.attach(7, attachmentFor({"s1"}, {attachedCategory("l", ColumnRole::Label, {"no"})})),
        Error);
    EXPECT_EQ(test::bytesOf(store_->file()), before);
}

TEST_F(AttachmentsTest, WhatIsChangedOutsideIsFound) {
    publish("1.0", ids_);
    attachments_.attach(1, attachmentFor({"s1"}, {attachedCategory("human", ColumnRole::Override, {"yes"})}));
    const auto file = store_->file();
    store_.reset();
    attachments_ = Attachments(nullptr);
    test::SqliteFile(file).exec("UPDATE attachment SET who = 'somebody'");
    test::SqliteFile(file).exec(
        "UPDATE column_chunk SET bytes = zeroblob(length(bytes)) WHERE data_id = "
        "(SELECT ids_data_id FROM attachment)");
    const auto damages = Store::open(file, OpenMode::ReadOnly, clock_)->check({});
    ASSERT_EQ(damages.size(), 2U);
    EXPECT_NE(damages[0].where.find("attachment 1, ids"), std::string::npos) << damages[0].where;
    EXPECT_EQ(damages[1].where, "attachment");
}

TEST_F(AttachmentsTest, AClearedCacheShowsTheNewColumns) {
    const RunId run = publish("1.0", ids_);
    RunCache cache([this](RunId id) { return store_->openTable(id); });
    EXPECT_EQ(cache.open(run)->find(ColumnRole::Override), nullptr);
    attachments_.attach(1, attachmentFor({"s1"}, {attachedCategory("human", ColumnRole::Override, {"yes"})}));
    cache.clear();
    EXPECT_NE(cache.open(run)->find(ColumnRole::Override), nullptr);
}

// Random attachments and withdrawals against maps kept by hand.
TEST_F(AttachmentsTest, AgreesWithAJoinByHand) {
    Random random(20261123);
    const Texts pool = test::numberedIds("p", 60);
    Texts ids;
    for (int i = 0; i < 80; ++i)
        ids.push_back(pool[random.below(pool.size() - 10)]);  // with repeats
    const RunId run = publish("1.0", ids);
    struct Kept {
        std::map<std::string, std::string> label, branch;
        std::map<std::string, double> amount;
        bool inForce = true;
    };
    std::vector<Kept> kept;
    for (int step = 0; step < 25; ++step) {
        if (!kept.empty() && random.below(4) == 0) {
            const std::size_t victim = random.below(kept.size());
            if (kept[victim].inForce) attachments_.withdraw(static_cast<std::int64_t>(victim) + 1);
            kept[victim].inForce = false;
        } else {
            Kept next;
            Texts some{"p0"};
            for (const std::string& id : pool)
                if (id != "p0" && random.below(3) == 0) some.push_back(id);
            Texts labels, branches;
            std::vector<double> amounts;
            for (const std::string& id : some) {
                labels.push_back(Texts{"", "no", "yes", "odd"}[id == "p0" ? 1 : random.below(4)]);
                branches.push_back(Texts{"", "north", "south"}[random.below(3)]);
                amounts.push_back(random.below(3) == 0 ? missingReal() : random.unit());
                if (!labels.back().empty()) next.label[id] = labels.back();
                if (!branches.back().empty()) next.branch[id] = branches.back();
                if (!isMissingReal(amounts.back())) next.amount[id] = amounts.back();
            }
            attachments_.attach(
                1, attachmentFor(some, {attachedCategory("l", ColumnRole::Label, labels),
                                        attachedCategory("branch", ColumnRole::Segment, branches),
                                        attachedReals("spent", ColumnRole::Amount, amounts)}));
            kept.push_back(std::move(next));
        }
        const EvalTablePtr table = store_->openTable(run);
        const ColumnInfo* branch = table->find("branch");
        const ColumnInfo* spent = table->find("spent");
        for (RowIndex row = 0; row < table->rows(); ++row) {
            std::string wantedLabel = Texts{"no", "yes", ""}[row % 3], wantedBranch;
            double wantedAmount = missingReal();
            for (auto k = kept.rbegin(); k != kept.rend(); ++k) {
                if (!k->inForce) continue;
                if (wantedLabel.empty() && k->label.contains(ids[row])) wantedLabel = k->label[ids[row]];
                if (wantedBranch.empty() && k->branch.contains(ids[row])) wantedBranch = k->branch[ids[row]];
                if (isMissingReal(wantedAmount) && k->amount.contains(ids[row]))
                    wantedAmount = k->amount[ids[row]];
            }
            ASSERT_EQ(attachedTextAt(*table, *table->find("label"), row), wantedLabel) << step << " " << row;
            if (!branch) continue;
            ASSERT_EQ(attachedTextAt(*table, *branch, row), wantedBranch) << step << " " << row;
            const double amount = table->real(spent->id)->values()[row];
            ASSERT_EQ(std::bit_cast<std::uint64_t>(amount), std::bit_cast<std::uint64_t>(wantedAmount));
        }
        ASSERT_EQ(store_->run(run)->excluded.counts, countExclusions(*table).counts);
        ASSERT_EQ(store_->run(run)->info.scored, ScoredRows::of(*table, RowSet::all(80)).rows.size());
    }
    EXPECT_TRUE(store_->check({}).empty());
}

}  // namespace
}  // namespace reckoner
