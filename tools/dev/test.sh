# ./dev test: every suite, then one line.

# Counts a suite's log: GoogleTest and Qt Test print their own totals. $1 log, $2 exit code, $3 name.
add_result() {
    local log=$1 code=$2 name=$3 ok bad
    if grep -q '^Totals: ' "$log"; then
        ok=$(sed -n 's/^Totals: \([0-9]*\) passed, .*/\1/p' "$log" | awk '{s+=$1} END {print s+0}')
        bad=$(sed -n 's/^Totals: [0-9]* passed, \([0-9]*\) failed.*/\1/p' "$log" | awk '{s+=$1} END {print s+0}')
    elif grep -q '^\[==========\]' "$log"; then
        ok=$(sed -n 's/^\[  PASSED  \] \([0-9]*\) test.*/\1/p' "$log" | tail -1)
        bad=$(sed -n 's/^\[  FAILED  \] \([0-9]*\) test.*/\1/p' "$log" | tail -1)
    else
        ok=$(grep -c '^ok ' "$log" || true)
        bad=$(grep -c '^not ok ' "$log" || true)
    fi
    ok=${ok:-0} bad=${bad:-0}
    # A suite that died without saying so has failed, whatever it counted.
    if [ "$code" -ne 0 ] && [ "$bad" -eq 0 ]; then bad=1; fi
    passed=$((passed + ok)) failed=$((failed + bad))
    if [ "$bad" -gt 0 ]; then
        echo "--- $name: $ok passed, $bad failed"
        grep -E '^(FAIL!|not ok|\[  FAILED  \])|Failure$|Actual|Expected|Loc:|: error' -A4 "$log" | head -80
        tail -5 "$log"
    else
        echo "$name: $ok passed"
    fi
}

run_suite() {
    local name=$1 code=0; shift
    local log="build/test-logs/$name.log"
    mkdir -p build/test-logs
    timeout 900 "$@" >"$log" 2>&1 </dev/null || code=$?
    add_result "$log" "$code" "$name"
}

dev_test() {
    ensure_packages test "${packages_build[@]}" "${packages_test[@]}"
    local preset; preset=$(preset_default)
    build "$preset"
    local bin="build/$preset/bin" program
    passed=0 failed=0
    # Settings and caches of the person at this machine are neither read nor written.
    test_home=$(mktemp -d)
    trap 'rm -rf "$test_home"' EXIT
    local home=$test_home
    export HOME="$home" XDG_CONFIG_HOME="$home/config" XDG_DATA_HOME="$home/data" XDG_STATE_HOME="$home/state" XDG_CACHE_HOME="$home/cache"
    for program in core cli house fault; do
        [ -x "$bin/test_$program" ] && run_suite "$program" "$bin/test_$program" --gtest_brief=0
    done
    for program in "$bin"/ui_*_test; do
        [ -x "$program" ] && QT_QPA_PLATFORM=offscreen run_suite "$(basename "$program")" "$program"
    done
    if [ -x tests/journey/run ]; then run_suite journey tests/journey/run "$bin"; fi
    echo "$passed passed, $failed failed"
    [ "$failed" -eq 0 ]
}
