// Text from data made fit for drawing: every character is seen, none does anything.
#pragma once

#include <string>

#include <QString>

namespace reckoner {

// Control characters as their pictures (NUL is "␀"), line breaks and tabs kept.
QString visibleText(const std::string& text);
QString visibleText(QString text);
// The same in one line: line breaks and tabs as pictures too.
QString visibleLine(const std::string& text);

}  // namespace reckoner
