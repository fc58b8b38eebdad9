#include "ui/pages/versions/version_list.h"

#include "core/wording/run_names.h"
#include "core/wording/version_history.h"
#include "core/wording/version_words.h"
#include "ui/pages/versions/two_line_delegate.h"
#include "ui/style/theme.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

enum Role { Id = Qt::UserRole + 20, Rule };

}  // namespace

VersionList::VersionList(QWidget* parent) : QListWidget(parent) {
    setObjectName(QStringLiteral("versionList"));
    setAccessibleName(tr("Versions, newest first"));
    setItemDelegate(new TwoLineDelegate(this));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setUniformItemSizes(true);
    setFrameShape(QFrame::NoFrame);
    connect(&Theme::instance(), &Theme::changed, this, [this] { doItemsLayout(); });
}

void VersionList::setVersions(const std::vector<RegistryEntry>& entries,
                              const std::vector<VersionRow>& versions, const Vocabulary& words,
                              std::int64_t chosen) {
    const QSignalBlocker quiet(this);
    clear();
    const auto add = [this](const QString& name, const QString& more, const QString& since) {
        auto* item = new QListWidgetItem(this);
        item->setData(TwoLineDelegate::Name, name);
        item->setData(TwoLineDelegate::Beside, more);
        item->setData(TwoLineDelegate::Below, since);
        item->setData(Qt::AccessibleTextRole, QStringLiteral("%1, %2, %3").arg(name, more, since));
        return item;
    };
    for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {
        QString algorithm;
        for (const VersionRow& version : versions)
            if (version.id == entry->versionId) algorithm = qt(version.algorithm);
        QListWidgetItem* item = add(qt(versionName(entry->version)), algorithm, qt(stageSinceText(*entry)));
        item->setData(Id, static_cast<qlonglong>(entry->versionId));
        item->setData(TwoLineDelegate::Live, entry->stage() == Stage::Production);
        if (entry->facts && entry->facts->baseline) item->setData(TwoLineDelegate::Tag, tr("baseline"));
        if (entry->versionId == chosen) setCurrentItem(item);
    }
    using Kind = VersionSide::Kind;
    for (const Kind kind : {Kind::FlagNobody, Kind::FlagEverybody}) {
        QListWidgetItem* item =
            add(qt(ruleSideName(kind, words)), {}, tr("a rule, always there to be beaten"));
        item->setData(Rule,
                      kind == Kind::FlagNobody ? QStringLiteral("nobody") : QStringLiteral("everybody"));
        item->setData(TwoLineDelegate::Tag, tr("baseline"));
    }
    if (currentRow() < 0 && count() > 2) setCurrentRow(0);
}

std::int64_t VersionList::chosen() const {
    return currentItem() ? currentItem()->data(Id).toLongLong() : 0;
}

QString VersionList::rule() const {
    return currentItem() ? currentItem()->data(Rule).toString() : QString();
}

}  // namespace reckoner

#include "moc_version_list.cpp"
