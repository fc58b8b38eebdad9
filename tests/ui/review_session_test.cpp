#include "ui/session/review_session.h"

#include <QSignalSpy>

#include "core/store/attachments.h"
#include "tests/ui/window_fixture.h"
#include "ui/session/model_options.h"
#include "ui/session/state_rules.h"

namespace reckoner {

using test::SmallStore;

class ReviewSessionTest : public QObject {
    Q_OBJECT
 private Q_SLOTS:
    void init();
    void cleanup();
    void showsTheNewestRunAgainstTheVersionBefore();
    void givesAThresholdAtFirstSightAndKeepsWhatWasDragged();
    void theThresholdStartsAtThePolicy();
    void aDragIsOneStepBack();
    void backAndForwardWalkPagesAndRuns();
    void sayingTheSameIsNoStep();
    void onlyTheLastRunAskedForArrives();
    void anotherModelTakesItsOwnRunAndLosesTheFilter();
    void aFilterThatCannotBeSaysWhy();
    void newCostsAreComputedAnew();
    void whatIsAttachedShowsAndGoesAgain();
    void whatAnotherProgramImportsAndAttachesShows();
    void anotherPositiveClassIsComputedAnew();
    void restoresAViewAndMendsWhatIsGone();
    void anotherStoreForgetsTheOldOne();

 private:
    void settle() { QTRY_VERIFY(!session_->busy()); }
    void choose(RunId run) {
        session_->apply([run](ReviewState& state) { state.run = run; });
    }

    std::unique_ptr<test::TemporaryFolder> folder_;
    std::unique_ptr<SmallStore> small_;
    std::unique_ptr<Executor> executor_;
    std::unique_ptr<ReviewSession> session_;
};

void ReviewSessionTest::init() {
    folder_ = std::make_unique<test::TemporaryFolder>();
    small_ = std::make_unique<SmallStore>(folder_->path());
    executor_ = std::make_unique<Executor>(2);
    session_ = std::make_unique<ReviewSession>(*executor_, SmallStore::clock());
    session_->setStore(small_->store);
    // The models come by name; most tests are about credit.
    choose(small_->second);
    session_->apply([this](ReviewState& state) { state.baseline = small_->first; });
    settle();
}

void ReviewSessionTest::cleanup() {
    session_.reset();
    executor_.reset();
    small_.reset();
    folder_.reset();
}

void ReviewSessionTest::showsTheNewestRunAgainstTheVersionBefore() {
    const StoreContents contents = StoreContents::of(small_->store);
    const std::int64_t credit = contents.run(small_->second)->modelId;
    QCOMPARE(firstRun(contents, credit), small_->second);
    QCOMPARE(firstBaseline(contents, small_->second), small_->first);
    QCOMPARE(firstBaseline(contents, small_->churn), RunId(0));
    QVERIFY(session_->run());
    QVERIFY(session_->baseline());
    QCOMPARE(session_->runRow()->info.version, std::string("2.0"));
    QCOMPARE(session_->baselineRow()->info.version, std::string("1.0"));
    QVERIFY(session_->failure().isEmpty());
}

void ReviewSessionTest::givesAThresholdAtFirstSightAndKeepsWhatWasDragged() {
    QCOMPARE(session_->threshold(), 0.5);
    session_->setThreshold(0.25);
    choose(small_->first);
    settle();
    QCOMPARE(session_->threshold(), 0.5);
    choose(small_->second);
    settle();
    QCOMPARE(session_->threshold(), 0.25);
}

void ReviewSessionTest::theThresholdStartsAtThePolicy() {
    Policy policy;
    policy.versionId = session_->baselineRow()->versionId;
    policy.threshold = 0.42;
    policy.who = "Product";
    policy.why = "agreed";
    small_->store->adoptPolicy(policy);
    session_->storeChanged();
    choose(small_->first);
    settle();
    QCOMPARE(session_->threshold(), 0.42);
    QCOMPARE(session_->policy()->who, std::string("Product"));
}

void ReviewSessionTest::aDragIsOneStepBack() {
    const std::uint64_t drag = session_->newDrag();
    for (const double t : {0.45, 0.4, 0.35})
        session_->setThreshold(t, drag);
    const std::uint64_t other = session_->newDrag();
    QVERIFY(other != drag);
    session_->setThreshold(0.3, other);
    session_->back();
    QCOMPARE(session_->threshold(), 0.35);
    session_->back();
    QCOMPARE(session_->threshold(), 0.5);
    session_->forward();
    QCOMPARE(session_->threshold(), 0.35);
    session_->forward();
    QCOMPARE(session_->threshold(), 0.3);
    QVERIFY(!session_->canGoForward());
}

void ReviewSessionTest::backAndForwardWalkPagesAndRuns() {
    session_->apply([](ReviewState& state) { state.page = "errors"; });
    choose(small_->first);
    settle();
    QSignalSpy changes(session_.get(), &ReviewSession::changed);
    session_->back();
    QCOMPARE(session_->state().run, small_->second);
    QCOMPARE(session_->state().page, std::string("errors"));
    // Just looked at: its data is at hand.
    QVERIFY(session_->run());
    session_->back();
    QCOMPARE(session_->state().page, std::string("decide"));
    QVERIFY(changes.last().at(0).value<Aspects>() & Aspect::Page);
    QVERIFY(!(changes.last().at(0).value<Aspects>() & Aspect::Run));
}

void ReviewSessionTest::sayingTheSameIsNoStep() {
    const bool before = session_->canGoBack();
    QSignalSpy changes(session_.get(), &ReviewSession::changed);
    session_->apply([](ReviewState&) {});
    session_->setThreshold(session_->threshold());
    QCOMPARE(changes.size(), 0);
    QCOMPARE(session_->canGoBack(), before);
}

void ReviewSessionTest::onlyTheLastRunAskedForArrives() {
    session_->apply([](ReviewState& state) { state.cohort = "score > 0.1"; });
    session_->apply([](ReviewState& state) { state.cohort = "score > 0.2"; });
    choose(small_->first);
    session_->apply([](ReviewState& state) { state.cohort = "score > 0.3"; });
    QVERIFY(session_->busy());
    QVERIFY(!session_->run());
    settle();
    QCOMPARE(session_->run()->request.where, std::string("score > 0.3"));
    QCOMPARE(session_->run()->request.table->info().id, small_->first);
}

void ReviewSessionTest::anotherModelTakesItsOwnRunAndLosesTheFilter() {
    bindToModel({"errors.cell"});
    session_->apply([](ReviewState& state) { state.cohort = "score > 0.1"; });
    session_->apply([](ReviewState& state) {
        state.options["errors.cell"] = "outcome = missed";
        state.options["decide.chart"] = "roc";
    });
    const std::int64_t churn = session_->contents().run(small_->churn)->modelId;
    session_->apply([churn](ReviewState& state) { state.model = churn; });
    settle();
    QCOMPARE(session_->state().run, small_->churn);
    QCOMPARE(session_->state().baseline, RunId(0));
    QVERIFY(session_->state().cohort.empty());
    QVERIFY(!session_->state().options.contains("errors.cell"));
    QCOMPARE(session_->state().options.at("decide.chart"), std::string("roc"));
    session_->back();
    settle();
    QCOMPARE(session_->state().run, small_->second);
    QCOMPARE(session_->state().cohort, std::string("score > 0.1"));
}

void ReviewSessionTest::aFilterThatCannotBeSaysWhy() {
    session_->apply([](ReviewState& state) { state.cohort = "no_such_column = 1"; });
    settle();
    QVERIFY(!session_->run());
    QVERIFY2(session_->failure().contains(QStringLiteral("no_such_column")), qPrintable(session_->failure()));
    session_->back();
    settle();
    QVERIFY(session_->run());
    QVERIFY(session_->failure().isEmpty());
}

void ReviewSessionTest::newCostsAreComputedAnew() {
    QVERIFY(!session_->costModel());
    const double before = session_->run()->best->total;
    CostModel costs;
    costs.fn.fixed = 10;
    small_->store->addCostModel(session_->state().model, costs, {}, "Product", "agreed");
    session_->storeChanged();
    settle();
    QCOMPARE(session_->costModel()->costs.fn.fixed, 10.0);
    QVERIFY(session_->run()->best->total > before);
}

void ReviewSessionTest::whatIsAttachedShowsAndGoesAgain() {
    const auto branch = [this] { return session_->run()->request.table->find("branch"); };
    QVERIFY(!branch());
    const EvalTablePtr table = session_->run()->request.table;
    NewAttachment attachment;
    attachment.sourceName = "later.csv";
    attachment.ids.add(table->text(table->find(ColumnRole::Id)->id)->at(0));
    AttachmentColumn& column = attachment.columns.emplace_back();
    column.info.name = "branch";
    column.info.role = ColumnRole::Segment;
    column.info.type = ColumnType::Category;
    column.dictionary = {"north"};
    column.codes = {0};
    const auto id = Attachments(small_->store).attach(session_->state().model, attachment).row.id;
    session_->storeChanged();
    settle();
    QVERIFY(branch());

    Attachments(small_->store).withdraw(id);
    QSignalSpy changed(session_.get(), &ReviewSession::changed);
    session_->storeChanged();
    QVERIFY2(changed.front().front().value<Aspects>() & Aspect::Run, "the cached analysis is another one");
    settle();
    QVERIFY(!branch());
}

void ReviewSessionTest::whatAnotherProgramImportsAndAttachesShows() {
    const auto other = Store::open(small_->store->file(), OpenMode::ReadWrite, SmallStore::clock());
    const RunId third =
        test::addRun(*other, folder_->path(), {"credit", "3.0", "week-1", 60, "d", "2024-06-20"});
    QTRY_VERIFY(session_->contents().run(third));
    QCOMPARE(session_->state().run, small_->second);
    settle();

    const RunAnalysisPtr before = session_->run();
    NewAttachment attachment;
    attachment.sourceName = "later.csv";
    const EvalTablePtr table = before->request.table;
    attachment.ids.add(table->text(table->find(ColumnRole::Id)->id)->at(0));
    AttachmentColumn column;
    column.info.name = "team";
    column.info.role = ColumnRole::Segment;
    column.info.type = ColumnType::Category;
    column.info.distinct = 1;
    column.dictionary = {"north"};
    column.codes = {0};
    attachment.columns.push_back(column);
    Attachments(other).attach(session_->state().model, attachment);
    QTRY_VERIFY(session_->run() && session_->run() != before);
    QVERIFY(session_->run()->request.table->find("team"));
}

void ReviewSessionTest::anotherPositiveClassIsComputedAnew() {
    QCOMPARE(session_->run()->rows.positive, std::string("yes"));
    small_->store->setPositive(session_->state().model, "no");
    session_->storeChanged();
    settle();
    QCOMPARE(session_->run()->rows.positive, std::string("no"));
    session_->apply([](ReviewState& state) { state.positive = "yes"; });
    settle();
    QCOMPARE(session_->run()->rows.positive, std::string("yes"));
    QCOMPARE(session_->runRow()->info.positive, std::string("no"));
}

void ReviewSessionTest::restoresAViewAndMendsWhatIsGone() {
    ReviewState wanted = session_->state();
    wanted.baseline = 999;
    wanted.thresholds[wanted.run] = 0.2;
    const bool before = session_->canGoBack();
    session_->restore(wanted);
    settle();
    QCOMPARE(session_->threshold(), 0.2);
    QCOMPARE(session_->state().baseline, small_->first);
    QCOMPARE(session_->canGoBack(), before);
    wanted.run = 999;
    session_->restore(wanted);
    settle();
    QCOMPARE(session_->state().run, small_->second);
}

void ReviewSessionTest::anotherStoreForgetsTheOldOne() {
    session_->setThreshold(0.1);
    const SmallStore other(folder_->path(), "other.reckoner");
    session_->setStore(other.store);
    QVERIFY(!session_->canGoBack());
    settle();
    QVERIFY(session_->run());
    QCOMPARE(session_->threshold(), 0.5);
    session_->setStore(nullptr);
    QVERIFY(!session_->run());
    QVERIFY(!session_->runRow());
    QVERIFY(std::isnan(session_->threshold()));
}

}  // namespace reckoner

QTEST_GUILESS_MAIN(reckoner::ReviewSessionTest)
#include "review_session_test.moc"
