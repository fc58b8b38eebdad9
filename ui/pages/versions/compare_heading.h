// Where what stands above both comparisons is placed: the headline with its reasons, then what is to be known
// of the samples and how far the work is.
#pragma once

class QWidget;

namespace reckoner {
class InlineMessage;
class ProgressStrip;
class ToneLabel;
}  // namespace reckoner

namespace reckoner::versions {

struct Strip {
    int left;
    int wide;
};
// Each returns the y below what it placed.
int placeWords(ToneLabel* headline, ToneLabel* reasons, Strip strip, int y);
int placeNews(InlineMessage* overlap, ProgressStrip* progress, bool working, Strip strip, int y);

}  // namespace reckoner::versions
