// Everything people wrote in a store, found by the beginnings of its words.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/task_context.h"
#include "core/store/store.h"

namespace reckoner {

enum class FoundKind {
    Note,
    Decision,
    Action,
    Experiment,
    Review,
    Answer,
    Requirement,
    Cohort,
    Version,
    Term
};

struct FoundItem {
    FoundKind kind = FoundKind::Note;
    std::int64_t model = 0;  // 0: of no model
    // What opens it: a note's sample id, an answer's question, a cohort's expression, a version's row, a term
    // of the glossary, else the uid.
    std::string id;
    std::string title;
    std::string detail;
};

// Immutable. Lives in memory, outside the store's file; find() from one thread at a time.
class SearchIndex {
 public:
    // Reads all the store's models. O(what was written). Throws Error{Store}, Error{Cancelled}.
    static std::shared_ptr<SearchIndex> build(const std::shared_ptr<Store>& store,
                                              const TaskContext& context = {});
    ~SearchIndex();

    // Items in which every word typed begins a word, whatever case and accents; a match in the title before
    // one in the detail, of equal ones those of `model` first. Nothing when no word is typed.
    std::vector<FoundItem> find(std::string_view text, std::int64_t model = 0, std::size_t most = 30) const;
    std::size_t size() const;

 private:
    struct Impl;
    explicit SearchIndex(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace reckoner
