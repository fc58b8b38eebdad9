// Cases as a page to read: one section each.
#pragma once

#include "core/report/case_record.h"
#include "core/report/document.h"

namespace reckoner {

// Title and what the page is about; the sections are added behind it.
Document caseDocument(const CaseExport& what, const CaseRecordReader& reader);
Section caseSection(const CaseRecordReader& reader, const CaseRecord& record);

}  // namespace reckoner
