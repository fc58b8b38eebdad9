// The columns of the case list: which there are, which are shown, in which order, how wide.
#pragma once

#include <optional>
#include <vector>

#include <QString>

#include "core/review/case_view.h"
#include "core/wording/vocabulary.h"

namespace reckoner {

struct CaseColumn {
    enum class Kind { Mark, Id, Score, Called, Real, RealScore, Cost, Field, Note };
    Kind kind = Kind::Field;
    QString key;    // "case", "score", "field:job": what is remembered
    QString title;  // of the header; empty: none
    QString name;   // of the menu
    ColumnInfo field;
    int width = 0;  // pixels at ordinary type
    bool right = false;
    std::string sort;  // of CaseSort, without its sign; empty: cannot be sorted by
    bool descendsFirst = false;
};

// The classes a filter fixes, for the titles of a run of several classes; empty: any.
struct FixedClasses {
    QString called;
    QString real;
};
FixedClasses fixedClasses(const std::vector<std::string>& filters);

// All a run offers, in the order they are proposed.
std::vector<CaseColumn> caseColumns(const CaseView& view, const FixedClasses& classes);

// What somebody chose: keys with widths, in order. Kept as JSON.
struct ColumnChoice {
    struct Entry {
        QString key;
        int width = 0;
    };
    std::vector<Entry> shown;

    QString toJson() const;
    // Nothing when the text is no choice.
    static std::optional<ColumnChoice> fromJson(const QString& text);
};

// The chosen ones that exist, or as many of the proposed ones as fit into `width` pixels, the least needed
// left out first. scale: of the type.
std::vector<CaseColumn> shownColumns(const std::vector<CaseColumn>& all,
                                     const std::optional<ColumnChoice>& choice, int width, qreal scale);

// A score without its strip.
inline constexpr int kScoreFigureWidth = 64;
inline constexpr int kScoreWithStripWidth = 116;

}  // namespace reckoner
