// SPDX-License-Identifier: GPL-3.0-or-later
// Which addresses lead to this machine or to its neighbours and not into the open network.
#ifndef NET_ADDRESS_H
#define NET_ADDRESS_H

#include <stdbool.h>
#include <sys/socket.h>

// Loopback, private, link-local, carrier-grade NAT, unspecified, multicast, reserved, and IPv4 of these
// kinds inside IPv6 (mapped, compatible, NAT64, 6to4). RFC 6890 and its registries. What is neither IPv4
// nor IPv6 is local too.
bool address_is_local(const struct sockaddr *address);

// The same for an address in text; what is no address is not local.
bool address_text_is_local(const char *text);

// A host as a URL has it: a local address, in brackets or not, or a name of the loopback.
bool address_host_is_local(const char *host);

// "localhost", names below it, and addresses of loopback, in brackets or not.
bool address_host_is_loopback(const char *host);

#endif
