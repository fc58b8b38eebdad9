#include "core/report/annotation_file.h"

#include <nlohmann/json.hpp>

namespace reckoner {
namespace {

void addCell(std::string& line, std::string_view text) {
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
        line += text;
        return;
    }
    line += '"';
    for (const char c : text) {
        if (c == '"') line += '"';
        line += c;
    }
    line += '"';
}

std::string_view behindApostrophes(std::string_view text) {
    return text.substr(std::min(text.find_first_not_of('\''), text.size()));
}

bool wouldBeNeutralised(std::string_view text) {
    return neutralCell(text) != text;
}

}  // namespace

std::string neutralNoteCell(std::string_view text) {
    return wouldBeNeutralised(behindApostrophes(text)) ? "'" + std::string(text) : std::string(text);
}

std::string plainNoteCell(std::string_view cell) {
    if (cell.starts_with('\'') && wouldBeNeutralised(behindApostrophes(cell))) cell.remove_prefix(1);
    return std::string(cell);
}

void writeAnnotationsCsv(const std::vector<AnnotationRecord>& records, CsvText text, const Write& write) {
    std::string line;
    for (const std::string_view field : annotationFields())
        line += std::string(field) + ",";
    write(line + std::string(kCsvFormColumn) + "\n");
    for (const AnnotationRecord& record : records) {
        line.clear();
        for (const std::string_view field : annotationFields()) {
            const std::string cell = annotationField(record, field);
            addCell(line, text == CsvText::Raw ? cell : neutralNoteCell(cell));
            line += ',';
        }
        write(line + (text == CsvText::Raw ? "raw\n" : "neutral\n"));
    }
}

void writeAnnotationsJsonLines(const std::vector<AnnotationRecord>& records, const Write& write) {
    for (const AnnotationRecord& record : records)
        write(annotationJson(record).dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) +
              "\n");
}

}  // namespace reckoner
