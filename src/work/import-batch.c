// SPDX-License-Identifier: GPL-3.0-or-later
#include "work/import-batch.h"

#define MOST_DIGESTS 512
#define MOST_BYTES ((size_t)8 << 20)

// What it takes in the transaction.
static size_t
item_count(const struct import_waiting *input)
{
	size_t digests = input->parsed.digest_count;

	return digests > input->answer_count ? digests : input->answer_count;
}

void
import_batch_add(struct import_batch *batch, const struct import_waiting *input)
{
	struct import_waiting *waiting = vec_push(&batch->inputs);

	*waiting = *input;
	waiting->name = arena_strdup(&waiting->arena, input->name);
	waiting->origin = arena_strdup(&waiting->arena, input->origin);
	batch->bytes += input->bytes.length;
	batch->digests += item_count(input);
}

bool
import_batch_is_full(const struct import_batch *batch)
{
	return batch->digests >= MOST_DIGESTS || batch->bytes >= MOST_BYTES;
}

static void
clear(struct import_batch *batch)
{
	for (size_t i = 0; i < batch->inputs.count; i++) {
		strbuf_release(&batch->inputs.items[i].bytes);
		arena_release(&batch->inputs.items[i].arena);
	}
	vec_clear(&batch->inputs);
	batch->bytes = batch->digests = 0;
}

static struct store_item
item_of(const struct import_waiting *input, size_t index)
{
	struct fetched_answer *answer = index < input->answer_count && input->answers[index].source
					    ? &input->answers[index]
					    : NULL;

	return (struct store_item){
	    .digest = index < input->parsed.digest_count ? &input->parsed.digests[index] : NULL,
	    .fetched = answer,
	    .raw =
		{
		    .bytes = input->bytes.data,
		    .length = input->bytes.length,
		    .name = input->name,
		    .origin = input->origin,
		    .reader = input->parsed.reader.name,
		    .reader_version = input->parsed.reader.version,
		},
	};
}

int
import_batch_store(struct import_batch *batch, struct archive *archive,
		   void (*told)(void *context, const struct import_waiting *input,
				const struct store_item *item),
		   void *context, struct error *err)
{
	VEC(struct store_item) items = {0};
	size_t next = 0;
	int result;

	for (size_t i = 0; i < batch->inputs.count; i++) {
		const struct import_waiting *input = &batch->inputs.items[i];

		for (size_t j = 0; j < item_count(input); j++)
			*vec_push(&items) = item_of(input, j);
	}
	result = items.count ? store_digests(archive, items.items, items.count, err) : 0;
	for (size_t i = 0; !result && i < batch->inputs.count; i++) {
		const struct import_waiting *input = &batch->inputs.items[i];

		for (size_t j = 0; j < item_count(input); j++)
			told(context, input, &items.items[next++]);
	}
	vec_release(&items);
	clear(batch);
	return result;
}

void
import_batch_release(struct import_batch *batch)
{
	clear(batch);
	vec_release(&batch->inputs);
}
