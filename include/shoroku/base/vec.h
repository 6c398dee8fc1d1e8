// SPDX-License-Identifier: GPL-3.0-or-later
// A growing array of any type: `struct { T *items; size_t count, capacity; }`, declared by VEC(T).
// vec_push() returns the address of a new zeroed element, valid until the next push.
#ifndef SHOROKU_BASE_VEC_H
#define SHOROKU_BASE_VEC_H

#include <stddef.h>
#include <string.h>

#define VEC(T)                                                                                     \
	struct {                                                                                   \
		T *items;                                                                          \
		size_t count;                                                                      \
		size_t capacity;                                                                   \
	}

#define vec_push(v)                                                                                \
	((v)->items = (v)->count < (v)->capacity                                                   \
			  ? (v)->items                                                             \
			  : vec_grow((v)->items, &(v)->capacity, sizeof(*(v)->items)),             \
	 memset(&(v)->items[(v)->count], 0, sizeof(*(v)->items)), &(v)->items[(v)->count++])

// Room for `wanted` elements in all, which the caller then fills; `count` stays as it is.
#define vec_reserve(v, wanted)                                                                     \
	((v)->items = (wanted) <= (v)->capacity ? (v)->items                                       \
						: vec_grow_to((v)->items, &(v)->capacity,          \
							      (wanted), sizeof(*(v)->items)))

#define vec_clear(v) ((void)((v)->count = 0))

#define vec_release(v) (vec_free((v)->items), (v)->items = NULL, (v)->count = (v)->capacity = 0)

// The functions behind the macros; not called by name elsewhere.
void *vec_grow_to(void *items, size_t *capacity, size_t wanted, size_t size);
void *vec_grow(void *items, size_t *capacity, size_t size);
void vec_free(void *items);

#endif
