#include "core/store/attached_columns.h"

#include <algorithm>
#include <map>
#include <mutex>
#include <unordered_map>

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include "core/base/error.h"
#include "core/store/attached_texts.h"
#include "core/store/column_repository.h"
#include "core/store/stored_texts.h"

namespace reckoner {
namespace {

// Roles of which a run may have several columns, told apart by their names.
bool byName(ColumnRole role) {
    return role == ColumnRole::Segment || role == ColumnRole::Numeric || role == ColumnRole::Amount ||
           role == ColumnRole::Text;
}

bool sameColumn(const ColumnInfo& a, const ColumnInfo& b) {
    return a.role == b.role && a.type == b.type && (!byName(a.role) || a.name == b.name);
}

std::string freeName(const std::vector<MergedColumn>& columns, const std::string& wanted) {
    const auto taken = [&](const std::string& name) {
        return std::any_of(columns.begin(), columns.end(),
                           [&](const MergedColumn& column) { return column.info.name == name; });
    };
    if (!taken(wanted)) return wanted;
    std::string name = wanted + " (attached)";
    for (int n = 2; taken(name); ++n)
        name = fmt::format("{} (attached {})", wanted, n);
    return name;
}

using Places = std::shared_ptr<const std::vector<std::uint32_t>>;  // by ordinal

// One part of a merged column, joined: value codes or numbers by place.
struct CategoryPart {
    Places places;
    std::shared_ptr<const CategoryColumn> values;
    std::vector<std::uint32_t> codeIn;  // of the merged dictionary, by code of `values`
};
struct RealPart {
    Places places;
    std::shared_ptr<const RealColumn> values;
};

class Dictionary {
 public:
    std::uint32_t codeOf(const std::string& text) {
        const auto [found, fresh] = codes_.try_emplace(text, static_cast<std::uint32_t>(texts_.size()));
        if (fresh) texts_.push_back(text);
        return found->second;
    }
    std::vector<std::uint32_t> add(const std::vector<std::string>& texts) {
        std::vector<std::uint32_t> codes;
        codes.reserve(texts.size());
        for (const std::string& text : texts)
            codes.push_back(codeOf(text));
        return codes;
    }
    std::vector<std::string>& texts() { return texts_; }

 private:
    std::vector<std::string> texts_;
    std::unordered_map<std::string, std::uint32_t> codes_;
};

class AttachedColumns final : public ColumnSource {
 public:
    // readers: null inside a transaction, where no text is read.
    AttachedColumns(std::shared_ptr<const ColumnSource> stored, Connection connection,
                    std::shared_ptr<ReadConnections> readers, const RunRow& run,
                    std::vector<StoredAttachment> newestFirst)
        : stored_(std::move(stored)),
          connection_(std::move(connection)),
          readers_(std::move(readers)),
          run_(run),
          attachments_(std::move(newestFirst)) {
        connection_([this](SQLite::Database& database) {
            const std::vector<StoredColumn> own = columnsOf(database, run_.info.id);
            for (const StoredColumn& column : own)
                if (column.info.role == ColumnRole::Id) ids_ = column;
            merged_ = mergedColumns(own, attachments_);
            for (MergedColumn& column : merged_) {
                if (!column.parts.empty() && column.info.type == ColumnType::Category)
                    column.info.distinct = distinctOf(database, column);
                infos_.push_back(column.info);
            }
        });
    }

    const std::vector<ColumnInfo>& columns() const override { return infos_; }

    ColumnPtr load(ColumnId id, const TaskContext& context) const override {
        const auto found = std::find_if(merged_.begin(), merged_.end(),
                                        [id](const MergedColumn& column) { return column.info.id == id; });
        if (found == merged_.end())
            throw Error(ErrorCode::Internal, "A column was asked for that its run has not.");
        if (found->parts.empty()) return stored_->load(id, context);
        const ColumnPtr own = found->own ? stored_->load(id, context) : nullptr;
        ColumnPtr merged;
        connection_([&](SQLite::Database& database) {
            if (found->info.type == ColumnType::Category)
                merged = mergedCategory(database, *found, own, context);
            else if (found->info.type == ColumnType::Text)
                merged = mergedTexts(database, *found, own, context);
            else
                merged = mergedReals(database, *found, own, context);
        });
        return merged;
    }

 private:
    static std::string whatOf(const StoredAttachment& attachment, const StoredColumn& column) {
        return fmt::format("attachment {}, column {}", attachment.row.id, column.info.name);
    }
    const StoredColumn& columnOf(const ColumnPart& part) const {
        return attachments_[part.attachment].columns[part.column];
    }
    std::string whatOf(const ColumnPart& part) const {
        return whatOf(attachments_[part.attachment], columnOf(part));
    }

    std::uint32_t distinctOf(SQLite::Database& database, const MergedColumn& column) const {
        Dictionary dictionary;
        if (column.own)
            dictionary.add(dictionaryOf(database, column.own->dataId, column.own->info.distinct,
                                        fmt::format("run {}, column {}", run_.info.id, column.info.name)));
        for (const ColumnPart& part : column.parts)
            dictionary.add(
                dictionaryOf(database, columnOf(part).dataId, columnOf(part).info.distinct, whatOf(part)));
        return static_cast<std::uint32_t>(dictionary.texts().size());
    }

    // Precondition: inside connection_.
    Places placesOf(SQLite::Database& database, std::size_t attachment, const TaskContext& context) const {
        const std::lock_guard lock(mutex_);
        Places& places = places_[attachment];
        if (!places) {
            const IdIndex ids = idsOf(database, attachments_[attachment], context);
            places = std::make_shared<const std::vector<std::uint32_t>>(
                attachedPlaces(database, run_.evalSetId, ids, context));
        }
        return places;
    }

    std::vector<std::uint32_t> ordinals(SQLite::Database& database, const Places& places,
                                        const TaskContext& context) const {
        std::vector<std::uint32_t> ordinals = ordinalsOf(database, ids_, context);
        const auto beyond = [&](std::uint32_t ordinal) { return ordinal >= places->size(); };
        if (std::any_of(ordinals.begin(), ordinals.end(), beyond))
            throw Error(ErrorCode::Store,
                        fmt::format("The store is damaged at run {}: a sample number is out of range. "
                                    "Restore a backup or import the file again.",
                                    run_.info.id));
        return ordinals;
    }

    ColumnPtr mergedCategory(SQLite::Database& database, const MergedColumn& column, const ColumnPtr& own,
                             const TaskContext& context) const {
        const auto* mine = static_cast<const CategoryColumn*>(own.get());
        Dictionary dictionary;
        if (mine) dictionary.add(mine->categories());
        std::vector<CategoryPart> parts;
        for (const ColumnPart& part : column.parts) {
            auto values = loadCategory(database, columnOf(part), whatOf(part), context);
            auto codes = dictionary.add(values->categories());
            parts.push_back(
                {placesOf(database, part.attachment, context), std::move(values), std::move(codes)});
        }
        const std::vector<std::uint32_t> sample = ordinals(database, parts.front().places, context);
        const auto missing = static_cast<std::uint32_t>(dictionary.texts().size());
        const auto codeAt = [&](std::size_t row) {
            if (mine)
                if (const std::uint32_t code = mine->code(static_cast<RowIndex>(row));
                    code != mine->missingCode())
                    return code;
            for (const CategoryPart& part : parts) {
                const std::uint32_t place = (*part.places)[sample[row]];
                if (place == IdIndex::kNone) continue;
                if (const std::uint32_t code = part.values->code(place); code != part.values->missingCode())
                    return part.codeIn[code];
            }
            return missing;
        };
        CategoryColumn::Codes codes = CategoryColumn::makeCodes(sample.size(), missing);
        std::visit(
            [&](auto& typed) {
                using Code = typename std::decay_t<decltype(typed)>::value_type;
                for (std::size_t row = 0; row < typed.size(); ++row)
                    typed[row] = static_cast<Code>(codeAt(row));
            },
            codes);
        return std::make_shared<CategoryColumn>(std::move(codes), std::move(dictionary.texts()));
    }

    // The texts stay in the store; only where they lie is worked out.
    ColumnPtr mergedTexts(SQLite::Database& database, const MergedColumn& column, const ColumnPtr& own,
                          const TaskContext& context) const {
        if (!readers_) throw Error(ErrorCode::Internal, "A text was asked for inside a transaction.");
        std::vector<AttachedTextPart> parts;
        for (const ColumnPart& part : column.parts) {
            const Places places = placesOf(database, part.attachment, context);
            std::vector<std::uint32_t> order = ordinals(database, places, context);
            std::vector<bool> known(order.size());
            for (std::size_t row = 0; row < order.size(); ++row) {
                const std::uint32_t place = (*places)[order[row]];
                known[row] = place != IdIndex::kNone;
                order[row] = known[row] ? place : 0;
            }
            const StoredColumn& values = columnOf(part);
            parts.push_back({storedIds(storedTexts(readers_, ChunkSeries::values(values.dataId), values.rows,
                                                   whatOf(part)),
                                       std::move(order), values.rows, whatOf(part)),
                             std::move(known)});
        }
        return attachedTexts(std::static_pointer_cast<const TextColumn>(own), std::move(parts));
    }

    ColumnPtr mergedReals(SQLite::Database& database, const MergedColumn& column, const ColumnPtr& own,
                          const TaskContext& context) const {
        const auto* mine = static_cast<const RealColumn*>(own.get());
        std::vector<RealPart> parts;
        for (const ColumnPart& part : column.parts)
            parts.push_back({placesOf(database, part.attachment, context),
                             loadReals(database, columnOf(part), whatOf(part), context)});
        const std::vector<std::uint32_t> sample = ordinals(database, parts.front().places, context);
        std::vector<double> values(sample.size(), missingReal());
        for (std::size_t row = 0; row < values.size(); ++row) {
            if (mine) values[row] = mine->values()[row];
            for (std::size_t i = 0; i < parts.size() && isMissingReal(values[row]); ++i) {
                const std::uint32_t place = (*parts[i].places)[sample[row]];
                if (place != IdIndex::kNone) values[row] = parts[i].values->values()[place];
            }
        }
        return std::make_shared<RealColumn>(std::move(values), column.info.type);
    }

    std::shared_ptr<const ColumnSource> stored_;
    Connection connection_;
    std::shared_ptr<ReadConnections> readers_;
    RunRow run_;
    std::vector<StoredAttachment> attachments_;  // newest first
    StoredColumn ids_;
    std::vector<MergedColumn> merged_;
    std::vector<ColumnInfo> infos_;
    mutable std::mutex mutex_;
    mutable std::map<std::size_t, Places> places_;  // by attachment
};

std::shared_ptr<const ColumnSource> decorated(std::shared_ptr<const ColumnSource> stored,
                                              const Connection& connection,
                                              std::shared_ptr<ReadConnections> readers, const RunRow& run) {
    std::vector<StoredAttachment> attachments;
    connection([&](SQLite::Database& database) { attachments = attachmentsInForce(database, run.modelId); });
    if (attachments.empty()) return stored;
    return std::make_shared<AttachedColumns>(std::move(stored), connection, std::move(readers), run,
                                             std::move(attachments));
}

}  // namespace

std::vector<MergedColumn> mergedColumns(const std::vector<StoredColumn>& own,
                                        const std::vector<StoredAttachment>& newestFirst) {
    std::vector<MergedColumn> merged;
    std::vector<ColumnInfo> asked;  // beside merged: under the name its file has
    for (const StoredColumn& column : own) {
        merged.push_back({column.info, column, {}});
        asked.push_back(column.info);
    }
    // Oldest first, so that what is only attached keeps its place and name when more is attached.
    for (std::size_t a = newestFirst.size(); a-- > 0;)
        for (std::size_t c = 0; c < newestFirst[a].columns.size(); ++c) {
            const ColumnInfo& info = newestFirst[a].columns[c].info;
            const auto same = std::find_if(asked.begin(), asked.end(),
                                           [&](const ColumnInfo& one) { return sameColumn(one, info); });
            if (same != asked.end()) {
                auto& parts = merged[static_cast<std::size_t>(same - asked.begin())].parts;
                parts.insert(parts.begin(), {a, c});
                continue;
            }
            MergedColumn fresh{info, std::nullopt, {{a, c}}};
            fresh.info.id = -info.id;
            fresh.info.name = freeName(merged, info.name);
            merged.push_back(std::move(fresh));
            asked.push_back(info);
        }
    return merged;
}

std::shared_ptr<const ColumnSource> withAttached(std::shared_ptr<const ColumnSource> stored,
                                                 std::shared_ptr<ReadConnections> readers,
                                                 const RunRow& run) {
    const Connection connection = [readers](const std::function<void(SQLite::Database&)>& use) {
        readers->read(use);
    };
    return decorated(std::move(stored), connection, std::move(readers), run);
}

std::shared_ptr<const ColumnSource> withAttached(std::shared_ptr<const ColumnSource> stored,
                                                 SQLite::Database& database, const RunRow& run) {
    const Connection connection = [&database](const std::function<void(SQLite::Database&)>& use) {
        use(database);
    };
    return decorated(std::move(stored), connection, nullptr, run);
}

}  // namespace reckoner
