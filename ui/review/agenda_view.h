// The agenda in the dock: what is done, what is spoken about, what is to come, with minutes. As many rows as
// there is room for, around the one spoken about.
#pragma once

#include <vector>

#include <QAbstractButton>

#include "core/review/meeting.h"

namespace reckoner {

class AgendaRow;

class AgendaView final : public QWidget {
    Q_OBJECT
 public:
    explicit AgendaView(QWidget* parent);

    // holds: a line below each point, where there is something to say.
    void setMeeting(const Meeting& meeting, Clock::Time now, const QStringList& holds);
    int wantedHeight() const;
    int leastHeight() const;          // two points
    int wholeRows(int height) const;  // what of a height its rows fill

 Q_SIGNALS:
    void chosen(int item);

 protected:
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

 private:
    void place();
    int rowsThatFit() const;

    std::vector<AgendaRow*> rows_;
    int points_ = 0;
    int current_ = 0;
    int above_ = 0;  // points that are not shown
    int below_ = 0;
};

}  // namespace reckoner
