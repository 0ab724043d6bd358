#pragma once

#include "ingest/trees/sentence.h"

namespace annals {

/// Mends what the parser gets wrong in news because its treebanks hardly have it. Every change
/// keeps the heads a tree with one root.

/// Days without a preposition, as agencies and captions write them ("police said Tuesday", "in
/// Abuja Saturday that", "in Karachi December 25"), are when the verb happened: neither its object
/// nor part of the name before them. Nor does a day with "on" belong to a name before its verb
/// ("Iran on Monday warned"), and that of "the September 11, 2001 attacks" is the attacks'.
void mend_days(Sentence& sentence);

/// "Prices fell, said the official": who follows "said" at the end is its subject.
void mend_speakers(Sentence& sentence);

/// "took a swipe at his rival Khan", "told magistrate Khan": of a noun and a name right behind it
/// in the same place of one phrase, the noun describes the name.
void mend_described_names(Sentence& sentence);

/// "Ministers meeting in Oslo urged them", read as a meeting of ministers: the ministers do it, and
/// they meet.
void mend_meetings(Sentence& sentence);

/// The words of a person's name are proper nouns with one head among them; the others hang on it.
void mend_names(Sentence& sentence);

/// "A top official today praised": a bare word of time before the verb is when it happened, and the
/// noun that it follows is the subject.
void mend_times(Sentence& sentence);

/// "Rebels kidnapped up to 16 people": they are the object of the verb.
void mend_amounts(Sentence& sentence);

/// "gave its blessing to the move": what has an article or an owner and no object is a noun, though
/// it ends like a participle.
void mend_gerunds(Sentence& sentence);

/// "Visiting President Khan said": a participle right before a noun that stands without an article
/// describes it, and the noun is the subject that the verb lacks.
void mend_described_subjects(Sentence& sentence);

/// "Hill, arriving in Japan, said": the first word, a name that was read as an exclamation or an
/// auxiliary, or "both" as an adverb, is the subject that its verb lacks.
void mend_first_word(Sentence& sentence);

}  // namespace annals
