/*
 * The C floor of `rubrica build`: the work that no compiler of this language can avoid with these libraries.
 *
 *     floor [-j THREADS] --plan PLAN WORKSPACE OUTPUT
 *     floor [-j THREADS] --bare      WORKSPACE OUTPUT
 *
 * For every guideline of the workspace it
 *   - reads guideline.md, labels.yaml and governance.yaml,
 *   - parses the front matter, the two YAML files and every fenced `yaml` block with libyaml, to the last event,
 *   - parses the body with cmark-gfm and renders it to HTML with cmark's own renderer,
 *   - writes as many files, of as many bytes, as the compiler wrote (--plan), or the rendered HTML alone (--bare).
 *
 * It checks nothing, resolves nothing and keeps nothing: the bytes it writes are the rendered HTML, over and over.
 *
 * A plan has one line `guideline<TAB>path<TAB>bytes` per file, the path relative to OUTPUT, sorted by guideline;
 * `.` stands for the files that belong to no guideline.
 */
#define _GNU_SOURCE
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <yaml.h>

typedef struct {
    char *bytes;
    size_t length, capacity;
} Buffer;

typedef struct {
    const char *guideline, *path;
    size_t bytes;
} PlannedFile;

typedef struct {
    char *id;
    const PlannedFile *files;
    size_t count;
} Guideline;

static const char *workspace, *output;
static Guideline *guidelines;
static size_t guideline_count;
static PlannedFile *plan;
static size_t plan_count;
static bool bare;
static atomic_size_t next_guideline;

/*
 * cmark-gfm keeps the characters that begin an inline in a global table. A parse with strikethrough enters `~` there
 * and takes it out at its end, under the eyes of the parse next to it: so one such parse at a time.
 */
static pthread_mutex_t strikethrough = PTHREAD_MUTEX_INITIALIZER;

static void fail(const char *what, const char *why)
{
    fprintf(stderr, "floor: %s: %s\n", what, why);
    exit(1);
}

static void reserve(Buffer *buffer, size_t capacity)
{
    if (buffer->capacity >= capacity)
        return;
    buffer->capacity = capacity + capacity / 2;
    buffer->bytes = realloc(buffer->bytes, buffer->capacity);
    if (buffer->bytes == NULL)
        fail("memory", "exhausted");
}

/* Reads a whole file; false if there is none. */
static bool read_file(const char *path, Buffer *into)
{
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0) {
        if (errno != ENOENT)
            fail(path, strerror(errno));
        return false;
    }
    struct stat info;
    if (fstat(file, &info) != 0)
        fail(path, strerror(errno));
    reserve(into, (size_t)info.st_size + 1);
    into->length = 0;
    ssize_t got;
    while (into->length < (size_t)info.st_size
           && (got = read(file, into->bytes + into->length, (size_t)info.st_size - into->length)) > 0)
        into->length += (size_t)got;
    close(file);
    into->bytes[into->length] = 0;
    return true;
}

static void write_file(const char *path, const char *bytes, size_t length)
{
    int file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    if (file < 0)
        fail(path, strerror(errno));
    while (length > 0) {
        ssize_t written = write(file, bytes, length);
        if (written < 0)
            fail(path, strerror(errno));
        bytes += written;
        length -= (size_t)written;
    }
    close(file);
}

/* Makes the folders that lead to `path`. `known` holds the folder made last, so that one folder is made once. */
static void make_folders(char *path, size_t root, char *known)
{
    char *slash = strrchr(path, '/');
    *slash = 0;
    if (strcmp(path, known) != 0) {
        strcpy(known, path);
        for (char *end = path + root; (end = strchr(end + 1, '/')) != NULL; *end = '/') {
            *end = 0;
            mkdir(path, 0755);
        }
        if (mkdir(path, 0755) != 0 && errno != EEXIST)
            fail(path, strerror(errno));
    }
    *slash = '/';
}

static void parse_yaml(const char *bytes, size_t length, const char *name)
{
    yaml_parser_t parser;
    yaml_event_t event;
    yaml_parser_initialize(&parser);
    yaml_parser_set_input_string(&parser, (const unsigned char *)bytes, length);
    for (bool more = true; more;) {
        if (!yaml_parser_parse(&parser, &event))
            fail(name, parser.problem);
        more = event.type != YAML_STREAM_END_EVENT;
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
}

static void attach(cmark_parser *parser, const char *extension)
{
    cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(extension));
}

/* Parses front matter and body; returns the rendered HTML, to be freed. */
static char *compile(const Buffer *source, const char *name)
{
    const char *body = source->bytes;
    if (strncmp(body, "---\n", 4) == 0) {
        const char *end = strstr(body + 3, "\n---\n");
        if (end == NULL)
            fail(name, "the front matter does not end");
        parse_yaml(body + 4, (size_t)(end + 1 - (body + 4)), name);
        body = end + 5;
    }

    size_t length = source->length - (size_t)(body - source->bytes);
    bool tilde = memchr(body, '~', length) != NULL;
    cmark_parser *parser = cmark_parser_new(CMARK_OPT_DEFAULT);
    attach(parser, "table");
    attach(parser, "tasklist");
    if (tilde)
        attach(parser, "strikethrough");
    cmark_parser_feed(parser, body, length);
    if (tilde)
        pthread_mutex_lock(&strikethrough);
    cmark_node *document = cmark_parser_finish(parser);
    if (tilde)
        pthread_mutex_unlock(&strikethrough);

    cmark_iter *nodes = cmark_iter_new(document);
    while (cmark_iter_next(nodes) != CMARK_EVENT_DONE) {
        cmark_node *node = cmark_iter_get_node(nodes);
        if (cmark_node_get_type(node) == CMARK_NODE_CODE_BLOCK
            && strncmp(cmark_node_get_fence_info(node), "yaml", 4) == 0) {
            const char *block = cmark_node_get_literal(node);
            parse_yaml(block, strlen(block), name);
        }
    }
    cmark_iter_free(nodes);

    char *html = cmark_render_html(document, CMARK_OPT_DEFAULT, cmark_parser_get_syntax_extensions(parser));
    cmark_node_free(document);
    cmark_parser_free(parser);
    return html;
}

/* Writes the planned files, each a prefix of the page repeated without end. */
static void write_planned(const PlannedFile *files, size_t count, const char *page, Buffer *filler)
{
    char path[4096], known[4096] = "";
    int root = snprintf(path, sizeof path, "%s/", output);
    size_t page_length = strlen(page);
    filler->length = 0;
    for (size_t i = 0; i < count; i++) {
        while (filler->length < files[i].bytes) {
            reserve(filler, filler->length + page_length);
            memcpy(filler->bytes + filler->length, page, page_length);
            filler->length += page_length;
        }
        snprintf(path + root, sizeof path - (size_t)root, "%s", files[i].path);
        make_folders(path, (size_t)root, known);
        write_file(path, filler->bytes, files[i].bytes);
    }
}

static void *work(void *unused)
{
    Buffer source = {0}, yaml = {0}, filler = {0};
    char path[4096];
    for (size_t i; (i = atomic_fetch_add(&next_guideline, 1)) < guideline_count;) {
        const Guideline *guideline = &guidelines[i];
        int folder = snprintf(path, sizeof path, "%s/guidelines/%s/", workspace, guideline->id);
        char *name = path + folder;

        strcpy(name, "guideline.md");
        if (!read_file(path, &source))
            continue;
        char *html = compile(&source, path);

        static const char *const beside[] = {"labels.yaml", "governance.yaml"};
        for (size_t j = 0; j < sizeof beside / sizeof *beside; j++) {
            strcpy(name, beside[j]);
            if (read_file(path, &yaml))
                parse_yaml(yaml.bytes, yaml.length, path);
        }

        if (bare) {
            char known[4096] = "";
            int root = snprintf(path, sizeof path, "%s/", output);
            snprintf(path + root, sizeof path - (size_t)root, "%s/index.html", guideline->id);
            make_folders(path, (size_t)root, known);
            write_file(path, html, strlen(html));
        } else {
            write_planned(guideline->files, guideline->count, html, &filler);
        }
        free(html);
    }
    free(source.bytes);
    free(yaml.bytes);
    free(filler.bytes);
    return unused;
}

static int by_id(const void *one, const void *other)
{
    return strcmp(((const Guideline *)one)->id, ((const Guideline *)other)->id);
}

static void list_guidelines(void)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/guidelines", workspace);
    DIR *folder = opendir(path);
    if (folder == NULL)
        fail(path, strerror(errno));
    size_t capacity = 0;
    for (struct dirent *entry; (entry = readdir(folder)) != NULL;) {
        if (entry->d_name[0] == '.')
            continue;
        if (guideline_count == capacity)
            guidelines = realloc(guidelines, (capacity = 2 * capacity + 64) * sizeof *guidelines);
        guidelines[guideline_count++] = (Guideline){.id = strdup(entry->d_name)};
    }
    closedir(folder);
    qsort(guidelines, guideline_count, sizeof *guidelines, by_id);
}

/* Splits the plan in place and gives each guideline its lines; both are sorted by guideline. */
static void read_plan(const char *path)
{
    Buffer text = {0};
    if (!read_file(path, &text))
        fail(path, "no such file");
    size_t capacity = 0;
    for (char *line = text.bytes; *line != 0;) {
        char *tab = strchr(line, '\t'), *second = tab ? strchr(tab + 1, '\t') : NULL;
        if (second == NULL)
            fail(path, "a line is not `guideline<TAB>path<TAB>bytes`");
        *tab = *second = 0;
        if (plan_count == capacity)
            plan = realloc(plan, (capacity = 2 * capacity + 1024) * sizeof *plan);
        char *end;
        plan[plan_count++] = (PlannedFile){line, tab + 1, strtoul(second + 1, &end, 10)};
        line = *end == '\n' ? end + 1 : end;
    }
    size_t at = 0;
    for (size_t i = 0; i < guideline_count; i++) {
        while (at < plan_count && strcmp(plan[at].guideline, guidelines[i].id) < 0)
            at++;
        guidelines[i].files = plan + at;
        while (at < plan_count && strcmp(plan[at].guideline, guidelines[i].id) == 0)
            at++, guidelines[i].count++;
        if (guidelines[i].count == 0)
            fail(guidelines[i].id, "the plan has no file for this guideline");
    }
}

int main(int count, char **arguments)
{
    long threads = sysconf(_SC_NPROCESSORS_ONLN);
    const char *plan_path = NULL;
    int at = 1;
    for (; at < count && arguments[at][0] == '-'; at++) {
        if (strcmp(arguments[at], "--bare") == 0)
            bare = true;
        else if (strcmp(arguments[at], "--plan") == 0 && at + 1 < count)
            plan_path = arguments[++at];
        else if (strcmp(arguments[at], "-j") == 0 && at + 1 < count)
            threads = atol(arguments[++at]);
        else
            break;
    }
    if (count - at != 2 || bare == (plan_path != NULL) || threads < 1 || threads > 64) {
        fprintf(stderr, "usage: floor [-j THREADS] (--plan PLAN | --bare) WORKSPACE OUTPUT\n");
        return 2;
    }
    workspace = arguments[at];
    output = arguments[at + 1];

    list_guidelines();
    if (plan_path != NULL)
        read_plan(plan_path);
    char path[4096];
    snprintf(path, sizeof path, "%s/rubrica.yaml", workspace);
    Buffer settings = {0};
    if (read_file(path, &settings))
        parse_yaml(settings.bytes, settings.length, path);
    if (mkdir(output, 0755) != 0 && errno != EEXIST)
        fail(output, strerror(errno));
    cmark_gfm_core_extensions_ensure_registered();

    pthread_t workers[64];
    for (long i = 1; i < threads; i++)
        pthread_create(&workers[i], NULL, work, NULL);
    work(NULL);
    for (long i = 1; i < threads; i++)
        pthread_join(workers[i], NULL);

    /* The files that belong to no guideline sort first. */
    size_t general = 0;
    while (general < plan_count && strcmp(plan[general].guideline, ".") == 0)
        general++;
    Buffer filler = {0};
    write_planned(plan, general, "<!-- one of the files of the workspace -->\n", &filler);
    return 0;
}
