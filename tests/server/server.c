// SPDX-License-Identifier: GPL-3.0-or-later
// A small HTTP server on the loopback that misbehaves as its script says (script.h).
//
//	server SCRIPT [LOG]
//	server --deaf
//
// Prints its port on a line and serves until its standard input ends. Each request is a line of LOG: the
// path, and what If-None-Match and If-Modified-Since say, or "-". The deaf one takes no connection: its
// queue is full from the beginning. What speaks TLS to the other waits for a greeting for ever.
#include <arpa/inet.h>
#include <err.h>
#include <errno.h>
#include <netinet/in.h>
#include <pthread.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include "server/script.h"
#include "shoroku/base/strbuf.h"

#define HEAD_MOST 16384

struct request {
	char path[1024];
	char etag[256];
	char modified[256];
};

static struct {
	FILE *file;
	pthread_mutex_t lock;
} requests = {.lock = PTHREAD_MUTEX_INITIALIZER};

static void
pause_for(int ms)
{
	struct timespec time = {ms / 1000, (long)(ms % 1000) * 1000000};

	nanosleep(&time, NULL);
}

static void
pause_for_ever(int fd)
{
	char byte;

	while (recv(fd, &byte, 1, 0) > 0)
		;
}

static int
send_all(int fd, const char *bytes, size_t length)
{
	while (length) {
		ssize_t sent = send(fd, bytes, length, MSG_NOSIGNAL);

		if (sent <= 0)
			return -1;
		bytes += sent;
		length -= (size_t)sent;
	}
	return 0;
}

// --- requests

static void
find_header(const char *head, const char *name, char *value, size_t room)
{
	const char *line = head;

	snprintf(value, room, "-");
	while ((line = strstr(line, "\r\n"))) {
		line += 2;
		if (!strncasecmp(line, name, strlen(name))) {
			line += strlen(name) + strspn(line + strlen(name), " ");
			snprintf(value, room, "%.*s", (int)strcspn(line, "\r\n"), line);
			return;
		}
	}
}

// The next request of the connection; −1 where it ended.
static int
read_request(int fd, struct request *request)
{
	char head[HEAD_MOST + 1];
	size_t length = 0;

	while (length < HEAD_MOST) {
		ssize_t got = recv(fd, head + length, 1, 0);

		if (got <= 0)
			return -1;
		head[++length] = '\0';
		if (length >= 4 && !strcmp(head + length - 4, "\r\n\r\n"))
			break;
	}
	if (sscanf(head, "%*s %1023s", request->path) != 1)
		return -1;
	find_header(head, "if-none-match:", request->etag, sizeof(request->etag));
	find_header(head, "if-modified-since:", request->modified, sizeof(request->modified));
	return 0;
}

static void
log_request(const struct request *request)
{
	if (!requests.file)
		return;
	pthread_mutex_lock(&requests.lock);
	fprintf(requests.file, "%s %s %s\n", request->path, request->etag, request->modified);
	fflush(requests.file);
	pthread_mutex_unlock(&requests.lock);
}

// --- answers

static bool
is_known(const struct script_answer *answer, const struct request *request)
{
	return (answer->etag && !strcmp(answer->etag, request->etag)) ||
	       (answer->modified && !strcmp(answer->modified, request->modified));
}

static void
make_head(const struct script_answer *answer, bool known, struct strbuf *head)
{
	long length = answer->claimed >= 0 ? answer->claimed : (long)answer->length;

	strbuf_addf(head, "HTTP/1.1 %d Said\r\n%s", known ? 304 : answer->status,
		    answer->headers ? answer->headers : "");
	if (answer->etag)
		strbuf_addf(head, "ETag: %s\r\n", answer->etag);
	if (answer->modified)
		strbuf_addf(head, "Last-Modified: %s\r\n", answer->modified);
	if (known)
		strbuf_add_string(head, "\r\n");
	else if (answer->chunks || answer->bad_chunk)
		strbuf_add_string(head, "Transfer-Encoding: chunked\r\n\r\n");
	else if (answer->endless)
		strbuf_add_string(head, "Connection: close\r\n\r\n");
	else
		strbuf_addf(head, "Content-Length: %ld\r\n\r\n", length);
}

static int
send_chunks(int fd, const struct script_answer *answer)
{
	char size[32];

	snprintf(size, sizeof(size), answer->bad_chunk ? "zz%zx\r\n" : "%zx\r\n", answer->length);
	return send_all(fd, size, strlen(size)) || send_all(fd, answer->body, answer->length) ||
	       send_all(fd, "\r\n0\r\n\r\n", 7);
}

static int
drip(int fd, const struct script_answer *answer)
{
	for (size_t i = 0; i < answer->length; i++) {
		if (send_all(fd, answer->body + i, 1))
			return -1;
		pause_for(answer->drip_ms);
	}
	return 0;
}

static int
send_body(int fd, const struct script_answer *answer)
{
	if (answer->slow_ms)
		pause_for(answer->slow_ms);
	if (answer->hang == HANG_BODY) {
		if (!send_all(fd, answer->body, answer->length / 2))
			pause_for_ever(fd);
		return -1;
	}
	if (answer->endless) {
		static const char filling[65536];

		while (!send_all(fd, filling, sizeof(filling)))
			;
		return -1;
	}
	if (answer->cut >= 0) {
		send_all(fd, answer->body, (size_t)answer->cut);
		return -1;
	}
	if (answer->drip_ms)
		return drip(fd, answer);
	if (answer->chunks || answer->bad_chunk)
		return send_chunks(fd, answer);
	return answer->length ? send_all(fd, answer->body, answer->length) : 0;
}

static void
reset(int fd)
{
	struct linger linger = {1, 0};

	setsockopt(fd, SOL_SOCKET, SO_LINGER, &linger, sizeof(linger));
}

// −1 where the connection is not to be used any more.
static int
send_answer(int fd, const struct script_answer *answer, const struct request *request)
{
	bool known = is_known(answer, request);
	struct strbuf head;
	int result;

	if (answer->hang == HANG_START)
		pause_for_ever(fd);
	if (answer->reset)
		reset(fd);
	if (answer->reset || answer->hang == HANG_START)
		return -1;
	strbuf_init(&head);
	make_head(answer, known, &head);
	result = send_all(fd, head.data, answer->hang == HANG_HEAD ? head.length / 2 : head.length);
	if (!result && answer->hang == HANG_HEAD) {
		pause_for_ever(fd);
		result = -1;
	}
	if (!result && !known)
		result = send_body(fd, answer);
	strbuf_release(&head);
	return result || answer->claimed >= 0 ? -1 : 0;
}

static void *
serve(void *item)
{
	static const struct script_answer nothing = {.status = 404, .cut = -1, .claimed = -1};
	int fd = (int)(intptr_t)item;
	struct request request;

	while (!read_request(fd, &request)) {
		const struct script_answer *answer;

		log_request(&request);
		answer = script_next(request.path);
		if (send_answer(fd, answer ? answer : &nothing, &request))
			break;
	}
	close(fd);
	return NULL;
}

static void *
accept_all(void *item)
{
	int listener = (int)(intptr_t)item;
	int fd;

	while ((fd = accept(listener, NULL, NULL)) >= 0) {
		pthread_t thread;

		if (pthread_create(&thread, NULL, serve, (void *)(intptr_t)fd))
			err(EXIT_FAILURE, "pthread_create");
		pthread_detach(thread);
	}
	return NULL;
}

static int
listen_somewhere(int backlog, unsigned *port)
{
	struct sockaddr_in address = {.sin_family = AF_INET};
	socklen_t length = sizeof(address);
	int listener = socket(AF_INET, SOCK_STREAM, 0);

	address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	if (listener < 0 || bind(listener, (struct sockaddr *)&address, length) ||
	    listen(listener, backlog) ||
	    getsockname(listener, (struct sockaddr *)&address, &length))
		err(EXIT_FAILURE, "cannot listen");
	*port = ntohs(address.sin_port);
	return listener;
}

// Connects to itself until the queue of the listener has no room.
static void
fill_queue(unsigned port)
{
	struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((uint16_t)port)};

	address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	for (int i = 0; i < 8; i++) {
		int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);

		if (fd < 0 || (connect(fd, (struct sockaddr *)&address, sizeof(address)) &&
			       errno != EINPROGRESS))
			err(EXIT_FAILURE, "cannot connect");
	}
}

int
main(int argc, char **argv)
{
	pthread_t thread;
	unsigned port;
	int listener;
	bool deaf = argc > 1 && !strcmp(argv[1], "--deaf");

	if (argc < 2)
		errx(EXIT_FAILURE, "usage: server SCRIPT [LOG] | --deaf");
	signal(SIGPIPE, SIG_IGN);
	if (!deaf)
		script_read(argv[1]);
	if (argc > 2 && !(requests.file = fopen(argv[2], "w")))
		err(EXIT_FAILURE, "%s", argv[2]);
	listener = listen_somewhere(deaf ? 0 : 128, &port);
	if (deaf)
		fill_queue(port);
	else if (pthread_create(&thread, NULL, accept_all, (void *)(intptr_t)listener))
		err(EXIT_FAILURE, "pthread_create");
	printf("%u\n", port);
	fflush(stdout);
	while (getchar() != EOF)
		;
	_exit(0);
}
