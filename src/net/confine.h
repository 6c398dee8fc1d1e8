// SPDX-License-Identifier: GPL-3.0-or-later
// Where a transfer may connect to. What came out of a page may not reach this machine or its network,
// by no name, redirect, used connection or changed answer of the DNS: the address itself is looked at.
#ifndef NET_CONFINE_H
#define NET_CONFINE_H

#include "net/transfer.h"

// Has libcurl ask before it opens a connection and before it sends a request over one. Sets
// transfer->local where it was refused.
void confine(struct transfer *transfer);

#endif
