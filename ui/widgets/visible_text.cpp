#include "ui/widgets/visible_text.h"

namespace reckoner {
namespace {

constexpr char16_t kPictures = 0x2400;
constexpr char16_t kDeletePicture = 0x2421;

QString withPictures(QString text, bool breaksToo) {
    for (QChar& c : text) {
        const char16_t code = c.unicode();
        if (code == 0x7F) c = QChar(kDeletePicture);
        if (code >= 0x20) continue;
        const bool layout = code == u'\n' || code == u'\t';
        if (!layout || breaksToo) c = QChar(static_cast<char16_t>(kPictures + code));
    }
    return text;
}

}  // namespace

QString visibleText(QString text) {
    text.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    return withPictures(std::move(text), false);
}

QString visibleText(const std::string& text) {
    return visibleText(QString::fromStdString(text));
}

QString visibleLine(const std::string& text) {
    return withPictures(QString::fromStdString(text), true);
}

}  // namespace reckoner
