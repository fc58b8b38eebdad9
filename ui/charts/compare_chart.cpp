#include "ui/charts/compare_chart.h"

#include <QPainter>

#include "ui/charts/chart_paint.h"
#include "ui/style/theme.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

constexpr qreal kRow = 36;
constexpr qreal kHead = 26;

}  // namespace

CompareChart::CompareChart(QWidget* parent) : ChartFrame(parent) {
    setAccessibleName(tr("Now, policy and lowest cost side by side"));
    setObjectName(QStringLiteral("compareChart"));
}

QRectF CompareChart::plotArea() const {
    return QRectF(0, typePx(kHead), width(), std::max(10.0, height() - typePx(kHead)));
}

PlotScale CompareChart::xScale() const {
    return {0, 1, 0, plotArea().right()};
}

PlotScale CompareChart::yScale() const {
    return {0, 1, plotArea().bottom(), plotArea().top()};
}

std::optional<OperatingPoint> CompareChart::policy() const {
    if (facts().policyTiers) return OperatingPoint{0, facts().policyTiers};
    if (facts().policy) return OperatingPoint{*facts().policy, {}};
    return std::nullopt;
}

std::vector<ComparedPoint> CompareChart::points() const {
    const OperatingFacts& f = facts();
    const OperatingPoint now{f.tiers ? 0 : f.threshold, f.tiers};
    std::vector<ComparedPoint> points{{tr("Now").toStdString(), now, f.difference}};
    if (const auto inForce = policy()) points.push_back({tr("Policy").toStdString(), *inForce, {}});
    if (f.run->best) points.push_back({tr("Lowest").toStdString(), {f.run->best->threshold, {}}, f.saving});
    return points;
}

std::vector<PointRow> CompareChart::rows() const {
    return compareRows(*facts().run, facts().words, points(), policy());
}

void CompareChart::paintOverlay(QPainter& painter, std::vector<QRectF>& labels) const {
    const Theme& theme = Theme::instance();
    const Tokens& t = theme.tokens();
    const std::vector<ComparedPoint> columns = points();
    const QRectF area = plotArea();
    const qreal figure = typePx(88);
    const qreal first = area.right() - figure * static_cast<qreal>(columns.size());
    for (std::size_t i = 0; i < columns.size(); ++i)
        paintText(painter, QRectF(first + figure * static_cast<qreal>(i), 0, figure, typePx(kHead)),
                  Qt::AlignRight | Qt::AlignVCenter, qt(columns[i].name), theme.font(12, QFont::DemiBold),
                  i == 0 ? t.accent : t.ink2);
    qreal y = area.top();
    for (const PointRow& row : rows()) {
        // What belongs to the row above follows it closely.
        const bool follows = row.what.empty() || row.what.starts_with(' ');
        const qreal height = typePx(follows ? 20 : kRow);
        if (y + height > area.bottom()) break;
        if (!follows) paintRule(painter, {area.left(), y}, {area.right(), y}, t.grid);
        paintText(painter, QRectF(area.left(), y, first - area.left(), height),
                  Qt::AlignLeft | Qt::AlignVCenter, qt(row.what), theme.font(follows ? 12 : 14),
                  follows ? t.ink3 : t.ink2);
        for (std::size_t i = 0; i < row.texts.size(); ++i)
            paintText(painter, QRectF(first + figure * static_cast<qreal>(i), y, figure, height),
                      Qt::AlignRight | Qt::AlignVCenter, qt(row.texts[i]),
                      theme.font(follows ? 12 : 14, row.strong ? QFont::DemiBold : QFont::Normal),
                      row.strong && i == 0 ? t.accent
                      : follows            ? t.ink3
                                           : t.ink);
        y += height;
    }
    labels.push_back(QRectF(area.left(), area.top(), area.width(), y - area.top()));
}

QString CompareChart::describe() const {
    if (!facts().shown()) return {};
    QStringList parts;
    for (const PointRow& row : rows()) {
        QStringList texts;
        for (const std::string& text : row.texts)
            texts << qt(text);
        parts << qt(row.what).trimmed() + QStringLiteral(": ") + texts.join(QStringLiteral(", "));
    }
    return parts.join(QStringLiteral("; "));
}

ChartTable CompareChart::table() const {
    ChartTable table;
    if (!facts().shown()) return table;
    table.head = {QString()};
    for (const ComparedPoint& column : points())
        table.head << qt(column.name);
    for (const PointRow& row : rows()) {
        QStringList cells{qt(row.what).trimmed()};
        for (const std::string& text : row.texts)
            cells << qt(text);
        table.rows.push_back(cells);
    }
    return table;
}

}  // namespace reckoner

#include "moc_compare_chart.cpp"
