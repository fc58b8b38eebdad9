// A board that is counted off the UI thread: what was asked for last, and what stands there meanwhile.
#pragma once

#include <any>
#include <functional>
#include <utility>

#include <QString>

#include "ui/session/background_task.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {

// Wanted has ==; of one without a board, Wanted{}. One for a desk, which outlives it.
template <class Wanted, class BoardPtr>
class AskedBoard {
 public:
    // changed: after each board or failure that came.
    AskedBoard(Executor& executor, QObject* desk, std::function<void()> changed)
        : task_(executor, desk), changed_(std::move(changed)) {}

    // Whether `now` is to be counted: it is possible, and not what was asked for already.
    bool ask(const Wanted& now, bool possible) {
        if (!possible) {
            task_.cancel();
            asked_ = shown_ = {};
            board_.reset();
            return false;
        }
        if (now == asked_) return false;
        asked_ = now;
        failure_.clear();
        return true;
    }
    // Counts what was asked for; boardOf takes the board from what `work` returns.
    template <class Work, class BoardOf>
    void count(Work work, BoardOf boardOf) {
        task_.start(
            std::move(work),
            [this, now = asked_, boardOf](std::any result) { take(boardOf(std::move(result)), now); },
            [this, now = asked_](const Error& error) {
                failure_ = qt(error.what());
                take(nullptr, now);
            });
    }
    // The board that is there already for what was asked for.
    void take(BoardPtr board, const Wanted& of) {
        board_ = std::move(board);
        shown_ = of;
        changed_();
    }

    const Wanted& asked() const { return asked_; }
    const Wanted& shown() const { return shown_; }
    const BoardPtr& board() const { return board_; }
    bool stale() const { return !(asked_ == shown_); }
    const QString& failure() const { return failure_; }
    BackgroundTask& task() { return task_; }

 private:
    BackgroundTask task_;
    std::function<void()> changed_;
    Wanted asked_;
    Wanted shown_;
    BoardPtr board_;
    QString failure_;
};

}  // namespace reckoner
