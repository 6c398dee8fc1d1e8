// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/commands/table.h"

#include <stdint.h>
#include <string.h>

#include "shoroku/base/i18n.h"

#include "commands.h"

#define OPTIONS(rows) .options = (rows), .option_count = ARRAY_LENGTH(rows)

// clang-format off
const struct command command_table[] = {
	{.name = "import",
	 .usage = "[--source NAME] [--format NAME] [--date DATE] [--dry-run] PATH...|-",
	 .help = N_("Take digests from files, directories or standard input into the archive."),
	 .notes = N_("What a file is, is told by its content. In directories every file is taken "
		     "whose name ends in .txt, .md, .markdown, .html, .htm, .xml, .rss, .atom, "
		     ".json, .jsonl, .eml, .mbox or .abs, with .gz behind it or not, and the "
		     "directories in it. Records are taken as list --format jsonl prints them. "
		     "Importing the same again changes nothing."),
	 OPTIONS(command_import_options),
	 .least = 1, .most = SIZE_MAX, .run = command_import_run},
	{.name = "fetch",
	 .usage = "[SOURCE...] [--since DATE] [--until DATE] [--days N] [--again]",
	 .help = N_("Ask sources for today, for missing days and for those not yet confirmed."),
	 .notes = N_("Without SOURCE all configured ones are asked. A day is complete when two fetches at "
		     "least six hours apart agree. With --since or --days the past is filled in: days that "
		     "are there and complete are not asked for again unless --again is given. What came is "
		     "stored while more is on its way; after ^C the next run goes on from there."),
	 OPTIONS(command_fetch_options),
	 .least = 0, .most = SIZE_MAX, .run = command_fetch_run},
	{.name = "list",
	 .usage = "[DATE] [--days] [--format FORMAT]",
	 .help = N_("List the papers of a day, a month or a year; of the newest day without DATE."),
	 .notes = N_("DATE is 2025-09-24, 2025-09, 2025, 9/24, today, yesterday, monday for the "
		     "last one, or -3 for three days ago."),
	 OPTIONS(command_list_options),
	 .least = 0, .most = 1, .run = command_list_run},
	{.name = "show",
	 .usage = "ENTRY... [--format FORMAT] [--plain] [--raw]",
	 .help = N_("Show papers with their sections, and where they came from."),
	 .notes = N_("ENTRY is an id, a key such as arxiv:2509.18058, DATE#N for the Nth paper of a "
		     "day as listed, or DATE/SOURCE#N."),
	 OPTIONS(command_show_options),
	 .least = 1, .most = SIZE_MAX, .run = command_show_run},
	{.name = "revisions",
	 .usage = "[DATE[/SOURCE]] [--format text|tsv|json|jsonl]",
	 .help = N_("List the inputs a day was read from, and what each changed; of the newest day "
		    "without DATE."),
	 .notes = N_("A poorer text of a day, with a paper or a section missing, is kept but not shown. "
		     "In the lines below a revision, + is a paper that came, - one that went, ~ one that "
		     "changed, as the present readers read both."),
	 OPTIONS(command_revisions_options),
	 .least = 0, .most = 1, .run = command_revisions_run},
	{.name = "similar",
	 .usage = "ENTRY [--limit N] [--format text|tsv|json|jsonl]",
	 .help = N_("List the papers that speak of the same as one, the nearest first."),
	 .notes = N_("ENTRY is what shoroku show takes. The same paper in another digest is none of them."),
	 OPTIONS(command_similar_options),
	 .least = 1, .most = 1, .run = command_similar_run},
	{.name = "search",
	 .usage = "[--format FORMAT] [--limit N] [--count] [--sort ORDER] QUERY...",
	 .help = N_("Find papers by words, fields and dates, the newest first."),
	 .notes = N_("Words must all be there; or, -not, ( ), \"phrase\", prefix*, and fields such as "
		     "title: author: tag: date: is: narrow the search. shoroku-query(7) tells all."),
	 OPTIONS(command_search_options),
	 .least = 1, .most = SIZE_MAX, .signed_words = true, .run = command_search_run},
	{.name = "export",
	 .usage = "[--format FORMAT] [--output FILE] [QUERY...|ENTRY...]",
	 .help = N_("Write papers for other programs: references, notes, records; all without QUERY."),
	 .notes = N_("Without --format it is what FILE ends in: .txt, .tsv, .json, .jsonl, .bib, .ris, "
		     ".csl.json, .md or .org. Records (jsonl) can be imported again. Lists of references "
		     "have a paper once. What a model wrote is labelled, and is never an abstract."),
	 OPTIONS(command_export_options),
	 .least = 0, .most = SIZE_MAX, .signed_words = true, .run = command_export_run},
	{.name = "stats",
	 .usage = "[DATE] [--by day|week|month|year|source|tag|author] [--limit N] [--format text|tsv|json|jsonl]",
	 .help = N_("Count papers and what was read, by time, source, tag or author."),
	 .notes = N_("DATE restricts the count to a year, a month or a day. A paper counts as read on the "
		     "day it was marked so. Authors are counted over the newest 20,000 papers."),
	 OPTIONS(command_stats_options),
	 .least = 0, .most = 1, .run = command_stats_run},
	{.name = "enrich",
	 .usage = "[--dry-run] [--limit N] [--again] [--api URL] [QUERY|DATE|ENTRY...]",
	 .help = N_("Ask arXiv for abstracts, dates and references of papers, and for the ids they lack."),
	 .notes = N_("Without words: every paper that has no abstract. A paper without an arXiv id is looked "
		     "for by its title and authors; what is not like enough is left and said. What was not "
		     "found is not asked about again for 30 days. Marks stay with the paper, and its former "
		     "key goes on naming it."),
	 OPTIONS(command_enrich_options),
	 .least = 0, .most = SIZE_MAX, .signed_words = true, .run = command_enrich_run},
	{.name = "fav",
	 .usage = "[--off] [--query] [--many] [--dry-run] ENTRY...|QUERY...",
	 .help = N_("Mark papers as favourites."),
	 .notes = N_("QUERY is what shoroku search takes, with at least one field, or any after --query. "
		     "All that is marked is one step for undo."),
	 OPTIONS(command_mark_options),
	 .least = 1, .most = SIZE_MAX, .signed_words = true, .run = command_fav_run},
	{.name = "tag",
	 .usage = "[--query] [--many] [--dry-run] +TAG|-TAG... ENTRY...|QUERY... | --rename OLD NEW",
	 .help = N_("Put tags on papers and take them off."),
	 .notes = N_("Words that begin with + or - are tags, but for those of a query such as -is:read and "
		     "what follows its first word; after -- all words are entries or a query. With --rename "
		     "every paper with the tag OLD has NEW instead, and two tags become one."),
	 OPTIONS(command_tag_options),
	 .least = 2, .most = SIZE_MAX, .signed_words = true, .run = command_tag_run},
	{.name = "read",
	 .usage = "[--off] [--query] [--many] [--dry-run] ENTRY...|QUERY...",
	 .help = N_("Mark papers as read."),
	 OPTIONS(command_mark_options),
	 .least = 1, .most = SIZE_MAX, .signed_words = true, .run = command_read_run},
	{.name = "rate",
	 .usage = "[--query] [--many] [--dry-run] N ENTRY...|QUERY...",
	 .help = N_("Rate papers from 1 to 5; 0 takes the rating away."),
	 .options = command_mark_options, .option_count = 3,
	 .least = 2, .most = SIZE_MAX, .signed_words = true, .run = command_rate_run},
	{.name = "note",
	 .usage = "ENTRY [TEXT...|-]",
	 .help = N_("Write a note on a paper, in the editor without TEXT."),
	 .notes = N_("The editor is that of VISUAL or EDITOR. With - the note is read from standard input. A "
		     "note without text is no note."),
	 .least = 1, .most = SIZE_MAX, .run = command_note_run},
	{.name = "undo",
	 .usage = "",
	 .help = N_("Take back the latest change of marks made on this device."),
	 .least = 0, .most = 0, .run = command_undo_run},
	{.name = "redo",
	 .usage = "",
	 .help = N_("Do again what was taken back last."),
	 .least = 0, .most = 0, .run = command_redo_run},
	{.name = "history",
	 .usage = "[--limit N] [--format text|tsv|json|jsonl] | restore STEP",
	 .help = N_("List what was done to marks on this device, or go back to a step."),
	 .notes = N_("restore makes all marks changed after STEP what they were right after it, as one step "
		     "that can be undone; 0 is before the first one."),
	 OPTIONS(command_history_options),
	 .least = 0, .most = 2, .run = command_history_run},
	{.name = "sources",
	 .usage = "[list|add NAME [URL] [OPTION=VALUE...]|remove NAME|test NAME|presets]",
	 .help = N_("List the places digests come from, add and remove them, try one."),
	 .notes = N_("URL is a page or feed, a page a day such as https://example.org/%Y-%m-%d, "
		     "categories of arXiv such as arxiv:cs.CL+astro-ph.GA, or a file or directory. "
		     "Without URL the source is the preset of that name. The options are told in "
		     "shoroku-config(5), where the file is that add and remove change. test asks for "
		     "one day and shows what would be stored, storing nothing."),
	 OPTIONS(command_sources_options),
	 .least = 0, .most = 66, .run = command_sources_run},
	{.name = "check",
	 .usage = "[--text [--below SCORE] [QUERY...]] [--dismiss ENTRY...]",
	 .help = N_("See whether the archive is whole and its search index says what the texts say."),
	 .notes = N_("With --text: which sections may belong to another paper, repeat one, are empty, "
		     "cut off, a model's apology or in another language, of papers that the query "
		     "finds. With --dismiss such warnings of the entries are never shown again; undo "
		     "brings them back."),
	 OPTIONS(command_check_options),
	 .least = 0, .most = SIZE_MAX, .signed_words = true, .run = command_check_run},
	{.name = "rebuild",
	 .usage = "[--parse]",
	 .help = N_("Make the search index anew from the texts."),
	 .notes = N_("With --parse the texts are made anew first, from the inputs as they are kept, by the "
		     "present readers. Marks stay, and what would be poorer is left as it is."),
	 OPTIONS(command_rebuild_options),
	 .least = 0, .most = 0, .run = command_rebuild_run},
	{.name = "keys",
	 .usage = "[--format text|tsv]",
	 .help = N_("Print what each key does in the reader, as the configuration has it."),
	 OPTIONS(command_keys_options),
	 .least = 0, .most = 0, .run = command_keys_run},
	{.name = "config",
	 .usage = "",
	 .help = N_("Check the configuration and print the settings."),
	 .least = 0, .most = 0, .run = command_config_run},
	{.name = "paths",
	 .usage = "",
	 .help = N_("Print where the archive and the configuration are."),
	 .least = 0, .most = 0, .run = command_paths_run},
	{.name = "help",
	 .usage = "[COMMAND|query]",
	 .help = N_("Explain a command or the query language, or list the commands."),
	 OPTIONS(command_help_options),
	 .least = 0, .most = 1, .run = command_help_run},
};

const struct command_option command_table_globals[COMMAND_GLOBALS] = {
	[COMMAND_DATA_DIR] = {"data-dir", "DIR", N_("keep the archive in DIR (or SHOROKU_DATA_DIR)")},
	[COMMAND_CONFIG] = {"config", "FILE", N_("read the configuration from FILE")},
	[COMMAND_COLOR] = {"color", "auto|always|never", N_("when to use colour and bold")},
	[COMMAND_QUIET] = {"quiet", NULL, N_("say nothing about what went well")},
	[COMMAND_VERSION] = {"version", NULL, N_("print the version")},
	[COMMAND_HELP] = {"help", NULL, N_("explain the program, or the command named")},
};
// clang-format on

const size_t command_table_size = ARRAY_LENGTH(command_table);

const struct command *
command_table_find(const char *name)
{
	for (size_t i = 0; i < command_table_size; i++) {
		if (!strcmp(command_table[i].name, name))
			return &command_table[i];
	}
	return NULL;
}
