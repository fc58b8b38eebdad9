// Writes the run that the benchmarks read: the same bytes for the same number of rows, on every machine.
//   generate_bench ROWS OUT.csv|OUT.jsonl
// Text id, label, score, 3 categories (50, 4 and 6 values), amount and a text of about 40 characters with
// quotes, commas and newlines. A manifest is written beside it.
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include "core/base/random.h"

namespace {

using reckoner::Random;

constexpr std::array<std::string_view, 4> kPlans = {"free", "basic", "plus", "team"};
constexpr std::array<std::string_view, 6> kChannels = {"web", "shop", "phone", "app", "agent", "post"};
constexpr std::array<std::string_view, 12> kWords = {
    "paid late twice", "asked again",      "new address",   "called \"home\" office",
    "wants a refund",  "moved, then left", "no answer",     "second reminder",
    "card, expired",   "good customer",    "opened a case", "wrote \"urgent\""};

struct Row {
    std::string id, comment, amount, score;
    bool positive = false;
    std::string country;
    std::string_view plan, channel;
};

void appendFixed(std::string& out, double number, int decimals) {
    std::array<char, 32> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number,
                                   std::chars_format::fixed, decimals);
    out.append(buffer.data(), end.ptr);
}

// A one-to-one map of [0, 10^8): ids are unique and in no order.
std::uint64_t shuffled(std::uint64_t row) {
    return (row * 61'803'397ULL + 14'142'135ULL) % 100'000'000ULL;
}

class Rows {
 public:
    const Row& next(std::uint64_t number) {
        row_.id.assign("c");
        const std::string digits = std::to_string(shuffled(number));
        row_.id.append(8 - digits.size(), '0').append(digits);
        row_.positive = random_.below(100) < 18;
        const double logit = random_.normal() * 1.2 + (row_.positive ? 0.4 : -1.7);
        row_.score.clear();
        appendFixed(row_.score, 1 / (1 + std::exp(-logit)), 7);
        const std::uint64_t country = std::min(random_.below(50), random_.below(50));
        row_.country = {static_cast<char>('A' + country / 5), static_cast<char>('N' + country % 5)};
        row_.plan = kPlans[random_.below(kPlans.size())];
        row_.channel = kChannels[random_.below(kChannels.size())];
        row_.amount.clear();
        appendFixed(row_.amount, std::exp(random_.normal() * 0.8 + 6), 2);
        row_.comment = kWords[random_.below(kWords.size())];
        while (row_.comment.size() < 29) {
            row_.comment += random_.below(8) == 0 ? "\n" : "; ";
            row_.comment += kWords[random_.below(kWords.size())];
        }
        return row_;
    }

 private:
    Random random_{20260304};
    Row row_;
};

void appendCsv(std::string& out, const Row& row) {
    out.append(row.id).append(row.positive ? ",yes," : ",no,").append(row.score).append(",");
    out.append(row.country).append(",").append(row.plan).append(",").append(row.channel).append(",");
    out.append(row.amount).append(",\"");
    for (const char c : row.comment) {
        if (c == '"') out.push_back('"');
        out.push_back(c);
    }
    out.append("\"\n");
}

void appendJson(std::string& out, const Row& row) {
    out.append("{\"id\":\"").append(row.id).append("\",\"label\":\"").append(row.positive ? "yes" : "no");
    out.append("\",\"score\":").append(row.score).append(",\"country\":\"").append(row.country);
    out.append("\",\"plan\":\"").append(row.plan).append("\",\"channel\":\"").append(row.channel);
    out.append("\",\"amount\":").append(row.amount).append(",\"comment\":\"");
    for (const char c : row.comment) {
        if (c == '"') out.push_back('\\');
        if (c == '\n')
            out.append("\\n");
        else
            out.push_back(c);
    }
    out.append("\"}\n");
}

bool write(const std::filesystem::path& file, std::uint64_t rows) {
    std::FILE* out = std::fopen(file.c_str(), "wb");
    if (out == nullptr) return false;
    const bool json = file.extension() == ".jsonl";
    std::string block = json ? "" : "id,label,score,country,plan,channel,amount,comment\n";
    Rows source;
    bool good = true;
    for (std::uint64_t i = 0; i < rows && good; ++i) {
        json ? appendJson(block, source.next(i)) : appendCsv(block, source.next(i));
        if (block.size() < (1U << 20)) continue;
        good = std::fwrite(block.data(), 1, block.size(), out) == block.size();
        block.clear();
    }
    good = good && std::fwrite(block.data(), 1, block.size(), out) == block.size();
    return std::fclose(out) == 0 && good;
}

bool writeManifest(const std::filesystem::path& data, std::uint64_t rows) {
    std::filesystem::path file = data;
    file.replace_extension(".manifest.json");
    std::ofstream out(file);
    out << R"({"schema": "model-review-run/1", "model_name": "bench", "model_version": "1", "eval_set": ")"
        << data.stem().string() << R"(", "task": "binary", "classes": ["no", "yes"], "positive_class": "yes",
 "score_kind": "probability", "decision_threshold": 0.5, "n_rows": )"
        << rows << R"(,
 "columns": {"id": "id", "label": "label", "score": "score", "segments": ["country", "plan", "channel"],
             "amount": "amount", "text": "comment"},
 "cost_matrix": {"TP": 0, "FP": 5, "FN": 30, "TN": 0, "unit": "EUR", "volume": 1000, "period": "month"}}
)";
    return static_cast<bool>(out.flush());
}

}  // namespace

int main(int argc, char** argv) {
    const std::uint64_t rows = argc == 3 ? std::strtoull(argv[1], nullptr, 10) : 0;
    if (rows == 0 || rows > 100'000'000) {
        std::fputs("usage: generate_bench ROWS OUT.csv|OUT.jsonl\n", stderr);
        return 2;
    }
    if (write(argv[2], rows) && writeManifest(argv[2], rows)) return 0;
    std::perror(argv[2]);
    return 1;
}
