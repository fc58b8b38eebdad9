#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "core/base/error.h"
#include "core/base/numbers.h"
#include "core/import/class_guess.h"
#include "core/import/column_sink.h"
#include "core/import/file_layout.h"
#include "core/import/id_ledger.h"
#include "core/import/import_plan.h"
#include "core/import/record_reader.h"
#include "core/import/text_source.h"

namespace reckoner {

namespace {

constexpr std::uint32_t kMostClasses = 1000;
constexpr std::uint64_t kNoLabelHash = 0x9E37'79B9'7F4A'7C15ULL;
constexpr std::uint64_t kMostRows = 0xFFFF'FFFEULL;  // RowIndex

ColumnType typeOf(ColumnRole role) {
    switch (role) {
        case ColumnRole::Score:
        case ColumnRole::ClassScore:
        case ColumnRole::Numeric:
        case ColumnRole::Amount:
        case ColumnRole::Weight:
        case ColumnRole::Latency:
            return ColumnType::Real;
        case ColumnRole::Timestamp:
            return ColumnType::Timestamp;
        case ColumnRole::Id:
        case ColumnRole::Text:
        case ColumnRole::Explanation:
            return ColumnType::Text;
        default:
            return ColumnType::Category;
    }
}

// One import from the first byte to a finished StagedRun.
class Stager {
 public:
    Stager(const ImportPlan& plan, const std::filesystem::path& folder, const std::string& storeName,
           const TaskContext& context, Executor* executor)
        : plan_(plan),
          context_(context),
          executor_(executor),
          file_(folder, storeName),
          ledger_(folder, storeName),
          source_(plan.file, plan.dialect.encoding, plan.encodingGuessed),
          buffer_(source_),
          layout_(plan) {
        if (executor_ != nullptr) source_.readAhead(*executor_);
        makeSinks();
    }

    ImportReport run() {
        readAll();
        checkPromises();
        checkShares();
        return finish();
    }

 private:
    void makeSinks() {
        for (std::size_t at = 0; at < layout_.columns().size(); ++at) {
            const PlannedColumn* planned = layout_.columns()[at];
            if (!planned->role) continue;
            ColumnInfo info;
            info.name = planned->name;
            info.role = *planned->role;
            info.type = typeOf(info.role);
            info.classOf = planned->classOf;
            if (info.role == ColumnRole::Id) {
                idColumn_ = at;
                ids_ = std::make_unique<TextSink>(file_, std::move(info), executor_);
                continue;
            }
            sinks_.push_back({at, makeSink(std::move(info))});
        }
        if (!ids_) ids_ = std::make_unique<TextSink>(file_, ColumnInfo{}, executor_);
    }

    std::unique_ptr<ColumnSink> makeSink(ColumnInfo info) {
        if (info.type == ColumnType::Text)
            return std::make_unique<TextSink>(file_, std::move(info), executor_);
        if (info.type != ColumnType::Category) {
            const ColumnRole role = info.role;
            const bool positive = role == ColumnRole::ClassScore && info.classOf == plan_.positive;
            auto sink = std::make_unique<RealSink>(file_, std::move(info), plan_.dialect.decimal);
            if (positive) positiveScore_ = sink.get();
            if (role == ColumnRole::Score) score_ = sink.get();
            if (role == ColumnRole::ClassScore) classScores_.push_back(sink.get());
            return sink;
        }
        CategorySink::Rules rules;
        const ColumnRole role = info.role;
        const bool isClass = role == ColumnRole::Label || role == ColumnRole::Prediction;
        rules.missingTokens = isClass;
        rules.refuse = isClass;
        if (isClass) rules.most = kMostClasses;
        if (plan_.classesGiven) rules.classes = plan_.classes;
        rules.guessed = plan_.manifestJson.empty();
        auto sink = std::make_unique<CategorySink>(file_, std::move(info), std::move(rules));
        if (role == ColumnRole::Label) label_ = sink.get();
        if (role == ColumnRole::Prediction) prediction_ = sink.get();
        return sink;
    }

    void readAll() {
        const std::unique_ptr<RecordReader> reader = layout_.open(buffer_, log_);
        RecordBatch batch(layout_.columns().size());
        std::uint64_t reported = 0;
        while (reader->next(batch)) {
            context_.checkCancelled();
            addIds(batch);
            for (const auto& [column, sink] : sinks_)
                sink->add(batch, column);
            judge(batch.rows);
            rows_ += batch.rows;
            if (rows_ > kMostRows)
                throw Error(ErrorCode::BadInput, "The file has more than 4,294,967,294 rows; split it.",
                            plan_.file.string());
            if (const std::uint64_t bytes = source_.bytesRead();
                bytes >= reported + 1024 * 1024 || reported == 0) {
                reported = bytes;
                context_.report(0.95 * fraction(bytes), "reading");
            }
        }
        context_.checkCancelled();
    }

    double fraction(std::uint64_t bytes) const {
        const auto whole = static_cast<double>(std::max<std::uint64_t>(plan_.bytes, 1));
        return std::min(1.0, static_cast<double>(bytes) / whole);
    }

    void addIds(const RecordBatch& batch) {
        for (std::size_t row = 0; row < batch.rows; ++row) {
            if (!idColumn_) {
                generated_ = "row-" + std::to_string(rows_ + row + 1);
                ids_->add(generated_);
                idHashes_[row] = idHash(generated_);
                continue;
            }
            const Cell& cell = batch.at(row, *idColumn_);
            const std::string_view id = cell.kind == CellKind::Missing ? std::string_view() : cell.text();
            withoutId_ += id.empty() ? 1 : 0;
            ids_->add(id);
            idHashes_[row] = idHash(id);
        }
    }

    // Whether each row of the batch can be used, and if not why: one reason, the label's first.
    void judge(std::size_t rows) {
        learnLabels();
        for (std::size_t row = 0; row < rows; ++row) {
            std::uint64_t labelHash = kNoLabelHash;
            std::optional<Exclusion> why;
            if (label_ == nullptr) {
                why = Exclusion::MissingLabel;
            } else if (const std::uint32_t code = label_->lastBatch()[row]; code == CategorySink::kMissing) {
                why = Exclusion::MissingLabel;
            } else {
                labelHash = labelHashes_[code];
                if (!expected_[code]) why = Exclusion::UnexpectedLabel;
            }
            labelHashesOfBatch_[row] = labelHash;
            const std::optional<Exclusion> scoreWhy = scoreProblem(row);
            usableScores_ += scoreWhy ? 0 : 1;
            if (!why) why = scoreWhy;
            if (why)
                ++excluded_[*why];
            else
                ++scored_;
        }
        ledger_.add(std::span(idHashes_).first(rows), std::span(labelHashesOfBatch_).first(rows));
    }

    void learnLabels() {
        if (label_ == nullptr) return;
        const auto& labels = label_->dictionary();
        for (std::size_t code = labelHashes_.size(); code < labels.size(); ++code) {
            labelHashes_.push_back(idHash(labels[code]));
            expected_.push_back(!plan_.classesGiven || std::find(plan_.classes.begin(), plan_.classes.end(),
                                                                 labels[code]) != plan_.classes.end());
        }
    }

    static std::optional<Exclusion> numberProblem(double score) {
        if (std::isfinite(score)) return std::nullopt;
        if (isMissingReal(score)) return Exclusion::MissingScore;
        return std::isnan(score) ? Exclusion::NanScore : Exclusion::InfiniteScore;
    }

    std::optional<Exclusion> scoreProblem(std::size_t row) const {
        if (plan_.task == Task::Binary && score_ != nullptr) return numberProblem(score_->lastBatch()[row]);
        // A binary run without a score column is ranked by its positive class's.
        if (plan_.task == Task::Binary && positiveScore_ != nullptr)
            return numberProblem(positiveScore_->lastBatch()[row]);
        for (const RealSink* sink : classScores_)
            if (const auto problem = numberProblem(sink->lastBatch()[row])) return problem;
        if (!classScores_.empty()) return std::nullopt;
        const bool predicted =
            prediction_ != nullptr && prediction_->lastBatch()[row] != CategorySink::kMissing;
        return predicted ? std::nullopt : std::optional(Exclusion::MissingScore);
    }

    std::string fileName() const { return "\"" + plan_.file.filename().string() + "\""; }

    [[noreturn]] void refuse(const std::string& sentence) const {
        throw Error(ErrorCode::BadInput, sentence, plan_.file.string());
    }

    void checkPromises() {
        sha256_ = source_.sha256();
        if (plan_.expectedSha256 && lowered(*plan_.expectedSha256) != sha256_)
            refuse("The manifest promises another content: its sha256 of " + fileName() + " is " +
                   plan_.expectedSha256->substr(0, 12) + "..., the file's " + sha256_.substr(0, 12) +
                   "...; get the file again or write a new manifest.");
        const std::uint64_t found = rows_ + log_.rejected();
        if (plan_.expectedRows && *plan_.expectedRows != found)
            refuse("The manifest promises n_rows " + std::to_string(*plan_.expectedRows) + ", but " +
                   fileName() + " has " + std::to_string(found) +
                   "; get the file again or write a new manifest.");
    }

    void checkShares() {
        const std::uint64_t found = rows_ + log_.rejected();
        if (found == 0) refuse(fileName() + " has a header but no rows; there is nothing to import.");
        const auto rejected = static_cast<double>(log_.rejected());
        if (rejected > plan_.maxBad * static_cast<double>(found) || rows_ == 0) {
            const Problem first = log_.problems().empty() ? Problem{} : log_.problems().front();
            refuse(fmt::format(
                "{} of {} rows of {} cannot be read, more than the {} % allowed; the first is line {}: {}",
                log_.rejected(), found, fileName(), shortestNumber(plan_.maxBad * 100), first.line,
                first.message));
        }
        if (usableScores_ == 0) refuseUnusable();
        if (scored_ == 0 && label_ != nullptr && excluded_[Exclusion::UnexpectedLabel] > 0) refuseLabels();
    }

    [[noreturn]] void refuseUnusable() const {
        std::string column = "score";
        for (const PlannedColumn& planned : plan_.columns)
            if (planned.role == ColumnRole::Score) column = planned.name;
        refuse("No row of " + fileName() + " has a score that is a number (column \"" + column +
               "\"); say which column holds the score.");
    }

    [[noreturn]] void refuseLabels() const {
        const auto list = [](const std::vector<std::string>& texts) {
            std::string out;
            for (std::size_t i = 0; i < texts.size() && i < 5; ++i)
                out += (i == 0 ? "\"" : ", \"") + texts[i] + "\"";
            return texts.size() > 5 ? out + ", ..." : out;
        };
        refuse("No label of " + fileName() + " is one of the classes " + list(plan_.classes) +
               "; the file has " + list(label_->dictionary()) + ".");
    }

    ImportReport finish() {
        ImportReport report;
        StagedRun& run = report.staged;
        nameRun(run);
        settleClasses(run.info);
        StagedColumn ids = ids_->finish(log_);
        for (const auto& [column, sink] : sinks_)
            run.columns.push_back(sink->finish(log_));
        context_.report(0.96, "checking ids");
        const IdLedger::Settled settled = ledger_.settle(file_, ids.chunks, context_);
        run.ids = {ids.info.name, !idColumn_.has_value(), std::move(ids.chunks), settled.repeated};
        run.fingerprint = settled.fingerprint;
        noteIds(run.ids, settled);
        noteEncoding();
        file_.keep();
        run.stagingFile = file_.path();
        report.problems = std::move(log_.problems());
        report.problemCount = log_.count();
        context_.report(1.0, "reading");
        return report;
    }

    void nameRun(StagedRun& run) const {
        run.model = plan_.model;
        run.version = plan_.version;
        run.evalSet = plan_.evalSet;
        run.parentVersion = plan_.parentVersion;
        run.info.model = plan_.model;
        run.info.version = plan_.version;
        run.info.evalSet = plan_.evalSet;
        run.info.algorithm = plan_.algorithm;
        run.info.runDate = plan_.runDate;
        run.info.task = plan_.task;
        run.info.kind = plan_.kind;
        run.info.decisionThreshold = plan_.threshold;
        run.info.changelog = plan_.changelog;
        run.info.notes = plan_.notes;
        run.info.rows = rows_;
        run.info.scored = scored_;
        run.excluded = excluded_;
        run.rejectedRows = log_.rejected();
        run.sourceName = plan_.file.filename().string();
        run.sourceSha256 = sha256_;
        run.sourceBytes = source_.bytesRead();
        run.manifestJson = plan_.manifestJson;
    }

    // The head of the file may not have shown every class.
    void settleClasses(RunInfo& info) {
        info.classes = plan_.classes;
        info.positive = plan_.positive;
        if (plan_.classesGiven || label_ == nullptr) return;
        std::vector<LabelCount> labels;
        bool news = false;
        for (std::size_t code = 0; code < label_->dictionary().size(); ++code) {
            labels.push_back({label_->dictionary()[code], label_->occurrences()[code]});
            news = news || std::find(info.classes.begin(), info.classes.end(), labels.back().label) ==
                               info.classes.end();
        }
        if (!news) return;
        if (plan_.task == Task::Binary && plan_.positiveGuessed)
            info.positive = guessPositive(labels).positive;
        if (plan_.task == Task::Binary || classScores_.empty())
            info.classes = orderClasses(labels, plan_.task == Task::Binary ? info.positive : std::string());
        else
            for (const LabelCount& label : labels)
                if (std::find(info.classes.begin(), info.classes.end(), label.label) == info.classes.end())
                    info.classes.push_back(label.label);
        if (plan_.task == Task::Binary && info.classes.size() > 2)
            log_.note(
                0,
                fmt::format(
                    "The label has {} different values; \"{}\" counts as positive, all others as negative.",
                    info.classes.size(), info.positive));
    }

    void noteIds(const StagedIds& ids, const IdLedger::Settled& settled) {
        if (withoutId_ > 0)
            log_.note(0, fmt::format("{} {} no id.", withoutId_, withoutId_ == 1 ? "row has" : "rows have"));
        if (settled.repeated == 0) return;
        std::string example;
        if (settled.example) {
            const auto [first, second] = *settled.example;
            example = fmt::format(", as \"{}\" in rows {} and {}", idAt(ids, first).substr(0, 80), first + 1,
                                  second + 1);
        }
        log_.note(0, fmt::format("{} {} an id that stood before{}; all rows count.", settled.repeated,
                                 settled.repeated == 1 ? "row has" : "rows have", example));
    }

    std::string idAt(const StagedIds& ids, std::uint64_t row) {
        const auto chunk = std::find_if(ids.chunks.begin(), ids.chunks.end(), [row](const StagedChunk& c) {
            return row < std::uint64_t{c.head.firstRow} + c.head.rows;
        });
        const DecodedTexts texts = decodeTexts(file_.read(*chunk), ids.columnName);
        return std::string(texts.at(static_cast<RowIndex>(row - chunk->head.firstRow)));
    }

    void noteEncoding() {
        if (source_.turnedLatin1())
            log_.note(0, "The text turned out to be Latin-1 (Windows-1252), not UTF-8, and was converted.");
        if (source_.repaired() > 0)
            log_.note(0, fmt::format("{} bytes are no {} text and became \"\uFFFD\".", source_.repaired(),
                                     name(plan_.dialect.encoding)));
    }

    const ImportPlan& plan_;
    const TaskContext& context_;
    Executor* executor_;
    StagingFile file_;
    IdLedger ledger_;
    TextSource source_;
    BlockBuffer buffer_;
    FileLayout layout_;
    ProblemLog log_;

    struct Placed {
        std::size_t column;
        std::unique_ptr<ColumnSink> sink;
    };
    std::vector<Placed> sinks_;
    std::unique_ptr<TextSink> ids_;
    std::optional<std::size_t> idColumn_;
    CategorySink* label_ = nullptr;
    CategorySink* prediction_ = nullptr;
    RealSink* score_ = nullptr;
    RealSink* positiveScore_ = nullptr;
    std::vector<RealSink*> classScores_;

    std::string generated_;
    std::array<std::uint64_t, kBatchRows> idHashes_;
    std::array<std::uint64_t, kBatchRows> labelHashesOfBatch_;
    std::vector<std::uint64_t> labelHashes_;  // by label code
    std::vector<bool> expected_;              // by label code

    std::uint64_t rows_ = 0;
    std::uint64_t scored_ = 0;
    std::uint64_t usableScores_ = 0;
    std::uint64_t withoutId_ = 0;
    ExclusionCounts excluded_;
    std::string sha256_;
};

}  // namespace

ImportReport stageImport(const ImportPlan& plan, const std::filesystem::path& stagingFolder,
                         const TaskContext& context, const std::string& storeName, Executor* executor) {
    return Stager(plan, stagingFolder, storeName, context, executor).run();
}

}  // namespace reckoner
