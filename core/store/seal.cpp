#include "core/store/seal.h"

#include <bit>
#include <charconv>

#include <SQLiteCpp/SQLiteCpp.h>
#include <SQLiteCpp/VariadicBind.h>
#include <fmt/format.h>
#include <xxhash.h>

#include "core/base/error.h"

namespace reckoner {
namespace {

constexpr std::string_view kTables[] = {"model",
                                        "version",
                                        "run",
                                        "cost_model",
                                        "policy",
                                        "annotation",
                                        "tag",
                                        "cohort",
                                        "label_correction",
                                        "sign_off",
                                        "sign_off_item",
                                        "attachment",
                                        "policy_evidence",
                                        "requirement",
                                        "requirement_event",
                                        "stage_change",
                                        "version_facts",
                                        "brief_answer",
                                        "decision",
                                        "action",
                                        "experiment",
                                        "review",
                                        "review_item",
                                        "glossary_reading",
                                        "agenda_template"};

// XXH3-128 of a row: name, type and bytes of every column but the hash itself, each with its length.
class RowHash {
 public:
    void add(std::string_view bytes) {
        const std::uint64_t size = bytes.size();
        bytes_.append(reinterpret_cast<const char*>(&size), sizeof(size));
        bytes_ += bytes;
    }
    std::string hex() const {
        const XXH128_hash_t hash = XXH3_128bits(bytes_.data(), bytes_.size());
        return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
    }

 private:
    std::string bytes_;
};

std::string sealOfRow(SQLite::Statement& row) {
    RowHash hash;
    for (int i = 0; i < row.getColumnCount(); ++i) {
        const std::string_view name = row.getColumnName(i);
        if (name == "content_hash") continue;
        const SQLite::Column value = row.getColumn(i);
        hash.add(name);
        hash.add(fmt::format("{}", value.getType()));
        if (value.isInteger()) {
            hash.add(fmt::format("{}", value.getInt64()));
        } else if (value.isFloat()) {
            hash.add(fmt::format("{:016x}", std::bit_cast<std::uint64_t>(value.getDouble())));
        } else if (!value.isNull()) {
            const char* bytes = static_cast<const char*>(value.getBlob());
            hash.add({bytes ? bytes : "", static_cast<std::size_t>(value.getBytes())});
        }
    }
    return hash.hex();
}

// Rows in any order give the same digest: the exclusive or of their hashes.
struct Digest {
    std::uint64_t rows = 0;
    std::uint64_t high = 0;
    std::uint64_t low = 0;

    void toggle(const std::string& hex) {
        std::uint64_t part = 0;
        if (hex.size() != 32) return;
        std::from_chars(hex.data(), hex.data() + 16, part, 16);
        high ^= part;
        std::from_chars(hex.data() + 16, hex.data() + 32, part, 16);
        low ^= part;
    }
    std::string hex() const { return fmt::format("{:016x}{:016x}", high, low); }
};

Digest storedDigest(SQLite::Database& database, std::string_view table) {
    SQLite::Statement query(database, "SELECT rows, digest FROM set_digest WHERE table_name = ?");
    query.bind(1, std::string(table));
    Digest digest;
    if (!query.executeStep()) return digest;
    digest.rows = static_cast<std::uint64_t>(query.getColumn(0).getInt64());
    digest.toggle(query.getColumn(1).getString());
    return digest;
}

void storeDigest(SQLite::Database& database, std::string_view table, const Digest& digest) {
    SQLite::Statement total(database,
                            "INSERT INTO set_digest (table_name, rows, digest) VALUES (?1, ?2, ?3) "
                            "ON CONFLICT (table_name) DO UPDATE SET rows = ?2, digest = ?3");
    SQLite::bind(total, std::string(table), static_cast<std::int64_t>(digest.rows), digest.hex());
    total.exec();
}

}  // namespace

std::span<const std::string_view> sealedTables() {
    return kTables;
}

void sealRow(SQLite::Database& database, std::string_view table, std::int64_t id) {
    SQLite::Statement row(database, fmt::format("SELECT * FROM {} WHERE id = ?", table));
    row.bind(1, id);
    if (!row.executeStep()) throw Error(ErrorCode::Internal, "A row was sealed that is not in the store.");
    const std::string before = row.getColumn("content_hash").getString();
    const std::string after = sealOfRow(row);
    row.reset();

    Digest digest = storedDigest(database, table);
    if (before.empty()) ++digest.rows;
    digest.toggle(before);
    digest.toggle(after);
    SQLite::Statement update(database, fmt::format("UPDATE {} SET content_hash = ? WHERE id = ?", table));
    SQLite::bind(update, after, id);
    update.exec();
    storeDigest(database, table, digest);
}

void removeSealedRow(SQLite::Database& database, std::string_view table, std::int64_t id) {
    SQLite::Statement row(database, fmt::format("SELECT content_hash FROM {} WHERE id = ?", table));
    row.bind(1, id);
    if (!row.executeStep()) return;
    const std::string hash = row.getColumn(0).getString();
    row.reset();

    SQLite::Statement remove(database, fmt::format("DELETE FROM {} WHERE id = ?", table));
    remove.bind(1, id);
    remove.exec();
    if (hash.empty()) return;
    Digest digest = storedDigest(database, table);
    if (digest.rows > 0) --digest.rows;
    digest.toggle(hash);
    storeDigest(database, table, digest);
}

std::vector<std::string> brokenSeals(SQLite::Database& database, std::string_view table) {
    std::vector<std::string> sentences;
    if (!database.tableExists(std::string(table))) return sentences;
    Digest seen;
    SQLite::Statement row(database, fmt::format("SELECT * FROM {} ORDER BY id", table));
    while (row.executeStep()) {
        const std::string hash = row.getColumn("content_hash").getString();
        const std::int64_t id = row.getColumn("id").getInt64();
        ++seen.rows;
        seen.toggle(hash);
        if (hash.empty())
            sentences.push_back(fmt::format("Row {} of {} was added outside Reckoner.", id, table));
        else if (hash != sealOfRow(row))
            sentences.push_back(fmt::format("Row {} of {} was changed outside Reckoner.", id, table));
    }
    const Digest expected = storedDigest(database, table);
    if (seen.rows < expected.rows)
        sentences.push_back(
            fmt::format("{} rows of {} were removed outside Reckoner.", expected.rows - seen.rows, table));
    else if (seen.rows > expected.rows)
        sentences.push_back(
            fmt::format("{} rows of {} were added outside Reckoner.", seen.rows - expected.rows, table));
    else if (seen.high != expected.high || seen.low != expected.low)
        sentences.push_back(fmt::format("Rows of {} were replaced outside Reckoner.", table));
    return sentences;
}

}  // namespace reckoner
