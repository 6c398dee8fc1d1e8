// SPDX-License-Identifier: GPL-3.0-or-later
// arXiv's subscription mails, one or a mailbox of them (mbox, RFC 4155), and its listings.
#ifndef FEED_ARXIV_MAIL_H
#define FEED_ARXIV_MAIL_H

#include "feed/reader.h"

// A mail is one digest at the date in its header, a listing one at that in its heading. Without either
// the path may know the date; else it is the end of the time the mail says it covers, else each paper
// is left with the date of its first version.
extern const struct reader arxiv_mail_reader;

#endif
