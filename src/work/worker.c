// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/work/worker.h"

#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

#include "shoroku/base/memory.h"

struct node {
	struct node *next;
	void *item;
};

// A singly linked first-in first-out list.
struct queue {
	struct node *head;
	struct node *tail;
};

struct worker {
	const struct worker_ops *ops;
	void *argument;
	int wake_fd;
	pthread_t thread;
	pthread_mutex_t lock; // guards all below
	pthread_cond_t wanted;
	pthread_cond_t posted;
	struct queue requests;
	struct queue events;
	bool ending;
};

static void
queue_put(struct queue *queue, void *item)
{
	struct node *node = memory_alloc(sizeof(*node));

	node->item = item;
	if (queue->tail)
		queue->tail->next = node;
	else
		queue->head = node;
	queue->tail = node;
}

static void *
queue_get(struct queue *queue)
{
	struct node *node = queue->head;
	void *item;

	if (!node)
		return NULL;
	queue->head = node->next;
	if (!queue->head)
		queue->tail = NULL;
	item = node->item;
	free(node);
	return item;
}

// Waits for a request; NULL when the worker is to end and all of them are done.
static void *
next_request(struct worker *worker)
{
	void *request;

	pthread_mutex_lock(&worker->lock);
	while (!(request = queue_get(&worker->requests)) && !worker->ending)
		pthread_cond_wait(&worker->wanted, &worker->lock);
	pthread_mutex_unlock(&worker->lock);
	return request;
}

static void *
thread_main(void *argument)
{
	struct worker *worker = argument;
	void *state = worker->ops->start(worker, worker->argument);
	void *request;

	while ((request = next_request(worker)))
		worker->ops->run(worker, state, request);
	worker->ops->stop(state);
	return NULL;
}

struct worker *
worker_start(const struct worker_ops *ops, void *argument, int wake_fd)
{
	struct worker *worker = memory_alloc(sizeof(*worker));
	sigset_t all;
	sigset_t former;
	int failed;

	worker->ops = ops;
	worker->argument = argument;
	worker->wake_fd = wake_fd;
	pthread_mutex_init(&worker->lock, NULL);
	pthread_cond_init(&worker->wanted, NULL);
	pthread_cond_init(&worker->posted, NULL);
	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &former);
	failed = pthread_create(&worker->thread, NULL, thread_main, worker);
	pthread_sigmask(SIG_SETMASK, &former, NULL);
	if (failed) {
		pthread_cond_destroy(&worker->posted);
		pthread_cond_destroy(&worker->wanted);
		pthread_mutex_destroy(&worker->lock);
		free(worker);
		return NULL;
	}
	return worker;
}

void
worker_send(struct worker *worker, void *request)
{
	pthread_mutex_lock(&worker->lock);
	queue_put(&worker->requests, request);
	pthread_cond_signal(&worker->wanted);
	pthread_mutex_unlock(&worker->lock);
}

void
worker_post(struct worker *worker, void *event)
{
	pthread_mutex_lock(&worker->lock);
	queue_put(&worker->events, event);
	pthread_cond_signal(&worker->posted);
	pthread_mutex_unlock(&worker->lock);
	if (worker->wake_fd >= 0) {
		// A full pipe already holds enough bytes to wake its reader.
		ssize_t written = write(worker->wake_fd, "e", 1);

		(void)written;
	}
}

void *
worker_take(struct worker *worker)
{
	void *event;

	pthread_mutex_lock(&worker->lock);
	event = queue_get(&worker->events);
	pthread_mutex_unlock(&worker->lock);
	return event;
}

void *
worker_await(struct worker *worker)
{
	void *event;

	pthread_mutex_lock(&worker->lock);
	while (!(event = queue_get(&worker->events)))
		pthread_cond_wait(&worker->posted, &worker->lock);
	pthread_mutex_unlock(&worker->lock);
	return event;
}

void
worker_join(struct worker *worker)
{
	void *event;

	if (!worker)
		return;
	pthread_mutex_lock(&worker->lock);
	worker->ending = true;
	pthread_cond_signal(&worker->wanted);
	pthread_mutex_unlock(&worker->lock);
	pthread_join(worker->thread, NULL);
	while ((event = queue_get(&worker->events)))
		worker->ops->free_event(event);
	pthread_cond_destroy(&worker->posted);
	pthread_cond_destroy(&worker->wanted);
	pthread_mutex_destroy(&worker->lock);
	free(worker);
}
