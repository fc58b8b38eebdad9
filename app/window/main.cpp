#include <cstdio>

#include <QApplication>

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    std::puts(RECKONER_VERSION);
    return 0;
}
