#include "ui/pages/versions/compare_sheet.h"

#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

constexpr int kSegmentsAtFirst = 2;
constexpr int kClassesAtFirst = 5;

// Shown before anybody asks for all.
bool atFirst(const FigureRow& row, std::size_t judged, int& segments) {
    if (row.segment()) return segments++ < kSegmentsAtFirst;
    const Verdict verdict = verdictOf(row, judged);
    if (row.metric == "selection_rate_ratio") return verdict == Verdict::Better || verdict == Verdict::Worse;
    for (const char* id : {"cost", "recall", "precision", "roc_auc", "latency_p95"})
        if (row.metric == id) return true;
    return false;
}

bool atFirst(const ClassRow& row, int& classes) {
    if (!row.classOf.empty()) return classes++ < kClassesAtFirst;
    for (const char* id : {"accuracy", "macro_f1", "cost", "latency_p95"})
        if (row.figures.metric == id) return true;
    return false;
}

CompareSheet::Field fieldOf(const FigureRow& row, std::size_t side, bool pending) {
    CompareSheet::Field field;
    field.figure = qt(figureText(row, side));
    field.known = static_cast<bool>(row.values[side]);
    field.difference = differenceText(row, side, pending);
    field.brief = briefDifferenceText(row, side, pending);
    field.verdict = verdictOf(row, side);
    return field;
}

}  // namespace

CompareSheet sheetOf(const VersionBoard& board, const VersionWords& words, const QStringList& notes,
                     bool all) {
    CompareSheet sheet;
    sheet.base = board.request.base;
    sheet.judged = board.request.judged;
    const std::size_t sides = board.request.sides.size();
    for (std::size_t side = 0; side < sides; ++side) {
        const VersionSide& one = board.request.sides[side];
        sheet.sides.push_back({qt(one.name), notes.value(static_cast<int>(side)),
                               qt(sideNote(board, side, words.words)),
                               qt(overlapText(board.overlaps[side], words)),
                               qt(pairThresholdText(board, side)), one.kind != VersionSide::Kind::Run});
    }
    int segments = 0;
    for (std::size_t i = 0; i < board.rows.size(); ++i) {
        const FigureRow& row = board.rows[i];
        if (!atFirst(row, sheet.judged, segments) && !all) {
            ++sheet.hidden;
            continue;
        }
        CompareSheet::Line line{
            qt(figureTitle(board, row, words)).simplified(), {}, i, board.worst == i, row.segment()};
        for (std::size_t side = 0; side < sides; ++side) {
            line.fields.push_back(fieldOf(row, side, board.replicates == 0));
            line.fields.back().hint = qt(figureHint(board, row, side, words));
        }
        sheet.lines.push_back(std::move(line));
    }
    return sheet;
}

CompareSheet sheetOf(const ClassBoard& board, const VersionWords& words, const QStringList& notes, bool all) {
    CompareSheet sheet;
    sheet.base = board.request.base;
    sheet.judged = board.request.judged;
    const std::size_t sides = board.request.sides.size();
    for (std::size_t side = 0; side < sides; ++side)
        sheet.sides.push_back({qt(board.request.sides[side].name),
                               notes.value(static_cast<int>(side)),
                               {},
                               qt(overlapText(board.overlaps[side], words)),
                               {},
                               false});
    int classes = 0;
    for (std::size_t i = 0; i < board.rows.size(); ++i) {
        const ClassRow& row = board.rows[i];
        if (!atFirst(row, classes) && !all) {
            ++sheet.hidden;
            continue;
        }
        CompareSheet::Line line{qt(classFigureTitle(board, row, words)).simplified(),
                                {},
                                i,
                                board.worst == i,
                                !row.classOf.empty()};
        for (std::size_t side = 0; side < sides; ++side) {
            line.fields.push_back(fieldOf(row.figures, side, board.replicates == 0));
            line.fields.back().hint = qt(classFigureHint(board, row, side, words));
        }
        sheet.lines.push_back(std::move(line));
    }
    return sheet;
}

}  // namespace reckoner
