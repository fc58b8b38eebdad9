// Aligned columns for a terminal. What comes from data is made harmless: no control or escape sequences.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace reckoner {

// Control characters and bytes that are no UTF-8 become U+FFFD; line breaks and tabs become a space.
std::string terminalText(std::string_view text);

// Columns a terminal uses for this UTF-8 text: wide East Asian characters count twice, combining marks not
// at all.
std::size_t displayWidth(std::string_view text);

class TextTable {
 public:
    enum class Align { Left, Right };
    struct Head {
        std::string title;
        Align align = Align::Left;
    };

    explicit TextTable(std::vector<Head> heads) : heads_(std::move(heads)) {}

    // Missing cells at the end are empty. Cells longer than `longest` columns are cut with an ellipsis.
    void add(std::vector<std::string> cells);
    void setLongest(std::size_t columns) { longest_ = columns; }

    // Two blanks between columns, none at the end of a line; the head line only when a title is not empty.
    std::string text() const;

 private:
    std::vector<Head> heads_;
    std::vector<std::vector<std::string>> rows_;
    std::size_t longest_ = 60;
};

}  // namespace reckoner
