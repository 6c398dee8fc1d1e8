// SPDX-License-Identifier: GPL-3.0-or-later
// Reads JSON from standard input and prints the value the steps lead to: a member's name, an
// array's index, "#" for a count, "@" for an object's names in order. -j SEP joins an array.
// Exit 1 where a step leads nowhere, 2 where the input is no JSON.
#include <ctype.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void
print_value(const json_t *value)
{
	if (json_is_string(value)) {
		fputs(json_string_value(value), stdout);
	} else {
		char *text = json_dumps(value, JSON_ENCODE_ANY);

		fputs(text ? text : "", stdout);
		free(text);
	}
}

static void
print_names(json_t *object)
{
	const char *between = "";
	const char *name;
	json_t *value;

	json_object_foreach(object, name, value)
	{
		printf("%s%s", between, name);
		between = " ";
	}
	putchar('\n');
}

static void
print_joined(const json_t *array, const char *separator)
{
	for (size_t i = 0; i < json_array_size(array); i++) {
		fputs(i ? separator : "", stdout);
		print_value(json_array_get(array, i));
	}
	putchar('\n');
}

// Follows the steps from `value` and prints what they lead to.
static int
follow(json_t *value, char *const *steps, int count, const char *separator)
{
	for (int i = 0; i < count; i++) {
		if (!strcmp(steps[i], "#")) {
			printf("%zu\n", json_is_array(value) ? json_array_size(value)
							     : json_object_size(value));
			return 0;
		}
		if (!strcmp(steps[i], "@")) {
			print_names(value);
			return 0;
		}
		value = isdigit((unsigned char)steps[i][0])
			    ? json_array_get(value, strtoul(steps[i], NULL, 10))
			    : json_object_get(value, steps[i]);
		if (!value)
			return 1;
	}
	if (separator) {
		print_joined(value, separator);
	} else {
		print_value(value);
		putchar('\n');
	}
	return 0;
}

int
main(int argc, char **argv)
{
	const char *separator = NULL;
	json_error_t error;
	json_t *root = json_loadf(stdin, 0, &error);
	int first = 1;
	int result;

	if (!root) {
		fprintf(stderr, "json-query: line %d: %s\n", error.line, error.text);
		return 2;
	}
	if (argc > 2 && !strcmp(argv[1], "-j")) {
		separator = argv[2];
		first = 3;
	}
	result = follow(root, argv + first, argc - first, separator);
	json_decref(root);
	return result;
}
