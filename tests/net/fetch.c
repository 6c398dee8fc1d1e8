// SPDX-License-Identifier: GPL-3.0-or-later
// Fetches what the command line says with short limits, and prints what came of each request and the
// most memory it took:
//
//	fetch [OPTION VALUE|--page|URL]...
//
// The options are those of struct http_options and struct http_request; --page is for the URLs after it.
//
// "STATUS BYTES ETAG CONTENT-TYPE" or "failed SENTENCE" a line in the order of the URLs, then "memory
// KIB".
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "shoroku/base/compiler.h"
#include "shoroku/base/vec.h"
#include "shoroku/net/http.h"

struct answer {
	const char *url;
	enum http_trust trust;
	struct strbuf text;
};

static void
done(void *owner, void *context, struct http_response *response)
{
	struct answer *answer = context;

	(void)owner;
	strbuf_clear(&answer->text);
	if (response->failed)
		strbuf_addf(&answer->text, "failed %s", response->error.text);
	else
		strbuf_addf(&answer->text, "%ld %zu %s %s", response->status, response->body.length,
			    response->etag ? response->etag : "-",
			    response->content_type ? response->content_type : "-");
	if (response->failed && response->body.length)
		strbuf_add_string(&answer->text, " with a part of the body");
}

static void
print_memory(void)
{
#if defined(__SANITIZE_ADDRESS__)
	return; // most of it would be the sanitizer's
#endif
	FILE *file = fopen("/proc/self/status", "r");
	char line[256];

	while (file && fgets(line, sizeof(line), file)) {
		if (!strncmp(line, "VmHWM:", 6))
			printf("memory %ld\n", strtol(line + 6, NULL, 10));
	}
	if (file)
		fclose(file);
}

static void
set_option(const char *name, const char *value, struct http_options *options,
	   struct http_request *request)
{
	const struct {
		const char *name;
		int *value;
	} numbers[] = {
	    {"--attempts", &request->attempts},	 {"--connect", &options->connect_ms},
	    {"--total", &options->total_ms},	 {"--slow", &options->slow_ms},
	    {"--spacing", &request->spacing_ms}, {"--connections", &options->connections_per_host},
	};

	for (size_t i = 0; i < ARRAY_LENGTH(numbers); i++) {
		if (!strcmp(name, numbers[i].name))
			*numbers[i].value = atoi(value);
	}
	if (!strcmp(name, "--ca"))
		options->ca_file = value;
	else if (!strcmp(name, "--etag"))
		request->etag = value;
	else if (!strcmp(name, "--modified"))
		request->last_modified = value;
}

int
main(int argc, char **argv)
{
	struct http_options options = {
	    .backoff_ms = 1, .connect_ms = 2000, .total_ms = 1500, .slow_ms = 1000};
	struct http_request request = {.spacing_ms = -1, .attempts = 2};
	VEC(struct answer) answers = {0};
	struct http_client *client;
	struct error err;

	for (int i = 1; i < argc; i++) {
		const char *value = i + 1 < argc ? argv[i + 1] : "";

		if (!strcmp(argv[i], "--page")) {
			request.trust = HTTP_FROM_PAGE;
			continue;
		}
		if (strncmp(argv[i], "--", 2) != 0) {
			*vec_push(&answers) =
			    (struct answer){.url = argv[i], .trust = request.trust};
			continue;
		}
		set_option(argv[i], value, &options, &request);
		i++;
	}
	client = http_client_new(&options, &err);
	if (!client)
		return EXIT_FAILURE;
	for (size_t i = 0; i < answers.count; i++) {
		strbuf_init(&answers.items[i].text);
		request.url = answers.items[i].url;
		request.trust = answers.items[i].trust;
		request.context = &answers.items[i];
		http_client_add(client, &request, done, NULL);
	}
	while (http_client_step(client, 1000))
		;
	http_client_free(client);
	for (size_t i = 0; i < answers.count; i++) {
		printf("%s\n", answers.items[i].text.data);
		strbuf_release(&answers.items[i].text);
	}
	vec_release(&answers);
	print_memory();
	return EXIT_SUCCESS;
}
