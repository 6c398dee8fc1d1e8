// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of sources: what an address is, what each option takes, presets, and editing the file.
#include "shoroku/work/sources.h"

#include <sys/stat.h>
#include <unistd.h>

#include "scratch.h"
#include "shoroku/base/compiler.h"
#include "shoroku/base/file.h"
#include "shoroku/base/words.h"
#include "shoroku/config/language.h"
#include "tap.h"

static struct arena arena;

// Reads what would follow `source` on a line.
static int
parse(const char *line, struct source *source, size_t *bad, struct error *err)
{
	char *list[32];
	struct words words;
	int result;

	words_init(&words);
	if (words_split(&words, line, err))
		return -1;
	for (size_t i = 0; i < words.list.count; i++)
		list[i] = words.list.items[i].text;
	result = sources_parse(&arena, list, words.list.count, source, bad, err);
	words_release(&words);
	return result;
}

static const struct {
	const char *line;
	enum source_kind kind;
	const char *url;
	const char *path;
} addresses[] = {
    {"a https://a.example/%Y-%m-%d", SOURCE_TEMPLATE, "https://a.example/%Y-%m-%d", NULL},
    {"a http://a.example/feed", SOURCE_PAGE, "http://a.example/feed", NULL},
    {"a HTTPS://a.example/feed", SOURCE_PAGE, "https://a.example/feed", NULL},
    {"a a.example/feed.xml", SOURCE_PAGE, "https://a.example/feed.xml", NULL},
    {"a localhost:8000/x", SOURCE_PAGE, "https://localhost:8000/x", NULL},
    {"a a.example/%E8%AB%96", SOURCE_PAGE, "https://a.example/%E8%AB%96", NULL},
    {"a a.example/days days=index", SOURCE_INDEX, "https://a.example/days", NULL},
    {"a https://a.example/?q=x=y", SOURCE_PAGE, "https://a.example/?q=x=y", NULL},
    {"a arxiv:cs.CL+astro-ph.GA", SOURCE_ARXIV, "arxiv:cs.CL+astro-ph.GA", NULL},
    {"a arxiv:cond-mat.mes-hall", SOURCE_ARXIV, "arxiv:cond-mat.mes-hall", NULL},
    {"arxiv:hep-th", SOURCE_ARXIV, "arxiv:hep-th", NULL},
    {"summarxiv", SOURCE_TEMPLATE, "https://summarxiv.com/ja/picks/%Y-%m-%d", NULL},
    {"hf-daily spacing=2", SOURCE_TEMPLATE, "https://huggingface.co/api/daily_papers?date=%Y-%m-%d",
     NULL},
    {"a /srv/digests", SOURCE_PATH, "/srv/digests", "/srv/digests"},
    {"a ~/digests", SOURCE_PATH, "~/digests", "/srv/reader/digests"},
    {"a file:/srv/a%20b", SOURCE_PATH, "file:/srv/a%20b", "/srv/a b"},
    {"a file:///srv/a", SOURCE_PATH, "file:///srv/a", "/srv/a"},
    {"a file://localhost/srv/a", SOURCE_PATH, "file://localhost/srv/a", "/srv/a"},
    {"a \"/srv/my digests/100%\"", SOURCE_PATH, "/srv/my digests/100%", "/srv/my digests/100%"},
};

static void
test_addresses(void)
{
	for (size_t i = 0; i < ARRAY_LENGTH(addresses); i++) {
		struct source source = {0};
		struct error err = {0};
		size_t bad;

		tap_ok(!parse(addresses[i].line, &source, &bad, &err) &&
			   source.kind == addresses[i].kind,
		       "%s is %s", addresses[i].line, source_kind_name(addresses[i].kind));
		tap_is_str(source.url, addresses[i].url, "its address");
		tap_is_str(source.path, addresses[i].path, "its path");
	}
}

static void
test_options(void)
{
	struct source source;
	struct error err;
	size_t bad;

	tap_ok(
	    !parse("x a.example/feed lang=zh-tw format=rss spacing=0.25 since=2025-01-31 enrich=on",
		   &source, &bad, &err),
	    "options are read");
	tap_is_str(source.name, "x", "name");
	tap_is_str(source.lang, "zh-tw", "lang");
	tap_is_str(source.format, "rss", "format");
	tap_is_int(source.spacing_ms, 250, "spacing in milliseconds");
	tap_is_int(source.since, date_from_civil(2025, 1, 31), "since");
	tap_ok(source.enrich, "enrich");
	tap_ok(!parse("x a.example", &source, &bad, &err) && !source.lang && !source.format &&
		   source.spacing_ms == -1 && source.since == DATE_NONE && !source.enrich,
	       "what is not said is not set");
	tap_ok(!parse("x arxiv:cs.CL api=http://127.0.0.1:1/api feed=b.example/rss", &source, &bad,
		      &err),
	       "arXiv may be elsewhere");
	tap_is_str(source.api_url, "http://127.0.0.1:1/api", "api");
	tap_is_str(source.feed_url, "https://b.example/rss", "feed");
	tap_ok(!parse("summarxiv lang=en", &source, &bad, &err) && !strcmp(source.lang, "en"),
	       "an option wins over the preset");
}

static const struct {
	const char *line;
	size_t argument;
	size_t offset;
	const char *says;
} mistakes[] = {
    {"", 0, 0, "usage"},
    {"a/b a.example", 0, 0, "name"},
    {"a\xe3\x80\x80"
     "b a.example",
     0, 0, "name"},
    {"unknown", 0, 0, "preset"},
    {"a ftp://a.example/", 1, 0, "https://"},
    {"a word", 1, 0, "https://"},
    {"a https:///x", 1, 0, "https://"},
    {"a \"a.example/a b\"", 1, 11, "blanks"},
    {"a a.example/%Y-%m-%q", 1, 16, "%Y"},
    {"a arxiv:", 1, 6, "category"},
    {"a arxiv:cs.CL+", 1, 12, "category"},
    {"a arxiv:cs.CL+x/y", 1, 12, "category"},
    {"arxiv:CATEGORY", 0, 6, "category"},
    {"a file:relative", 1, 5, "/"},
    {"a file:/x/%Y", 1, 8, "file:"},
    {"a a.example colour=red", 2, 0, "colour"},
    {"a a.example b.example", 2, 0, "lang=ja"},
    {"a a.example lang=", 2, 5, "lang takes"},
    {"a a.example lang=Japanese", 2, 5, "lang takes"},
    {"a a.example format=papyrus", 2, 7, "format takes"},
    {"a a.example spacing=-1", 2, 8, "spacing takes"},
    {"a a.example spacing=3601", 2, 8, "spacing takes"},
    {"a a.example spacing=1,5", 2, 8, "spacing takes"},
    {"a a.example since=2025-02-30", 2, 6, "since takes"},
    {"a a.example enrich=yes", 2, 7, "enrich takes"},
    {"a a.example days=all", 2, 5, "days takes"},
    {"a a.example/%F days=index", 2, 5, "days takes"},
    {"a a.example api=b.example", 2, 4, "api takes"},
    {"a arxiv:cs.CL feed=/tmp", 2, 5, "feed takes"},
};

static void
test_mistakes(void)
{
	for (size_t i = 0; i < ARRAY_LENGTH(mistakes); i++) {
		struct source source;
		struct error err = {0};
		size_t bad = 999;
		int failed = parse(mistakes[i].line, &source, &bad, &err);

		tap_ok(failed && err.kind == ERROR_USAGE && strstr(err.text, mistakes[i].says),
		       "“%s” is refused: %s", mistakes[i].line, mistakes[i].says);
		tap_is_int((long long)bad,
			   (long long)config_at(mistakes[i].argument, mistakes[i].offset),
			   "where it is wrong");
	}
}

static struct app app;
static size_t complaints;
static char complaint[512];

static void
complain(void *context, const char *sentence)
{
	(void)context;
	complaints++;
	snprintf(complaint, sizeof(complaint), "%s", sentence);
}

static void
write_file(const char *text)
{
	struct error err;

	if (file_replace(app.config_file, text, strlen(text), &err))
		tap_ok(false, "%s", err.text);
}

static void
is_file(const char *want, const char *name)
{
	struct strbuf text;
	struct error err;

	strbuf_init(&text);
	if (file_read(app.config_file, 100000, &text, &err))
		tap_ok(false, "%s", err.text);
	tap_is_str(text.data, want, name);
	strbuf_release(&text);
}

static void
test_reading(void)
{
	struct sources sources;
	struct source source;
	struct error err;

	sources_init(&sources);
	write_file(
	    "set mouse off\nsource a a.example\nsource b b.example lang=jp1\nsource a c.example\n"
	    "source hf-daily h.example\n");
	tap_is_int((long long)sources_read(&app, &sources, complain, NULL), 2, "two mistakes");
	tap_is_int((long long)complaints, 2, "are told, and what is no source is none");
	tap_ok(strstr(complaint, ":4:8: ") != NULL, "with line and column: %s", complaint);
	tap_is_int((long long)sources.count, 2, "the others work");
	tap_ok(!sources_find(&sources, "a", &arena, &source, &err) &&
		   !strcmp(source.url, "https://a.example"),
	       "a source is found");
	tap_ok(!sources_find(&sources, "hf-daily", &arena, &source, &err) &&
		   !strcmp(source.url, "https://h.example"),
	       "it wins over a preset of its name");
	tap_ok(!sources_find(&sources, "summarxiv", &arena, &source, &err) &&
		   source.kind == SOURCE_TEMPLATE && !strcmp(source.lang, "ja"),
	       "a preset is found");
	tap_ok(!sources_find(&sources, "arxiv:math.AG", &arena, &source, &err) &&
		   source.kind == SOURCE_ARXIV && !strcmp(source.name, "arxiv:math.AG"),
	       "categories of arXiv are found");
	tap_ok(sources_find(&sources, "arxiv:", &arena, &source, &err) && err.kind == ERROR_USAGE,
	       "categories that cannot be are not");
	tap_ok(sources_find(&sources, "b", &arena, &source, &err) && err.kind == ERROR_NOT_FOUND,
	       "nor what is not there");
	sources_release(&sources);
}

static int
add(char *name, char *url, char *option, struct error *err)
{
	char *words[] = {name, url, option};

	return sources_add(&app, words, option ? 3 : url ? 2 : 1, &arena, NULL, err);
}

static void
test_editing(void)
{
	static char a[] = "a", address[] = "a.example/%F", lang[] = "lang=ja",
		    path[] = "/x/a \"b\\";
	static char preset[] = "summarxiv", wrong[] = "lang=x", other[] = "b";
	struct stat status;
	struct error err;

	unlink(app.config_file);
	tap_ok(!add(preset, NULL, NULL, &err), "the first source makes the file");
	tap_ok(!stat(app.config_file, &status) && (status.st_mode & 0777) == 0600, "mode 0600");
	is_file("source summarxiv https://summarxiv.com/ja/picks/%Y-%m-%d lang=ja\n",
		"a preset is written out");
	write_file(
	    "# mine\n  set mouse off # no mouse\n\nsource 'a' https://x.example # old\n# end");
	tap_ok(add(a, address, NULL, &err) && err.kind == ERROR_USAGE && strstr(err.text, ":4:"),
	       "a name that is taken is refused: %s", err.text);
	tap_ok(add(other, address, wrong, &err) && err.kind == ERROR_USAGE, "so is a mistake");
	is_file("# mine\n  set mouse off # no mouse\n\nsource 'a' https://x.example # old\n# end",
		"both change nothing");
	tap_ok(!add(other, address, lang, &err), "another is added");
	is_file("# mine\n  set mouse off # no mouse\n\nsource 'a' https://x.example # old\n# end\n"
		"source b https://a.example/%F lang=ja\n",
		"at the end, comments and order kept");
	tap_ok(!sources_remove(&app, "a", &err), "one is removed");
	is_file(
	    "# mine\n  set mouse off # no mouse\n\n# end\nsource b https://a.example/%F lang=ja\n",
	    "and nothing else");
	tap_ok(sources_remove(&app, "a", &err) && err.kind == ERROR_NOT_FOUND, "once");
	tap_ok(!sources_remove(&app, "b", &err) && !add(a, path, NULL, &err), "a path is added");
	is_file("# mine\n  set mouse off # no mouse\n\n# end\nsource a \"/x/a \\\"b\\\\\"\n",
		"in quotes");
}

static void
test_link(void)
{
	static char name[] = "a", url[] = "a.example";
	char link[512];
	struct app linked = app;
	char *words[] = {name, url};
	struct stat status;
	struct error err;

	snprintf(link, sizeof(link), "%s.link", app.config_file);
	write_file("# kept\n");
	linked.config_file = link;
	tap_ok(!symlink("config", link) && !sources_add(&linked, words, 2, &arena, NULL, &err),
	       "a file behind a link is changed");
	tap_ok(!lstat(link, &status) && S_ISLNK(status.st_mode), "the link stays one");
	is_file("# kept\nsource a https://a.example\n", "its file has the source");
}

int
main(void)
{
	char directory[] = "sources-test-XXXXXX";
	char made[64];
	char file[128];

	setenv("HOME", "/srv/reader", 1);
	arena_init(&arena);
	if (!mkdtemp(directory))
		return EXIT_FAILURE;
	snprintf(made, sizeof(made), "%s/made", directory);
	snprintf(file, sizeof(file), "%s/made/config", directory);
	app.config_file = file;
	test_addresses();
	test_options();
	test_mistakes();
	test_editing();
	test_link();
	test_reading();
	arena_release(&arena);
	tap_ok(!scratch_remove(made) && !scratch_remove(directory), "nothing is left");
	return tap_done();
}
