#include "core/import/attach_file.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <set>
#include <unordered_map>

#include <fmt/format.h>

#include "core/base/error.h"
#include "core/base/near_names.h"
#include "core/base/numbers.h"
#include "core/import/cell_number.h"
#include "core/import/file_head.h"
#include "core/import/file_layout.h"
#include "core/import/record_reader.h"
#include "core/import/role_guess.h"
#include "core/import/text_source.h"
#include "core/import/time_text.h"

namespace reckoner {
namespace {

constexpr std::size_t kMostValues = 65'535;
constexpr std::size_t kExamples = 5;
constexpr std::uint32_t kMissing = std::numeric_limits<std::uint32_t>::max();

ColumnType attachedType(ColumnRole role) {
    if (role == ColumnRole::Timestamp) return ColumnType::Timestamp;
    if (role == ColumnRole::Text) return ColumnType::Text;
    if (role == ColumnRole::Numeric || role == ColumnRole::Amount) return ColumnType::Real;
    return ColumnType::Category;
}

bool several(ColumnRole role) {
    return role == ColumnRole::Segment || role == ColumnRole::Numeric || role == ColumnRole::Amount ||
           role == ColumnRole::Text;
}

// The values of one column by the number of their id.
class ValueSink {
 public:
    ValueSink(const AttachFileRequest::Wanted& wanted, const AttachFileRequest& request, char decimal)
        : request_(request), decimal_(decimal) {
        column_.info.name = wanted.column;
        column_.info.role = wanted.role;
        column_.info.type = attachedType(wanted.role);
    }

    // A missing value leaves what the id had.
    void add(std::uint32_t id, const Cell& cell) {
        if (column_.info.type == ColumnType::Category)
            addCategory(id, cell);
        else if (column_.info.type == ColumnType::Text)
            addText(id, cell);
        else
            addReal(id, cell);
    }

    AttachmentColumn finish(std::uint32_t ids, std::vector<Problem>& problems, std::uint64_t& count) {
        ColumnInfo& info = column_.info;
        if (info.type == ColumnType::Category) {
            column_.codes.resize(ids, kMissing);
            info.distinct = static_cast<std::uint32_t>(column_.dictionary.size());
            info.missing =
                static_cast<std::uint64_t>(std::count(column_.codes.begin(), column_.codes.end(), kMissing));
            std::replace(column_.codes.begin(), column_.codes.end(), kMissing, info.distinct);
        } else if (info.type == ColumnType::Text) {
            column_.texts.resize(ids);
            column_.present.resize(ids, 0);
            info.missing =
                static_cast<std::uint64_t>(std::count(column_.present.begin(), column_.present.end(), 0));
        } else {
            column_.values.resize(ids, missingReal());
            info.missing = static_cast<std::uint64_t>(
                std::count_if(column_.values.begin(), column_.values.end(), isMissingReal));
            const bool time = info.type == ColumnType::Timestamp;
            if (time) info.timeFormat = timeFormatName(static_cast<TimeFormat>(finestTime_));
            if (notRead_ > 0) {
                ++count;
                problems.push_back(
                    {0, fmt::format("Column \"{}\": {} {} no {} (the first: \"{}\").", info.name, notRead_,
                                    notRead_ == 1 ? "value is" : "values are", time ? "time" : "number",
                                    notReadExample_)});
            }
        }
        return std::move(column_);
    }

 private:
    bool isMissing(std::string_view text) const {
        if (text.empty()) return true;
        const bool label = column_.info.role == ColumnRole::Label;
        const bool missing =
            label ? isMissingToken(text) : text == "null" || text == "NULL" || text == "Null";
        return missing &&
               std::find(request_.classes.begin(), request_.classes.end(), text) == request_.classes.end();
    }

    void addCategory(std::uint32_t id, const Cell& cell) {
        if (column_.codes.size() <= id) column_.codes.resize(id + std::size_t{1}, kMissing);
        if (cell.kind == CellKind::Missing || cell.kind == CellKind::NotANumber || isMissing(cell.text()))
            return;
        const auto [found, fresh] = codes_.try_emplace(std::string(cell.text()),
                                                       static_cast<std::uint32_t>(column_.dictionary.size()));
        if (fresh) {
            if (column_.dictionary.size() == kMostValues)
                throw Error(ErrorCode::BadInput,
                            fmt::format("Column \"{}\" of \"{}\" holds more than 65,535 different values and "
                                        "cannot be attached as {}; nothing was stored.",
                                        column_.info.name, request_.file.filename().string(),
                                        name(column_.info.role)),
                            column_.info.name);
            column_.dictionary.push_back(found->first);
        }
        column_.codes[id] = found->second;
    }

    void addText(std::uint32_t id, const Cell& cell) {
        if (column_.texts.size() <= id) {
            column_.texts.resize(id + std::size_t{1});
            column_.present.resize(id + std::size_t{1}, 0);
        }
        if (cell.kind == CellKind::Missing || cell.size == 0) return;
        column_.texts[id] = std::string(cell.text());
        column_.present[id] = 1;
    }

    void addReal(std::uint32_t id, const Cell& cell) {
        if (column_.values.size() <= id) column_.values.resize(id + std::size_t{1}, missingReal());
        if (cell.kind == CellKind::Missing || cell.kind == CellKind::NotANumber ||
            isMissingToken(cell.text()))
            return;
        double value = 0;
        if (column_.info.type == ColumnType::Timestamp) {
            const TimeText time = readTime(cell.text());
            value = time.seconds;
            finestTime_ = std::max(finestTime_, static_cast<int>(time.format));
        } else {
            value = cellNumber(cell.text(), decimal_);
        }
        if (!std::isfinite(value)) {
            if (++notRead_ == 1) notReadExample_ = std::string(cell.text().substr(0, 60));
            return;
        }
        column_.values[id] = value;
    }

    const AttachFileRequest& request_;
    char decimal_;
    AttachmentColumn column_;
    std::unordered_map<std::string, std::uint32_t> codes_;
    int finestTime_ = 0;
    std::uint64_t notRead_ = 0;
    std::string notReadExample_;
};

class AttachReading {
 public:
    AttachReading(const AttachFileRequest& request, const TaskContext& context)
        : request_(request), context_(context) {}

    AttachFile run() {
        requireSensible();
        plan();
        TextSource source(plan_.file, plan_.dialect.encoding, plan_.encodingGuessed);
        BlockBuffer buffer(source);
        const FileLayout layout(plan_);
        ProblemLog log;
        readRows(*layout.open(buffer, log), layout, source);
        refuseUnreadable(log);
        finish(log, source);
        return std::move(result_);
    }

 private:
    [[noreturn]] void refuse(const std::string& sentence) const {
        throw Error(ErrorCode::BadInput, sentence, request_.file.string());
    }
    std::string fileName() const { return "\"" + request_.file.filename().string() + "\""; }

    void requireSensible() const {
        if (request_.columns.empty())
            throw Error(ErrorCode::Usage, "Say what is to be attached, for example --label COLUMN.");
        if (request_.id.empty())
            throw Error(ErrorCode::Usage, "Say which column holds the sample's id (--id COLUMN).");
        std::set<std::string> names{request_.id};
        std::set<ColumnRole> roles;
        for (const auto& [column, role] : request_.columns) {
            if (!canBeAttached(role))
                throw Error(ErrorCode::Usage, fmt::format("A column cannot be attached as {}.", name(role)));
            if (!names.insert(column).second)
                throw Error(ErrorCode::Usage,
                            fmt::format("Column \"{}\" is asked for twice; a column has one role.", column));
            if (!several(role) && !roles.insert(role).second)
                throw Error(ErrorCode::Usage,
                            fmt::format("Two columns are asked for as {}; a sample has one.", name(role)));
        }
    }

    void plan() {
        DialectAnswers answers;
        answers.delimiter = request_.delimiter;
        answers.decimal = request_.decimal;
        answers.encoding = request_.encoding;
        answers.paths.push_back(request_.id);
        for (const auto& wanted : request_.columns)
            answers.paths.push_back(wanted.column);
        const FileHead head = readHead(request_.file, answers);
        result_.notes = head.notes;
        plan_.file = request_.file;
        plan_.dialect = head.dialect;
        plan_.encodingGuessed = head.encodingGuessed;
        plan_.bytes = head.bytes;
        for (const SampleColumn& column : head.columns) {
            PlannedColumn planned;
            planned.name = column.name;
            if (column.name == request_.id) planned.role = ColumnRole::Id;
            for (const auto& wanted : request_.columns)
                if (wanted.column == column.name) planned.role = wanted.role;
            plan_.columns.push_back(std::move(planned));
        }
        requireColumn(head, request_.id);
        for (const auto& wanted : request_.columns)
            requireColumn(head, wanted.column);
    }

    void requireColumn(const FileHead& head, const std::string& wanted) const {
        std::vector<std::string> names;
        for (const SampleColumn& column : head.columns) {
            const bool seen =
                head.dialect.format == FileFormat::Csv ||
                std::any_of(column.cells.begin(), column.cells.end(),
                            [](const SampleCell& cell) { return cell.kind != CellKind::Missing; });
            if (seen || !head.whole) names.push_back(column.name);
        }
        if (std::find(names.begin(), names.end(), wanted) != names.end()) return;
        const std::string near = didYouMean(wanted, names);
        refuse(
            fmt::format("{} has no column \"{}\"{}", fileName(), wanted,
                        near == "." ? fmt::format("; its columns are {}.", fmt::join(names, ", ")) : near));
    }

    void readRows(RecordReader& reader, const FileLayout& layout, const TextSource& source) {
        const auto& columns = layout.columns();
        std::size_t idAt = 0;
        std::vector<std::pair<std::size_t, ValueSink>> sinks;
        for (std::size_t at = 0; at < columns.size(); ++at) {
            if (columns[at]->role == ColumnRole::Id) idAt = at;
            for (const auto& wanted : request_.columns)
                if (wanted.column == columns[at]->name)
                    sinks.emplace_back(at, ValueSink(wanted, request_, plan_.dialect.decimal));
        }
        IdIndex& ids = result_.attachment.ids;
        RecordBatch batch(columns.size());
        while (reader.next(batch)) {
            context_.checkCancelled();
            context_.report(0.5 * fraction(source.bytesRead()), "reading");
            for (std::size_t row = 0; row < batch.rows; ++row) {
                ++rows_;
                const Cell& cell = batch.at(row, idAt);
                if (cell.kind == CellKind::Missing || cell.size == 0) {
                    ++result_.withoutId;
                    continue;
                }
                const std::uint32_t before = ids.size();
                if (before == IdIndex::kNone - 1)
                    refuse("The file has more than 4,294,967,294 ids; split it.");
                const std::uint32_t id = ids.add(cell.text());
                result_.attachment.repeatedIds += id < before ? 1 : 0;
                for (auto& [column, sink] : sinks)
                    sink.add(id, batch.at(row, column));
            }
        }
        for (auto& [column, sink] : sinks)
            result_.attachment.columns.push_back(
                sink.finish(ids.size(), result_.problems, result_.problemCount));
    }

    double fraction(std::uint64_t bytes) const {
        return std::min(
            1.0, static_cast<double>(bytes) / static_cast<double>(std::max<std::uint64_t>(plan_.bytes, 1)));
    }

    void refuseUnreadable(ProblemLog& log) const {
        const std::uint64_t found = rows_ + log.rejected();
        if (static_cast<double>(log.rejected()) > request_.maxBad * static_cast<double>(found)) {
            const Problem first = log.problems().empty() ? Problem{} : log.problems().front();
            refuse(
                fmt::format("{} of {} rows of {} cannot be read, more than the {} % allowed; the first "
                            "is line {}: {} Nothing was stored.",
                            log.rejected(), found, fileName(), shortestNumber(request_.maxBad * 100),
                            first.line, first.message));
        }
        if (result_.attachment.ids.size() == 0)
            refuse(fmt::format("No row of {} has an id in column \"{}\"; nothing was stored.", fileName(),
                               request_.id));
        for (const AttachmentColumn& column : result_.attachment.columns)
            if (column.info.missing < result_.attachment.ids.size()) return;
        refuse(
            fmt::format("{} has no value in any of the columns to attach; nothing was stored.", fileName()));
    }

    void finish(ProblemLog& log, TextSource& source) {
        NewAttachment& attachment = result_.attachment;
        attachment.sourceName = request_.file.filename().string();
        attachment.sourceSha256 = source.sha256();
        attachment.rejectedRows = log.rejected();
        result_.problems.insert(result_.problems.begin(), log.problems().begin(), log.problems().end());
        result_.problemCount += log.count();
    }

    const AttachFileRequest& request_;
    const TaskContext& context_;
    ImportPlan plan_;
    AttachFile result_;
    std::uint64_t rows_ = 0;
};

std::vector<std::string> examplesOf(const SampleColumn& column) {
    std::vector<std::string> examples;
    for (const SampleCell& cell : column.cells) {
        const bool known = std::find(examples.begin(), examples.end(), cell.text) != examples.end();
        if (!cell.text.empty() && !known) examples.push_back(cell.text);
        if (examples.size() == kExamples) break;
    }
    return examples;
}

}  // namespace

bool canBeAttached(ColumnRole role) {
    switch (role) {
        case ColumnRole::Label:
        case ColumnRole::Override:
        case ColumnRole::Outcome:
        case ColumnRole::ActedOn:
        case ColumnRole::Actionable:
        case ColumnRole::Segment:
        case ColumnRole::Numeric:
        case ColumnRole::Amount:
        case ColumnRole::Text:
        case ColumnRole::Timestamp:
            return true;
        default:
            return false;
    }
}

AttachPreview previewAttachFile(const std::filesystem::path& file, const KnownNames& known) {
    const FileHead head = readHead(file, {});
    AttachPreview preview;
    preview.notes = head.notes;
    std::vector<ColumnFacts> facts;
    std::map<std::size_t, RoleGuess> fixed;
    for (std::size_t at = 0; at < head.columns.size(); ++at) {
        const SampleColumn& column = head.columns[at];
        facts.push_back(factsOf(column, head.dialect.decimal));
        if (!known.id.empty() && column.name == known.id)
            fixed[at] = {ColumnRole::Id, {}, "the model's runs call it so"};
        if (!known.label.empty() && column.name == known.label)
            fixed[at] = {ColumnRole::Label, {}, "the model's runs call it so"};
    }
    const std::vector<RoleGuess> guesses = guessRoles(head, facts, fixed);
    for (std::size_t at = 0; at < head.columns.size(); ++at) {
        PlannedColumn column;
        column.name = head.columns[at].name;
        column.reason = guesses[at].reason;
        column.role = guesses[at].role;
        if (column.role && *column.role != ColumnRole::Id && !canBeAttached(*column.role)) {
            column.reason = fmt::format("a {} comes with its run", reckoner::name(*column.role));
            column.role.reset();
        }
        column.examples = examplesOf(head.columns[at]);
        preview.columns.push_back(std::move(column));
    }
    return preview;
}

AttachFile readAttachFile(const AttachFileRequest& request, const TaskContext& context) {
    return AttachReading(request, context).run();
}

}  // namespace reckoner
