# ./dev run

# draw_page PAGE PICTURE [OPTION...]; a picture newer than the program and the store is left as it is.
# Takes `bin` and `store` of the caller.
draw_page() {
    local page=$1 picture=$2; shift 2
    [ "$picture" -nt "$bin/reckoner-window" ] && [ "$picture" -nt "$store" ] && return
    "$bin/reckoner" render "$page" --store "$store" --run 'credit-default/2.0.0@credit-applications-cv5' --out "$picture" "$@"
}

dev_run() {
    ensure_packages build "${packages_build[@]}"
    local preset; preset=$(preset_default)
    build "$preset" reckoner reckoner-window
    local bin="build/$preset/bin" store="build/demo/demo.reckoner"
    mkdir -p build/demo
    [ -f "$store" ] || "$bin/reckoner" demo --store "$store"
    if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
        exec "$bin/reckoner-window" "$store" "$@"
    fi
    echo "No display here: drawing every page of the demo instead."
    local page
    for page in today decide errors segments versions change record; do
        draw_page "$page" "build/demo/$page.png"
        draw_page "$page" "build/demo/$page-dark.png" --dark
    done
    "$bin/reckoner" metrics 'credit-default/2.0.0@credit-applications-cv5' --store "$store"
    echo "The pictures are in build/demo/."
}
