// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "tui/wakeup.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include "shoroku/base/compiler.h"
#include "shoroku/base/i18n.h"

// Bytes that mean a signal; workers write 'e' (work/worker.h).
static const struct {
	int number;
	char byte;
} signals[] = {
    {SIGWINCH, 'w'}, {SIGTSTP, 's'}, {SIGCONT, 'c'}, {SIGTERM, 'q'},
    {SIGHUP, 'q'},   {SIGINT, 'q'},  {SIGCHLD, 'd'},
};

// A signal handler has no other way to find the pipe.
static int pipe_fds[2] = {-1, -1};
static volatile sig_atomic_t ending;

static void
handle(int number)
{
	int saved = errno;

	for (size_t i = 0; i < ARRAY_LENGTH(signals); i++) {
		if (signals[i].number == number) {
			ssize_t written = write(pipe_fds[1], &signals[i].byte, 1);

			(void)written; // a full pipe wakes the reader as well
			if (signals[i].byte == 'q')
				ending = 1;
		}
	}
	errno = saved;
}

int
wakeup_open(struct error *err)
{
	struct sigaction action = {.sa_handler = handle, .sa_flags = SA_RESTART};

	if (pipe2(pipe_fds, O_NONBLOCK | O_CLOEXEC))
		return error_set_errno(err, errno, _("cannot make a pipe"));
	ending = 0;
	sigemptyset(&action.sa_mask);
	for (size_t i = 0; i < ARRAY_LENGTH(signals); i++)
		sigaction(signals[i].number, &action, NULL);
	return 0;
}

void
wakeup_close(void)
{
	struct sigaction standard = {.sa_handler = SIG_DFL};

	for (size_t i = 0; i < ARRAY_LENGTH(signals); i++)
		sigaction(signals[i].number, &standard, NULL);
	for (int i = 0; i < 2; i++) {
		if (pipe_fds[i] >= 0)
			close(pipe_fds[i]);
		pipe_fds[i] = -1;
	}
}

int
wakeup_read_fd(void)
{
	return pipe_fds[0];
}

int
wakeup_write_fd(void)
{
	return pipe_fds[1];
}

bool
wakeup_is_ending(void)
{
	return ending;
}

struct wakeup
wakeup_collect(void)
{
	struct wakeup wakeup = {0};
	char bytes[256];
	ssize_t count;

	while ((count = read(pipe_fds[0], bytes, sizeof(bytes))) > 0) {
		for (ssize_t i = 0; i < count; i++) {
			wakeup.resized |= bytes[i] == 'w';
			wakeup.stopped |= bytes[i] == 's';
			wakeup.continued |= bytes[i] == 'c';
			wakeup.ended |= bytes[i] == 'q';
			wakeup.child |= bytes[i] == 'd';
			wakeup.worker |= bytes[i] == 'e';
		}
	}
	return wakeup;
}
