#include "core/report/figures/svg_canvas.h"

#include <limits>

#include <gtest/gtest.h>

namespace reckoner {
namespace {

TEST(SvgCanvas, NothingOfATextIsMarkup) {
    const std::string hostile = "</title><script>alert(1)</script> & \"q\" 'a' \x01 \u202E";
    SvgCanvas canvas(100, 50, hostile, hostile);
    canvas.text({10, 10}, hostile, {"#000000"});
    const std::string svg = canvas.finished();
    EXPECT_EQ(svg.find("<script"), std::string::npos);
    EXPECT_EQ(svg.find('\x01'), std::string::npos);
    EXPECT_EQ(svg.find("\u202E"), std::string::npos);
    EXPECT_NE(svg.find("&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;q&quot; &#39;a&#39;"),
              std::string::npos);
    for (const char* loads : {"href", "url(", "@import", "<image", "<use", "<foreignObject", "<style"})
        EXPECT_EQ(svg.find(loads), std::string::npos) << loads;
}

TEST(SvgCanvas, SaysWhatItShowsToThoseWhoDoNotSee) {
    const std::string svg = SvgCanvas(100, 50, "Costs", "79,700 at 0.42").finished();
    EXPECT_NE(svg.find("role=\"img\""), std::string::npos);
    EXPECT_NE(svg.find("<title>Costs</title>"), std::string::npos);
    EXPECT_NE(svg.find("<desc>79,700 at 0.42</desc>"), std::string::npos);
}

TEST(SvgCanvas, ATextThatDoesNotFitEndsInAnEllipsis) {
    SvgCanvas canvas(100, 50, "t", "d");
    canvas.text({0, 10}, "a name that is much too long for its place", {"#000000"}, 60);
    canvas.text({0, 30}, "short", {"#000000"}, 60);
    const std::string svg = canvas.finished();
    EXPECT_NE(svg.find("\u2026</text>"), std::string::npos);
    EXPECT_EQ(svg.find("its place"), std::string::npos);
    EXPECT_NE(svg.find(">short</text>"), std::string::npos);
    // Never in the middle of a character.
    SvgCanvas other(100, 50, "t", "d");
    other.text({0, 10}, "ÄÖÜÄÖÜÄÖÜÄÖÜÄÖÜ", {"#000000"}, 40);
    EXPECT_EQ(other.finished().find("\uFFFD"), std::string::npos);
}

TEST(SvgCanvas, WritesNumbersThatEveryReaderTakes) {
    SvgCanvas canvas(100, 50, "t", "d");
    const double inf = std::numeric_limits<double>::infinity();
    canvas.line({std::numeric_limits<double>::quiet_NaN(), -inf}, {inf, 1e-9}, {"#000000"});
    const std::string svg = canvas.finished();
    EXPECT_EQ(svg.find("nan"), std::string::npos);
    EXPECT_EQ(svg.find("inf"), std::string::npos);
    EXPECT_EQ(svg.find("1e-"), std::string::npos);
}

}  // namespace
}  // namespace reckoner
