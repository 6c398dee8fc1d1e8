// SPDX-License-Identifier: GPL-3.0-or-later
// The HTTP client with an invented clock: what is waited for, woken and given up. The servers are sockets
// of this program.
#include "shoroku/net/http.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <pthread.h>
#include <stdatomic.h>
#include <sys/socket.h>
#include <unistd.h>

#include "tap.h"

static _Atomic int64_t clock_ms = 1000000;

static int64_t
now(void *context)
{
	(void)context;
	return atomic_load(&clock_ms);
}

static const struct http_options options = {
    .now = now, .backoff_ms = 200000, .connect_ms = 20000, .total_ms = 20000};

// What done() heard of one request.
struct heard {
	int times;
	long status;
	bool failed;
	bool cancelled;
	char body[32];
	enum error_kind kind;
	struct http_client *client;
	bool again; // ask once more
};

static void add(struct http_client *client, const char *url, int attempts, struct heard *heard);

static void
done(void *owner, void *context, struct http_response *response)
{
	struct heard *heard = context;

	(void)owner;
	heard->times++;
	heard->status = response->status;
	heard->failed = response->failed;
	heard->cancelled = response->cancelled;
	heard->kind = response->failed ? response->error.kind : ERROR_NONE;
	snprintf(heard->body, sizeof(heard->body), "%s", response->body.data);
	if (heard->again) {
		heard->again = false;
		add(heard->client, response->url, 1, heard);
	}
}

static void
add(struct http_client *client, const char *url, int attempts, struct heard *heard)
{
	struct http_request request = {
	    .url = url, .spacing_ms = -1, .attempts = attempts, .context = heard};

	heard->client = client;
	http_client_add(client, &request, done, NULL);
}

static struct http_client *
new_client(void)
{
	struct error err;
	struct http_client *client = http_client_new(&options, &err);

	if (!client) {
		tap_ok(false, "a client: %s", err.text);
		exit(tap_done());
	}
	return client;
}

static int
listen_somewhere(char *url, size_t size)
{
	struct sockaddr_in address = {.sin_family = AF_INET};
	socklen_t length = sizeof(address);
	int fd = socket(AF_INET, SOCK_STREAM, 0);

	address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	if (fd < 0 || bind(fd, (struct sockaddr *)&address, length) || listen(fd, 16) ||
	    getsockname(fd, (struct sockaddr *)&address, &length)) {
		perror("listen");
		exit(EXIT_FAILURE);
	}
	snprintf(url, size, "http://127.0.0.1:%u/", ntohs(address.sin_port));
	return fd;
}

// --- waking and giving up

static void *
wake(void *client)
{
	http_client_wake(client);
	return NULL;
}

// The clock stands still, so that only the waking can end the step; alarm() ends a test that waits.
static void
test_wake(void)
{
	struct http_client *client = new_client();
	struct heard heard = {0};
	pthread_t thread;
	char url[64];

	close(listen_somewhere(url, sizeof(url)));
	add(client, url, 2, &heard);
	// A refused connection is one failure, after which the second attempt waits for minutes.
	for (int i = 0; i < 100; i++)
		http_client_step(client, 1);
	pthread_create(&thread, NULL, wake, client);
	tap_is_int((long long)http_client_step(client, 600000), 1, "a step is woken from outside");
	pthread_join(thread, NULL);
	tap_is_int(heard.times, 0, "with the request still waiting");
	atomic_fetch_add(&clock_ms, 600001);
	while (http_client_step(client, 100))
		;
	tap_ok(heard.times == 1 && heard.failed && !heard.cancelled && heard.kind == ERROR_NETWORK,
	       "its time comes, and it fails once and for all");
	http_client_free(client);
}

static void
test_cancel(void)
{
	struct http_client *client = new_client();
	struct heard heard[3] = {{.again = true}, {0}, {0}};
	char url[64];
	int fd = listen_somewhere(url, sizeof(url)); // connects, answers nothing

	for (int i = 0; i < 3; i++)
		add(client, url, 1, &heard[i]);
	for (int i = 0; i < 5; i++)
		http_client_step(client, 1);
	http_client_cancel(client);
	tap_ok(heard[0].cancelled && heard[1].cancelled && heard[2].cancelled,
	       "what runs and what waits is given up");
	tap_is_int((long long)http_client_step(client, 0), 1, "what was added meanwhile stays");
	http_client_cancel(client);
	tap_ok(heard[0].times == 2 && heard[1].times == 1 && heard[2].times == 1,
	       "each is told once");
	tap_is_int((long long)http_client_step(client, 600000), 0, "and nothing is left");
	add(client, url, 1, &heard[1]);
	http_client_step(client, 1);
	http_client_free(client);
	tap_is_int(heard[1].times, 1, "a client that is freed says nothing more");
	close(fd);
}

static void
test_refused_url(void)
{
	struct http_client *client = new_client();
	struct heard heard = {0};

	add(client, "gopher://example.org/", 1, &heard);
	tap_is_int(heard.times, 0, "what is not fetched is not told while it is added");
	http_client_step(client, 0);
	tap_ok(heard.times == 1 && heard.failed && heard.kind == ERROR_USAGE, "but in a step");
	http_client_free(client);
}

// --- waiting as the server says

struct server {
	int fd;
	const char *const *answers; // one a connection, up to NULL
	_Atomic int64_t asked[8];   // when, by the invented clock
};

static void *
serve(void *item)
{
	struct server *server = item;

	for (size_t i = 0; server->answers[i]; i++) {
		int fd = accept(server->fd, NULL, NULL);
		char head[4096];
		size_t length = 0;

		while (length < sizeof(head) - 1) {
			ssize_t got = recv(fd, head + length, sizeof(head) - 1 - length, 0);

			if (got <= 0)
				break;
			length += (size_t)got;
			head[length] = '\0';
			if (strstr(head, "\r\n\r\n"))
				break;
		}
		atomic_store(&server->asked[i], atomic_load(&clock_ms));
		if (send(fd, server->answers[i], strlen(server->answers[i]), MSG_NOSIGNAL) < 0)
			perror("send");
		close(fd);
	}
	return NULL;
}

// Steps with a clock that runs a second a step, until all is done.
static void
run(struct http_client *client)
{
	while (http_client_step(client, 5))
		atomic_fetch_add(&clock_ms, 1000);
}

static void
test_pause(const char *const *answers, int64_t least, const char *name)
{
	struct http_client *client = new_client();
	struct heard heard = {0};
	struct server server = {.answers = answers};
	pthread_t thread;
	char url[64];

	server.fd = listen_somewhere(url, sizeof(url));
	pthread_create(&thread, NULL, serve, &server);
	add(client, url, 2, &heard);
	run(client);
	pthread_join(thread, NULL);
	tap_ok(heard.times == 1 && heard.status == 200 && !strcmp(heard.body, "good"),
	       "%s: good at last", name);
	tap_ok(server.asked[1] - server.asked[0] >= least, "%s: not asked sooner", name);
	http_client_free(client);
	close(server.fd);
}

#define GOOD "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 4\r\n\r\ngood"
#define BUSY "HTTP/1.1 503 Busy\r\nConnection: close\r\nContent-Length: 3\r\n"

static void
test_pauses(void)
{
	static const char *const seconds[] = {BUSY "Retry-After: 120\r\n\r\nbad", GOOD, NULL};
	static const char *const nothing[] = {BUSY "\r\nbad", GOOD, NULL};
	static const char *const broken[] = {"HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\nshort",
					     GOOD, NULL};

	test_pause(seconds, 120000, "Retry-After");
	test_pause(nothing, 100000, "exponential back-off");
	test_pause(broken, 100000, "a body that broke off");
}

// Two requests to a host whose spacing is a second, and whose first answer is to wait.
static void
test_hold(void)
{
	static const char *const answers[] = {BUSY "Retry-After: 120\r\n\r\nbad", GOOD, GOOD, NULL};
	struct http_request request = {.spacing_ms = 20000, .attempts = 2};
	struct http_client *client = new_client();
	struct server server = {.answers = answers};
	struct heard heard[2] = {0};
	pthread_t thread;
	char url[64];

	server.fd = listen_somewhere(url, sizeof(url));
	pthread_create(&thread, NULL, serve, &server);
	request.url = url;
	for (int i = 0; i < 2; i++) {
		request.context = &heard[i];
		http_client_add(client, &request, done, NULL);
	}
	// The first answer is there before the clock goes on.
	while (!atomic_load(&server.asked[0]))
		http_client_step(client, 5);
	for (int i = 0; i < 20; i++)
		http_client_step(client, 5);
	run(client);
	pthread_join(thread, NULL);
	tap_ok(heard[0].status == 200 && heard[1].status == 200, "both are answered");
	tap_ok(server.asked[1] - server.asked[0] >= 120000,
	       "a host that wants to be left alone is, by all requests");
	// The server's thread may look at the clock some steps late.
	tap_ok(server.asked[2] - server.asked[1] >= 20000 / 2, "and they keep their distance");
	http_client_free(client);
	close(server.fd);
}

int
main(void)
{
	static const char *const proxies[] = {"http_proxy", "all_proxy", "ALL_PROXY"};

	for (size_t i = 0; i < sizeof(proxies) / sizeof(*proxies); i++)
		unsetenv(proxies[i]);
	alarm(60);
	test_wake();
	test_cancel();
	test_refused_url();
	test_pauses();
	test_hold();
	return tap_done();
}
