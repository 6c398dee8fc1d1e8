// SPDX-License-Identifier: GPL-3.0-or-later
// What the misbehaving server says. A line of the script is a path and the answers to the requests for it in
// their order, separated by ";", the last one for ever:
//
//	/2025-09-24  status 503 header "Retry-After: 0" ; file day.html etag v1
//	/days/*      redirect file:///etc/passwd
//	*            status 404
//
// A path may end in "*"; the first line that fits counts. Words may be quoted. An answer is made of:
//
//	status N          200 otherwise
//	file F, text T    the body; F is relative to the script's directory
//	bytes N           a body of N times 'x'
//	zeros N           a body of N MiB of zeros, packed with gzip and sent as such
//	endless           a body without end
//	header LINE       another header
//	headers N         N headers of 100 bytes
//	etag T            304 without a body where If-None-Match says T
//	modified D        the same with If-Modified-Since
//	redirect URL      302 with that location
//	slow MS           waits before the body
//	drip MS           sends a byte every so many milliseconds
//	cut N             ends the connection after N bytes of the body
//	length N          says so in Content-Length, whatever the body is
//	chunks            sends the body in chunks; bad-chunk: with a size that is none
//	hang start|head|body   sends nothing, half of the head, half of the body, and waits for ever
//	reset             breaks the connection
//
// Empty lines and lines that begin with # are passed over.
#ifndef TESTS_SERVER_SCRIPT_H
#define TESTS_SERVER_SCRIPT_H

#include <stdbool.h>
#include <stddef.h>

enum script_hang { HANG_NOT, HANG_START, HANG_HEAD, HANG_BODY };

struct script_answer {
	int status;
	char *body;
	size_t length;
	char *headers; // whole lines
	char *etag;
	char *modified;
	bool endless;
	int slow_ms;
	int drip_ms;
	long cut;     // -1: not
	long claimed; // Content-Length; -1: as it is
	bool chunks;
	bool bad_chunk;
	enum script_hang hang;
	bool reset;
};

// Both end the program with a message where something is wrong; what they make lives as long as it.
void script_read(const char *path);

// The answer to the next request for the path; NULL: there is none.
const struct script_answer *script_next(const char *path);

#endif
