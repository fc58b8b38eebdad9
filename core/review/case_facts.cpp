#include "core/review/case_facts.h"

namespace reckoner {

const CaseScore* CaseFacts::shown() const {
    for (const CaseScore& version : versions)
        if (version.shown) return &version;
    return nullptr;
}

}  // namespace reckoner
