#include "core/import/demo.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <string>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

#include "core/base/error.h"
#include "core/import/demo_calendar.h"
#include "core/import/demo_notebook.h"
#include "core/import/demo_policies.h"
#include "core/import/demo_requirements.h"
#include "core/import/demo_reviews.h"
#include "core/import/demo_words.h"
#include "core/import/import_plan.h"
#include "core/store/cost_ledger.h"
#include "core/store/store.h"

namespace reckoner {
namespace {

constexpr const char* kCreditModel = "credit-default";

struct Title {
    const char* model;
    const char* title;
    bool datesInvented;  // those of its runs, which then move with the story
};
constexpr std::array kTitles{
    Title{kCreditModel, "Credit default", true},
    Title{"hpc-job-runtime", "Job run time", true},
    Title{"food-review-sentiment", "Review sentiment", true},
    Title{"flight-delay", "Flight delay", false},
};

bool datesInvented(const std::string& model) {
    return std::any_of(kTitles.begin(), kTitles.end(),
                       [&](const Title& title) { return title.datesInvented && model == title.model; });
}

CostModel creditCosts() {
    CostModel costs;
    costs.fp = {0, 0.15, "amount"};
    costs.fn = {0, 0.5, "amount"};
    costs.currency = "EUR";
    costs.volumePerPeriod = 1'000;
    costs.period = "month";
    costs.note =
        "Illustrative: a missed default costs half the amount, a refused good customer 15 % of it; "
        "1,000 applications a month.";
    costs.review = 12;
    costs.reviewerAccuracy = 0.95;
    costs.reviewCapacity = 300;
    return costs;
}

// How the costs came to be what they are: an estimate, two corrections of it, and what if all goes badly.
std::vector<CostModelRow> creditCostHistory(std::int64_t model, const DemoCalendar& calendar) {
    const auto entry = [&](const char* at, const CostModel& costs, const char* why) {
        CostModelRow row;
        row.modelId = model;
        row.costs = costs;
        row.words = demoWords(kCreditModel);
        row.who = "Credit review, illustrative";
        row.why = why;
        row.at = calendar.moved(at);
        return row;
    };
    CostModel first = creditCosts();
    first.fn.factor = 0.45;
    first.review = 0;
    first.reviewerAccuracy = 1;
    first.reviewCapacity.reset();
    CostModel second = first;
    second.fn.factor = 0.5;
    CostModel worst = creditCosts();
    worst.fn.factor = 0.7;
    worst.note = "Illustrative: as in the worst year on record.";
    std::vector<CostModelRow> rows{
        entry("2024-01-15T09:30:00.000Z", first, "Illustrative: a first estimate, made up for the demo."),
        entry("2024-04-08T14:05:00.000Z", second,
              "Illustrative: less was recovered after a default than assumed."),
        entry("2024-06-17T10:20:00.000Z", creditCosts(),
              "Illustrative: the desk counted what a review takes."),
        entry("2024-06-17T10:45:00.000Z", worst, "Illustrative: what a default costs in a bad year."),
    };
    rows.back().scenario = "worst";
    return rows;
}

// The data file beside a manifest.
std::filesystem::path dataFileOf(const std::filesystem::path& manifest) {
    std::string base = manifest.string();
    base.resize(base.size() - std::string(".manifest.json").size());
    for (const char* extension : {".csv", ".jsonl", ".tsv"})
        if (std::filesystem::exists(base + extension)) return base + extension;
    throw Error(ErrorCode::BadInput,
                "The demo data are incomplete: \"" + manifest.string() + "\" has no data file beside it.");
}

// Versions in order, then the weekly runs.
std::vector<std::filesystem::path> demoFiles(const std::filesystem::path& demo) {
    std::vector<std::filesystem::path> manifests;
    if (std::filesystem::is_directory(demo))
        for (const auto& entry : std::filesystem::recursive_directory_iterator(demo))
            if (entry.path().string().ends_with(".manifest.json")) manifests.push_back(entry.path());
    if (manifests.empty())
        throw Error(ErrorCode::BadInput, "There are no demo data in \"" + demo.string() + "\".");
    std::sort(manifests.begin(), manifests.end());
    std::vector<std::filesystem::path> files;
    for (const auto& manifest : manifests)
        files.push_back(dataFileOf(manifest));
    return files;
}

// No money is known of the other models: their mistakes count alike, in words of their own.
CostModelRow plainCosts(const ModelRow& model, const DemoCalendar& calendar) {
    CostModelRow row;
    row.modelId = model.id;
    row.words = demoWords(model.name);
    row.who = "Data team, illustrative";
    row.why = "Illustrative: both kinds of mistakes count alike until somebody says what they cost.";
    row.at = calendar.moved("2024-01-15T09:30:00.000Z");
    return row;
}

void addJudgements(const std::shared_ptr<Store>& opened, const DemoCalendar& calendar) {
    Store& store = *opened;
    for (const ModelRow& model : store.models()) {
        for (const Title& title : kTitles)
            if (model.name == title.model) store.setModelTitle(model.id, title.title);
        CostLedger(opened).bring(model.name == kCreditModel ? creditCostHistory(model.id, calendar)
                                                            : std::vector{plainCosts(model, calendar)});
    }
}

DemoSummary fill(const std::shared_ptr<Store>& opened, const std::filesystem::path& demo,
                 const DemoCalendar& calendar, const TaskContext& context) {
    Store& store = *opened;
    DemoSummary summary;
    const auto files = demoFiles(demo);
    for (std::size_t i = 0; i < files.size(); ++i) {
        context.checkCancelled();
        context.report(static_cast<double>(i) / static_cast<double>(files.size()), "loading the demo data");
        ImportPlan plan = planImport(files[i], std::nullopt, {}, &store);
        if (datesInvented(plan.model)) plan.runDate = calendar.moved(plan.runDate);
        // Its costs have a history of their own.
        plan.adoptCosts = plan.model != kCreditModel;
        const ImportReport report = importRun(store, plan, TaskContext(context.stopToken()));
        ++summary.runs;
        summary.rows += report.staged.info.rows;
    }
    addJudgements(opened, calendar);
    summary.models = store.models().size();
    return summary;
}

// Under a name of its own until it is whole.
class UnfinishedStore {
 public:
    explicit UnfinishedStore(std::filesystem::path target) : target_(std::move(target)), path_(target_) {
        path_ += ".unfinished-" + std::to_string(getpid());
        if (std::filesystem::exists(target_)) refuseExisting();
        std::error_code code;
        if (target_.has_parent_path()) std::filesystem::create_directories(target_.parent_path(), code);
        if (code)
            throw Error(ErrorCode::Store, "The folder of \"" + target_.string() +
                                              "\" could not be made: " + code.message() + ".");
    }
    ~UnfinishedStore() {
        std::error_code ignored;
        std::filesystem::remove(path_, ignored);
        std::filesystem::remove(path_.string() + "-journal", ignored);
    }
    UnfinishedStore(const UnfinishedStore&) = delete;
    UnfinishedStore& operator=(const UnfinishedStore&) = delete;

    const std::filesystem::path& path() const { return path_; }
    // link() and not rename(): a store that appeared in the meantime is not replaced.
    void publish() const {
        if (link(path_.c_str(), target_.c_str()) == 0) return;
        if (errno == EEXIST) refuseExisting();
        if (rename(path_.c_str(), target_.c_str()) != 0)
            throw Error(ErrorCode::Store,
                        "\"" + target_.string() + "\" could not be made: " + std::strerror(errno) + ".");
    }

 private:
    [[noreturn]] void refuseExisting() const {
        throw Error(ErrorCode::Store,
                    "\"" + target_.string() + "\" exists already; open it, or name another file.");
    }
    std::filesystem::path target_;
    std::filesystem::path path_;
};

}  // namespace

DemoSummary createDemo(const std::filesystem::path& file, const std::filesystem::path& dataFolder,
                       const Clock& clock, const TaskContext& context) {
    const UnfinishedStore unfinished(file);
    auto store = Store::create(unfinished.path(), clock);
    const DemoCalendar calendar(clock.now());
    const DemoSummary summary = fill(store, dataFolder / "demo", calendar, context);
    addDemoNotebooks(store, dataFolder / "demo");
    addDemoPolicies(store, calendar, context);
    addDemoRequirements(store, calendar);
    addDemoReviews(store, dataFolder / "demo", calendar);
    store.reset();  // every connection is closed before the file gets its name
    unfinished.publish();
    return summary;
}

}  // namespace reckoner
