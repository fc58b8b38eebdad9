#include <cstdint>
#include <string>

#include "core/base/error.h"
#include "core/import/manifest.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    try {
        reckoner::parseManifest(std::string(reinterpret_cast<const char*>(data), size), "fuzz.manifest.json");
    } catch (const reckoner::Error& error) {
        if (error.code() != reckoner::ErrorCode::BadInput) __builtin_trap();
    }
    return 0;
}
