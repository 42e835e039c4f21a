#define _GNU_SOURCE
#include "GradusKernels.h"

#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

// One piece of work at a time is cut into parts, which the caller takes from the front and the workers from the back:
// each works on what it most likely worked on before, and nobody waits for a slow one while parts are left. A ticket in
// one word says which work it is, how many workers are to help, and which parts are left, so that whoever takes one
// knows that the work is not done, and that what describes it stays as it is until the part is.
#define PARTS 0xffffull
#define HELPERS 0xffull
#define TICKET(WORK, HELPING, END) ((uint64_t)(WORK) << 40 | (uint64_t)(HELPING) << 32 | (uint64_t)(END) << 16)

// About 100 microseconds: products come in bursts, and waking up takes as long as a small one.
static const int patience = 2500;

static _Atomic uint64_t ticket;
static _Atomic ptrdiff_t unfinished;
static void (*part_of_work)(void *, ptrdiff_t);
static void *work_context;

static atomic_flag taken = ATOMIC_FLAG_INIT;
static _Atomic int sleepers;
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t work_ready = PTHREAD_COND_INITIALIZER;

static pthread_t *workers;
static int worker_count;

static inline void pause_briefly(int turn) {
#if defined(__x86_64__)
  __builtin_ia32_pause();
#endif
  // Where there are more threads than processors, the one that is waited for must get its turn.
  if (turn % 64 == 63) sched_yield();
}

static bool has_parts(uint64_t seen) { return (seen & PARTS) < (seen >> 16 & PARTS); }

static void perform_part(uint64_t part) {
  part_of_work(work_context, (ptrdiff_t)part);
  atomic_fetch_sub(&unfinished, 1);
}

static bool perform_first_part(void) {
  uint64_t seen = atomic_load(&ticket);
  do {
    if (!has_parts(seen)) return false;
  } while (!atomic_compare_exchange_weak(&ticket, &seen, seen + 1));
  perform_part(seen & PARTS);
  return true;
}

static bool has_parts_for(uint64_t worker, uint64_t seen) { return has_parts(seen) && worker < (seen >> 32 & HELPERS); }

static bool perform_last_part(uint64_t worker) {
  uint64_t seen = atomic_load(&ticket);
  do {
    if (!has_parts_for(worker, seen)) return false;
  } while (!atomic_compare_exchange_weak(&ticket, &seen, seen - (PARTS + 1)));
  perform_part((seen >> 16 & PARTS) - 1);
  return true;
}

static void *wait_for_parts(void *context) {
  const uint64_t worker = (uint64_t)(uintptr_t)context;
  for (int turn = 0;; ++turn) {
    if (perform_last_part(worker)) turn = 0;
    if (turn < patience) {
      pause_briefly(turn);
      continue;
    }
    pthread_mutex_lock(&mutex);
    atomic_fetch_add(&sleepers, 1);
    while (!has_parts_for(worker, atomic_load(&ticket))) pthread_cond_wait(&work_ready, &mutex);
    atomic_fetch_sub(&sleepers, 1);
    pthread_mutex_unlock(&mutex);
    turn = 0;
  }
  return context;
}

// One worker for every processor but the caller's; they live as long as the process.
static void start_workers(void) {
  int count = gradus_processor_count() - 1;
  if (count < 1 || !(workers = calloc((size_t)count, sizeof *workers))) return;
  for (int i = 0; i < count; ++i) {
    if (pthread_create(&workers[i], NULL, wait_for_parts, (void *)(uintptr_t)i) != 0) break;
    pthread_detach(workers[worker_count++]);
  }
}

#if defined(__linux__)
// A worker that is woken on the caller's processor would wait for the caller.
static void keep_off_this_processor(void) {
  static int callers = -1;
  int processor = sched_getcpu();
  cpu_set_t allowed;
  // The main thread's mask is that of the process.
  if (processor == callers || processor < 0 || sched_getaffinity(getpid(), sizeof allowed, &allowed) != 0) return;
  callers = processor;
  CPU_CLR(processor, &allowed);
  if (CPU_COUNT(&allowed) == 0) return;
  for (int i = 0; i < worker_count; ++i) pthread_setaffinity_np(workers[i], sizeof allowed, &allowed);
}
#else
static void keep_off_this_processor(void) {}
#endif

void gradus_perform(ptrdiff_t count, ptrdiff_t threads, void (*part)(void *context, ptrdiff_t index), void *context) {
  static pthread_once_t started = PTHREAD_ONCE_INIT;
  pthread_once(&started, start_workers);
  // Whoever comes while others are served does the work alone.
  if (count < 2 || count > (ptrdiff_t)PARTS || threads < 2 || worker_count == 0 || atomic_flag_test_and_set(&taken)) {
    for (ptrdiff_t index = 0; index < count; ++index) part(context, index);
    return;
  }
  keep_off_this_processor();
  part_of_work = part;
  work_context = context;
  atomic_store(&unfinished, count);
  const uint64_t helpers = threads - 1 < (ptrdiff_t)HELPERS ? (uint64_t)(threads - 1) : HELPERS;
  atomic_store(&ticket, TICKET((atomic_load(&ticket) >> 40) + 1, helpers, count));
  if (atomic_load(&sleepers) > 0) {
    pthread_mutex_lock(&mutex);
    pthread_cond_broadcast(&work_ready);
    pthread_mutex_unlock(&mutex);
  }
  while (perform_first_part()) {}
  for (int turn = 0; atomic_load(&unfinished) > 0; ++turn) pause_briefly(turn);
  atomic_flag_clear(&taken);
}
