// Every number of a run of several classes, counted a second time from the samples alone.
#include <cmath>

#include <gtest/gtest.h>

#include "core/metrics/multiclass.h"
#include "tests/support/random_classes.h"

namespace reckoner {
namespace {

struct CalledSample {
    std::size_t truth;
    std::size_t called;
    double weight;
};

std::vector<CalledSample> calledSamples(const test::RandomClasses& run) {
    std::vector<CalledSample> samples;
    for (std::size_t i = 0; i < run.samples(); ++i)
        if (const auto called = run.called(i)) samples.push_back({run.truth[i], *called, run.weight(i)});
    return samples;
}

template <class Which>
double weightOf(const std::vector<CalledSample>& samples, const Which& which) {
    double sum = 0;
    for (const CalledSample& sample : samples)
        if (which(sample)) sum += sample.weight;
    return sum;
}

double part(double a, double b) {
    return b == 0 ? 0 : a / b;
}

void expectAverages(const std::vector<CalledSample>& samples, std::size_t classes,
                    const MatrixNumbers& ours) {
    double macro[3]{};
    double weighted[3]{};
    double all = 0;
    for (std::size_t c = 0; c < classes; ++c) {
        const double hit = weightOf(samples, [&](const auto& s) { return s.truth == c && s.called == c; });
        const double real = weightOf(samples, [&](const auto& s) { return s.truth == c; });
        const double called = weightOf(samples, [&](const auto& s) { return s.called == c; });
        const double numbers[3]{part(hit, called), part(hit, real), part(2 * hit, real + called)};
        EXPECT_NEAR(ours.perClass[c].precision.v.value_or(0), numbers[0], 1e-12);
        EXPECT_NEAR(ours.perClass[c].recall.v.value_or(0), numbers[1], 1e-12);
        EXPECT_NEAR(ours.perClass[c].f1.v.value_or(0), numbers[2], 1e-12);
        for (int k = 0; k < 3; ++k) {
            macro[k] += numbers[k] / static_cast<double>(classes);
            weighted[k] += numbers[k] * real;
        }
        all += real;
    }
    const Value* macros[3]{&ours.macro.precision, &ours.macro.recall, &ours.macro.f1};
    const Value* weighteds[3]{&ours.weighted.precision, &ours.weighted.recall, &ours.weighted.f1};
    for (int k = 0; k < 3; ++k) {
        EXPECT_NEAR(**macros[k], macro[k], 1e-12);
        EXPECT_NEAR(**weighteds[k], weighted[k] / all, 1e-12);
    }
}

// Kappa from agreement by chance; MCC as the correlation of the indicator vectors, summed over the classes.
void expectAgreement(const std::vector<CalledSample>& samples, std::size_t classes,
                     const MatrixNumbers& ours) {
    const double all = weightOf(samples, [](const auto&) { return true; });
    const double right = weightOf(samples, [](const auto& s) { return s.truth == s.called; });
    EXPECT_NEAR(*ours.accuracy, right / all, 1e-12);
    double chance = 0;
    double both = 0;
    double varTruth = 0;
    double varCalled = 0;
    for (std::size_t c = 0; c < classes; ++c) {
        const double real = weightOf(samples, [&](const auto& s) { return s.truth == c; }) / all;
        const double called = weightOf(samples, [&](const auto& s) { return s.called == c; }) / all;
        chance += real * called;
        for (const CalledSample& s : samples) {
            const double x = (s.truth == c ? 1 : 0) - real;
            const double y = (s.called == c ? 1 : 0) - called;
            both += s.weight * x * y;
            varTruth += s.weight * x * x;
            varCalled += s.weight * y * y;
        }
    }
    if (chance < 1 - 1e-12) {
        EXPECT_NEAR(*ours.kappa, (right / all - chance) / (1 - chance), 1e-10);
    }
    const double root = std::sqrt(varTruth) * std::sqrt(varCalled);
    EXPECT_NEAR(*ours.mcc, root < 1e-12 ? 0 : both / root, 1e-9);
}

TEST(MulticlassRandom, MatrixNumbersAgreeWithTheSamples) {
    std::uint64_t seed = 70;
    for (const test::RandomClassesShape& shape : test::randomClassesShapes()) {
        const test::RandomClasses run(shape, ++seed);
        const std::vector<CalledSample> samples = calledSamples(run);
        if (weightOf(samples, [](const auto&) { return true; }) == 0) continue;
        const auto table = run.builder().build();
        const ClassMatrix matrix = ClassMatrix::of(ClassifiedRows::of(*table, RowSet::all(table->rows())));
        EXPECT_EQ(matrix.total().n, samples.size());
        const MatrixNumbers ours = matrixNumbers(matrix);
        expectAverages(samples, run.classes.size(), ours);
        expectAgreement(samples, run.classes.size(), ours);
    }
}

// Pairs of one sample of the class and one of the others, one by one.
Value pairwiseAuc(const test::RandomClasses& run, std::size_t c) {
    double won = 0;
    double pairs = 0;
    for (std::size_t i = 0; i < run.samples(); ++i)
        for (std::size_t j = 0; j < run.samples(); ++j) {
            if (run.truth[i] != c || run.truth[j] == c) continue;
            if (!std::isfinite(run.scores[c][i]) || !std::isfinite(run.scores[c][j])) continue;
            const double weight = run.weight(i) * run.weight(j);
            pairs += weight;
            if (run.scores[c][i] > run.scores[c][j]) won += weight;
            if (run.scores[c][i] == run.scores[c][j]) won += weight / 2;
        }
    return ratio(won, pairs, Reason::SingleClass);
}

TEST(MulticlassRandom, RanksAndTopSharesAgreeWithTheSamples) {
    std::uint64_t seed = 900;
    for (const bool weighted : {false, true})
        for (const int distinct : {0, 7}) {
            const test::RandomClasses run({26, 400, distinct, weighted, false, 0.05, false}, ++seed);
            const auto table = run.builder().build();
            const RowSet everything = RowSet::all(table->rows());
            const ClassScoreNumbers ours = classScoreNumbers(*table, everything);
            double macro = 0;
            for (std::size_t c = 0; c < 26; ++c) {
                const Value auc = pairwiseAuc(run, c);
                ASSERT_EQ(bool(ours.rocAuc[c]), bool(auc));
                EXPECT_NEAR(*ours.rocAuc[c], *auc, 1e-9);
                macro += *auc / 26;
            }
            EXPECT_NEAR(*ours.rocAucOvrMacro, macro, 1e-9);
            const ClassifiedRows rows = ClassifiedRows::of(*table, everything);
            for (const std::size_t k : {1, 2, 3}) {
                double hits = 0;
                double total = 0;
                for (std::size_t i = 0; i < run.samples(); ++i) {
                    if (!run.confidence(i)) continue;
                    std::size_t before = 0;
                    for (std::size_t c = 0; c < 26; ++c) {
                        const double own = run.scores[run.truth[i]][i];
                        before += run.scores[c][i] > own || (run.scores[c][i] == own && c < run.truth[i]);
                    }
                    total += run.weight(i);
                    if (before < k) hits += run.weight(i);
                }
                EXPECT_NEAR(*topAccuracy(*table, rows, k), hits / total, 1e-12);
            }
        }
}

}  // namespace
}  // namespace reckoner
