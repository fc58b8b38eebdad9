#include "ui/widgets/name_lines.h"

#include <QFontMetricsF>

namespace reckoner {
namespace {

// How many characters fit; at least one.
int fitting(const QString& name, const QFontMetricsF& metrics, qreal width) {
    int fit = 1;
    while (fit < name.size() && metrics.horizontalAdvance(name.left(fit + 1)) <= width)
        ++fit;
    return fit;
}

int breakBefore(const QString& name, int fit) {
    static const QString kBreaks = QStringLiteral(" _-./");
    for (int at = fit; at > 1; --at)
        if (kBreaks.contains(name.at(at - 1))) return at;
    return fit;
}

}  // namespace

QStringList nameLines(const QString& name, const QFontMetricsF& metrics, qreal width) {
    // Longer names are cut anyway; measuring a long text costs time.
    const QString head = name.left(200).simplified();
    if (metrics.horizontalAdvance(head) <= width) return {head};
    const int cut = breakBefore(head, fitting(head, metrics, width));
    const QString second = metrics.elidedText(head.mid(cut).trimmed(), Qt::ElideRight, width);
    return {head.left(cut).trimmed(), second};
}

}  // namespace reckoner
