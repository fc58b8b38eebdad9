# Icons and the baked font, compiled into the window. Without Inter or fonttools the window takes the nearest
# installed family with tabular figures.
set(ICON_FOLDER ${PROJECT_SOURCE_DIR}/resources/icons)
file(GLOB ICONS CONFIGURE_DEPENDS ${ICON_FOLDER}/*.svg)
qt_add_resources(reckoner_ui reckoner_icons PREFIX /icons BASE ${ICON_FOLDER} FILES ${ICONS})

find_path(INTER_FOLDER Inter-SemiBold.otf
    PATHS /usr/share/fonts/opentype/inter /usr/share/fonts/OTF /usr/share/fonts/inter /usr/share/fonts/rsms-inter-fonts
    NO_DEFAULT_PATH)
if(INTER_FOLDER AND NOT FONTTOOLS_PYTHON)
    foreach(CANDIDATE /usr/bin/python3 python3)
        execute_process(COMMAND ${CANDIDATE} -c "import fontTools.subset" RESULT_VARIABLE MISSING OUTPUT_QUIET ERROR_QUIET)
        if(MISSING EQUAL 0)
            set(FONTTOOLS_PYTHON ${CANDIDATE} CACHE STRING "Python with fonttools, which bakes the font")
            break()
        endif()
    endforeach()
endif()

if(INTER_FOLDER AND FONTTOOLS_PYTHON)
    set(BAKE ${PROJECT_SOURCE_DIR}/tools/bake_font.py)
    set(BAKED ${PROJECT_BINARY_DIR}/fonts)
    set(FONTS)
    foreach(STYLE Regular Medium SemiBold)
        list(APPEND FONTS ${BAKED}/ReckonerSans-${STYLE}.otf)
    endforeach()
    add_custom_command(OUTPUT ${FONTS} COMMAND ${FONTTOOLS_PYTHON} ${BAKE} ${INTER_FOLDER} ${BAKED}
        DEPENDS ${BAKE} COMMENT "Baking the font with tabular figures" VERBATIM)
    qt_add_resources(reckoner_ui reckoner_fonts PREFIX /fonts BASE ${BAKED} FILES ${FONTS})
else()
    message(STATUS "No Inter or no fonttools: the window takes an installed font with tabular figures")
endif()
