#include "ui/pages/versions/compare_table.h"

#include <algorithm>

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include "ui/charts/chart_paint.h"
#include "ui/shell/scaled.h"
#include "ui/widgets/copy_text.h"
#include "ui/widgets/keyboard_focus.h"
#include "ui/widgets/outcome_marks.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

constexpr int kReach = 8;
constexpr int kHead = 48;   // name, what it is
constexpr int kPoint = 16;  // where it is read
constexpr int kRow = 36;
constexpr int kFigure = 88;
constexpr int kWideFigure = 132;  // where the name of what it is asks for it
constexpr int kGap = 24;
constexpr qreal kStaleOpacity = 0.45;

QColor toneOf(Verdict verdict) {
    const Tokens& t = Theme::instance().tokens();
    return verdict == Verdict::Better ? t.better : t.fnText;
}

QString oneField(QString text) {
    return text.replace(QLatin1Char('\t'), QLatin1Char(' ')).replace(QLatin1Char('\n'), QLatin1Char(' '));
}

// "gradient boosting (XGBoost)": what is in parentheses is told by the list.
QString bare(const QString& text) {
    return text.section(QLatin1Char('('), 0, 0).trimmed();
}

// "gradient boosting" in a narrow column: "boosting".
QString fitted(const QString& text, const QFont& font, int room) {
    for (const QString& one : {text, bare(text)})
        if (QFontMetrics(font).horizontalAdvance(one) <= room) return one;
    return bare(text).section(QLatin1Char(' '), -1);
}

}  // namespace

CompareTable::CompareTable(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("compareTable"));
    setAccessibleName(tr("Versions side by side"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    watchFocus(this);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        layOut();
        update();
    });
}

void CompareTable::setSheet(CompareSheet sheet) {
    sheet_ = std::move(sheet);
    stale_ = false;
    hovered_.reset();
    current_.reset();
    layOut();
    update();
}

void CompareTable::setStale(bool stale) {
    if (stale_ == stale) return;
    stale_ = stale;
    update();
}

// --- geometry ---

int CompareTable::head() const {
    const bool read = std::any_of(sheet_.sides.begin(), sheet_.sides.end(),
                                  [](const CompareSheet::Side& side) { return !side.at.isEmpty(); });
    return scaled(kHead + (read ? kPoint : 0));
}

QSize CompareTable::sizeHint() const {
    return {scaled(900), head() + static_cast<int>(sheet_.lines.size()) * scaled(kRow)};
}

// Where they are read, and what they are, in full as far as no difference loses words by it.
void CompareTable::layOut() {
    columns_.clear();
    if (sheet_.sides.empty()) return;
    const auto words = [this] {
        return std::count_if(columns_.begin(), columns_.end(),
                             [](const Column& column) { return column.difference && !column.brief; });
    };
    layOut(Names::Cut);
    const auto most = words();
    for (const Names names : {Names::Full, Names::Short, Names::Cut}) {
        layOut(names);
        if (words() == most) break;
    }
    updateGeometry();
}

int CompareTable::figureWidth(const CompareSheet::Side& side, Names names) const {
    if (names == Names::Cut || side.rule) return scaled(kFigure);
    const QFont font = Theme::instance().font(12);
    const auto needs = [&](const QString& text) { return qCeil(textSize(text, font).width()) + scaled(10); };
    const int wanted = std::max(needs(side.at), names == Names::Full ? needs(bare(side.note)) : 0);
    return std::clamp(wanted, scaled(kFigure), scaled(kWideFigure));
}

void CompareTable::layOut(Names names) {
    columns_.clear();
    const std::size_t sides = sheet_.sides.size();
    const int left = scaled(kReach);
    const int right = width() - scaled(kReach);
    const QFont font = Theme::instance().font(14, QFont::DemiBold);
    int wanted = scaled(160);
    for (const CompareSheet::Line& line : sheet_.lines)
        wanted = std::max(wanted, qCeil(textSize(line.title, font).width()) + scaled(12));
    int figures = 0;
    for (const CompareSheet::Side& side : sheet_.sides)
        figures += figureWidth(side, names);
    const int most = std::max(scaled(140), (right - left - figures) * 2 / 5);
    int x = left + std::min(wanted, most);
    titleRight_ = x;
    for (std::size_t side = 0; side < sides; ++side) {
        const int figure = figureWidth(sheet_.sides[side], names);
        columns_.push_back({side, false, x, x + figure});
        x += figure;
    }
    // The judged one's difference first, the others in their order.
    std::vector<std::size_t> order{sheet_.judged};
    for (std::size_t side = 0; side < sides; ++side)
        if (side != sheet_.judged && side != sheet_.base) order.push_back(side);
    // Where even the short words of several do not fit, the judged one's difference stands alone.
    constexpr int kLeastDifference = 200;
    while (order.size() > 1 && (right - x) / static_cast<int>(order.size()) < scaled(kLeastDifference + kGap))
        order.pop_back();
    const int room = (right - x) / static_cast<int>(order.size());
    const QFontMetrics metrics(Theme::instance().font(14));
    for (const std::size_t side : order) {
        Column column{side, true, x + scaled(kGap), x + room};
        x += room;
        for (const CompareSheet::Line& line : sheet_.lines)
            column.brief = column.brief || metrics.horizontalAdvance(qt(plain(cell(line, column)))) >
                                               column.right - column.left;
        columns_.push_back(column);
    }
}

Sentence CompareTable::cell(const CompareSheet::Line& line, const Column& column) const {
    const CompareSheet::Field& field = line.fields[column.side];
    if (!column.difference) return {{field.figure.toStdString()}};
    return column.brief ? field.brief : field.difference;
}

std::optional<int> CompareTable::lineAt(int y) const {
    if (y < head()) return std::nullopt;
    const int line = (y - head()) / scaled(kRow);
    return line < static_cast<int>(sheet_.lines.size()) ? std::optional(line) : std::nullopt;
}

void CompareTable::resizeEvent(QResizeEvent*) {
    layOut();
}

// --- picture ---

void CompareTable::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), Theme::instance().tokens().page);
    if (sheet_.sides.empty()) return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setOpacity(stale_ ? kStaleOpacity : 1);
    paintHead(painter);
    for (int line = 0; line < static_cast<int>(sheet_.lines.size()); ++line)
        paintLine(painter, line);
}

void CompareTable::paintHead(QPainter& painter) const {
    const Theme& theme = Theme::instance();
    const Tokens& t = theme.tokens();
    const QFont name = theme.font(14, QFont::DemiBold);
    const QFont note = theme.font(12);
    const auto elided = [](const QString& text, const QFont& font, int room) {
        return QFontMetrics(font).elidedText(text, Qt::ElideRight, room);
    };
    for (const Column& column : columns_) {
        const CompareSheet::Side& side = sheet_.sides[column.side];
        const QRect upper(column.left, scaled(2), column.right - column.left, scaled(20));
        const int align = (column.difference ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter;
        const int room = upper.width() - (column.difference ? 0 : scaled(8));
        const bool rule = !column.difference && side.rule;
        QString title = side.name;
        QString below = side.note;
        if (column.difference) {
            title = tr("%1 against %2").arg(side.name, sheet_.sides[sheet_.base].name);
            below = side.samples;
        } else if (rule) {
            // "Refuse nobody" in two lines.
            below = title.section(QLatin1Char(' '), -1);
            title = title.section(QLatin1Char(' '), 0, -2);
        }
        if (!rule && !column.difference) below = fitted(below, note, room);
        paintText(painter, upper, align, elided(title, name, room), name, t.ink);
        paintText(painter, upper.translated(0, scaled(20)), align, elided(below, rule ? name : note, room),
                  rule ? name : note, rule ? t.ink : t.ink3);
        paintText(painter, upper.translated(0, scaled(38)), align,
                  elided(column.difference ? side.pairAt : side.at, note, room), note, t.ink2);
    }
    painter.fillRect(QRect(scaled(kReach), head() - 1, width() - 2 * scaled(kReach), 1), t.line);
}

void CompareTable::paintLine(QPainter& painter, int line) const {
    const Theme& theme = Theme::instance();
    const Tokens& t = theme.tokens();
    const CompareSheet::Line& row = sheet_.lines[static_cast<std::size_t>(line)];
    const QRect area(0, head() + line * scaled(kRow), width(), scaled(kRow));
    const bool focused = current_ == line && keyboardFocus(this);
    if (row.worst || focused || (hovered_ == line && row.opens)) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(focused ? t.selected : row.worst ? t.fnSoft : t.chrome);
        painter.drawRoundedRect(QRectF(area).adjusted(0, 0, 0, -1), 6, 6);
    }
    if (!row.worst)
        painter.fillRect(QRect(scaled(kReach), area.bottom(), width() - 2 * scaled(kReach), 1), t.line);
    const QFont plainFont = theme.font(14);
    const QFont bold = theme.font(14, QFont::DemiBold);
    const QFont& titleFont = row.worst ? bold : plainFont;
    const QRect titleArea(scaled(kReach), area.top(), titleRight_ - scaled(kReach), area.height() - 1);
    paintText(painter, titleArea, Qt::AlignLeft | Qt::AlignVCenter,
              QFontMetrics(titleFont).elidedText(row.title, Qt::ElideRight, titleArea.width()), titleFont,
              t.ink);
    for (const Column& column : columns_) {
        const CompareSheet::Field& field = row.fields[column.side];
        const QRect at(column.left, area.top(), column.right - column.left, area.height() - 1);
        if (!column.difference) {
            paintText(painter, at, Qt::AlignRight | Qt::AlignVCenter, field.figure,
                      column.side == sheet_.base ? bold : plainFont, field.known ? t.ink : t.ink3);
            continue;
        }
        int x = at.left();
        for (const Phrase& phrase : cell(row, column)) {
            const bool told = phrase.emphasis == Emphasis::Accent;
            const QFont& font = told ? bold : plainFont;
            const QString text =
                QFontMetrics(font).elidedText(qt(phrase.text), Qt::ElideRight, at.right() - x);
            paintText(painter, QRect(x, at.top(), at.right() - x, at.height()),
                      Qt::AlignLeft | Qt::AlignVCenter, text, font, told ? toneOf(field.verdict) : t.ink2);
            x += qCeil(QFontMetricsF(font).horizontalAdvance(text));
        }
    }
}

// --- choosing ---

void CompareTable::choose(int line) {
    current_ = line;
    QStringList texts;
    for (const CompareSheet::Field& field : sheet_.lines[static_cast<std::size_t>(line)].fields)
        texts << field.hint;
    setAccessibleDescription(texts.join(QStringLiteral(". ")));
    update();
}

void CompareTable::open(int line) {
    const CompareSheet::Line& row = sheet_.lines[static_cast<std::size_t>(line)];
    if (row.opens) Q_EMIT opened(row.row);
}

void CompareTable::mouseMoveEvent(QMouseEvent* event) {
    const auto line = lineAt(event->position().toPoint().y());
    const int x = event->position().toPoint().x();
    QString hint;
    if (line)
        for (const Column& column : columns_)
            if (x >= column.left && x < column.right)
                hint = sheet_.lines[static_cast<std::size_t>(*line)].fields[column.side].hint;
    setPlainToolTip(this, hint);
    if (line == hovered_) return;
    hovered_ = line;
    const bool opens = line && sheet_.lines[static_cast<std::size_t>(*line)].opens;
    setCursor(opens ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
}

void CompareTable::mouseReleaseEvent(QMouseEvent* event) {
    const auto line = lineAt(event->position().toPoint().y());
    if (!line || event->button() != Qt::LeftButton) return;
    choose(*line);
    open(*line);
}

void CompareTable::leaveEvent(QEvent*) {
    hovered_.reset();
    update();
}

void CompareTable::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Copy)) return copyPlainText(tsv());
    const int last = static_cast<int>(sheet_.lines.size()) - 1;
    if (last < 0) return QWidget::keyPressEvent(event);
    switch (event->key()) {
        case Qt::Key_Down:
            return choose(current_ ? std::min(*current_ + 1, last) : 0);
        case Qt::Key_Up:
            return choose(current_ ? std::max(*current_ - 1, 0) : 0);
        case Qt::Key_Home:
            return choose(0);
        case Qt::Key_End:
            return choose(last);
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (current_) open(*current_);
            return;
        default:
            QWidget::keyPressEvent(event);
    }
}

QString CompareTable::tsv() const {
    if (sheet_.sides.empty()) return {};
    QStringList fields{tr("figure")};
    for (const Column& column : columns_) {
        const QString& name = sheet_.sides[column.side].name;
        fields << oneField(column.difference ? tr("%1 against %2").arg(name, sheet_.sides[sheet_.base].name)
                                             : name);
    }
    QStringList lines{fields.join(QLatin1Char('\t'))};
    for (const CompareSheet::Line& line : sheet_.lines) {
        fields = QStringList{line.title};
        for (Column column : columns_) {
            column.brief = false;
            fields << oneField(qt(plain(cell(line, column))));
        }
        lines << fields.join(QLatin1Char('\t'));
    }
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

}  // namespace reckoner

#include "moc_compare_table.cpp"
