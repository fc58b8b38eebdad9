#include "core/import/text_source.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <vector>

#include <fcntl.h>
#include <openssl/evp.h>
#include <simdjson.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/base/error.h"
#include "core/base/side_job.h"
#include "core/import/byte_scan.h"
#include "core/import/text_conversion.h"

namespace reckoner {

namespace {

constexpr std::size_t kRawBytes = 256 * 1024;

std::string quoted(const std::filesystem::path& file) {
    return "\"" + file.string() + "\"";
}

int openForReading(const std::filesystem::path& file) {
    struct stat facts {};
    // Asked before opening: opening a pipe would wait for somebody to write to it.
    if (::stat(file.c_str(), &facts) != 0) {
        if (errno == ENOENT)
            throw Error(ErrorCode::BadInput, "There is no file " + quoted(file) + "; check the name.",
                        file.string());
        throw Error(ErrorCode::BadInput,
                    quoted(file) + " cannot be read (" + std::generic_category().message(errno) +
                        "); check its permissions.",
                    file.string());
    }
    if (S_ISDIR(facts.st_mode))
        throw Error(ErrorCode::BadInput,
                    quoted(file) + " is a folder; choose a CSV or JSON Lines file inside it.", file.string());
    if (!S_ISREG(facts.st_mode))
        throw Error(ErrorCode::BadInput,
                    quoted(file) + " is not an ordinary file; save the data as a file first.", file.string());
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (descriptor < 0)
        throw Error(ErrorCode::BadInput,
                    quoted(file) + " cannot be read (" + std::generic_category().message(errno) +
                        "); check its permissions.",
                    file.string());
    return descriptor;
}

std::size_t bomLength(Encoding encoding, std::string_view head) {
    if (head.starts_with("\xEF\xBB\xBF") && (encoding == Encoding::Utf8 || encoding == Encoding::Utf8Bom))
        return 3;
    if (encoding == Encoding::Utf16Le && head.starts_with("\xFF\xFE")) return 2;
    if (encoding == Encoding::Utf16Be && head.starts_with("\xFE\xFF")) return 2;
    return 0;
}

}  // namespace

std::string_view name(Encoding encoding) {
    switch (encoding) {
        case Encoding::Utf8:
            return "utf-8";
        case Encoding::Utf8Bom:
            return "utf-8-bom";
        case Encoding::Utf16Le:
            return "utf-16-le";
        case Encoding::Utf16Be:
            return "utf-16-be";
        case Encoding::Latin1:
            return "latin-1";
    }
    return "";
}

Encoding detectEncoding(std::string_view head, bool whole) {
    if (head.starts_with("\xEF\xBB\xBF")) return Encoding::Utf8Bom;
    if (head.starts_with("\xFF\xFE")) return Encoding::Utf16Le;
    if (head.starts_with("\xFE\xFF")) return Encoding::Utf16Be;
    // Without a mark UTF-16 shows by a zero in every other byte of its delimiters, digits and line ends.
    const std::size_t pairs = std::min<std::size_t>(head.size(), 4096) / 2;
    std::size_t zeroFirst = 0;
    std::size_t zeroSecond = 0;
    for (std::size_t i = 0; i < pairs; ++i) {
        zeroFirst += head[2 * i] == '\0' && head[2 * i + 1] != '\0';
        zeroSecond += head[2 * i] != '\0' && head[2 * i + 1] == '\0';
    }
    if (pairs >= 2 && zeroSecond * 10 >= pairs * 4 && zeroFirst == 0) return Encoding::Utf16Le;
    if (pairs >= 2 && zeroFirst * 10 >= pairs * 4 && zeroSecond == 0) return Encoding::Utf16Be;
    const std::string_view complete = whole ? head : head.substr(0, head.size() - cutCharacter(head));
    if (simdjson::validate_utf8(complete.data(), complete.size()) || mostlyUtf8(complete))
        return Encoding::Utf8;
    return Encoding::Latin1;
}

struct TextSource::Impl {
    std::filesystem::path file;
    Encoding encoding = Encoding::Utf8;
    bool guessed = false;
    std::uint64_t maxBytes = 0;
    int descriptor = -1;
    EVP_MD_CTX* digest = nullptr;
    std::uint64_t taken = 0;  // from the file, whether handed on or not
    std::uint64_t bytes = 0;  // handed on
    bool ended = false;
    bool sawNonAscii = false;
    bool turned = false;
    std::uint64_t repaired = 0;
    std::vector<char> raw;  // read, not yet converted: [rawPos, size)
    std::size_t rawPos = 0;
    bool converting = false;  // raw goes through a conversion

    bool aheadOn = false;
    std::vector<char> ahead;  // the side job's own until it is waited for
    std::size_t aheadPos = 0;
    bool aheadEnded = false;
    std::unique_ptr<SideJob> readingAhead = std::make_unique<SideJob>(nullptr);

    // What lies on disk next, hashed; less than `capacity` only at the end, or of what was read ahead.
    std::size_t readRaw(char* out, std::size_t capacity) {
        const std::size_t got = aheadOn ? takeAhead(out, capacity) : readHere(out, capacity);
        bytes += got;
        return got;
    }

    std::size_t readHere(char* out, std::size_t capacity) {
        const std::size_t got = readFile(out, capacity);
        if (got < capacity) ended = true;
        EVP_DigestUpdate(digest, out, got);
        return got;
    }

    std::size_t takeAhead(char* out, std::size_t capacity) {
        readingAhead->wait();
        const std::size_t got = std::min(capacity, ahead.size() - aheadPos);
        if (got > 0) std::memcpy(out, ahead.data() + aheadPos, got);
        aheadPos += got;
        if (aheadPos < ahead.size()) return got;
        if (aheadEnded)
            ended = true;
        else
            readingAhead->start([this] { fillAhead(); });
        return got;
    }

    void fillAhead() {
        aheadPos = 0;
        ahead.resize(kAheadBytes);
        ahead.resize(readFile(ahead.data(), kAheadBytes));
        aheadEnded = ahead.size() < kAheadBytes;
        EVP_DigestUpdate(digest, ahead.data(), ahead.size());
    }

    std::size_t readFile(char* out, std::size_t capacity) {
        const std::size_t wanted =
            static_cast<std::size_t>(std::min<std::uint64_t>(capacity, maxBytes - taken));
        std::size_t got = 0;
        while (got < wanted) {
            const ssize_t n = ::read(descriptor, out + got, wanted - got);
            if (n < 0 && errno == EINTR) continue;
            if (n < 0)
                throw Error(ErrorCode::BadInput,
                            "Reading " + quoted(file) + " failed (" + std::generic_category().message(errno) +
                                "); try a copy of the file.",
                            file.string());
            if (n == 0) break;
            got += static_cast<std::size_t>(n);
        }
        taken += got;
        return got;
    }

    std::size_t convert(char* out, std::size_t room) {
        if (raw.size() - rawPos < 4 && !ended) {
            raw.erase(raw.begin(), raw.begin() + static_cast<std::ptrdiff_t>(rawPos));
            rawPos = 0;
            const std::size_t kept = raw.size();
            raw.resize(kept + kRawBytes);
            raw.resize(kept + readRaw(raw.data() + kept, kRawBytes));
            if (bytes == raw.size()) rawPos = bomLength(encoding, {raw.data(), raw.size()});
        }
        const std::string_view in(raw.data() + rawPos, raw.size() - rawPos);
        Converted done;
        if (encoding == Encoding::Latin1)
            done = fromLatin1(in, out, room);
        else if (encoding == Encoding::Utf16Le || encoding == Encoding::Utf16Be)
            done = fromUtf16(in, encoding == Encoding::Utf16Be, ended, out, room);
        else
            done = fromBrokenUtf8(in, ended, out, room);
        rawPos += done.used;
        repaired += done.repaired;
        return done.written;
    }

    std::size_t readUtf8(char* out, std::size_t capacity) {
        const std::size_t kept = raw.size() - rawPos;  // at most 3 bytes of a cut character
        if (kept > 0) std::memcpy(out, raw.data() + rawPos, kept);
        raw.clear();
        rawPos = 0;
        const bool first = bytes == 0;
        std::size_t size = kept + readRaw(out + kept, capacity - kept);
        if (first) {
            const std::size_t bom = bomLength(encoding, {out, size});
            std::memmove(out, out + bom, size - bom);
            size -= bom;
        }
        const std::size_t cut = ended ? 0 : cutCharacter({out, size});
        if (!isAscii(out, out + size)) {
            if (!simdjson::validate_utf8(out, size - cut)) {
                if (guessed && !sawNonAscii && encoding == Encoding::Utf8 && !mostlyUtf8({out, size})) {
                    encoding = Encoding::Latin1;
                    turned = true;
                }
                converting = true;
                raw.assign(out, out + size);
                return convert(out, capacity);
            }
            sawNonAscii = true;
        }
        raw.assign(out + size - cut, out + size);
        return size - cut;
    }
};

TextSource::TextSource(const std::filesystem::path& file, Encoding encoding, bool guessed,
                       std::uint64_t maxBytes)
    : impl_(std::make_unique<Impl>()) {
    impl_->file = file;
    impl_->encoding = encoding;
    impl_->guessed = guessed;
    impl_->maxBytes = maxBytes;
    impl_->converting = encoding != Encoding::Utf8 && encoding != Encoding::Utf8Bom;
    impl_->descriptor = openForReading(file);
    impl_->digest = EVP_MD_CTX_new();
    EVP_DigestInit_ex(impl_->digest, EVP_sha256(), nullptr);
#ifdef POSIX_FADV_SEQUENTIAL
    ::posix_fadvise(impl_->descriptor, 0, 0, POSIX_FADV_SEQUENTIAL);
#endif
}

TextSource::~TextSource() {
    impl_->readingAhead.reset();
    ::close(impl_->descriptor);
    EVP_MD_CTX_free(impl_->digest);
}

std::size_t TextSource::read(char* out, std::size_t capacity) {
    while (true) {
        const std::size_t size =
            impl_->converting ? impl_->convert(out, capacity) : impl_->readUtf8(out, capacity);
        const bool drained = impl_->ended && impl_->rawPos == impl_->raw.size();
        if (size > 0 || drained) return size;
    }
}

void TextSource::readAhead(Executor& executor) {
    impl_->readingAhead = std::make_unique<SideJob>(&executor);
    impl_->aheadOn = true;
}

std::uint64_t TextSource::bytesRead() const {
    return impl_->bytes;
}

std::string TextSource::sha256() {
    impl_->readingAhead->wait();
    unsigned char bytes[EVP_MAX_MD_SIZE];
    unsigned length = 0;
    EVP_DigestFinal_ex(impl_->digest, bytes, &length);
    constexpr char kHex[] = "0123456789abcdef";
    std::string hex;
    for (unsigned i = 0; i < length; ++i) {
        hex += kHex[bytes[i] >> 4];
        hex += kHex[bytes[i] & 15];
    }
    return hex;
}

std::uint64_t TextSource::repaired() const {
    return impl_->repaired;
}

bool TextSource::turnedLatin1() const {
    return impl_->turned;
}

}  // namespace reckoner
