// SPDX-License-Identifier: GPL-3.0-or-later
// The jobs thread: what it brings, and that it can be stopped and left at any moment, a hundred times, against
// servers that answer, hang and break off.
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <sqlite3.h>

#include "shoroku/archive/judging.h"
#include "shoroku/archive/load.h"
#include "shoroku/base/file.h"
#include "shoroku/base/strbuf.h"
#include "shoroku/work/download.h"
#include "shoroku/work/jobs.h"
#include "scratch.h"
#include "tap.h"

#define CYCLES 100

static char directory[] = "jobs-test-XXXXXX";

static const char script[] = "/day/2025-09-24 text \"2025-09-24 の注目論文\\n\\nA Title\\n\\n"
			     "Ann Author, Bob Bell\\n\\n選定理由\\n\\n理由。\\n\"\n"
			     "/hang/* hang head\n"
			     "/drip/* drip 20 bytes 100000\n"
			     "/good.pdf text \"%PDF-1.4 and so on\"\n"
			     "/bad.pdf text \"<html>no</html>\"\n"
			     "/cut.pdf bytes 1000 cut 10\n"
			     "/large.pdf endless\n"
			     "* status 404\n";

struct server {
	pid_t child;
	int hold; // the server ends with its standard input
	int port;
};

static void
serve(const char *program, struct server *server)
{
	char *path = paths_join(directory, "script");
	char text[32] = "";
	struct error err;
	int in[2];
	int out[2];

	if (file_replace(path, script, strlen(script), &err) || pipe(in) || pipe(out))
		exit(EXIT_FAILURE);
	server->child = fork();
	if (!server->child) {
		dup2(in[0], STDIN_FILENO);
		dup2(out[1], STDOUT_FILENO);
		close(in[1]);
		execl(program, program, path, (char *)NULL);
		_exit(127);
	}
	close(in[0]);
	close(out[1]);
	server->hold = in[1];
	if (read(out[0], text, sizeof(text) - 1) > 0)
		server->port = atoi(text);
	close(out[0]);
	free(path);
}

static void
configure(const struct app *app, const struct server *server, const char *folder)
{
	struct strbuf text;
	struct error err;

	strbuf_init(&text);
	strbuf_addf(&text, "source test http://127.0.0.1:%d/%s/%%Y-%%m-%%d since=2025-09-20\n",
		    server->port, folder);
	if (file_replace(app->config_file, text.data, text.length, &err))
		exit(EXIT_FAILURE);
	strbuf_release(&text);
}

// The next event that is no progress, waited for as the reader does.
static struct jobs_event *
next_event(struct jobs *jobs, int fd)
{
	struct jobs_event *event;

	for (;;) {
		struct pollfd polled = {fd, POLLIN, 0};
		char bytes[64];

		while ((event = jobs_take(jobs))) {
			if (event->phase != JOBS_RUNNING)
				return event;
			jobs_event_free(event);
		}
		if (poll(&polled, 1, 20000) <= 0 || read(fd, bytes, sizeof(bytes)) < 0)
			return NULL;
	}
}

// The end of the job, after `news` of days.
static struct jobs_event *
end_of(struct jobs *jobs, int fd, int *news)
{
	struct jobs_event *event;

	*news = 0;
	while ((event = next_event(jobs, fd)) && event->phase == JOBS_NEWS) {
		++*news;
		jobs_event_free(event);
	}
	return event;
}

static int
count_papers(void)
{
	struct date_range all = {DATE_MIN, DATE_MAX};
	struct load_days days = {0};
	struct archive *archive;
	struct arena arena;
	struct error err;
	int papers = 0;

	arena_init(&arena);
	archive = archive_open(directory, ARCHIVE_READ, &err);
	if (archive && !load_days(archive, &arena, all, &days, &err)) {
		for (size_t i = 0; i < days.count; i++)
			papers += days.items[i].papers;
	}
	archive_close(archive);
	arena_release(&arena);
	return papers;
}

static void
test_fetch(const struct app *app, const struct server *server, int *fds)
{
	struct jobs *jobs = jobs_start(app, fds[1]);
	struct jobs_event *event;
	int news;

	configure(app, server, "day");
	jobs_fetch(jobs, NULL);
	event = end_of(jobs, fds[0], &news);
	tap_ok(event && event->phase == JOBS_DONE && *event->text && news > 0,
	       "a fetch tells of days and ends");
	jobs_event_free(event);
	tap_is_int(count_papers(), 1, "the paper is in the archive");
	jobs_fetch(jobs, "nobody");
	event = end_of(jobs, fds[0], &news);
	tap_ok(event && event->phase == JOBS_FAILED && strstr(event->text, "nobody"),
	       "an unknown source fails with a sentence");
	jobs_event_free(event);
	jobs_join(jobs);
}

static void
test_cancel(const struct app *app, const struct server *server, int *fds)
{
	struct jobs *jobs = jobs_start(app, fds[1]);
	struct jobs_event *event;
	uint64_t first;
	uint64_t second;
	int news;

	configure(app, server, "hang");
	first = jobs_fetch(jobs, NULL);
	second = jobs_fetch(jobs, NULL);
	jobs_cancel(jobs, second);
	jobs_cancel(jobs, first);
	event = end_of(jobs, fds[0], &news);
	tap_ok(event && event->job == first && event->phase == JOBS_CANCELLED,
	       "a job that hangs is stopped");
	jobs_event_free(event);
	event = end_of(jobs, fds[0], &news);
	tap_ok(event && event->job == second && event->phase == JOBS_CANCELLED,
	       "and so is one that waits");
	jobs_event_free(event);
	jobs_join(jobs);
}

static bool
download(struct jobs *jobs, int fd, const struct server *server, const char *name,
	 enum jobs_phase phase, const char *sentence)
{
	char *path = paths_join(directory, "file.pdf");
	struct jobs_event *event;
	struct strbuf url;
	bool right;
	int news;

	strbuf_init(&url);
	strbuf_addf(&url, "http://127.0.0.1:%d/%s", server->port, name);
	jobs_download(jobs, url.data, HTTP_TYPED, path, name);
	event = end_of(jobs, fd, &news);
	right = event && event->phase == phase && strstr(event->text, sentence) &&
		download_is_there(path) == (phase == JOBS_DONE);
	if (!right && event)
		tap_note("%s", event->text);
	unlink(path);
	jobs_event_free(event);
	strbuf_release(&url);
	free(path);
	return right;
}

static void
test_download(const struct app *app, const struct server *server, int *fds)
{
	struct jobs *jobs = jobs_start(app, fds[1]);
	int fd = fds[0];

	tap_ok(download(jobs, fd, server, "good.pdf", JOBS_DONE, ""), "a PDF comes");
	tap_ok(download(jobs, fd, server, "bad.pdf", JOBS_FAILED, "no PDF"),
	       "what is none is not kept");
	tap_ok(download(jobs, fd, server, "gone.pdf", JOBS_FAILED, "no PDF at"),
	       "one that is not there is told");
	tap_ok(download(jobs, fd, server, "large.pdf", JOBS_FAILED, "127.0.0.1"),
	       "one without end is given up");
	jobs_download(jobs, "file:///etc/passwd", HTTP_FROM_PAGE, "x/y", "x");
	jobs_event_free(next_event(jobs, fd));
	tap_ok(access("x/y", F_OK) != 0, "no other scheme is followed");
	jobs_join(jobs);
}

// Started, let go on for a moment that differs, stopped or not, left.
static void
test_cycles(const struct app *app, const struct server *server, int *fds)
{
	static const char *const folders[] = {"day", "hang", "drip"};

	for (int i = 0; i < CYCLES; i++) {
		struct jobs *jobs = jobs_start(app, fds[1]);
		uint64_t job;

		configure(app, server, folders[i % 3]);
		job = jobs_fetch(jobs, NULL);
		if (i % 2)
			jobs_fetch(jobs, NULL);
		usleep((useconds_t)(i % 10) * 1000);
		if (i % 4 < 2)
			jobs_cancel(jobs, job);
		if (i % 5 == 0)
			jobs_event_free(jobs_take(jobs));
		jobs_join(jobs);
	}
	tap_is_int(count_papers(), 1, "a hundred fetches stopped and left lose nothing");
}

// As a former version leaves it: three times as many days as are judged at a time.
static void
leave_unjudged(void)
{
	char *path = paths_join(directory, "archive.db");
	sqlite3 *db;

	if (sqlite3_open(path, &db) ||
	    sqlite3_exec(db,
			 "WITH RECURSIVE days(day) AS (SELECT 1 UNION ALL SELECT day + 1 FROM days"
			 " WHERE day < 150) INSERT INTO unjudged SELECT day FROM days",
			 NULL, NULL, NULL))
		BUG("%s", sqlite3_errmsg(db));
	sqlite3_close(db);
	free(path);
}

static size_t
count_unjudged(void)
{
	struct error err;
	struct archive *archive = archive_open(directory, ARCHIVE_READ, &err);
	size_t left;

	if (!archive || judging_left(archive, &left, &err))
		BUG("%s", err.text);
	archive_close(archive);
	return left;
}

static void
test_judge(const struct app *app, const struct server *server, int *fds)
{
	struct jobs *jobs;
	struct jobs_event *event;
	uint64_t judging;
	uint64_t fetching;
	int news;

	configure(app, server, "day");
	leave_unjudged();
	jobs = jobs_start(app, fds[1]);
	judging = jobs_judge(jobs);
	fetching = jobs_fetch(jobs, NULL);
	event = end_of(jobs, fds[0], &news);
	tap_ok(event && event->job == fetching, "a fetch goes before what is left to judge");
	jobs_event_free(event);
	event = end_of(jobs, fds[0], &news);
	tap_ok(event && event->job == judging && event->phase == JOBS_DONE, "which ends as well");
	tap_is_str(event ? event->text : "", "the sections of 150 days were checked",
		   "and is told");
	tap_is_int((int)count_unjudged(), 0, "nothing is left");
	jobs_event_free(event);
	jobs_join(jobs);
	leave_unjudged();
	jobs = jobs_start(app, fds[1]);
	jobs_judge(jobs);
	jobs_join(jobs);
	tap_ok(count_unjudged() > 0, "who leaves does not wait for it");
}

int
main(void)
{
	const char *build = getenv("top_builddir");
	struct app app = {.data_dir = directory, .quiet = true};
	struct server server = {0};
	char *program = paths_join(build ? build : ".", "tests/server/server");
	char *config;
	int fds[2];

	setenv("SHOROKU_NOW", "2025-09-24T12:00:00Z", 1);
	setenv("no_proxy", "*", 1);
	if (!mkdtemp(directory) || pipe(fds))
		return EXIT_FAILURE;
	app.today = date_from_civil(2025, 9, 24);
	app.config_file = config = paths_join(directory, "config");
	serve(program, &server);
	test_fetch(&app, &server, fds);
	test_cancel(&app, &server, fds);
	test_download(&app, &server, fds);
	test_cycles(&app, &server, fds);
	test_judge(&app, &server, fds);
	close(server.hold);
	waitpid(server.child, NULL, 0);
	free(program);
	free(config);
	scratch_remove(directory);
	return tap_done();
}
