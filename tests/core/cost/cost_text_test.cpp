#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/cost/cost_model.h"

namespace reckoner {
namespace {

TEST(ParseCosts, ReadsFixedCosts) {
    const CostModel model = parseCosts("fp=5,fn=30,tp=-10,tn=0.5");
    EXPECT_EQ(model.fp, (OutcomeCost{5, 0, {}}));
    EXPECT_EQ(model.fn, (OutcomeCost{30, 0, {}}));
    EXPECT_EQ(model.tp, (OutcomeCost{-10, 0, {}}));
    EXPECT_EQ(model.tn, (OutcomeCost{0.5, 0, {}}));
}

TEST(ParseCosts, WhatIsNotSaidCostsNothing) {
    const CostModel model = parseCosts("fn=30");
    EXPECT_EQ(model.fp, OutcomeCost());
    EXPECT_EQ(model.tp, OutcomeCost());
}

TEST(ParseCosts, ReadsAmounts) {
    EXPECT_EQ(parseCosts("fn=0.5*amount").fn, (OutcomeCost{0, 0.5, "amount"}));
    EXPECT_EQ(parseCosts("fp=2+0.15*amount").fp, (OutcomeCost{2, 0.15, "amount"}));
    EXPECT_EQ(parseCosts("fp=2-0.15*amount").fp, (OutcomeCost{2, -0.15, "amount"}));
    EXPECT_EQ(parseCosts("fp=-2+amount").fp, (OutcomeCost{-2, 1, "amount"}));
    EXPECT_EQ(parseCosts("tp=-amount").tp, (OutcomeCost{0, -1, "amount"}));
    EXPECT_EQ(parseCosts("tp=amount").tp, (OutcomeCost{0, 1, "amount"}));
    EXPECT_EQ(parseCosts(" fn = 1e2 + 0.5 * loan-amount , fp = 3 ").fn,
              (OutcomeCost{100, 0.5, "loan-amount"}));
    EXPECT_EQ(parseCosts("fn=2*\"amount, net\",fp=1").fn, (OutcomeCost{0, 2, "amount, net"}));
    EXPECT_EQ(parseCosts("fn=infarcts").fn, (OutcomeCost{0, 1, "infarcts"}));
}

std::string refusalOf(const std::string& text) {
    try {
        parseCosts(text);
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::Usage);
        return error.what();
    }
    return "";
}

TEST(ParseCosts, SaysWhatIsWrong) {
    EXPECT_NE(refusalOf("fx=1").find("\"fx\" is not an outcome"), std::string::npos);
    EXPECT_NE(refusalOf("fp5").find("has no \"=\""), std::string::npos);
    EXPECT_NE(refusalOf("").find("has no \"=\""), std::string::npos);
    EXPECT_NE(refusalOf("fp=1,").find("has no \"=\""), std::string::npos);
    EXPECT_NE(refusalOf("fp=").find("has no figure"), std::string::npos);
    EXPECT_NE(refusalOf("fp=1,fp=2").find("given twice"), std::string::npos);
    EXPECT_NE(refusalOf("fp=1*").find("does not name an amount"), std::string::npos);
    EXPECT_NE(refusalOf("fp=1+2").find("needs \"*\""), std::string::npos);
    EXPECT_NE(refusalOf("fp=1 euro").find("cannot be read"), std::string::npos);
    EXPECT_NE(refusalOf("fp=1,5").find("has no \"=\""), std::string::npos);
}

}  // namespace
}  // namespace reckoner
