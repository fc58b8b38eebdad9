// Reads what is known about one sample, also from the other versions that scored it.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "core/cost/cost_model.h"
#include "core/review/case_facts.h"
#include "core/store/sample_lookup.h"

namespace reckoner {

struct CaseRequest {
    RunId run = 0;
    EvalTablePtr table;  // of the run, where it is open already; null: it is opened
    RowIndex row = 0;
    std::string positive;  // empty: the run's own
    CostModel costs;
};

// Thread-safe. The first case of a run reads its columns and pairs it with the other versions' runs; the next
// ones cost microseconds.
class CaseReader {
 public:
    // runs: all of the store. policies: points in force, by version id.
    CaseReader(std::shared_ptr<const Store> store, std::vector<RunRow> runs,
               std::map<std::int64_t, OperatingPoint> policies);

    // Of each other version the newest run that holds the sample. Throws Error{Usage} when the run or the row
    // does not exist, Error{Store} when a chunk is damaged.
    CaseFacts read(const CaseRequest& request, const TaskContext& context = {});
    SampleLookup& lookup() { return lookup_; }

 private:
    // What a run's scores lie on; costs a pass over them where the score kind does not say it.
    struct Scale {
        double lo = 0;
        double hi = 1;
        std::optional<double> threshold;
    };
    const RunRow* rowOf(RunId run) const;
    Scale scaleOf(const RunRow& run, const EvalTable& table, const std::string& positive,
                  const TaskContext& context);
    CaseScore scoreOf(const RunRow& run, const EvalTablePtr& table, RowIndex row, const std::string& positive,
                      const TaskContext& context);
    std::vector<CaseScore> scores(const RunRow& shown, const CaseRequest& request,
                                  const TaskContext& context);

    std::vector<RunRow> runs_;
    std::map<std::int64_t, OperatingPoint> policies_;
    std::shared_ptr<RunCache> tables_;
    SampleLookup lookup_;
    std::mutex mutex_;
    std::map<std::pair<RunId, std::string>, Scale> scales_;
};

}  // namespace reckoner
