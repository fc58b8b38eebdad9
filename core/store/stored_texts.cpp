#include "core/store/stored_texts.h"

#include <algorithm>
#include <list>
#include <mutex>
#include <numeric>

#include <fmt/format.h>

#include "core/base/error.h"

namespace reckoner {
namespace {

constexpr std::size_t kKeptChunks = 6;
constexpr RowIndex kScanWindow = 1'000'000;

class StoredTexts final : public TextColumn {
 public:
    StoredTexts(std::shared_ptr<ReadConnections> readers, const ChunkSeries& series, std::uint64_t rows,
                std::string what)
        : readers_(std::move(readers)),
          series_(series),
          rows_(static_cast<RowIndex>(rows)),
          what_(std::move(what)) {
        readers_->read(
            [&](SQLite::Database& database) { places_ = chunkPlaces(database, series_, rows, what_); });
    }

    RowIndex rows() const override { return rows_; }

    std::size_t bytes() const override {
        const std::lock_guard lock(mutex_);
        std::size_t total = places_.capacity() * sizeof(ChunkPlace);
        for (const Kept& kept : kept_)
            total += kept.texts->bytes.capacity() + kept.texts->ends.capacity() * 5;
        return total;
    }

    std::string at(RowIndex row, bool* missing) const override {
        const std::size_t index = checkedPlace(row);
        const auto texts = keptChunk(index);
        const RowIndex inChunk = row - places_[index].firstRow;
        if (missing) *missing = texts->missing[inChunk] != 0;
        return std::string(texts->at(inChunk));
    }

    void scan(RowIndex first, RowIndex last, const Visitor& visitor) const override {
        last = std::min(last, rows_);
        if (first >= last) return;
        for (std::size_t index = checkedPlace(first); index < places_.size(); ++index) {
            const ChunkPlace& place = places_[index];
            if (place.firstRow >= last) return;
            // A scan of everything must not push out what is on screen.
            const auto texts = read(place);
            for (RowIndex i = first > place.firstRow ? first - place.firstRow : 0;
                 i < place.rows && place.firstRow + i < last; ++i)
                visitor(place.firstRow + i, texts->at(i), texts->missing[i] != 0);
        }
    }

 private:
    using TextsPtr = std::shared_ptr<const DecodedTexts>;
    struct Kept {
        std::size_t index;
        TextsPtr texts;
    };

    std::size_t checkedPlace(RowIndex row) const {
        if (row >= rows_)
            throw Error(ErrorCode::Internal, "A text was asked for beyond the end of its column.");
        return placeOf(places_, row);
    }

    TextsPtr read(const ChunkPlace& place) const {
        TextsPtr texts;
        readers_->read([&](SQLite::Database& database) {
            readChunk(database, series_, place, what_, [&](const ChunkView& chunk, const std::string& where) {
                texts = std::make_shared<DecodedTexts>(decodeTexts(chunk, where));
            });
        });
        return texts;
    }

    TextsPtr keptChunk(std::size_t index) const {
        {
            const std::lock_guard lock(mutex_);
            const auto found = std::find_if(kept_.begin(), kept_.end(),
                                            [index](const Kept& kept) { return kept.index == index; });
            if (found != kept_.end()) {
                kept_.splice(kept_.begin(), kept_, found);
                return found->texts;
            }
        }
        TextsPtr texts = read(places_[index]);
        const std::lock_guard lock(mutex_);
        kept_.push_front({index, texts});
        if (kept_.size() > kKeptChunks) kept_.pop_back();
        return texts;
    }

    std::shared_ptr<ReadConnections> readers_;
    ChunkSeries series_;
    RowIndex rows_;
    std::string what_;
    std::vector<ChunkPlace> places_;
    mutable std::mutex mutex_;
    mutable std::list<Kept> kept_;  // latest first
};

bool isSequence(const std::vector<std::uint32_t>& ordinals) {
    for (std::size_t i = 0; i < ordinals.size(); ++i)
        if (ordinals[i] != i) return false;
    return true;
}

class StoredIds final : public TextColumn {
 public:
    StoredIds(std::shared_ptr<const TextColumn> texts, std::vector<std::uint32_t> ordinals)
        : texts_(std::move(texts)),
          rows_(static_cast<RowIndex>(ordinals.size())),
          ordinals_(isSequence(ordinals) ? std::vector<std::uint32_t>() : std::move(ordinals)) {}

    RowIndex rows() const override { return rows_; }
    std::size_t bytes() const override {
        return texts_->bytes() + ordinals_.capacity() * sizeof(std::uint32_t);
    }

    std::string at(RowIndex row, bool* missing) const override {
        if (row >= rows_)
            throw Error(ErrorCode::Internal, "A sample id was asked for beyond the end of its run.");
        return texts_->at(ordinals_.empty() ? row : ordinals_[row], missing);
    }

    void scan(RowIndex first, RowIndex last, const Visitor& visitor) const override {
        last = std::min(last, rows_);
        if (ordinals_.empty()) return texts_->scan(first, last, visitor);
        for (RowIndex from = first; from < last;) {
            const RowIndex to = last - from > kScanWindow ? from + kScanWindow : last;
            scanWindow(from, to, visitor);
            from = to;
        }
    }

 private:
    // Reads the window's texts in the order they are stored, then hands them over in row order.
    void scanWindow(RowIndex first, RowIndex last, const Visitor& visitor) const {
        std::vector<RowIndex> rows(last - first);
        std::iota(rows.begin(), rows.end(), first);
        std::sort(rows.begin(), rows.end(),
                  [this](RowIndex a, RowIndex b) { return ordinals_[a] < ordinals_[b]; });
        struct Place {
            std::size_t begin;
            std::size_t size;
            bool missing;
        };
        std::vector<Place> places(rows.size());
        std::string bytes;
        for (std::size_t next = 0; next < rows.size();) {
            // One stretch of ordinals without wide gaps is one scan.
            std::size_t end = next + 1;
            while (end < rows.size() && ordinals_[rows[end]] - ordinals_[rows[end - 1]] < kTextChunkRows)
                ++end;
            texts_->scan(ordinals_[rows[next]], ordinals_[rows[end - 1]] + 1,
                         [&](RowIndex ordinal, std::string_view text, bool missing) {
                             while (next < end && ordinals_[rows[next]] == ordinal) {
                                 places[rows[next] - first] = {bytes.size(), text.size(), missing};
                                 bytes += text;
                                 ++next;
                             }
                         });
            next = end;
        }
        for (std::size_t i = 0; i < places.size(); ++i)
            visitor(first + static_cast<RowIndex>(i),
                    std::string_view(bytes).substr(places[i].begin, places[i].size), places[i].missing);
    }

    std::shared_ptr<const TextColumn> texts_;
    RowIndex rows_;
    std::vector<std::uint32_t> ordinals_;  // empty: row i is text i
};

}  // namespace

std::shared_ptr<const TextColumn> storedTexts(std::shared_ptr<ReadConnections> readers,
                                              const ChunkSeries& series, std::uint64_t rows,
                                              std::string what) {
    return std::make_shared<StoredTexts>(std::move(readers), series, rows, std::move(what));
}

std::shared_ptr<const TextColumn> storedIds(std::shared_ptr<const TextColumn> texts,
                                            std::vector<std::uint32_t> ordinals, std::uint64_t samples,
                                            const std::string& what) {
    for (const std::uint32_t ordinal : ordinals)
        if (ordinal >= samples)
            throw Error(ErrorCode::Store,
                        fmt::format("The store is damaged at {}: a sample number is out of range. Restore a "
                                    "backup or import the file again.",
                                    what),
                        what);
    return std::make_shared<StoredIds>(std::move(texts), std::move(ordinals));
}

}  // namespace reckoner
