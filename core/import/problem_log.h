// What could not be used, with its line; the first 1,000 in full, the rest as a number.
#pragma once

#include <string>
#include <vector>

#include "core/import/import_plan.h"

namespace reckoner {

inline constexpr std::size_t kProblemsKept = 1000;

class ProblemLog {
 public:
    // A record that was left out.
    void reject(std::uint64_t line, std::string message) {
        ++rejected_;
        note(line, std::move(message));
    }
    void note(std::uint64_t line, std::string message) {
        ++count_;
        if (keeps()) problems_.push_back({line, std::move(message)});
    }
    // Whether the next problem's words and line will be kept; if not they need not be found out.
    bool keeps() const { return problems_.size() < kProblemsKept; }

    std::uint64_t rejected() const { return rejected_; }
    std::uint64_t count() const { return count_; }
    std::vector<Problem>& problems() { return problems_; }

 private:
    std::vector<Problem> problems_;
    std::uint64_t count_ = 0;
    std::uint64_t rejected_ = 0;
};

}  // namespace reckoner
