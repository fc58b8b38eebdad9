// Who speaks: a chip for each attendee with the key that picks it, and where the names are written.
#pragma once

#include <string>
#include <vector>

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace reckoner {

class PlainLabel;
class SpeakerChip;

// The n-th attendee's key: F5 to F10, then Shift+F5 to Shift+F10; empty: there is none left.
QString speakerKey(int attendee);
inline constexpr int kSpeakerKeys = 12;

class SpeakerChips final : public QWidget {
    Q_OBJECT
 public:
    explicit SpeakerChips(QWidget* parent);

    void setPeople(const std::vector<std::string>& people, int speaking);
    void editPeople();
    int heightFor(int width) const;

 Q_SIGNALS:
    void picked(int attendee);
    void peopleWritten(const std::vector<std::string>& people);

 protected:
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

 private:
    int place(int width, bool move) const;
    int flow(int width, int columns, bool move) const;
    void finishEditing(bool take);

    PlainLabel* caption_;
    QPushButton* edit_;
    QLineEdit* names_;
    std::vector<std::string> people_;
    std::vector<SpeakerChip*> chips_;
};

}  // namespace reckoner
