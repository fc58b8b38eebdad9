// What an attach did, as JSON and for people.
#pragma once

#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "core/import/attach_file.h"
#include "core/report/json_text.h"
#include "core/store/attachment.h"

namespace reckoner {

Json attachJson(const AttachFile& file, const AttachReport& report, const std::string& model);
std::string attachText(const AttachFile& file, const AttachReport& report, const std::string& model);

// models: names by id.
Json attachmentsJson(const std::vector<AttachmentRow>& rows,
                     const std::vector<std::pair<std::int64_t, std::string>>& models);
std::string attachmentsText(const std::vector<AttachmentRow>& rows,
                            const std::vector<std::pair<std::int64_t, std::string>>& models);

Json withdrawnJson(std::int64_t id, const std::vector<AttachedEffect>& effects);
std::string withdrawnText(std::int64_t id, const std::vector<AttachedEffect>& effects);

}  // namespace reckoner
