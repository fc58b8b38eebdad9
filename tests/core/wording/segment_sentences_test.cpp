#include "core/wording/segment_sentences.h"

#include <gtest/gtest.h>

#include "core/base/random.h"
#include "tests/support/vector_table.h"

namespace reckoner {
namespace {

// Of group "bad" 30 of 100 positives are caught, elsewhere 80.
SegmentBoardPtr sentencesBoard(double caughtInBad) {
    std::vector<std::string> labels, groups;
    std::vector<double> scores;
    Random random(2);
    for (int i = 0; i < 3000; ++i) {
        const bool bad = i % 3 == 0;
        const bool yes = i % 2 == 0;
        labels.push_back(yes ? "yes" : "no");
        groups.push_back(bad ? "bad" : i % 3 == 1 ? "good" : "fine");
        const double caught = bad ? caughtInBad : 0.8;
        scores.push_back(yes == (random.unit() < caught) && yes ? 0.9 : 0.1);
    }
    AnalysisRequest request;
    request.table = test::VectorTable().labels(labels).scores(scores).segment("kind", groups).build();
    return SegmentBoard::build(analyse(request), {{{"kind"}}});
}

TEST(SegmentSentences, NameWhatIsWorseBeyondNoise) {
    const auto board = sentencesBoard(0.3);
    const BoardReading reading = board->at(0.5, *findMetric("recall"));
    const Sentence sentence = segmentHeadline(*board, reading, {});
    EXPECT_EQ(plain(sentence).substr(0, 32), "Real ones slip through: kind bad");
    EXPECT_EQ(sentence[1].emphasis, Emphasis::Strong);
    const std::string summary = segmentSummary(*board, reading, {});
    EXPECT_NE(summary.find("All 3 segments of kind. 1 is worse than the rest beyond noise."),
              std::string::npos)
        << summary;
    EXPECT_NE(summary.find("The dashed line is everyone:"), std::string::npos);
}

TEST(SegmentSentences, SayThatNothingStandsOut) {
    const auto board = sentencesBoard(0.8);
    const BoardReading reading = board->at(0.5, *findMetric("recall"));
    EXPECT_EQ(plain(segmentHeadline(*board, reading, {})),
              "No segment stands out in recall: what differs is within noise.");
    EXPECT_NE(segmentSummary(*board, reading, {}).find("None is worse"), std::string::npos);
    const BoardReading nobody = board->at(5, *findMetric("precision"));
    EXPECT_EQ(plain(segmentHeadline(*board, nobody, {})), "Too few in every segment to say where it fails.");
    EXPECT_NE(segmentSummary(*board, nobody, {}).find("n/a: nothing is flagged"), std::string::npos);
}

TEST(SegmentSentences, SayWhatGotWorseSinceAnotherRun) {
    AnalysisRequest request;
    std::vector<SegmentBoardPtr> boards;
    for (const double shift : {0.0, 0.5}) {
        std::vector<std::string> labels, groups;
        std::vector<double> scores;
        for (int i = 0; i < 400; ++i) {
            labels.push_back(i % 2 == 0 ? "yes" : "no");
            groups.push_back(i < 200 ? "a" : "<b>");
            scores.push_back(i < 200 ? 0.9 : 0.9 - (i % 4 == 0 ? shift : 0));
        }
        request.table = test::VectorTable().labels(labels).scores(scores).segment("g", groups).build();
        boards.push_back(SegmentBoard::build(analyse(request), {{{"g"}}}));
    }
    const MetricEntry& recall = *findMetric("recall");
    const BoardReading before = boards[0]->at(0.5, recall);
    const BoardReading now = boards[1]->at(0.5, recall);
    EXPECT_EQ(changeSentence(*boards[1], now, segmentChanges(*boards[1], now, *boards[0], before), "v1", {}),
              "Since v1, g <b> got worse most: 100 to 50 of 100 caught.");
    EXPECT_EQ(
        changeSentence(*boards[0], before, segmentChanges(*boards[0], before, *boards[1], now), "v2", {}),
        "Since v2 no segment got worse beyond noise, each version read by itself.");
    EXPECT_NE(segmentSummary(*boards[0], before, {}, false).find(" Everyone: 100 of 100 caught."),
              std::string::npos);
}

TEST(SegmentSentences, CountWhatIsBelowTheEdge) {
    const auto board = sentencesBoard(0.8);
    EXPECT_EQ(moreSegments({Standing::Better, Standing::TooFew, Standing::Better}, *findMetric("recall"),
                           *board->run(), {}),
              "3 more: 2 better than the rest, 1 too few to say (fewer than 30 yes)");
}

}  // namespace
}  // namespace reckoner
