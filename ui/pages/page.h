// One of the seven pages. A page reads the session and changes it; it knows no other page.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include <QString>
#include <QWidget>

#include "ui/pages/page_place.h"
#include "ui/session/review_session.h"

namespace reckoner {

class Page : public QWidget {
    Q_OBJECT
 public:
    using QWidget::QWidget;
    // Called with the aspects that changed since the last call, only while the page is shown (the window
    // collects them for hidden pages).
    virtual void refresh(Aspects aspects) = 0;

 Q_SIGNALS:
    // What a page may ask of the window.
    void importWanted();
};

struct PageEntry {
    QString id;     // "decide"; also the name of its icon: resources/icons/<id>.svg
    QString title;  // "Decide"
    std::function<Page*(ReviewSession&, QWidget* parent)> make;
    // Keys of ReviewState::options that mean something for one model only (they name its columns, classes or
    // samples): they go when another model is looked at.
    std::vector<std::string> modelOptions = {};
    // What within it can be gone to by name.
    std::vector<PagePlace> places = {};
};
// In meeting order: today, decide, errors, segments, versions, change, record. page_list.cpp is the only file
// that names them all.
const std::vector<PageEntry>& pageList();

}  // namespace reckoner
