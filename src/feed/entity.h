// SPDX-License-Identifier: GPL-3.0-or-later
// Character references of HTML: "&amp;", "&eacute;", "&#233;", "&#xE9;".
#ifndef FEED_ENTITY_H
#define FEED_ENTITY_H

#include "shoroku/base/strbuf.h"

// Appends what one reference stands for; itself where it stands for nothing.
void entity_append(struct strbuf *out, const char *text, size_t length);

#endif
