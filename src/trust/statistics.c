// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/trust/statistics.h"

#include <math.h>

double
statistics_weigh(const struct trust_statistics *statistics, uint32_t token, bool word)
{
	double all = (word ? statistics->all : statistics->east) + 1;
	double weight =
	    log(all / (statistics->papers(statistics->context, token) + 0.5) / TRUST_COMMON);

	return weight > 0 ? weight : 0;
}
