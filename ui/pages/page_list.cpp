#include <QCoreApplication>

#include "ui/pages/decide/decide_page.h"
#include "ui/pages/decide/decide_places.h"
#include "ui/pages/empty/empty_page.h"
#include "ui/pages/errors/errors_page.h"
#include "ui/pages/errors/errors_places.h"
#include "ui/pages/page.h"
#include "ui/pages/record/records_page.h"
#include "ui/pages/segments/segments_page.h"
#include "ui/pages/segments/segments_places.h"
#include "ui/pages/today/today_page.h"
#include "ui/pages/versions/versions_page.h"
#include "ui/pages/versions/versions_places.h"

namespace reckoner {
namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("PageList", text);
}

PageEntry emptyPage(const QString& title, EmptyPageText text) {
    const QString id = text.id;
    return {id, title, [text](ReviewSession& session, QWidget* parent) -> Page* {
                return new EmptyPage(session, text, parent);
            }};
}

PageEntry today() {
    return {QStringLiteral("today"), tr("Today"),
            [](ReviewSession& session, QWidget* parent) -> Page* { return new TodayPage(session, parent); }};
}

PageEntry decide() {
    return {QStringLiteral("decide"), tr("Decide"),
            [](ReviewSession& session, QWidget* parent) -> Page* { return new DecidePage(session, parent); },
            DecidePage::modelOptions(), decidePlaces()};
}

PageEntry errors() {
    return {QStringLiteral("errors"), tr("Errors"),
            [](ReviewSession& session, QWidget* parent) -> Page* { return new ErrorsPage(session, parent); },
            ErrorsPage::modelOptions(), errorsPlaces()};
}

PageEntry segments() {
    return {
        QStringLiteral("segments"), tr("Segments"),
        [](ReviewSession& session, QWidget* parent) -> Page* { return new SegmentsPage(session, parent); },
        SegmentsPage::modelOptions(), segmentsPlaces()};
}

PageEntry versions() {
    return {
        QStringLiteral("versions"), tr("Versions"),
        [](ReviewSession& session, QWidget* parent) -> Page* { return new VersionsPage(session, parent); },
        VersionsPage::modelOptions(), versionsPlaces()};
}

PageEntry change() {
    return emptyPage(
        tr("Change"),
        {QStringLiteral("change"),
         tr("Change over time is not drawn here yet"),
         tr("This page will show what moved from run to run, and whether it is more than noise: trend, "
            "drift, calibration. The command below lists the runs of this store; each one's figures come "
            "with “reckoner metrics” and its number."),
         QStringLiteral("reckoner runs"),
         {},
         tr("Copy the command")});
}

PageEntry record() {
    return {QStringLiteral("record"), tr("Record"),
            [](ReviewSession& session, QWidget* parent) -> Page* { return new RecordsPage(session, parent); },
            RecordsPage::modelOptions(), RecordsPage::places()};
}

}  // namespace

const std::vector<PageEntry>& pageList() {
    static const std::vector<PageEntry> pages{today(),    decide(), errors(), segments(),
                                              versions(), change(), record()};
    return pages;
}

}  // namespace reckoner
