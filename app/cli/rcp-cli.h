#pragma once

#include <gio/gio.h>

#include "rcp-library.h"

G_BEGIN_DECLS

#define RCP_CLI_OK 0
#define RCP_CLI_FAILED 1
#define RCP_CLI_USAGE 2

/**
 * RcpCliOptions:
 * @library_path: (nullable): the library to use; NULL for the user's own
 * @sample: use the sample dossier's library
 * @json: for programs rather than for a person
 * @format: (nullable): of a chronology or a cross-check
 * @together: analyse all files as one story
 * @names_only: leave out actors that are not named
 * @explain: say how each date was read
 * @language: (nullable): language of lines that do not say theirs
 * @reference: (nullable): date of lines that do not say theirs
 * @merge: (nullable): the actor that is one with another
 * @split: (nullable): the actor that an alias, or what an article names, does not belong to
 * @article: (nullable): that article
 * @apart: (nullable): the actor that is never the same as another
 * @rename: (nullable): the actor that gets a name
 * @kind: (nullable): the actor that gets a kind
 * @ignore: (nullable): the actor that is none
 * @restore: (nullable): the actor that is ignored no more
 * @join: (nullable): the event that is one with another
 * @cut: (nullable): the event that what an article tells is not
 * @date: (nullable): the event that gets a date
 * @status: (nullable): the event that gets a status
 * @type: (nullable): the event that gets a type
 * @actor: (nullable): the event that an actor takes part in
 * @no_actor: (nullable): the event that an actor does not take part in
 * @attribution: (nullable): the event of which an article gives an origin
 * @credibility: (nullable): the event of which what an article tells gets a grade
 * @reliability: (nullable): the article whose outlet gets a grade
 * @settle: (nullable): the event on which the accounts differ no more
 * @undo: (nullable): the correction that is taken back
 * @log: list the corrections
 * @dry_run: only say what would change
 * @since: (nullable): the day since when something is new
 * @seen: what is new has been seen
 * @pause: (nullable): the source that is asked no more for now
 * @resume: (nullable): the source that is asked again
 * @remove: (nullable): the source that is not followed any more
 * @interval: (nullable): the source that gets another interval
 * @every: (nullable): the interval of a new source
 * @dossier: (nullable): the dossier its articles go to
 * @only_pinned: take only its articles that name a pinned actor
 * @page: it is a page, not a feed
 * @url: (nullable): where a page is from
 * @arguments: (nullable) (array zero-terminated=1): what is left after the options
 *
 * What a command was given.
 */
typedef struct
{
  char *library_path;
  gboolean sample;
  gboolean json;
  char *format;
  gboolean together;
  gboolean names_only;
  gboolean explain;
  char *language;
  char *reference;
  char *merge;
  char *split;
  char *article;
  char *apart;
  char *rename;
  char *kind;
  char *ignore;
  char *restore;
  char *join;
  char *cut;
  char *date;
  char *status;
  char *type;
  char *actor;
  char *no_actor;
  char *attribution;
  char *credibility;
  char *reliability;
  char *settle;
  char *undo;
  gboolean log;
  gboolean dry_run;
  char *since;
  gboolean seen;
  char *pause;
  char *resume;
  char *remove;
  char *interval;
  char *every;
  char *dossier;
  gboolean only_pinned;
  gboolean page;
  char *url;
  char **arguments;
} RcpCliOptions;

/**
 * RcpCliCommand:
 * @name: as it is typed
 * @arguments: (nullable): what it takes, for its help: "PATH…"
 * @summary: what it does, in a sentence
 * @n_min: fewest arguments
 * @n_max: most arguments
 * @run: does it; returns the exit status
 * @description: (nullable): more about it, below its options
 */
typedef struct
{
  const char *name;
  const char *arguments;
  const char *summary;
  guint n_min;
  guint n_max;
  int (*run) (const RcpCliOptions *options);
  const char *description;
} RcpCliCommand;

int         rcp_cli_main         (int argc, char **argv);
RcpLibrary *rcp_cli_open         (const RcpCliOptions *options) G_GNUC_WARN_UNUSED_RESULT;
int         rcp_cli_fail         (const char *what, const GError *error);
void        rcp_cli_warn         (const GPtrArray *warnings);
void        rcp_cli_print_json   (gpointer builder);

int         rcp_cli_import       (const RcpCliOptions *options);
int         rcp_cli_sources      (const RcpCliOptions *options);
int         rcp_cli_add_source   (const RcpCliOptions *options);
int         rcp_cli_fetch        (const RcpCliOptions *options);
int         rcp_cli_articles     (const RcpCliOptions *options);
int         rcp_cli_actors       (const RcpCliOptions *options);
int         rcp_cli_list_actors  (const RcpCliOptions *options);
int         rcp_cli_events       (const RcpCliOptions *options);
int         rcp_cli_list_events  (const RcpCliOptions *options);
int         rcp_cli_news         (const RcpCliOptions *options);
int         rcp_cli_notes        (const RcpCliOptions *options);
int         rcp_cli_show         (const RcpCliOptions *options);
int         rcp_cli_search       (const RcpCliOptions *options);
int         rcp_cli_chronology   (const RcpCliOptions *options);
int         rcp_cli_cross_check  (const RcpCliOptions *options);
int         rcp_cli_outlets      (const RcpCliOptions *options);
int         rcp_cli_check        (const RcpCliOptions *options);
int         rcp_cli_backup       (const RcpCliOptions *options);
int         rcp_cli_analyse      (const RcpCliOptions *options);
int         rcp_cli_extract      (const RcpCliOptions *options);
int         rcp_cli_tag_dates    (const RcpCliOptions *options);
int         rcp_cli_tag_actors   (const RcpCliOptions *options);
int         rcp_cli_group_articles (const RcpCliOptions *options);
int         rcp_cli_match_passages (const RcpCliOptions *options);
int         rcp_cli_parse_feed   (const RcpCliOptions *options);
int         rcp_cli_parse_feed_dates (const RcpCliOptions *options);

G_END_DECLS
