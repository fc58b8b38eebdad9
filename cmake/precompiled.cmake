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

# Joins about eight sources of a folder where everything is built at once. A source's name picks its group, so that
# a new one is compiled beside the same few however many are added; names in their unnamed namespaces must differ.
function(reckoner_join TARGET)
    if(NOT RECKONER_UNITY)
        return()
    endif()
    set_target_properties(${TARGET} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
    # About names of neighbours: a developer's build says it where it is true.
    target_compile_options(${TARGET} PRIVATE -Wno-shadow -Wno-subobject-linkage)
    list(FILTER ARGN INCLUDE REGEX "\\.cpp$")
    foreach(SOURCE ${ARGN})
        cmake_path(GET SOURCE PARENT_PATH FOLDER)
        string(MD5 FOLDER "${FOLDER}")
        math(EXPR COUNT_${FOLDER} "${COUNT_${FOLDER}} + 1")
    endforeach()
    foreach(SOURCE ${ARGN})
        cmake_path(GET SOURCE PARENT_PATH FOLDER)
        cmake_path(GET SOURCE FILENAME NAME)
        string(MD5 FOLDER "${FOLDER}")
        set(GROUPS 1)
        while(GROUPS LESS_EQUAL 32 AND COUNT_${FOLDER} GREATER 12)
            math(EXPR GROUPS "${GROUPS} * 2")
            math(EXPR COUNT "${COUNT_${FOLDER}} / ${GROUPS}")
            if(COUNT LESS_EQUAL 12)
                break()
            endif()
        endwhile()
        string(MD5 HASH "${NAME}")
        string(SUBSTRING "${HASH}" 0 6 HASH)
        math(EXPR PART "0x${HASH} % ${GROUPS}")
        string(SUBSTRING "${FOLDER}" 0 6 FOLDER)
        set_source_files_properties(${SOURCE} PROPERTIES UNITY_GROUP "${FOLDER}_${PART}")
    endforeach()
endfunction()
