// Notes on the points of an agenda as they are typed, kept outside the store from keystroke to commit.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>

#include "ui/session/meeting_jobs.h"
#include "ui/session/review_session.h"

namespace reckoner {

struct PointDraft {
    std::string meeting;        // uid
    std::string text;           // as typed
    std::string stored;         // as it lies in the store
    std::int64_t revision = 0;  // of `stored`
    QString failure;            // why it could not be saved; empty: it could
    std::optional<Clock::Time> savedAt;
    bool waits = false;  // after a failure, until the next try
    bool both = false;   // somebody else wrote there too: both are kept, theirs first

    bool unsaved() const { return text != stored; }
};

class PointDrafts {
 public:
    explicit PointDrafts(ReviewSession& session) : session_(session) {}

    void clear() { drafts_.clear(); }
    // Takes what is stored; what is typed and not stored stays, also what a window that was killed has kept.
    void adopt(const Meeting& meeting);
    const PointDraft* find(const std::string& item) const;
    // False: there is no such point.
    bool type(const std::string& item, const std::string& text);
    // What a save came to.
    void settle(const MeetingJob& job, const MeetingLanding& landing);
    void tryAgain();
    std::optional<MeetingJob> nextJob() const;  // that does not wait after a failure
    std::deque<MeetingJob> allJobs() const;

 private:
    void keep(const std::string& item) const;
    MeetingJob jobOf(const std::string& item, const PointDraft& draft) const;

    ReviewSession& session_;
    std::map<std::string, PointDraft> drafts_;  // by the point's uid
};

}  // namespace reckoner
