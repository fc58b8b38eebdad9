// The pages, made when first shown. A hidden page catches up when it is shown again.
#pragma once

#include <vector>

#include <QStackedWidget>

#include "ui/pages/page.h"

namespace reckoner {

class PageStack : public QStackedWidget {
    Q_OBJECT
 public:
    PageStack(ReviewSession& session, const std::vector<PageEntry>& entries, QWidget* parent = nullptr);

 Q_SIGNALS:
    void importWanted();

 private:
    struct Slot {
        const PageEntry* entry;
        Page* page = nullptr;
        Aspects missed;  // what changed since its last refresh
    };
    void follow(Aspects aspects);
    Slot& slotOf(const std::string& id);
    void make(Slot& slot);

    ReviewSession& session_;
    std::vector<Slot> slots_;
};

}  // namespace reckoner
