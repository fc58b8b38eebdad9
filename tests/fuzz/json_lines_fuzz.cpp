#include "tests/fuzz/fuzz_file.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    reckoner::fuzz::importBytes("fuzz.jsonl", data, size);
    return 0;
}
