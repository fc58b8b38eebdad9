#include "core/report/document.h"

#include <gtest/gtest.h>

namespace reckoner {
namespace {

const std::string kHostile =
    "<script>alert(1)</script> & \"q\" 'a' [x](http://e.org) `c` *b* | \xE2\x80\xAE!";

Document hostileDocument() {
    Document document{kHostile, {}};
    document.blocks.emplace_back(HeadingBlock{2, kHostile});
    document.blocks.emplace_back(ParagraphBlock{kHostile, true});
    document.blocks.emplace_back(FactsBlock{{{kHostile, kHostile}, {"left out", ""}}});
    document.blocks.emplace_back(TextBlock{"``` " + kHostile + "\n\tsecond line\n"});
    document.blocks.emplace_back(TableBlock{{{kHostile}, {"n", true}}, {{kHostile, "1"}, {"short"}}});
    document.blocks.emplace_back(Section{kHostile, kHostile, {ParagraphBlock{kHostile}}});
    return document;
}

std::string htmlOf(const Document& document) {
    std::string text;
    writeHtml(document, [&](std::string_view piece) { text += piece; });
    return text;
}
std::string markdownOf(const Document& document) {
    std::string text;
    writeMarkdown(document, [&](std::string_view piece) { text += piece; });
    return text;
}
std::size_t occurrences(const std::string& text, const std::string& part) {
    std::size_t n = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
        ++n;
    return n;
}

TEST(Document, HtmlShowsTextAsItselfAndLoadsNothing) {
    const std::string html = htmlOf(hostileDocument());
    EXPECT_EQ(html.find("<script"), std::string::npos);
    EXPECT_EQ(html.find("<a "), std::string::npos);
    EXPECT_EQ(html.find("src="), std::string::npos);
    EXPECT_EQ(html.find("@import"), std::string::npos);
    EXPECT_GE(occurrences(html, "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;q&quot; &#39;a&#39;"), 9U);
    EXPECT_NE(html.find("default-src 'none'"), std::string::npos);
    EXPECT_NE(html.find("@media print"), std::string::npos);
    EXPECT_EQ(html.find("left out"), std::string::npos);
    EXPECT_NE(html.find("\n\tsecond line\n</pre>"), std::string::npos);
    for (const char* element :
         {"section", "table", "thead", "tbody", "tr", "dl", "pre", "h1", "body", "html"})
        EXPECT_EQ(occurrences(html, std::string("<") + element + ">") +
                      occurrences(html, std::string("<") + element + " "),
                  occurrences(html, std::string("</") + element + ">"))
            << element;
}

TEST(Document, MarkdownReadsNothingOfTheTextAsMarkup) {
    const std::string text = markdownOf(hostileDocument());
    EXPECT_EQ(text.find("\n# <script"), std::string::npos);
    EXPECT_NE(text.find("# \\<script\\>alert(1)\\</script\\> \\& \"q\" 'a' \\[x\\](http\\://e.org) \\`c\\` "
                        "\\*b\\* \\|"),
              std::string::npos);
    EXPECT_NE(text.find("````text\n``` <script>"), std::string::npos)
        << "a fence longer than any in the text";
    EXPECT_NE(text.find("| short |  |\n"), std::string::npos);
    EXPECT_NE(text.find("| --- | ---: |"), std::string::npos);
}

TEST(Document, AMailWithoutHtmlHoldsEveryWord) {
    Document document{"Title <b>", {}};
    document.subtitle = "of today";
    document.blocks.emplace_back(HeadingBlock{2, "Head"});
    document.blocks.emplace_back(FactsBlock{{{"there", "Kim"}, {"left out", ""}}});
    document.blocks.emplace_back(TableBlock{{{"What"}, {"By"}}, {{"call *them*", "1 May"}, {"rest", ""}}});
    document.blocks.emplace_back(FigureBlock{"Cost", "64,100.", "<svg></svg>", {}});
    document.blocks.emplace_back(KeyFiguresBlock{{{"58", "caught", "between 56 and 61"}}});
    document.blocks.emplace_back(Section{"Agenda", "5 min", {TextBlock{"notes\nmore"}}});
    std::string text;
    writeText(document, [&](std::string_view piece) { text += piece; });
    for (const char* words :
         {"Title <b>\nof today", "Head", "there: Kim", "- call *them*; By 1 May\n", "- rest\n",
          "Cost: 64,100.", "- 58 caught, between 56 and 61", "Agenda (5 min)", "notes\nmore"})
        EXPECT_NE(text.find(words), std::string::npos) << words << " in " << text;
    EXPECT_EQ(text.find("svg"), std::string::npos);
    EXPECT_EQ(text.find("left out"), std::string::npos);
    EXPECT_EQ(htmlOf(withoutPictures(document)).find("<svg"), std::string::npos);
    EXPECT_NE(htmlOf(document).find("<svg"), std::string::npos);
}

TEST(Document, ControlCharactersBecomeVisible) {
    EXPECT_EQ(escapedHtml(std::string("a\0b\x1B", 4)),
              "a\uFFFD"
              "b\uFFFD");
    EXPECT_EQ(escapedMarkdown(std::string("a\0b\nc", 5)),
              "a\uFFFD"
              "b c");
}

TEST(Document, AParagraphNeverBeginsAList) {
    Document document{"t",
                      {ParagraphBlock{"1. first"}, ParagraphBlock{"- dash"}, ParagraphBlock{"2024 was"}}};
    const std::string text = markdownOf(document);
    EXPECT_NE(text.find("\n1\\. first\n"), std::string::npos);
    EXPECT_NE(text.find("\n\\- dash\n"), std::string::npos);
    EXPECT_NE(text.find("\n2024 was\n"), std::string::npos);
}

}  // namespace
}  // namespace reckoner
