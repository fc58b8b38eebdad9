# ./dev bench [NAME...] [--rows 1M]

dev_bench() {
    ensure_packages bench "${packages_build[@]}" "${packages_test[@]}" "${packages_bench[@]}"
    build dev reckoner reckoner-window benchmarks
    exec tests/bench/run build/dev/bin "$@"
}
