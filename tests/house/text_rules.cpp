#include "tests/house/rule.h"

namespace reckoner::house {
namespace {

// A sink that renders HTML may be given a literal, nothing, or escaped(...).
bool isSafeArgument(const SourceFile& file, std::size_t line, std::size_t open) {
    std::string rest = file.code[line].substr(open + 1);
    if (line + 1 < file.code.size()) rest += " " + file.code[line + 1];
    const std::size_t first = rest.find_first_not_of(' ');
    if (first == std::string::npos) return false;
    rest = rest.substr(first);
    for (const char* safe : {"escaped(", "\"", "QStringLiteral(", "QString()", "tr(\"", "{}"})
        if (rest.starts_with(safe)) return true;
    return false;
}

std::vector<Offence> chartSinks(const SourceFile& file) {
    std::vector<Offence> found;
    if (!Scope{{"ui/charts/"}}.holds(file.path)) return found;
    for (std::size_t i = 0; i < file.code.size(); ++i)
        for (const char* sink : {"setTitle", "setTitleText", "setCategories", "setLabelFormat", "setName",
                                 "setText", "setHtml"}) {
            const std::size_t at = findWord(file.code[i], sink);
            if (at == std::string::npos || at == 0) continue;
            const char before = file.code[i][at - 1];
            const std::size_t open = at + std::string_view(sink).size();
            if ((before != '>' && before != '.') || open >= file.code[i].size() || file.code[i][open] != '(')
                continue;
            if (!isSafeArgument(file, i, open)) found.push_back({i + 1, file.lines[i]});
        }
    return found;
}

// A model's tooltip is shown by QToolTip, which guesses rich text.
std::vector<Offence> toolTipRole(const SourceFile& file) {
    std::vector<Offence> found;
    if (!Scope{{"ui/", "app/window/"}}.holds(file.path)) return found;
    for (std::size_t i = 0; i < file.code.size(); ++i) {
        if (findWord(file.code[i], "ToolTipRole") == std::string::npos) continue;
        std::string near = file.code[i];
        for (std::size_t j = i + 1; j < std::min(i + 3, file.code.size()); ++j)
            near += file.code[j];
        if (near.find("escaped(") == std::string::npos) found.push_back({i + 1, file.lines[i]});
    }
    return found;
}

}  // namespace

std::vector<Rule> textRules() {
    const Scope outside{{"ui/", "app/window/"}, {"ui/widgets/plain_label."}};
    return {
        {"LabelsArePlain", "A QLabel guesses rich text and loads what it names: use PlainLabel.",
         noWord(outside, {"QLabel", "setTextFormat"}), "ui/pages/decide/a.cpp",
         "auto* label = new QLabel(name, this);\n", "auto* label = new PlainLabel(name, this);\n"},
        {"TipsArePlain", "Tooltips guess rich text: use setPlainToolTip.",
         noWord(outside, {"setToolTip", "setWhatsThis", "setStatusTip", "QToolTip", "QWhatsThis"}),
         "ui/pages/decide/a.cpp", "button->setToolTip(column);\n", "setPlainToolTip(button, column);\n"},
        {"ModelTipsAreEscaped", "Tooltips of item models guess rich text: return escaped(...).", toolTipRole,
         "ui/models/a.cpp", "if (role == Qt::ToolTipRole) return name;\n",
         "if (role == Qt::ToolTipRole) return escaped(name);\n"},
        {"NoRichText", "Text from data is never markup.",
         noWord(outside,
                {"setHtml", "insertHtml", "appendHtml", "setMarkdown", "insertMarkdown", "QTextBrowser",
                 "QTextEdit", "QTextDocument", "QStaticText", "RichText", "AutoText", "MarkdownText"}),
         "ui/pages/errors/a.cpp", "view->setHtml(text);\n",
         "editor->setPlainText(text); new QPlainTextEdit;\n"},
        {"ChartTextIsEscaped",
         "QtCharts renders HTML in titles, axes, categories and legends: give escaped(...) or a literal.",
         chartSinks, "ui/charts/a.cpp", "axis->setTitleText(column);\n",
         "axis->setTitleText(escaped(column)); axis->setLabelFormat(QStringLiteral(\"%d\"));\n"},
    };
}

}  // namespace reckoner::house
