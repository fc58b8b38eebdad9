# ./dev test: every suite, then one line.

# Lines of a log that match; never fails.
lines_like() { grep -cE "$1" "$2" || true; }

# Counts a suite's log line by line, so that what ran before a crash counts too. $1 log, $2 exit code, $3 name.
add_result() {
    local log=$1 code=$2 name=$3 ok bad
    ok=$(lines_like '^(PASS   :|\[       OK \]|ok )' "$log")
    bad=$(lines_like '^(FAIL!  :|XPASS  :|\[  FAILED  \] .*\([0-9]+ ms\)$|not ok )' "$log")
    # A suite that died without saying so has failed, whatever it counted, and so has one that ran no test.
    if [ "$bad" -eq 0 ] && { [ "$code" -ne 0 ] || [ "$ok" -eq 0 ]; }; then bad=1; fi
    passed=$((passed + ok)) failed=$((failed + bad))
    if [ "$bad" -gt 0 ]; then
        echo "--- $name: $ok passed, $bad failed (exit code $code, log build/test-logs/$name.log)"
        grep -E '^(FAIL!|not ok|\[  FAILED  \])|Failure$|Actual|Expected|Loc:|: error' -A4 "$log" | head -80 || true
        tail -5 "$log"
    else
        echo "$name: $ok passed in $SECONDS s"
    fi
}

# run_suite NAME PROGRAM [ARGUMENT...]: runs it with a home of its own; its log, exit code and seconds stay in
# build/test-logs for add_result.
run_suite() {
    local name=$1 code=0; shift
    local log="build/test-logs/$name.log" home="$test_home/$name"
    mkdir -p "$home"
    # Settings and caches of the person at this machine, and of the suite beside, are neither read nor written.
    export HOME="$home" XDG_CONFIG_HOME="$home/config" XDG_DATA_HOME="$home/data" XDG_STATE_HOME="$home/state" XDG_CACHE_HOME="$home/cache"
    SECONDS=0
    if [ -x "$1" ]; then
        timeout --kill-after=10 900 "$@" >"$log" 2>&1 </dev/null || code=$?
    else
        echo "not ok $1 is missing" >"$log"
    fi
    echo "$code $SECONDS" >"build/test-logs/$name.result"
}

# Suites one after another; two such rows run side by side, for most of them wait more than they compute.
run_suites() {
    local name
    for name in "$@"; do
        case "$name" in
            journey) run_suite journey tests/journey/run "$bin" ;;
            ui_*) QT_QPA_PLATFORM=offscreen run_suite "$name" "$bin/$name" ;;
            *) run_suite "$name" "$bin/test_$name" ;;
        esac
    done
}

dev_test() {
    ensure_packages test "${packages_build[@]}" "${packages_test[@]}"
    local preset; preset=$(preset_default)
    build "$preset"
    local bin="build/$preset/bin" name code
    passed=0 failed=0
    test_home=$(mktemp -d)
    trap 'rm -rf "$test_home"' EXIT
    rm -rf build/test-logs
    mkdir -p build/test-logs
    local programs=(core cli house fault journey)
    local windows=()
    for name in $(find tests/ui -name '*_test.cpp' -exec basename {} .cpp \; | sort); do windows+=("ui_$name"); done
    run_suites "${programs[@]}" & local beside=$!
    run_suites "${windows[@]}"
    wait "$beside"
    for name in "${programs[@]}" "${windows[@]}"; do
        read -r code SECONDS <"build/test-logs/$name.result"
        add_result "build/test-logs/$name.log" "$code" "$name"
    done
    echo "$passed passed, $failed failed"
    [ "$failed" -eq 0 ]
}
