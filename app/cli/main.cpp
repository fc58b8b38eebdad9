#include <cstdio>

int main() {
    std::puts(RECKONER_VERSION);
    return 0;
}
