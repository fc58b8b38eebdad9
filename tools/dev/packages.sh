# What the project needs from the system, and how it gets there.

packages_build=(
    g++ cmake ninja-build ccache mold pkg-config git
    qt6-base-dev qt6-charts-dev qt6-svg-dev libqt6opengl6-dev qt6-qpa-plugins
    libsqlitecpp-dev libsqlite3-dev nlohmann-json3-dev libsimdjson-dev libzstd-dev libxxhash-dev
    libssl-dev libboost-dev libcli11-dev libfmt-dev
    fonts-inter python3-fonttools
    libgtest-dev  # one build tree serves `run` and `test`
)
packages_test=(
    xvfb openbox xdotool xauth imagemagick mandoc
    sqlite3 python3 r-base-core libxcb-cursor0
)
packages_bench=(sqlite3 python3-pandas python3-sklearn)
packages_lint=(clang-format-16 clang-tidy-16)

# Names elsewhere, for people who build there; only Debian is prepared by this script.
print_other_systems() {
    cat <<'TEXT'
This script prepares Debian 12 and its descendants. Elsewhere install these and build with
  cmake --preset release && cmake --build --preset release
Fedora:   gcc-c++ cmake ninja-build ccache mold qt6-qtbase-devel qt6-qtcharts-devel qt6-qtsvg-devel SQLiteCpp-devel
          sqlite-devel json-devel simdjson-devel libzstd-devel xxhash-devel openssl-devel boost-devel cli11-devel
          fmt-devel gtest-devel rsms-inter-fonts python3-fonttools
Arch:     gcc cmake ninja ccache mold qt6-base qt6-charts qt6-svg sqlitecpp sqlite nlohmann-json simdjson zstd xxhash
          openssl boost cli11 fmt gtest inter-font python-fonttools
Homebrew: cmake ninja ccache qt sqlitecpp sqlite nlohmann-json simdjson zstd xxhash openssl@3 boost cli11 fmt
          googletest font-inter fonttools
TEXT
}

is_debian() {
    [ -r /etc/os-release ] || return 1
    ( . /etc/os-release; case " ${ID:-} ${ID_LIKE:-} " in *" debian "*) exit 0 ;; *) exit 1 ;; esac )
}

# Installs the named packages that are missing, after showing them. A stamp makes the second call free.
ensure_packages() {
    local stamp="build/.packages-$1"; shift
    local wanted="$*"
    if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$wanted" ]; then return 0; fi
    if ! is_debian; then
        print_other_systems
        exit 1
    fi
    local missing=() package
    for package in "$@"; do
        dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q '^install ok installed$' || missing+=("$package")
    done
    if [ ${#missing[@]} -gt 0 ]; then
        echo "Installing Debian packages: ${missing[*]}" >&2
        local as_root=()
        if [ "$(id -u)" -ne 0 ]; then
            command -v sudo >/dev/null || { echo "These packages are missing and neither root nor sudo is here: ${missing[*]}" >&2; exit 1; }
            as_root=(sudo)
        fi
        mkdir -p build
        { "${as_root[@]}" apt-get update && DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y --no-install-recommends "${missing[@]}"; } \
            >build/packages.log 2>&1 || { tail -5 build/packages.log >&2; echo "The packages could not be installed; the whole log is build/packages.log." >&2; exit 1; }
    fi
    mkdir -p build
    echo "$wanted" >"$stamp"
}
