#include "core/import/json_scalar.h"

namespace reckoner {

namespace {

const char* skipDigits(const char* p, const char* end) {
    while (p < end && *p >= '0' && *p <= '9')
        ++p;
    return p;
}

// RFC 8259: -? int frac? exp?
bool isNumber(std::string_view token) {
    const char* p = token.data();
    const char* const end = p + token.size();
    if (p < end && *p == '-') ++p;
    const char* const whole = p;
    p = skipDigits(p, end);
    if (p == whole || (*whole == '0' && p - whole > 1)) return false;
    if (p < end && *p == '.') {
        const char* const fraction = ++p;
        p = skipDigits(p, end);
        if (p == fraction) return false;
    }
    if (p < end && (*p == 'e' || *p == 'E')) {
        ++p;
        if (p < end && (*p == '-' || *p == '+')) ++p;
        const char* const exponent = p;
        p = skipDigits(p, end);
        if (p == exponent) return false;
    }
    return p == end;
}

}  // namespace

JsonScalar jsonScalar(std::string_view token) {
    if (isNumber(token)) return JsonScalar::Number;
    if (token == "null") return JsonScalar::Null;
    if (token == "true" || token == "false") return JsonScalar::Word;
    if (token == "NaN") return JsonScalar::NotANumber;
    if (token == "Infinity" || token == "-Infinity") return JsonScalar::Infinity;
    return JsonScalar::None;
}

}  // namespace reckoner
