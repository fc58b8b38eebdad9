# ./dev run

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
        "$bin/reckoner" render "$page" --store "$store" --run 'credit-default/2.0.0@credit-applications-cv5' --out "build/demo/$page.png"
        "$bin/reckoner" render "$page" --store "$store" --run 'credit-default/2.0.0@credit-applications-cv5' --out "build/demo/$page-dark.png" --dark
    done
    "$bin/reckoner" metrics 'credit-default/2.0.0@credit-applications-cv5' --store "$store"
    echo "The pictures are in build/demo/."
}
