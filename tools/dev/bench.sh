# ./dev bench [NAME...]

dev_bench() {
    ensure_packages bench "${packages_build[@]}" "${packages_test[@]}" "${packages_bench[@]}"
    build dev all benchmarks
    exec tests/bench/run build/dev/bin "$@"
}
