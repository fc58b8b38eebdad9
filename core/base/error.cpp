#include "core/base/error.h"

namespace reckoner {

int exitCodeOf(ErrorCode code) {
    switch (code) {
        case ErrorCode::Usage:
            return 2;
        case ErrorCode::BadInput:
            return 3;
        case ErrorCode::Store:
            return 4;
        case ErrorCode::Cancelled:
            return 130;
        case ErrorCode::Internal:
            return 70;
    }
    return 70;
}

}  // namespace reckoner
