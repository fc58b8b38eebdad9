# Headers that most sources of a part read, compiled once. Only where everything is built at once (CI): a
# developer's build reads what each file includes, so that a missing include shows.
option(RECKONER_PRECOMPILE "Compile the common headers once, which builds faster and hides missing includes" OFF)

set(RECKONER_COMMON_HEADERS
    <algorithm> <array> <chrono> <cmath> <cstdint> <filesystem> <functional> <limits> <map> <memory> <optional>
    <set> <span> <string> <string_view> <utility> <variant> <vector>)

# A set of small programs with the same options shares what the first of them compiles.
function(reckoner_precompile_shared TARGET)
    if(NOT RECKONER_PRECOMPILE)
        return()
    endif()
    get_property(FIRST GLOBAL PROPERTY RECKONER_PRECOMPILED_FIRST)
    if(FIRST)
        target_precompile_headers(${TARGET} REUSE_FROM ${FIRST})
        return()
    endif()
    set_property(GLOBAL PROPERTY RECKONER_PRECOMPILED_FIRST ${TARGET})
    target_precompile_headers(${TARGET} PRIVATE ${RECKONER_COMMON_HEADERS} ${ARGN})
endfunction()

# reckoner_precompile(TARGET HEADER...) beside the common ones.
function(reckoner_precompile TARGET)
    if(RECKONER_PRECOMPILE)
        target_precompile_headers(${TARGET} PRIVATE ${RECKONER_COMMON_HEADERS} ${ARGN})
    endif()
endfunction()
