// The blocks of the Today page as plain rows: what stands there, and what a click on it opens. A new block is
// one file and one row of todayCards().
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/review/today_facts.h"
#include "core/wording/sentence.h"

namespace reckoner {

enum class TodayMark { None, Bullet, Met, Leaning, Failed, Waived };
enum class TodayTone { Ink, Quiet, Accent, Missed, FalseAlarm };

inline constexpr const char* kReviewTarget = "review";

// Where a row leads: a page, and what it is to show there.
struct TodayTarget {
    std::string page;  // empty: nowhere; kReviewTarget: the dock of the review
    RunId run = 0;     // 0: the run on the screen
    std::optional<double> threshold{};
    std::map<std::string, std::string> options{};  // of ReviewState
};

// The fewest words that still say it; what does not fit one line takes the shorter ones first.
struct TodayRow {
    TodayMark mark = TodayMark::None;
    Sentence text;
    std::string figure;  // at the right; may be empty
    TodayTone tone = TodayTone::Ink;
    bool strong = false;             // the figure
    std::optional<double> bar = {};  // a bar under the row, 0 to 1 of its width
    TodayTarget target = {};
    std::string brief = {};   // instead of the figure where it saves a line; empty: nothing shorter is said
    Sentence shorter = {};    // instead of the text where it saves a line
    bool keepFigure = false;  // the text is shortened before the figure
    std::string full = {};    // the whole sentence, when one asks for it; empty: text and figure say all
};

struct TodayBlock {
    std::string title;
    std::vector<TodayRow> rows;
};

struct TodayCard {
    const char* id;  // "money"
    TodayBlock (*block)(const TodayFacts&);
};
// Money, what changed, requirements, due: in reading order. A block without rows says in one row why.
std::span<const TodayCard> todayCards();

// What this model makes too much of, at the policy in force, else at the point on the screen.
struct TodayVerdict {
    Sentence sentence;  // its figure as Accent
    TodayTone tone = TodayTone::Ink;
    Sentence below;
    TodayTarget target = {};
};
TodayVerdict todayVerdict(const TodayFacts& facts);

// One file each.
TodayBlock todayMoney(const TodayFacts& facts);
TodayBlock todaySince(const TodayFacts& facts);
TodayBlock todayRequirements(const TodayFacts& facts);
TodayBlock todayDue(const TodayFacts& facts);

}  // namespace reckoner
