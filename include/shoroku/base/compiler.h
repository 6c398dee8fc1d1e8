// SPDX-License-Identifier: GPL-3.0-or-later
// Attributes under names of our own, so that a compiler without them needs one edit.
#ifndef SHOROKU_BASE_COMPILER_H
#define SHOROKU_BASE_COMPILER_H

#define PRINTF_LIKE(at, first) __attribute__((format(printf, at, first)))
#define ERROR_CHECKED __attribute__((warn_unused_result))
#define NO_RETURN __attribute__((noreturn))
#define ARRAY_LENGTH(a) (sizeof(a) / sizeof((a)[0]))

// Memory that will soon be read.
#define PREFETCH(address) __builtin_prefetch(address)

#endif
