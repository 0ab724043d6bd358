#pragma once

#include "graph/article.h"
#include "ingest/pages/page_words.h"

namespace annals {

/// Finds who published an article: fills `source`, unless the file's fields did. Requires blocks.
///
/// In this order: the host of its address ("dawn.com"; of an archived page, of the page itself); an
/// outlet named in the head of the page, alone, beside the date or behind the writer ("By Lucia
/// Prado, Meridian News"); who signs the dateline ("(Reuters) -"); who has the rights ("Copyright
/// 2011 The Associated Press"). A name counts when it is a known agency or has a word that outlets
/// are called by ("Lakeside Post"). What the text itself speaks of never counts, nor does the
/// credit of a picture. Leaves `source` empty when nothing tells.
void find_outlet(Article& article, const PageWords& words);

}  // namespace annals
