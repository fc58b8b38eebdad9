// What the table of versions shows, as texts: of versions of two classes and of several alike.
#pragma once

#include <optional>
#include <vector>

#include <QString>
#include <QStringList>

#include "core/wording/class_compare_words.h"
#include "core/wording/version_words.h"

namespace reckoner {

struct CompareSheet {
    struct Side {
        QString name;
        QString note;     // what it is: its algorithm; of a rule nothing
        QString at;       // where it is read
        QString samples;  // of its difference: how many, and how sure
        QString pairAt;   // of its difference: where both are read
        bool rule = false;
    };
    // One field of a row, by side.
    struct Field {
        QString figure;
        bool known = false;
        Sentence difference;
        Sentence brief;  // where there is less room
        Verdict verdict = Verdict::NotComparable;
        QString hint;
    };
    struct Line {
        QString title;
        std::vector<Field> fields;
        std::size_t row = 0;  // of the board
        bool worst = false;
        bool opens = false;  // a click leads to its cases
    };
    std::vector<Side> sides;
    std::size_t base = 0;
    std::size_t judged = 0;
    std::vector<Line> lines;
    int hidden = 0;  // rows that are shown when all are asked for
};

// notes: beside the sides, what each is. all: every figure, else those that decide.
CompareSheet sheetOf(const VersionBoard& board, const VersionWords& words, const QStringList& notes,
                     bool all);
CompareSheet sheetOf(const ClassBoard& board, const VersionWords& words, const QStringList& notes, bool all);

}  // namespace reckoner
