#pragma once

#include "graph/article.h"
#include "ingest/pages/page_words.h"

namespace annals {

/// Labels every byte of `article.text`: fills `blocks`, which are in order and leave no gap, and
/// `title` where it is empty and the text has one.
///
/// A block is a paragraph, a heading, a dateline ("DUBAI (Reuters) - "), a caption ...; the white
/// space after it belongs to it. Blocks that are there already are kept as what the markup says:
/// all but body and title stay. A repeated title, caption or paragraph is furniture the second
/// time. A text of one paragraph is body. Linear in the size of the text; any bytes are accepted.
void label_blocks(Article& article, const PageWords& words);

}  // namespace annals
