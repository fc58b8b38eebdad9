#include "core/store/attach_differences.h"

#include <map>

#include <SQLiteCpp/SQLiteCpp.h>

#include "core/base/numbers.h"
#include "core/store/attached_columns.h"
#include "core/store/run_repository.h"

namespace reckoner {
namespace {

using Codes = std::vector<std::uint32_t>;

// The attachment as if it was the only one in force, to see which of a run's columns it meets.
StoredAttachment asStored(const NewAttachment& attachment) {
    StoredAttachment stored;
    for (const AttachmentColumn& column : attachment.columns)
        stored.columns.push_back({column.info, 0, attachment.ids.size()});
    return stored;
}

class DifferenceFinder {
 public:
    DifferenceFinder(SQLite::Database& database, const NewAttachment& attachment, AttachReport& report,
                     const TaskContext& context)
        : database_(database),
          attachment_(attachment),
          report_(report),
          context_(context),
          labelSeen_(attachment.ids.size()),
          otherSeen_(attachment.ids.size()) {}

    void look(const RunRow& run) {
        const std::vector<StoredColumn> own = columnsOf(database_, run.info.id);
        for (const MergedColumn& merged : mergedColumns(own, {asStored(attachment_)})) {
            if (!merged.own || merged.parts.empty()) continue;
            const AttachmentColumn& column = attachment_.columns[merged.parts.front().column];
            if (column.info.type == ColumnType::Category)
                categories(run, own, *merged.own, column);
            else if (column.info.type != ColumnType::Text)
                reals(run, own, *merged.own, column);
        }
    }

 private:
    const Codes& placesIn(std::int64_t evalSetId) {
        const auto [found, fresh] = places_.try_emplace(evalSetId);
        if (fresh) found->second = attachedPlaces(database_, evalSetId, attachment_.ids, context_);
        return found->second;
    }

    // f(row, place) for every row of the run the attachment knows.
    template <class F>
    void forEachKnown(const RunRow& run, const std::vector<StoredColumn>& own, F&& f) {
        const Codes& places = placesIn(run.evalSetId);
        for (const StoredColumn& column : own) {
            if (column.info.role != ColumnRole::Id) continue;
            const Codes ordinals = ordinalsOf(database_, column, context_);
            for (std::size_t row = 0; row < ordinals.size(); ++row)
                if (ordinals[row] < places.size() && places[ordinals[row]] != IdIndex::kNone)
                    f(static_cast<RowIndex>(row), places[ordinals[row]]);
        }
    }

    void categories(const RunRow& run, const std::vector<StoredColumn>& own, const StoredColumn& column,
                    const AttachmentColumn& attached) {
        const auto mine = loadCategory(database_, column, column.info.name, context_);
        Codes codeOf;
        for (const std::string& text : attached.dictionary)
            codeOf.push_back(mine->codeOf(text));
        forEachKnown(run, own, [&](RowIndex row, std::uint32_t place) {
            const std::uint32_t theirs = attached.codes[place];
            const std::uint32_t ours = mine->code(row);
            if (theirs == attached.dictionary.size() || ours == mine->missingCode()) return;
            if (codeOf[theirs] == ours) return;
            note(run, column.info, place, mine->categories()[ours], attached.dictionary[theirs]);
        });
    }

    void reals(const RunRow& run, const std::vector<StoredColumn>& own, const StoredColumn& column,
               const AttachmentColumn& attached) {
        const auto mine = loadReals(database_, column, column.info.name, context_);
        forEachKnown(run, own, [&](RowIndex row, std::uint32_t place) {
            const double theirs = attached.values[place];
            const double ours = mine->values()[row];
            if (isMissingReal(theirs) || isMissingReal(ours) || theirs == ours) return;
            note(run, column.info, place, shortestNumber(ours), shortestNumber(theirs));
        });
    }

    // A sample counts once however many runs hold it.
    void note(const RunRow& run, const ColumnInfo& column, std::uint32_t place, const std::string& ours,
              const std::string& theirs) {
        const bool label = column.role == ColumnRole::Label;
        std::vector<bool>& seen = label ? labelSeen_ : otherSeen_;
        if (seen[place]) return;
        seen[place] = true;
        ++(label ? report_.labelDifferences : report_.otherDifferences);
        auto& examples = label ? report_.labelExamples : report_.otherExamples;
        if (examples.size() < kAttachExamples)
            examples.push_back(
                {run.info.id, std::string(attachment_.ids.at(place)), column.name, ours, theirs});
    }

    SQLite::Database& database_;
    const NewAttachment& attachment_;
    AttachReport& report_;
    const TaskContext& context_;
    std::map<std::int64_t, Codes> places_;  // by eval set
    std::vector<bool> labelSeen_;           // by place
    std::vector<bool> otherSeen_;
};

}  // namespace

void findDifferences(SQLite::Database& database, std::int64_t modelId, const NewAttachment& attachment,
                     AttachReport& report, const TaskContext& context) {
    DifferenceFinder finder(database, attachment, report, context);
    for (const RunRow& run : runsOf(database, modelId)) {
        context.checkCancelled();
        finder.look(run);
    }
}

}  // namespace reckoner
