#include "ui/charts/chart_table.h"

namespace reckoner {
namespace {

template <class Cell>
QString lines(const ChartTable& table, const QString& separator, const QString& end, Cell cell) {
    QString text;
    const auto add = [&](const QStringList& row) {
        QStringList cells;
        for (const QString& value : row)
            cells << cell(value);
        text += cells.join(separator) + end;
    };
    add(table.head);
    for (const QStringList& row : table.rows)
        add(row);
    return text;
}

}  // namespace

QString ChartTable::tsv() const {
    return lines(*this, QStringLiteral("\t"), QStringLiteral("\n"),
                 [](QString value) { return value.replace(u'\t', u' ').replace(u'\n', u' '); });
}

QString ChartTable::csv() const {
    return lines(*this, QStringLiteral(","), QStringLiteral("\r\n"), [](QString value) {
        const bool quote = value.contains(u',') || value.contains(u'"') || value.contains(u'\n');
        return quote ? u'"' + value.replace(u'"', QStringLiteral("\"\"")) + u'"' : value;
    });
}

QString ChartTable::markdown() const {
    const auto row = [](const QStringList& values) {
        QString text = QStringLiteral("|");
        for (QString value : values)
            text +=
                u' ' + value.replace(u'|', QStringLiteral("\\|")).replace(u'\n', u' ') + QStringLiteral(" |");
        return text + u'\n';
    };
    QString text = row(head) + u'|';
    for (qsizetype i = 0; i < head.size(); ++i)
        text += QStringLiteral(" ---: |");
    text += u'\n';
    for (const QStringList& values : rows)
        text += row(values);
    return text;
}

}  // namespace reckoner
