// SPDX-License-Identifier: GPL-3.0-or-later
// The self-pipe: signals and worker threads write a byte to it, the reader's one poll() reads it.
#ifndef TUI_WAKEUP_H
#define TUI_WAKEUP_H

#include <stdbool.h>

#include "shoroku/base/error.h"

struct wakeup {
	bool resized;
	bool stopped;	// SIGTSTP from outside
	bool continued; // SIGCONT: another program may have drawn meanwhile
	bool ended;	// SIGTERM, SIGHUP, SIGINT
	bool child;	// SIGCHLD: a program has ended
	bool worker;	// a worker has an event
};

// Makes the pipe and takes the signals. One at a time in a process.
int wakeup_open(struct error *err) ERROR_CHECKED;
void wakeup_close(void);

int wakeup_read_fd(void);
int wakeup_write_fd(void);

// Whether SIGTERM, SIGHUP or SIGINT ever came; for who waits without reading the pipe.
bool wakeup_is_ending(void);

// What has happened since the last call; empties the pipe.
struct wakeup wakeup_collect(void);

#endif
