#include "core/store/attached_texts.h"

#include <algorithm>
#include <optional>

namespace reckoner {
namespace {

constexpr RowIndex kWindow = 65'536;  // rows whose texts are held at once in a scan

class AttachedTexts final : public TextColumn {
 public:
    AttachedTexts(std::shared_ptr<const TextColumn> own, std::vector<AttachedTextPart> parts)
        : own_(std::move(own)), parts_(std::move(parts)) {}

    RowIndex rows() const override { return parts_.front().texts->rows(); }

    std::size_t bytes() const override {
        std::size_t total = own_ ? own_->bytes() : 0;
        for (const AttachedTextPart& part : parts_)
            total += part.texts->bytes() + part.known.capacity() / 8;
        return total;
    }

    std::string at(RowIndex row, bool* missing) const override {
        bool absent = true;
        std::string text;
        if (own_) text = own_->at(row, &absent);
        for (std::size_t i = 0; absent && i < parts_.size(); ++i)
            if (parts_[i].known[row]) text = parts_[i].texts->at(row, &absent);
        if (absent) text.clear();
        if (missing) *missing = absent;
        return text;
    }

    void scan(RowIndex first, RowIndex last, const Visitor& visitor) const override {
        last = std::min(last, rows());
        while (first < last) {
            const RowIndex end = last - first > kWindow ? first + kWindow : last;
            scanWindow(first, end, visitor);
            first = end;
        }
    }

 private:
    void scanWindow(RowIndex first, RowIndex last, const Visitor& visitor) const {
        std::vector<std::optional<std::string>> texts(last - first);
        const auto fill = [&](const TextColumn& column, const std::vector<bool>* known) {
            column.scan(first, last, [&](RowIndex row, std::string_view text, bool missing) {
                std::optional<std::string>& kept = texts[row - first];
                if (!kept && !missing && (!known || (*known)[row])) kept = text;
            });
        };
        if (own_) fill(*own_, nullptr);
        for (const AttachedTextPart& part : parts_)
            fill(*part.texts, &part.known);
        for (RowIndex row = first; row < last; ++row) {
            const auto& text = texts[row - first];
            visitor(row, text ? std::string_view(*text) : std::string_view(), !text);
        }
    }

    std::shared_ptr<const TextColumn> own_;
    std::vector<AttachedTextPart> parts_;
};

}  // namespace

std::shared_ptr<const TextColumn> attachedTexts(std::shared_ptr<const TextColumn> own,
                                                std::vector<AttachedTextPart> parts) {
    return std::make_shared<AttachedTexts>(std::move(own), std::move(parts));
}

}  // namespace reckoner
