# Configure and build a preset; quiet when there is nothing to do.

preset_default() { if [ "${CI:-}" = true ]; then echo ci; else echo dev; fi; }

# build PRESET [TARGET...]
build() {
    local preset=$1; shift
    local log="build/$preset.log"
    mkdir -p build
    if [ ! -f "build/$preset/build.ninja" ]; then
        echo "Configuring ($preset) ..." >&2
        cmake --preset "$preset" >"$log" 2>&1 || { tail -30 "$log" >&2; exit 1; }
    fi
    local targets=() target
    for target in "$@"; do targets+=(--target "$target"); done
    [ -x "build/$preset/bin/reckoner-window" ] || echo "Building ($preset): some minutes the first time; $log counts along ..." >&2
    cmake --build --preset "$preset" "${targets[@]}" >"$log" 2>&1 || { grep -E 'FAILED:|error:|ninja:' -A5 "$log" | head -60 >&2; tail -5 "$log" >&2; echo "The whole log is $log." >&2; exit 1; }
}
