/* Lets one call of a program fail, or kills the program there: the calls of all its threads are counted as one row.
 *
 * (strace can inject faults, too, but counts each thread by itself: what a second thread does first is never reached.)
 *
 * TRIP_AT=write:17:28    the 17th write to a file answers with errno 28
 * TRIP_AT=write:17+:28   and so does every later one
 * TRIP_AT=write:17:kill  the program is killed before it
 * TRIP_AT=write:17:torn  half of the bytes are written, and then it is killed
 * TRIP_LOG=FILE          each call by its name, and `tripped` where it happened
 * TRIP_UNDER=FOLDER      of what is only read, what lies there: no certificates, no system's own files
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

static atomic_long seen;
static char wanted[32];
static char manner[16];
static long first;
static int stays;
static int log_to = -1;
static const char *folder_read;

__attribute__((constructor)) static void begin(void) {
    const char *file = getenv("TRIP_LOG");
    if (file) log_to = syscall(SYS_openat, AT_FDCWD, file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    folder_read = getenv("TRIP_UNDER");
    const char *at = getenv("TRIP_AT");
    if (!at) return;
    const char *number = strchr(at, ':');
    if (!number || (size_t)(number - at) >= sizeof wanted) return;
    memcpy(wanted, at, number - at);
    char *rest;
    first = strtol(number + 1, &rest, 10);
    stays = *rest == '+';
    rest += stays;
    if (*rest == ':') strncpy(manner, rest + 1, sizeof manner - 1);
}

static void note(const char *name) {
    if (log_to < 0) return;
    char line[64];
    size_t length = strlen(name);
    memcpy(line, name, length);
    line[length] = '\n';
    syscall(SYS_write, log_to, line, length + 1);
}

static void die(void) {
    for (;;) syscall(SYS_kill, getpid(), SIGKILL);
}

/* 0: go on; -1: half of it and then the end; else the error to answer with. */
static int trips(const char *name) {
    int before = errno;
    note(name);
    errno = before;
    if (strcmp(name, wanted)) return 0;
    long number = atomic_fetch_add(&seen, 1) + 1;
    if (number < first || (number > first && !stays)) return 0;
    if (number == first) note("tripped");
    errno = before;
    if (!strcmp(manner, "kill")) die();
    if (!strcmp(manner, "torn")) return -1;
    return atoi(manner);
}

/* The name of a call by what it is about: a file, a socket, or nothing that counts. */
static const char *about(int fd, const char *file, const char *socket) {
    struct stat found;
    int before = errno;
    int kind = fstat(fd, &found) ? 0 : found.st_mode & S_IFMT;
    errno = before;
    if (kind == S_IFREG || kind == S_IFDIR) return file;
    if (kind == S_IFSOCK) return socket;
    return NULL;
}

static int is_under(const char *path) {
    return !folder_read || *path != '/' || !strncmp(path, folder_read, strlen(folder_read));
}

/* As `about`, for what is read. */
static const char *read_from(int fd) {
    const char *name = about(fd, "read", "recv");
    if (!name || *name != 'r' || name[2] != 'a') return name;
    char link[32] = "/proc/self/fd/", path[512];
    int before = errno, length = strlen(link);
    char digits[12];
    int count = 0;
    do digits[count++] = '0' + fd % 10; while (fd /= 10);
    while (count) link[length++] = digits[--count];
    link[length] = 0;
    ssize_t found = syscall(SYS_readlinkat, AT_FDCWD, link, path, sizeof path - 1);
    errno = before;
    if (found < 0) return NULL;
    path[found] = 0;
    return is_under(path) ? name : NULL;
}

#define OR_TRIP(name)                       \
    do {                                    \
        const char *called = (name);        \
        int error = called ? trips(called) : 0; \
        if (error < 0) die();               \
        if (error) { errno = error; return -1; } \
    } while (0)

ssize_t write(int fd, const void *bytes, size_t count) {
    const char *name = about(fd, "write", "send");
    int error = name ? trips(name) : 0;
    if (error < 0) { syscall(SYS_write, fd, bytes, count / 2); die(); }
    if (error) { errno = error; return -1; }
    return syscall(SYS_write, fd, bytes, count);
}

static ssize_t write_at(int fd, const void *bytes, size_t count, off_t at) {
    int error = trips("pwrite");
    if (error < 0) { syscall(SYS_pwrite64, fd, bytes, count / 2, at); die(); }
    if (error) { errno = error; return -1; }
    return syscall(SYS_pwrite64, fd, bytes, count, at);
}
ssize_t pwrite(int fd, const void *bytes, size_t count, off_t at) { return write_at(fd, bytes, count, at); }
ssize_t pwrite64(int fd, const void *bytes, size_t count, off_t at) { return write_at(fd, bytes, count, at); }

ssize_t writev(int fd, const struct iovec *parts, int count) {
    OR_TRIP(about(fd, "write", "send"));
    return syscall(SYS_writev, fd, parts, count);
}
ssize_t send(int fd, const void *bytes, size_t count, int flags) {
    int error = trips("send");
    if (error < 0) { syscall(SYS_sendto, fd, bytes, count / 2, flags, NULL, 0); die(); }
    if (error) { errno = error; return -1; }
    return syscall(SYS_sendto, fd, bytes, count, flags, NULL, 0);
}
ssize_t sendmsg(int fd, const struct msghdr *message, int flags) {
    OR_TRIP("send");
    return syscall(SYS_sendmsg, fd, message, flags);
}

ssize_t read(int fd, void *bytes, size_t count) {
    OR_TRIP(read_from(fd));
    return syscall(SYS_read, fd, bytes, count);
}
ssize_t readv(int fd, const struct iovec *parts, int count) {
    OR_TRIP(read_from(fd));
    return syscall(SYS_readv, fd, parts, count);
}
ssize_t pread(int fd, void *bytes, size_t count, off_t at) {
    OR_TRIP("pread");
    return syscall(SYS_pread64, fd, bytes, count, at);
}
ssize_t pread64(int fd, void *bytes, size_t count, off_t at) {
    OR_TRIP("pread");
    return syscall(SYS_pread64, fd, bytes, count, at);
}
ssize_t recv(int fd, void *bytes, size_t count, int flags) {
    OR_TRIP("recv");
    return syscall(SYS_recvfrom, fd, bytes, count, flags, NULL, NULL);
}
ssize_t recvfrom(int fd, void *bytes, size_t count, int flags, struct sockaddr *from, socklen_t *length) {
    OR_TRIP("recv");
    return syscall(SYS_recvfrom, fd, bytes, count, flags, from, length);
}
ssize_t recvmsg(int fd, struct msghdr *message, int flags) {
    OR_TRIP("recv");
    return syscall(SYS_recvmsg, fd, message, flags);
}
int connect(int fd, const struct sockaddr *to, socklen_t length) {
    OR_TRIP("connect");
    return syscall(SYS_connect, fd, to, length);
}
int socket(int domain, int type, int protocol) {
    OR_TRIP("socket");
    return syscall(SYS_socket, domain, type, protocol);
}

int fsync(int fd) {
    OR_TRIP("fsync");
    return syscall(SYS_fsync, fd);
}
int fdatasync(int fd) {
    OR_TRIP("fsync");
    return syscall(SYS_fdatasync, fd);
}
int ftruncate(int fd, off_t size) {
    OR_TRIP("ftruncate");
    return syscall(SYS_ftruncate, fd, size);
}
int ftruncate64(int fd, off_t size) {
    OR_TRIP("ftruncate");
    return syscall(SYS_ftruncate, fd, size);
}
static int allocate(int fd, off_t at, off_t size) {
    int error = trips("ftruncate");
    if (error < 0) die();
    if (error) return error;
    return syscall(SYS_fallocate, fd, 0, at, size) ? errno : 0;
}
int posix_fallocate(int fd, off_t at, off_t size) { return allocate(fd, at, size); }
int posix_fallocate64(int fd, off_t at, off_t size) { return allocate(fd, at, size); }

/* Opening to read is a call of another name: what fails there is another thing than a full disk. */
static int open_at(int folder, const char *path, int flags, unsigned mode) {
    OR_TRIP(!is_under(path) ? NULL : flags & (O_WRONLY | O_RDWR | O_CREAT) ? "open" : "look");
    return syscall(SYS_openat, folder, path, flags, mode);
}
static unsigned mode_of(int flags, va_list more) {
    return flags & (O_CREAT | O_TMPFILE) ? va_arg(more, unsigned) : 0;
}
#define OPENS(name)                              \
    int name(const char *path, int flags, ...) { \
        va_list more;                            \
        va_start(more, flags);                   \
        unsigned mode = mode_of(flags, more);    \
        va_end(more);                            \
        return open_at(AT_FDCWD, path, flags, mode); \
    }
OPENS(open)
OPENS(open64)
#define OPENS_AT(name)                                       \
    int name(int folder, const char *path, int flags, ...) { \
        va_list more;                                        \
        va_start(more, flags);                               \
        unsigned mode = mode_of(flags, more);                \
        va_end(more);                                        \
        return open_at(folder, path, flags, mode);           \
    }
OPENS_AT(openat)
OPENS_AT(openat64)

int rename(const char *from, const char *to) {
    OR_TRIP("rename");
    return syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0);
}
int unlink(const char *path) {
    OR_TRIP("unlink");
    return syscall(SYS_unlinkat, AT_FDCWD, path, 0);
}
int mkdir(const char *path, mode_t mode) {
    OR_TRIP("mkdir");
    return syscall(SYS_mkdirat, AT_FDCWD, path, mode);
}
int chmod(const char *path, mode_t mode) {
    OR_TRIP("chmod");
    return syscall(SYS_fchmodat, AT_FDCWD, path, mode);
}
int fchmod(int fd, mode_t mode) {
    OR_TRIP("chmod");
    return syscall(SYS_fchmod, fd, mode);
}
