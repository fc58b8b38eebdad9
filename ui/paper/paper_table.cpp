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
            const double whole = PaperText::natural(row[c], style, page.device());
            const bool breaks = !table.heads[c].right && !table.heads[c].whole;
            least[c] =
                std::max(least[c], breaks ? PaperText::longestWord(row[c], style, page.device()) : whole);
            natural[c] = std::max(natural[c], whole);
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

namespace {

constexpr double kWhole = 0.4;  // of a page: what stands whole

class Table {
 public:
    Table(PaperPage& page, const TableBlock& table) : page_(page), cells_(1) {
        for (const TableBlock::Head& head : table.heads)
            cells_.front().push_back(paperWords(head.title));
        for (const auto& row : table.rows) {
            Cells& cells = cells_.emplace_back();
            for (std::size_t c = 0; c < table.heads.size(); ++c)
                cells.push_back(c < row.size() ? paperWords(row[c]) : QString());
        }
        columns_ = columnsOf(page, table, cells_);
        for (std::size_t i = 0; i < cells_.size(); ++i) {
            rows_.emplace_back(page, columns_, cells_[i], i == 0);
            height_ += rows_.back().height();
        }
    }
    // Head and two rows, or all of a small one.
    double opening() const {
        if (height_ <= kWhole * page_.pageHeight()) return height_;
        double height = 0;
        for (std::size_t i = 0; i < std::min<std::size_t>(3, rows_.size()); ++i)
            height += rows_[i].height();
        return height;
    }
    void paint() const {
        const Row& head = rows_.front();
        page_.keep(opening());
        head.paint(page_, columns_);
        for (std::size_t i = 1; i < rows_.size(); ++i) {
            const bool secondLast = i + 2 == rows_.size();
            const int before = page_.number();
            page_.keep(rows_[i].height() + (secondLast && i > 1 ? rows_[i + 1].height() : 0));
            if (page_.number() != before) head.paint(page_, columns_);
            const bool fits = rows_[i].height() + head.height() <= page_.pageHeight();
            fits ? rows_[i].paint(page_, columns_) : paintLong(page_, cells_.front(), cells_[i]);
        }
    }

 private:
    PaperPage& page_;
    std::vector<Cells> cells_;
    Columns columns_;
    std::vector<Row> rows_;
    double height_ = 0;
};

}  // namespace

double tableOpening(PaperPage& page, const TableBlock& table) {
    return table.heads.empty() ? 0 : Table(page, table).opening() + 6;
}

void paintTable(PaperPage& page, const TableBlock& table) {
    if (table.heads.empty()) return;
    page.space(6);
    Table(page, table).paint();
    page.space(8);
}

}  // namespace reckoner
