#pragma once

#include "ingest/pages/html.h"
#include "ingest/pages/readers.h"

namespace annals {

/// Writes what a reader of the page sees into input.article.text, a paragraph a line with a blank
/// line between, and what the markup says of each into its blocks: `main` holds the article, the
/// rest is furniture but for the page's heading and captions. White space is squeezed as browsers
/// do. input.anchors map the text to tree.source().
void write_visible_text(const HtmlTree& tree, const GumboNode* main, Input& input);

}  // namespace annals
