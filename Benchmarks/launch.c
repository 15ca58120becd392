/*
 * Runs one command and prints what it cost, as one line of numbers:
 *
 *     exit-status wall-µs user-µs system-µs peak-resident-KiB
 *
 *     launch LOG COMMAND [ARGUMENT ...]
 *
 * The command's output goes to the file LOG; its input is the file that LAUNCH_INPUT names, or nothing. A small C program does this because a child's peak resident size starts
 * at the size of whoever launched it, and because an interpreter's own start of a child would hide a start of 1 ms.
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

extern char **environ;

static long long microseconds(struct timeval time)
{
    return time.tv_sec * 1000000LL + time.tv_usec;
}

int main(int count, char **arguments)
{
    if (count < 3) {
        fprintf(stderr, "usage: launch LOG COMMAND [ARGUMENT ...]\n");
        return 2;
    }

    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    const char *input = getenv("LAUNCH_INPUT");
    posix_spawn_file_actions_addopen(&files, 0, input ? input : "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&files, 1, arguments[1], O_WRONLY | O_CREAT | O_TRUNC, 0644);
    posix_spawn_file_actions_adddup2(&files, 1, 2);

    struct timespec start, end;
    clock_gettime(CLOCK_MONOTONIC, &start);
    pid_t child;
    int error = posix_spawnp(&child, arguments[2], &files, NULL, arguments + 2, environ);
    if (error != 0) {
        fprintf(stderr, "launch: %s: %s\n", arguments[2], strerror(error));
        return 2;
    }
    int status;
    struct rusage usage;
    wait4(child, &status, 0, &usage);
    clock_gettime(CLOCK_MONOTONIC, &end);
    posix_spawn_file_actions_destroy(&files);

    long long wall = (end.tv_sec - start.tv_sec) * 1000000LL + (end.tv_nsec - start.tv_nsec) / 1000;
    printf("%d %lld %lld %lld %ld\n", WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), wall,
           microseconds(usage.ru_utime), microseconds(usage.ru_stime), usage.ru_maxrss);
    return 0;
}
