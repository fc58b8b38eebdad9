// The numbers behind a chart, for those who do not see it and for those who take it elsewhere.
#pragma once

#include <vector>

#include <QString>
#include <QStringList>

namespace reckoner {

struct ChartTable {
    QStringList head;
    std::vector<QStringList> rows;

    QString tsv() const;
    QString markdown() const;
    QString csv() const;  // RFC 4180
};

}  // namespace reckoner
