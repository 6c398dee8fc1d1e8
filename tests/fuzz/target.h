// SPDX-License-Identifier: GPL-3.0-or-later
// The one function of a fuzz target, named by libFuzzer.
#ifndef TESTS_FUZZ_TARGET_H
#define TESTS_FUZZ_TARGET_H

#include <stddef.h>
#include <stdint.h>

// Aborts where a promise is broken. https://llvm.org/docs/LibFuzzer.html#fuzz-target
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

#endif
