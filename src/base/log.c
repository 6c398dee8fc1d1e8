// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/base/log.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <unistd.h>

#include "shoroku/base/clock.h"
#include "shoroku/base/i18n.h"

// The one mutable global besides main's: everyone may log.
static struct {
	pthread_mutex_t lock;
	FILE *file;
	enum log_level threshold;
} logger = {.lock = PTHREAD_MUTEX_INITIALIZER};

int
log_open(const char *path, enum log_level threshold, struct error *err)
{
	int fd = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
	FILE *file = fd >= 0 ? fdopen(fd, "a") : NULL;

	if (!file) {
		error_set_errno(err, errno, _("cannot open the log file %s"), path);
		if (fd >= 0)
			close(fd);
		return -1;
	}
	log_close();
	pthread_mutex_lock(&logger.lock);
	logger.file = file;
	logger.threshold = threshold;
	pthread_mutex_unlock(&logger.lock);
	return 0;
}

void
log_close(void)
{
	pthread_mutex_lock(&logger.lock);
	if (logger.file)
		fclose(logger.file);
	logger.file = NULL;
	pthread_mutex_unlock(&logger.lock);
}

static void
write_escaped(FILE *file, const char *text)
{
	for (; *text; text++) {
		unsigned char byte = (unsigned char)*text;

		if (byte < ' ' || byte == 127)
			fprintf(file, "\\x%02X", byte);
		else
			fputc(byte, file);
	}
}

void
log_message(enum log_level level, const char *format, ...)
{
	static const char *const names[] = {"error", "warning", "info", "debug"};
	char text[1024];
	va_list ap;

	va_start(ap, format);
	vsnprintf(text, sizeof(text), format, ap);
	va_end(ap);
	pthread_mutex_lock(&logger.lock);
	if (logger.file && level <= logger.threshold) {
		fprintf(logger.file, "%lld %s ", (long long)clock_now_ms(), names[level]);
		write_escaped(logger.file, text);
		fputc('\n', logger.file);
		fflush(logger.file);
	}
	pthread_mutex_unlock(&logger.lock);
}
