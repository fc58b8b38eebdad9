// Builds a report from what a store holds: the one way for command line, window and mail.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/task_context.h"
#include "core/report/document.h"
#include "core/store/store.h"

namespace reckoner {

class Executor;

enum class ReportKind { Scorecard, ModelCard, Brief, Minutes };
std::string_view name(ReportKind kind);  // "scorecard", "model-card", "brief", "minutes"
// Nothing when there is none of that name.
std::optional<ReportKind> reportKind(std::string_view name);

struct ReportRequest {
    ReportKind kind = ReportKind::Scorecard;
    // Of one model; a model card and a brief are of the first. Side by side each is compared with the first.
    std::vector<RunRow> runs;
    std::int64_t review = 0;             // of minutes: its number in the store
    std::string today;                   // ISO date
    std::optional<double> confidence{};  // several classes: answers below it go to a person
};

// Reads, counts and writes nothing. Bootstraps: not for the UI thread. Throws Error{Usage}: nothing to report
// on, runs of several models, a run named twice, runs of two classes beside runs of several;
// Error{Cancelled}, Error{Store}.
Document buildReport(const std::shared_ptr<Store>& store, const ReportRequest& request,
                     Executor* executor = nullptr, const TaskContext& context = {});

// The run that all others are compared with: first, wherever it was named, or named by this alone.
void leadWith(std::vector<RunRow>& runs, const RunRow& base);

// "Credit default, model card of v2" with nothing a file system takes amiss: what a file is called first.
std::string reportFileName(const Document& document);

}  // namespace reckoner
