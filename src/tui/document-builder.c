// SPDX-License-Identifier: GPL-3.0-or-later
#include "tui/document-builder.h"

#include <string.h>

struct document_line *
document_builder_add(struct document_builder *builder, int part, size_t offset,
		     enum style_role role)
{
	struct document_line *line = vec_push(&builder->document->lines);

	*line = (struct document_line){.text = "", .role = role, .part = part, .offset = offset};
	return line;
}

int
document_builder_wrap(struct document_builder *builder, int part, int indent, const char *text,
		      enum style_role role)
{
	const struct document_layout *layout = builder->layout;
	const char *kept = arena_strdup(&builder->document->arena, text);
	struct wrap_lines lines = {0};
	int result;

	result = wrap_text(builder->wrap, kept, strlen(kept), (size_t)(layout->columns - indent),
			   layout->ambiguous, &lines, builder->err);
	for (size_t i = 0; !result && i < lines.list.count; i++) {
		const struct wrap_line *wrapped = &lines.list.items[i];
		struct document_line *line =
		    document_builder_add(builder, part, wrapped->start, role);

		line->indent = indent;
		line->text = kept + wrapped->start;
		line->length = wrapped->end - wrapped->start;
	}
	wrap_lines_release(&lines);
	return result;
}
