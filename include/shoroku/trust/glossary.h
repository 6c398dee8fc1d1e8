// SPDX-License-Identifier: GPL-3.0-or-later
// What terms of research are called in Japanese and in English: so much of a language as papers told of in
// one are found by in the other. No translation: words are taken one by one.
#ifndef SHOROKU_TRUST_GLOSSARY_H
#define SHOROKU_TRUST_GLOSSARY_H

#include <stddef.h>

#include "shoroku/base/strbuf.h"

#define GLOSSARY_MOST_TERMS 4

// Appends the English words of each Japanese term of a folded text (text/fold.h), the longest where several
// begin in one place, a space behind each, as often as the term stands there.
void glossary_translate(const char *folded, size_t length, struct strbuf *out);

// The Japanese terms that a folded English word means, at most GLOSSARY_MOST_TERMS; they live for ever.
size_t glossary_terms(const char *word, size_t length, const char *terms[GLOSSARY_MOST_TERMS]);

#endif
