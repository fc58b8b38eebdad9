#include "core/metrics/mcnemar.h"

#include <cmath>

#include <gtest/gtest.h>

namespace reckoner {
namespace {

TEST(McNemar, TheWorkedExample) {
    const McNemar test = mcnemar(1, 7);
    EXPECT_DOUBLE_EQ(test.exactP, 0.0703125);
    EXPECT_DOUBLE_EQ(test.midP, 0.0390625);
}

TEST(McNemar, NobodyChangedSides) {
    EXPECT_EQ(mcnemar(0, 0).exactP, 1);
    EXPECT_EQ(mcnemar(0, 0).midP, 1);
}

TEST(McNemar, AsManyFixedAsBrokenIsNoEvidenceAndNeverAboveOne) {
    for (const std::uint64_t k : {1, 2, 10, 1000}) {
        EXPECT_EQ(mcnemar(k, k).exactP, 1) << k;
        EXPECT_NEAR(mcnemar(k, k).midP, 1, 1e-12) << k;
    }
}

TEST(McNemar, IsTheSameFromBothSides) {
    EXPECT_EQ(mcnemar(3, 19).exactP, mcnemar(19, 3).exactP);
    EXPECT_EQ(mcnemar(3, 19).midP, mcnemar(19, 3).midP);
}

// Every term of the binomial one by one.
TEST(McNemar, AgreesWithTheSumOfItsTerms) {
    for (std::uint64_t b = 0; b < 12; ++b)
        for (std::uint64_t c = 0; c < 12; ++c) {
            const auto n = static_cast<double>(b + c);
            if (n == 0) continue;
            const auto term = [n](double k) {
                return std::exp(std::lgamma(n + 1) - std::lgamma(k + 1) - std::lgamma(n - k + 1)) *
                       std::pow(0.5, n);
            };
            const auto fewer = static_cast<double>(std::min(b, c));
            double tail = 0;
            for (double k = 0; k <= fewer; ++k)
                tail += term(k);
            EXPECT_NEAR(mcnemar(b, c).exactP, std::min(1.0, 2 * tail), 1e-9) << b << " " << c;
            EXPECT_NEAR(mcnemar(b, c).midP, std::min(1.0, 2 * tail - term(fewer)), 1e-9) << b << " " << c;
        }
}

}  // namespace
}  // namespace reckoner
