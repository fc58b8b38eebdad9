#include "core/base/task_context.h"

#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "core/base/error.h"

namespace reckoner {
namespace {

TEST(TaskContext, ADefaultOneIsNeverCancelledAndReportsToNobody) {
    const TaskContext context;
    EXPECT_FALSE(context.cancelled());
    EXPECT_NO_THROW(context.checkCancelled());
    EXPECT_NO_THROW(context.report(0.5, "reading"));
}

TEST(TaskContext, ThrowsCancelledOnceItWasAskedToStop) {
    std::stop_source stop;
    const TaskContext context(stop.get_token());
    const TaskContext copy = context;
    EXPECT_NO_THROW(context.checkCancelled());
    stop.request_stop();
    EXPECT_TRUE(copy.cancelled());
    EXPECT_TRUE(context.stopToken().stop_requested());
    try {
        context.checkCancelled();
        FAIL() << "did not throw";
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::Cancelled);
        EXPECT_NE(std::string(error.what()), "");
    }
}

TEST(TaskContext, HandsProgressOnAsItComes) {
    std::vector<std::pair<double, std::string>> seen;
    const TaskContext context(
        {}, [&seen](double fraction, std::string_view phase) { seen.emplace_back(fraction, phase); });
    context.report(0.25, "reading");
    context.report(1, "publishing");
    ASSERT_EQ(seen.size(), 2U);
    EXPECT_EQ(seen[0], std::make_pair(0.25, std::string("reading")));
    EXPECT_EQ(seen[1], std::make_pair(1.0, std::string("publishing")));
}

}  // namespace
}  // namespace reckoner
