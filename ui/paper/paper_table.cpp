#include "ui/paper/paper_table.h"

#include <algorithm>
#include <numeric>

#include <QPainter>
#include <QPdfWriter>

#include "ui/paper/paper_page.h"
#include "ui/paper/paper_words.h"

namespace reckoner {
namespace {

constexpr double kGap = 14;
constexpr double kPadding = 4;
constexpr double kSize = 10.5;
constexpr double kLeft = 64;

using Cells = std::vector<QString>;

struct Columns {
    std::vector<double> widths;
    std::vector<bool> right;
};

PaperStyle cellStyle(const PaperPage& page, bool head, bool right) {
    return {kSize, head ? QFont::DemiBold : QFont::Normal, head ? page.tokens().ink2 : page.tokens().ink,
            right ? Qt::AlignRight : Qt::AlignLeft, 1.35};
}

// Every column gets its longest word, then a share of what is left by what it would take in one line.
Columns columnsOf(PaperPage& page, const TableBlock& table, const std::vector<Cells>& rows) {
    const std::size_t n = table.heads.size();
    std::vector<double> least(n, 0), natural(n, 0);
    for (const Cells& row : rows)
        for (std::size_t c = 0; c < n; ++c) {
            const PaperStyle style = cellStyle(page, &row == &rows.front(), false);
            least[c] = std::max(least[c], PaperText::longestWord(row[c], style, page.device()));
            natural[c] = std::max(natural[c], PaperText::natural(row[c], style, page.device()));
        }
    const double room = page.width() - kGap * static_cast<double>(n - 1);
    for (double& width : least)
        width = std::min(width, room * 0.5);
    Columns columns;
    for (const TableBlock::Head& head : table.heads)
        columns.right.push_back(head.right);
    const double needed = std::accumulate(natural.begin(), natural.end(), 0.0);
    const double minimum = std::accumulate(least.begin(), least.end(), 0.0);
    if (needed <= room) {
        columns.widths = natural;
        columns.widths.front() += room - needed;
        return columns;
    }
    const double wish = std::max(1.0, needed - minimum);
    for (std::size_t c = 0; c < n; ++c)
        columns.widths.push_back(minimum >= room
                                     ? room * least[c] / minimum
                                     : least[c] + (room - minimum) * (natural[c] - least[c]) / wish);
    return columns;
}

class Row {
 public:
    Row(PaperPage& page, const Columns& columns, const Cells& cells, bool head) {
        for (std::size_t c = 0; c < cells.size(); ++c) {
            texts_.emplace_back(cells[c], cellStyle(page, head, columns.right[c]), columns.widths[c],
                                page.device());
            height_ = std::max(height_, texts_.back().height());
        }
        height_ += 2 * kPadding + 1;
    }
    double height() const { return height_; }
    void paint(PaperPage& page, const Columns& columns) const {
        double x = kLeft;
        for (std::size_t c = 0; c < texts_.size(); ++c) {
            texts_[c].draw(page.painter(), x, page.y() + kPadding);
            x += columns.widths[c] + kGap;
        }
        page.used(height_ - 1);
        page.rule();
    }

 private:
    std::vector<PaperText> texts_;
    double height_ = 0;
};

// A row taller than a page: its cells one below the other, so that no word is lost.
void paintLong(PaperPage& page, const Cells& heads, const Cells& cells) {
    for (std::size_t c = 0; c < cells.size(); ++c) {
        if (cells[c].isEmpty()) continue;
        page.text(heads[c], cellStyle(page, true, false));
        page.text(cells[c], cellStyle(page, false, false));
    }
    page.rule();
}

}  // namespace

void paintTable(PaperPage& page, const TableBlock& table) {
    if (table.heads.empty()) return;
    std::vector<Cells> rows(1);
    for (const TableBlock::Head& head : table.heads)
        rows.front().push_back(paperWords(head.title));
    for (const auto& row : table.rows) {
        Cells& cells = rows.emplace_back();
        for (std::size_t c = 0; c < table.heads.size(); ++c)
            cells.push_back(c < row.size() ? paperWords(row[c]) : QString());
    }
    const Columns columns = columnsOf(page, table, rows);
    const Row head(page, columns, rows.front(), true);
    const auto fits = [&](const Row& row) { return row.height() + head.height() <= page.pageHeight(); };
    page.space(6);
    for (std::size_t i = 1; i < rows.size(); ++i) {
        const Row row(page, columns, rows[i], false);
        const int before = page.number();
        page.keep(i == 1 ? head.height() + row.height() : row.height());
        if (i == 1 || page.number() != before) head.paint(page, columns);
        fits(row) ? row.paint(page, columns) : paintLong(page, rows.front(), rows[i]);
    }
    if (rows.size() == 1) head.paint(page, columns);
    page.space(8);
}

}  // namespace reckoner
