// SPDX-License-Identifier: GPL-3.0-or-later
// Random marks with aliases in between, undone one by one and done again: what every entry shows is what
// a model says that knows no inverse events, but applies the steps that are left from the beginning.
#include <unistd.h>

#include "shoroku/archive/journal.h"
#include "shoroku/archive/load.h"
#include "shoroku/archive/store.h"
#include "shoroku/base/strbuf.h"
#include "scratch.h"
#include "tap.h"

enum { KEYS = 6, FIELDS = 5, STEPS = 24, SEEDS = 40 };

static const char *const keys[KEYS] = {"title:a",    "title:b", "doi:10.1/x",
				       "doi:10.1/y", "arxiv:1", "arxiv:2"};
static const char *const fields[FIELDS] = {"favourite", "read", "tag:t", "rating", "note"};

static char directory[] = "alias-test-XXXXXX";
static struct error err;

// --- the model

struct step {
	bool is_alias;
	int key;   // of the mark, or the former one
	int other; // the key an alias leads to
	int field;
	int value; // 0: taken away
};

struct value {
	int value; // 0: none
	int step;
};

struct model {
	struct step steps[STEPS];
	int count;
	int done;      // steps that are not undone
	int now[KEYS]; // the key each leads to, as of all aliases
};

static int
strength(int key)
{
	return key / 2;
}

static void
lead_on(int now[KEYS], int former, int other)
{
	int from = now[former];

	if (strength(from) >= strength(now[other]))
		return;
	for (int i = 0; i < KEYS; i++) {
		if (now[i] == from)
			now[i] = now[other];
	}
}

// Steps of marks that changed nothing are none, so the model must know.
static int
shown(struct value raw[KEYS][FIELDS], const int now[KEYS], int key, int field, int notes[KEYS])
{
	int newest = -1;
	int count = 0;

	for (int turn = 0; turn < KEYS; turn++) {
		int next = -1;

		for (int i = 0; i < KEYS; i++) {
			if (now[i] == now[key] && raw[i][field].value &&
			    (newest < 0 || raw[i][field].step > raw[newest][field].step) &&
			    (next < 0 || raw[i][field].step < raw[next][field].step))
				next = i;
		}
		if (next < 0)
			break;
		newest = next;
		notes[count++] = raw[next][field].value;
	}
	return count;
}

static void
apply_mark(struct value raw[KEYS][FIELDS], const int now[KEYS], const struct step *step, int number)
{
	for (int i = 0; i < KEYS; i++) {
		if (now[i] == now[step->key] && raw[i][step->field].value)
			raw[i][step->field] = (struct value){0, number};
	}
	raw[now[step->key]][step->field] = (struct value){step->value, number};
}

// What is left when only the first `done` marks are, with every alias there is now.
static void
replay(const struct model *model, struct value raw[KEYS][FIELDS])
{
	int now[KEYS] = {0, 1, 2, 3, 4, 5};
	int marks = 0;

	memset(raw, 0, sizeof(struct value[KEYS][FIELDS]));
	for (int i = 0; i < model->count; i++) {
		const struct step *step = &model->steps[i];

		if (step->is_alias)
			lead_on(now, step->key, step->other);
		else if (marks++ < model->done)
			apply_mark(raw, now, step, i + 1);
	}
}

static void
describe_model(const struct model *model, int key, struct strbuf *out)
{
	struct value raw[KEYS][FIELDS];

	replay(model, raw);
	strbuf_clear(out);
	for (int field = 0; field < FIELDS; field++) {
		int values[KEYS];
		int count = shown(raw, model->now, key, field, values);

		strbuf_add_byte(out, ' ');
		if (count && field < 3)
			strbuf_add_byte(out, '1');
		else if (count && field == 3)
			strbuf_addf(out, "%d", values[count - 1]);
		for (int i = 0; i < count && field == 4; i++) {
			bool again = false;

			for (int j = 0; j < i; j++)
				again |= values[j] == values[i];
			if (!again)
				strbuf_addf(out, "n%d ", values[i]);
		}
	}
}

// --- the archive

static struct archive *
open_archive(enum archive_mode mode)
{
	struct archive *archive = archive_open(directory, mode, &err);

	if (!archive)
		BUG("%s", err.text);
	return archive;
}

static void
store_papers(void)
{
	struct archive *archive = open_archive(ARCHIVE_IMPORT);
	struct entry entries[KEYS] = {0};
	struct digest digest = {
	    .date = 20000, .source = "s", .lang = "en", .entries = entries, .entry_count = KEYS};
	struct store_raw raw = {"x", 1, "test", "test", 1, NULL};
	enum store_outcome outcome;

	for (int i = 0; i < KEYS; i++) {
		entries[i].paper.title = keys[i];
		entries[i].paper.key = keys[i];
	}
	if (store_digest(archive, &digest, &raw, &outcome, &err))
		BUG("%s", err.text);
	archive_close(archive);
}

static void
describe_entry(const struct marks *marks, struct strbuf *out)
{
	strbuf_clear(out);
	strbuf_addf(out, " %s %s %s ", marks->favourite ? "1" : "", marks->read ? "1" : "",
		    marks->tag_count ? "1" : "");
	if (marks->rating)
		strbuf_addf(out, "%d", marks->rating);
	strbuf_add_byte(out, ' ');
	for (const char *note = marks->note; note && *note;) {
		size_t length = strcspn(note, "\n");

		strbuf_addf(out, "%.*s ", (int)length, note);
		note += length + strspn(note + length, "\n");
	}
}

static bool
is_as_modelled(struct archive *archive, const struct model *model, unsigned seed, const char *when)
{
	struct load_entries entries;
	struct strbuf got;
	struct strbuf want;
	struct arena arena;
	bool same = true;

	arena_init(&arena);
	strbuf_init(&got);
	strbuf_init(&want);
	if (load_entries(archive, &arena, (struct date_range){20000, 20000}, false, &entries, &err))
		BUG("%s", err.text);
	for (int i = 0; i < KEYS && same; i++) {
		describe_entry(&entries.items[i].marks, &got);
		describe_model(model, i, &want);
		same = !strcmp(got.data, want.data);
		if (!same)
			tap_note("seed %u, %s, %d of %d steps, %s: got '%s', want '%s'", seed, when,
				 model->done, model->count, keys[i], got.data, want.data);
	}
	strbuf_release(&got);
	strbuf_release(&want);
	arena_release(&arena);
	return same;
}

static unsigned
next_random(unsigned *state, unsigned below)
{
	*state = *state * 1664525u + 1013904223u;
	return (*state >> 16) % below;
}

static bool
make_mark(struct archive *archive, struct arena *arena, struct model *model, struct step step)
{
	struct journal_report report;
	char value[16];
	struct journal_change change = {keys[step.key], fields[step.field], NULL};

	snprintf(value, sizeof(value), step.field == 4 ? "n%d" : "%d",
		 step.field < 3 ? 1 : step.value);
	change.value = step.value ? value : NULL;
	if (journal_apply(archive, arena, &change, 1, JOURNAL_USER, &report, &err))
		BUG("%s", err.text);
	if (!report.step)
		return true;
	model->steps[model->count++] = step;
	model->done++;
	return report.changed == 1;
}

static bool
make_alias(struct archive *archive, struct arena *arena, struct model *model, int former, int other)
{
	bool made;
	bool want = strength(model->now[former]) < strength(model->now[other]);

	if (journal_alias(archive, arena, keys[former], keys[other], &made, &err))
		BUG("%s", err.text);
	if (want)
		model->steps[model->count++] =
		    (struct step){.is_alias = true, .key = former, .other = other};
	lead_on(model->now, former, other);
	return made == want;
}

static bool
run_steps(struct archive *archive, struct arena *arena, struct model *model, unsigned seed)
{
	unsigned state = seed;
	bool good = true;

	while (model->count < STEPS && good) {
		int key = (int)next_random(&state, KEYS);
		int other = (int)next_random(&state, KEYS);
		int field = (int)next_random(&state, FIELDS);
		int value = (int)next_random(&state, 4);

		if (next_random(&state, 5) == 0)
			good = make_alias(archive, arena, model, key, other);
		else
			good = make_mark(archive, arena, model,
					 (struct step){.key = key,
						       .field = field,
						       .value = field < 3 ? value > 0 : value});
		good = good && is_as_modelled(archive, model, seed, "marked");
	}
	return good;
}

static bool
run_back_and_forth(struct archive *archive, struct arena *arena, struct model *model, unsigned seed)
{
	struct journal_report report;
	int marks = model->done;
	bool good = true;

	while (good && model->done > 0) {
		if (journal_undo(archive, arena, &report, &err))
			BUG("%s", err.text);
		model->done--;
		good = report.left == 0 && report.changed == 1 &&
		       is_as_modelled(archive, model, seed, "undone");
	}
	good = good && journal_undo(archive, arena, &report, &err);
	while (good && model->done < marks) {
		if (journal_redo(archive, arena, &report, &err))
			BUG("%s", err.text);
		model->done++;
		good = report.left == 0 && is_as_modelled(archive, model, seed, "redone");
	}
	return good;
}

static void
test_seed(unsigned seed)
{
	struct model model = {.now = {0, 1, 2, 3, 4, 5}};
	struct archive *archive;
	struct arena arena;
	bool good;

	if (archive_prepare(directory, &err))
		BUG("%s", err.text);
	store_papers();
	arena_init(&arena);
	archive = open_archive(ARCHIVE_MARK);
	if (journal_repair(archive, &err))
		BUG("%s", err.text);
	good = run_steps(archive, &arena, &model, seed);
	tap_ok(good, "seed %u: marks and aliases", seed);
	tap_ok(good && run_back_and_forth(archive, &arena, &model, seed),
	       "seed %u: undone one by one and done again", seed);
	arena_release(&arena);
	archive_close(archive);
	scratch_empty(directory);
}

int
main(void)
{
	if (!mkdtemp(directory))
		BUG("no directory");
	for (unsigned seed = 1; seed <= SEEDS; seed++)
		test_seed(seed);
	scratch_remove(directory);
	return tap_done();
}
