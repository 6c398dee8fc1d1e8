// SPDX-License-Identifier: GPL-3.0-or-later
// Which part of a name a list shows.
#include "shoroku/model/name.h"

#include "tap.h"

static const struct {
	const char *name;
	const char *family;
} names[] = {
    {"Jimmy Ba", "Ba"},
    {"Zoran Nikoli\u0107", "Nikoli\u0107"},
    {"山田 太郎", "山田"},
    {"山田太郎", "山田太郎"},
    {"ジョン・スミス", "ジョン・スミス"},
    {"김 민준", "김"},
    {"George van den Driessche", "van den Driessche"},
    {"Ludwig van Beethoven", "van Beethoven"},
    {"J. R. Smith Jr.", "Smith"},
    {"Plato", "Plato"},
    {"van Gogh", "Gogh"},
    {"Jr.", "Jr."},
    {"", ""},
    {"DeepSeek-AI ", "DeepSeek-AI"},
};

int
main(void)
{
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		size_t length;
		const char *family = name_family(names[i].name, &length);
		char *copy = strndup(family, length);

		tap_is_str(copy, names[i].family, names[i].name);
		free(copy);
	}
	return tap_done();
}
