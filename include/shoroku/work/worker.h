// SPDX-License-Identifier: GPL-3.0-or-later
// The one threading primitive: a thread that takes requests from a queue and answers with events,
// both by value. An event writes a byte to the wake-up pipe the owner polls. Idle means blocked.
#ifndef SHOROKU_WORK_WORKER_H
#define SHOROKU_WORK_WORKER_H

#include <stdbool.h>
#include <stddef.h>

struct worker;

struct worker_ops {
	// All run on the worker's thread. start() makes what the thread owns; its result is given to
	// the others. run() handles one request and may call worker_post(); it frees the request.
	void *(*start)(struct worker *worker, void *argument);
	void (*run)(struct worker *worker, void *state, void *request);
	void (*stop)(void *state);
	void (*free_event)(void *event); // for events nobody took
};

// `wake_fd` is the writing end of a non-blocking pipe, owned by the caller, or −1. Signals are
// blocked in the thread. NULL where no thread could be made.
struct worker *worker_start(const struct worker_ops *ops, void *argument, int wake_fd);

// Hands over a request (allocated by the caller, freed by run()). Never blocks on the thread's work.
void worker_send(struct worker *worker, void *request);

// From run() or start(): hands over an event, allocated there, freed by whoever takes it.
void worker_post(struct worker *worker, void *event);

// The oldest event not yet taken, or NULL. Never blocks.
void *worker_take(struct worker *worker);

// The oldest event not yet taken; waits for it. Only while a request is on its way that will post one.
void *worker_await(struct worker *worker);

// Finishes the requests already sent, ends the thread, frees everything. NULL is fine.
void worker_join(struct worker *worker);

#endif
