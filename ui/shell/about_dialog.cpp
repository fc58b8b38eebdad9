#include "ui/shell/about_dialog.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QVBoxLayout>

#include "core/base/user_folders.h"
#include "ui/style/theme.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {

AboutDialog::AboutDialog(QWidget* parent) : QDialog(parent) {
    setObjectName(QStringLiteral("about"));
    setWindowTitle(tr("About Reckoner"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(8);
    const auto line = [&](const QString& text, int pixels, QFont::Weight weight, QColor Tokens::*tone) {
        auto* label = new PlainLabel(text, this);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        dress(label, pixels, weight, tone);
        column->addWidget(label);
    };
    line(tr("Reckoner %1").arg(QStringLiteral(RECKONER_VERSION)), 20, QFont::DemiBold, &Tokens::ink);
    line(tr("The weekly model review: what wrong decisions cost, and where the threshold goes."), 14,
         QFont::Normal, &Tokens::ink2);
    line(tr("Free software under the GNU General Public License, version 3 or later. It comes without any "
            "warranty."),
         14, QFont::Normal, &Tokens::ink2);
    line(tr("Logs and crash reports: %1").arg(qt(stateFolder().string())), 12, QFont::Normal, &Tokens::ink3);
    line(tr("Stores of your own, unless you choose another place: %1").arg(qt(userDataFolder().string())), 12,
         QFont::Normal, &Tokens::ink3);
    column->addSpacing(16);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setAccessibleName(tr("Close"));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addWidget(buttons);
    setFixedWidth(480);
}

}  // namespace reckoner
