#include "ui/session/edit_history.h"

namespace reckoner {

void EditHistory::push(Edit edit) {
    edits_.resize(done_);
    const bool extends = edit.burst != 0 && !edits_.empty() && edits_.back().burst == edit.burst;
    if (extends) {
        edits_.back().redo = std::move(edit.redo);
    } else {
        edits_.push_back(std::move(edit));
        if (edits_.size() > kMost) edits_.erase(edits_.begin());
    }
    done_ = edits_.size();
    Q_EMIT changed();
}

void EditHistory::undo() {
    if (!canUndo()) return;
    // A copy: what it does may push or clear. The burst is over once it was undone.
    edits_[done_ - 1].burst = 0;
    const Edit edit = edits_[--done_];
    edit.undo();
    Q_EMIT changed();
    Q_EMIT undone(edit.what);
}

void EditHistory::redo() {
    if (!canRedo()) return;
    const Edit edit = edits_[done_++];
    edit.redo();
    Q_EMIT changed();
    Q_EMIT redone(edit.what);
}

void EditHistory::clear() {
    edits_.clear();
    done_ = 0;
    Q_EMIT changed();
}

}  // namespace reckoner

#include "moc_edit_history.cpp"
