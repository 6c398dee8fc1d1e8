// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/trust/statistics.h"

#include <math.h>

static double
weigh(double all, double papers)
{
	return log((all + 1) / (papers + 0.5) / TRUST_COMMON);
}

struct trust_statistics
statistics_make(double (*papers)(void *context, uint32_t token), void *context, double all,
		double east)
{
	return (struct trust_statistics){
	    papers, context, {east, all}, {weigh(east, 0), weigh(all, 0)}};
}

// Asked for each word of every paper, nearly all of which are seldom or common ones.
double
statistics_weigh(const struct trust_statistics *statistics, uint32_t token, bool word)
{
	double papers = statistics->papers(statistics->context, token);
	double all = statistics->all[word];

	if (papers <= 0)
		return statistics->unknown[word];
	return (papers + 0.5) * TRUST_COMMON >= all + 1 ? 0 : weigh(all, papers);
}
