#include "core/metrics/override_agreement.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <map>

#include "core/base/case_fold.h"
#include "core/base/error.h"
#include "core/base/near_names.h"
#include "core/base/numbers.h"
#include "core/metrics/intervals.h"
#include "core/metrics/row_decisions.h"

namespace reckoner {
namespace {

constexpr std::size_t kBands = 10;

// A row that takes part. Classes are places in the run's class order; one against the rest: 1 and 0.
struct Judgement {
    RowIndex row;
    std::uint32_t person;
    std::uint32_t model;
    std::uint32_t truth;  // kNoClassPlace: not known
    double score;         // NaN: no score to band by
};

void add(Agreement& agreement, const Judgement& one) {
    ++agreement.n;
    if (one.person == one.model) {
        ++agreement.agreed;
        return;
    }
    if (one.truth == kNoClassPlace) return;
    ++agreement.judged;
    agreement.personRight += one.person == one.truth ? 1 : 0;
    agreement.modelRight += one.model == one.truth ? 1 : 0;
}

std::vector<Judgement> judgementsOf(const OverrideRequest& request, const ColumnInfo& overrideInfo,
                                    OverrideAgreement& result, const TaskContext& context) {
    const EvalTable& table = *request.table;
    const auto overrides = table.category(overrideInfo.id, context);
    const RowDecisions decisions(table, request.positive, request.threshold, context);
    const std::vector<std::uint32_t> personOf = decisions.placesOf(*overrides);
    std::vector<Judgement> judgements;
    request.cohort.forEach([&](RowIndex row) {
        if (row % 65'536 == 0) context.checkCancelled();
        const std::uint32_t code = overrides->code(row);
        if (code == overrides->missingCode()) return;
        if (personOf[code] == kNoClassPlace) return void(++result.noClass);
        const RowDecisions::Decision decision = decisions.at(row);
        if (decision.place == kNoClassPlace) return void(++result.noDecision);
        judgements.push_back({row, personOf[code], decision.place, decisions.truth(row), decision.score});
    });
    return judgements;
}

std::string bandName(double lo, double hi) {
    return shortestNumber(lo) + " to " + shortestNumber(hi);
}

std::vector<AgreementGroup> equalWidth(const std::vector<Judgement>& judgements, double top) {
    std::vector<AgreementGroup> bands;
    for (std::size_t b = 0; b < kBands; ++b)
        bands.push_back(
            {bandName(top * static_cast<double>(b) / kBands, top * static_cast<double>(b + 1) / kBands),
             false,
             {}});
    for (const Judgement& one : judgements) {
        if (!std::isfinite(one.score)) continue;
        // The edge itself decides, not a rounded quotient.
        std::size_t band = kBands - 1;
        while (band > 0 && one.score < top * static_cast<double>(band) / kBands)
            --band;
        add(bands[band].agreement, one);
    }
    std::erase_if(bands, [](const AgreementGroup& band) { return band.agreement.n == 0; });
    return bands;
}

std::vector<AgreementGroup> equalCount(std::vector<Judgement> judgements) {
    std::erase_if(judgements, [](const Judgement& one) { return !std::isfinite(one.score); });
    std::stable_sort(judgements.begin(), judgements.end(),
                     [](const Judgement& a, const Judgement& b) { return a.score < b.score; });
    std::vector<AgreementGroup> bands;
    const std::size_t n = judgements.size();
    std::size_t begin = 0;
    for (std::size_t band = 1; band <= kBands; ++band) {
        std::size_t end = std::max(begin, n * band / kBands);
        if (end == begin) continue;
        while (end < n && judgements[end].score == judgements[end - 1].score)
            ++end;
        AgreementGroup group{bandName(judgements[begin].score, judgements[end - 1].score), false, {}};
        for (; begin < end; ++begin)
            add(group.agreement, judgements[begin]);
        bands.push_back(std::move(group));
    }
    return bands;
}

std::vector<AgreementGroup> byScore(const OverrideRequest& request,
                                    const std::vector<Judgement>& judgements) {
    const ScoreKind kind = request.table->info().kind;
    const double top = kind == ScoreKind::Percent ? 100 : 1;
    const bool bounded = kind == ScoreKind::Percent || kind == ScoreKind::Probability;
    const bool inside = std::all_of(judgements.begin(), judgements.end(), [top](const Judgement& one) {
        return !std::isfinite(one.score) || (one.score >= 0 && one.score <= top);
    });
    return bounded && inside ? equalWidth(judgements, top) : equalCount(judgements);
}

// Names reviewers' columns go by, folded.
constexpr std::array<std::string_view, 12> kReviewerNames{
    "reviewer",   "reviewer_id", "reviewed_by", "overridden_by", "override_by", "decided_by",
    "checked_by", "handled_by",  "agent",       "analyst",       "annotator",   "officer"};

const ColumnInfo* reviewerColumn(const OverrideRequest& request) {
    const EvalTable& table = *request.table;
    if (request.reviewer.empty()) {
        for (const ColumnInfo& column : table.columns()) {
            if (column.type != ColumnType::Category) continue;
            std::string folded = foldCase(column.name);
            std::replace_if(
                folded.begin(), folded.end(), [](char c) { return c == ' ' || c == '-'; }, '_');
            if (std::find(kReviewerNames.begin(), kReviewerNames.end(), folded) != kReviewerNames.end())
                return &column;
        }
        return nullptr;
    }
    const ColumnInfo* column = table.find(request.reviewer);
    if (column && column->type == ColumnType::Category) return column;
    if (column)
        throw Error(ErrorCode::BadInput,
                    "Column \"" + request.reviewer + "\" holds no names to group by; choose a segment.",
                    request.reviewer);
    std::vector<std::string> names;
    for (const ColumnInfo& known : table.columns())
        names.push_back(known.name);
    throw Error(ErrorCode::BadInput,
                "This run has no column \"" + request.reviewer + "\"" + didYouMean(request.reviewer, names),
                request.reviewer);
}

// Groups by a text key, "" is missing and last.
class Groups {
 public:
    void add(const std::string& key, const Judgement& one) { reckoner::add(byKey_[key], one); }
    std::vector<AgreementGroup> list() const {
        std::vector<AgreementGroup> groups;
        for (const auto& [key, agreement] : byKey_)
            if (!key.empty()) groups.push_back({key, false, agreement});
        if (const auto missing = byKey_.find(""); missing != byKey_.end())
            groups.push_back({"", true, missing->second});
        return groups;
    }

 private:
    std::map<std::string, Agreement> byKey_;
};

std::vector<AgreementGroup> byReviewer(const CategoryColumn& reviewers,
                                       const std::vector<Judgement>& judgements) {
    Groups groups;
    for (const Judgement& one : judgements) {
        const std::uint32_t code = reviewers.code(one.row);
        groups.add(code == reviewers.missingCode() ? std::string() : reviewers.categories()[code], one);
    }
    return groups.list();
}

std::string monthOf(double seconds) {
    constexpr double kFarthest = 1e11;  // the year 5138
    if (!(std::abs(seconds) < kFarthest)) return {};
    const auto day = std::chrono::floor<std::chrono::days>(
        std::chrono::sys_seconds(std::chrono::seconds(static_cast<std::int64_t>(std::floor(seconds)))));
    const std::chrono::year_month_day date(day);
    const auto month = static_cast<unsigned>(date.month());
    return std::to_string(static_cast<int>(date.year())) + (month < 10 ? "-0" : "-") + std::to_string(month);
}

std::vector<AgreementGroup> byMonth(const RealColumn& times, const std::vector<Judgement>& judgements) {
    Groups groups;
    for (const Judgement& one : judgements)
        groups.add(monthOf(times.values()[one.row]), one);
    return groups.list();
}

}  // namespace

std::optional<Interval> Agreement::interval() const {
    return wilson95(static_cast<double>(agreed), static_cast<double>(n));
}

OverrideAgreement overrideAgreement(const OverrideRequest& request, const TaskContext& context) {
    OverrideAgreement result;
    const ColumnInfo* reviewer = reviewerColumn(request);
    const EvalTable& table = *request.table;
    const ColumnInfo* overrideInfo = table.find(ColumnRole::Override);
    if (!overrideInfo) return result;
    result.column = overrideInfo->name;
    const std::vector<Judgement> judgements = judgementsOf(request, *overrideInfo, result, context);
    for (const Judgement& one : judgements)
        add(result.all, one);
    result.byScore = byScore(request, judgements);
    if (reviewer) {
        result.reviewerColumn = reviewer->name;
        result.byReviewer = byReviewer(*table.category(reviewer->id, context), judgements);
    }
    if (const ColumnInfo* times = table.find(ColumnRole::Timestamp))
        result.byMonth = byMonth(*table.real(times->id, context), judgements);
    return result;
}

}  // namespace reckoner
