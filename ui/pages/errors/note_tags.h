// The model's tags as chips with their digits; those of the note are filled.
#pragma once

#include <string>
#include <vector>

#include <QWidget>

class QAbstractButton;
class QLineEdit;
class QPushButton;

namespace reckoner {

class NoteTags final : public QWidget {
    Q_OBJECT
 public:
    explicit NoteTags(QWidget* parent = nullptr);

    // known: of the model, in the order of their digits. Tags of the note that are not known come after them.
    void setTags(const std::vector<std::string>& known, const std::vector<std::string>& chosen);
    void setEnabledForWriting(bool enabled);
    // The tag of a digit from 1; empty: there is none.
    std::string tagOf(int digit) const;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;

 Q_SIGNALS:
    void toggled(const QString& tag);
    void added(const QString& tag);  // a new one, also chosen
    void leaveWanted();              // Esc in the field of a new tag

 protected:
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

 private:
    int place(int width, bool move) const;
    void write();
    void finish();

    std::vector<std::string> known_;
    std::vector<std::string> chosen_;
    std::vector<QAbstractButton*> chips_;
    QPushButton* more_;
    QLineEdit* field_;
};

}  // namespace reckoner
