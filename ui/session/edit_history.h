// Undo and redo of edits to the document (what people write), across samples and pages.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include <QObject>

namespace reckoner {

class EditHistory : public QObject {
    Q_OBJECT
 public:
    using QObject::QObject;

    struct Edit {
        QString what;             // "note on app-02854", for whoever shows it
        std::uint64_t burst = 0;  // edits of one burst of typing are one step; 0: a step of its own
        std::function<void()> undo;
        std::function<void()> redo;
    };
    // What was undone before is forgotten. An edit of the burst on top extends it: undo goes back to before
    // the whole burst, redo to its end.
    void push(Edit edit);
    // A fresh number for one burst; never 0.
    std::uint64_t newBurst() { return ++lastBurst_; }

    bool canUndo() const { return done_ > 0; }
    bool canRedo() const { return done_ < edits_.size(); }
    // Nothing to do: does nothing.
    void undo();
    void redo();
    void clear();

 Q_SIGNALS:
    void changed();
    void undone(const QString& what);
    void redone(const QString& what);

 private:
    static constexpr std::size_t kMost = 1000;
    std::vector<Edit> edits_;
    std::size_t done_ = 0;  // edits_[done_ ...] are undone
    std::uint64_t lastBurst_ = 0;
};

}  // namespace reckoner
