#include "core/data/binning.h"

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/data/grouping.h"
#include "tests/support/vector_table.h"

namespace reckoner {
namespace {

TEST(Binning, ReadsWhatItWrites) {
    for (const char* text : {"auto", "quantile:4", "width:12", "edges:-1,2.5,40"})
        EXPECT_EQ(Binning::parse(text).text(), text);
    EXPECT_EQ(Binning::parse("edges: 40, 18,18").text(), "edges:18,40");
    for (const char* bad : {"tenths", "quantile", "quantile:1", "width:x", "edges:", "edges:1,,2",
                            "edges:inf", "quantile:4000"})
        EXPECT_THROW(Binning::parse(bad), Error) << bad;
}

TEST(Binning, CutsAtWidthsQuantilesAndOwnEdges) {
    std::vector<double> values;
    for (int i = 0; i <= 100; ++i)
        values.push_back(i);
    const auto table = test::VectorTable().numeric("n", values).build();
    const auto names = [&](const char* how) {
        std::string text;
        for (const auto& key : Grouping::of(*table, {{"n", Binning::parse(how)}}).keys)
            text += key.values[0].value_or("missing") + " ";
        return text;
    };
    EXPECT_EQ(names("quantile:4"), "[0, 25] (25, 50] (50, 75] (75, 100] ");
    EXPECT_EQ(names("width:2"), "[0, 50] (50, 100] ");
    EXPECT_EQ(names("edges:18,65"), "≤ 18 (18, 65] > 65 ");
    // Groups without a row have no key.
    EXPECT_EQ(names("edges:200,300"), "≤ 200 ");
}

}  // namespace
}  // namespace reckoner
