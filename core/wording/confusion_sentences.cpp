#include "core/wording/confusion_sentences.h"

#include <fmt/format.h>

#include "core/wording/number_format.h"

namespace reckoner {
namespace {

const char* were(std::uint64_t n) {
    return n == 1 ? "was" : "were";
}

std::string ofAll(const Value& share, const std::string& truth) {
    return fmt::format("{} of all {}", fineShareText(share), truth);
}

}  // namespace

std::string fineShareText(double share) {
    if (share > 0 && share < 0.0005) return "<\u202F" + percent(0.001, 1);
    if (share < 1 && share >= 0.9995) return ">\u202F" + percent(0.999, 1);
    return percent(share, 1);
}

std::string fineShareText(const Value& share) {
    return share ? fineShareText(*share) : "n/a";
}

std::string classInWords(const std::string& name, std::size_t folded) {
    return folded > 1 ? fmt::format("{} other classes", folded) : "'" + name + "'";
}

std::string confusionSentence(const FoldedConfusion& table, std::size_t row, std::size_t column,
                              const std::string& truth, const std::string& called) {
    if (table.row(row).all.n == 0) return fmt::format("No sample is really {}.", truth);
    const FoldedConfusion::Cell& cell = table.at(row, column);
    const std::uint64_t n = cell.all.n;
    const Value share = table.share(FoldedConfusion::Of::Truth, row, column);
    if (row != column)
        return fmt::format("{} {} {} called {}: {}.", count(n), truth, were(n), called, ofAll(share, truth));
    if (table.isOther(row))
        return fmt::format("{} of {} were called one of them: {}; {} of these are wrong.", count(n), truth,
                           ofAll(share, truth), count(cell.wrong.n));
    return fmt::format("{} {} {} called so: {}.", count(n), truth, were(n), ofAll(share, truth));
}

std::string reviewSentence(const FoldedConfusion& table, std::size_t row, const std::string& truth) {
    if (table.row(row).all.n == 0) return fmt::format("No sample is really {}.", truth);
    const std::uint64_t n = table.review(row).n;
    return fmt::format("{} {} {} to review: {}.", count(n), truth, n == 1 ? "goes" : "go",
                       ofAll(table.reviewShare(FoldedConfusion::Of::Truth, row), truth));
}

std::string truthSentence(const FoldedConfusion& table, std::size_t row, const std::string& truth) {
    const std::uint64_t n = table.row(row).all.n;
    if (n == 0) return fmt::format("No sample is really {}.", truth);
    return fmt::format("{} {} really {}; {} of them are called something else.", count(n),
                       n == 1 ? "is" : "are", truth, fineShareText(table.rowError(row)));
}

std::string calledSentence(const FoldedConfusion& table, std::size_t column, const std::string& called) {
    const std::uint64_t n = table.column(column).all.n;
    if (n == 0) return fmt::format("No sample is called {}.", called);
    return fmt::format("{} {} called {}; {} of them are something else.", count(n), n == 1 ? "is" : "are",
                       called, fineShareText(table.columnError(column)));
}

Sentence confidenceSentence(const ConfidenceSweep::Split& split, const std::string& threshold, bool trusted,
                            const std::string& samples, bool these) {
    const Value accuracy = split.accuracy();
    const std::uint64_t answered = split.right.n + split.wrong.n;
    if (trusted)
        return {{fmt::format("Every answer is trusted: of {}{} {}, ", these ? "these " : "", count(answered),
                             samples)},
                {fineShareText(accuracy), Emphasis::Strong},
                {" are right."}};
    const std::string whole = these ? "of these " + count(answered + split.reviewed.n) + " " : "";
    Sentence sentence{{"Below confidence " + threshold + ", "},
                      {count(split.reviewed.n), Emphasis::Strong},
                      {fmt::format(" {}{} go to review. ", whole, samples)}};
    if (answered == 0) {
        sentence.push_back({"No answer is left."});
        return sentence;
    }
    sentence.push_back({"Of the other " + count(answered) + ", "});
    sentence.push_back({fineShareText(accuracy), Emphasis::Strong});
    sentence.push_back({" are right."});
    return sentence;
}

std::string wrongOfText(std::uint64_t wrong, std::uint64_t all) {
    return fmt::format("{} wrong of {}", count(wrong), count(all));
}

}  // namespace reckoner
