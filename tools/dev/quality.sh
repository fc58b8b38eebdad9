# ./dev format | lint | asan | tsan

sources() { git ls-files --cached --others --exclude-standard -- 'app/*.cpp' 'app/*.h' 'core/*.cpp' 'core/*.h' 'ui/*.cpp' 'ui/*.h' 'tests/*.cpp' 'tests/*.h'; }

dev_format() {
    ensure_packages lint "${packages_lint[@]}"
    if [ "${1:-}" = --check ]; then sources | xargs -r clang-format-16 --dry-run -Werror; else sources | xargs -r clang-format-16 -i; fi
}

dev_lint() {
    ensure_packages lint "${packages_build[@]}" "${packages_test[@]}" "${packages_lint[@]}"
    build dev
    local files base
    if [ "${1:-}" = --all ]; then
        files=$(sources | grep '\.cpp$')
    else
        base=$(git merge-base HEAD origin/main 2>/dev/null || git rev-parse HEAD)
        files=$( { git diff --name-only --diff-filter=AM "$base"; git ls-files --others --exclude-standard; } | grep '\.cpp$' | sort -u || true)
    fi
    [ -n "$files" ] || { echo "Nothing changed."; return 0; }
    echo "$files" | xargs -r -P 2 -n 2 clang-tidy-16 -p build/dev --quiet --extra-arg=-Wno-unknown-warning-option
}

sanitized() {
    local preset=$1; shift
    ensure_packages test "${packages_build[@]}" "${packages_test[@]}"
    local targets=() suite
    for suite in "$@"; do targets+=("test_$suite"); done
    build "$preset" "${targets[@]}"
    passed=0 failed=0
    for suite in "$@"; do run_suite "$preset-$suite" "build/$preset/bin/test_$suite"; done
    echo "$passed passed, $failed failed"
    [ "$failed" -eq 0 ]
}

dev_asan() { ASAN_OPTIONS=detect_leaks=1 UBSAN_OPTIONS=print_stacktrace=1 sanitized asan core cli; }
dev_tsan() { TSAN_OPTIONS=halt_on_error=1 sanitized tsan core; }
