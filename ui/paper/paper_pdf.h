// A report as PDF pages: vector figures, page numbers, no links. Texts show as themselves.
#pragma once

#include <QByteArray>

#include "core/report/document.h"

namespace reckoner {

// A4, light colours. Empty when it could not be painted. Needs a QGuiApplication; any thread that may paint
// text (the UI thread).
QByteArray pdfOf(const Document& document);

}  // namespace reckoner
