#include "config.h"

#include "rcp-cli.h"

#include "rcp-error.h"
#include "rcp-model-json.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

static const RcpCliCommand commands[] = {
  { "import", N_("PATH…"), N_("Add articles from files and folders"), 1, G_MAXUINT, rcp_cli_import },
  { "sources", N_("[INTERVAL]"), N_("List the sources that are followed, or change one"), 0, 1, rcp_cli_sources,
    N_("Sources are named as they are printed: s3. An interval is 30m, 6h, 2d or never.\n\n"
       "Examples:\n"
       "  recoupe-cli sources --pause s3\n"
       "  recoupe-cli sources --interval s3 2h") },
  { "add-source", N_("ADDRESS"), N_("Follow a feed, a web page or a folder"), 1, 1, rcp_cli_add_source,
    N_("Nothing is asked before the next “fetch”.\n\n"
       "Example:\n"
       "  recoupe-cli add-source https://example.org/feed.xml --every 6h --only-pinned") },
  { "fetch", N_("[SOURCE…]"), N_("Ask the sources what is new, and take it in"), 0, G_MAXUINT, rcp_cli_fetch },
  { "articles", NULL, N_("List the articles"), 0, 0, rcp_cli_articles },
  { "actors", NULL, N_("List the people, organisations and states, or correct them"), 0, 1, rcp_cli_actors,
    N_("Actors, articles and corrections are named as they are printed: p12, a3, c5. A correction is kept, and laid over every "
       "new analysis and over articles to come; --log lists them, --undo takes one back.\n\n"
       "Examples:\n"
       "  recoupe-cli actors --merge p12 p3 --dry-run\n"
       "  recoupe-cli actors --split p3 \"the minister\"\n"
       "  recoupe-cli actors --rename p3 \"Ministry of Defence\"\n"
       "  recoupe-cli actors --undo c5") },
  { "events", NULL, N_("List the events by date, or correct them"), 0, 2, rcp_cli_events,
    N_("Events, articles, actors and corrections are named as they are printed: e7, a3, p12, c5. A correction is kept, and laid "
       "over every new analysis and over articles to come; --log lists them, --undo takes one back.\n\n"
       "Examples:\n"
       "  recoupe-cli events --join e7 e4\n"
       "  recoupe-cli events --cut e7 a3\n"
       "  recoupe-cli events --date e7 2024-03-16\n"
       "  recoupe-cli events --status e7 denied\n"
       "  recoupe-cli events --no-actor e7 p12 --dry-run\n"
       "  recoupe-cli events --attribution e7 a3 \"the ministry\"\n"
       "  recoupe-cli events --undo c5") },
  { "show", N_("ID"), N_("Show one article, event, actor or note, such as “e12”"), 1, 1, rcp_cli_show },
  { "search", N_("QUERY…"), N_("Search actors, events, articles and notes"), 1, G_MAXUINT, rcp_cli_search },
  { "chronology", NULL, N_("Write the dated, sourced chronology"), 0, 0, rcp_cli_chronology },
  { "cross-check", N_("[EVENT]"), N_("Say which outlet tells which event, and on what they differ"), 0, 1,
    rcp_cli_cross_check,
    N_("● reported, ≠ says otherwise, ◐ other or vaguer date or number, ⧉ same wording as an earlier outlet, – absent, "
       "· published before it. With an event, such as “e12”, its words too: by which each outlet names what was done and the "
       "actors, and how often.\n\n"
       "Example:\n"
       "  recoupe-cli cross-check --format html > cross-check.html") },
  { "outlets", N_("[ID]"), N_("List the outlets; with one, such as “o3”, what it tells, leaves out and shares"), 0, 1,
    rcp_cli_outlets },
  { "news", NULL, N_("Say what is new since you last looked"), 0, 0, rcp_cli_news,
    N_("New events, plans that came about, new differences, new accounts of known events, and what known articles say otherwise "
       "by now. What only repeats the words of others is counted apart.\n\n"
       "Examples:\n"
       "  recoupe-cli news --since 2024-03-28\n"
       "  recoupe-cli news --seen       what is new since the last --seen") },
  { "notes", NULL, N_("List your notes"), 0, 0, rcp_cli_notes },
  { "check", NULL, N_("Check that the library is sound"), 0, 0, rcp_cli_check },
  { "backup", N_("FILE"), N_("Copy the whole library"), 1, 1, rcp_cli_backup },
  { "analyse", N_("FILE…"), N_("Analyse files without storing anything"), 1, G_MAXUINT, rcp_cli_analyse },
  { "extract", N_("[FILE…]"), N_("Take the article out of web pages"), 0, G_MAXUINT, rcp_cli_extract,
    N_("Writes a line of JSON for each page: title, author, date, site, republished_by, lang, url and the text without what "
       "stands around it. Without a FILE, pages are told by lines of JSON from standard input: the name of a “file” and, if known, "
       "“id”, “url” and “content_type”.\n\n"
       "Example:\n"
       "  recoupe-cli extract --url https://example.org/a.html a.html") },
  { "tag-dates", NULL, N_("Find the dates in lines of JSON from standard input"), 0, 0, rcp_cli_tag_dates,
    N_("Each line is an object with a “text” and, if known, “id”, “lang” (fr or en) and “ref”, the day it was written. Each is "
       "answered by a line with the “id” and the “spans”: “start” and “end” in code points, “value” in the notation of TIMEX3 "
       "(null where the words give no date), “type”.\n\n"
       "Example:\n"
       "  echo '{\"id\": 1, \"text\": \"He left on Tuesday evening.\"}' | recoupe-cli tag-dates --lang en --ref 2024-03-28\n"
       "  {\"id\":1,\"spans\":[{\"start\":11,\"end\":26,\"value\":\"2024-03-26TEV\",\"type\":\"date\"}]}") },
  { "tag-actors", NULL, N_("Find the actors in lines of JSON from standard input"), 0, 0, rcp_cli_tag_actors },
  { "group-articles", NULL, N_("Group articles that tell one happening, from lines of JSON"), 0, 0, rcp_cli_group_articles,
    N_("Each line of standard input is an object with a “text” and, if known, “id”, “lang” (fr or en) and “ref”, the day it was "
       "written. Once all are read, each is answered by a line with the “id” and the “cluster”: the number of the happening that "
       "the article mainly tells. Their order does not matter but for the numbers.") },
  { "match-passages", NULL, N_("Find what two texts share in lines of JSON from standard input"), 0, 0, rcp_cli_match_passages,
    N_("Each line is an object with two texts, “a” and “b”, and, if known, “id” and “lang” (fr or en). Each is answered by a line "
       "with the “id” and the “passages” that the two have in common, word for word or nearly: “a_start”, “a_end”, “b_start” and "
       "“b_end” in code points, how many “words” are the same, and the “kind”: wording, quote (quoted in both) or unmarked-quote "
       "(quoted in one, used without marks in the other).") },
  { "parse-feed", N_("[FILE…]"), N_("Read feeds from files, or from lines of JSON, without storing anything"), 0, G_MAXUINT,
    rcp_cli_parse_feed,
    N_("Each feed is answered by a line of JSON: “ok” and what the feed and its entries say, or the “error”. Without a file, each "
       "line of standard input is an object with a “file” and, if known, “id”, “url” and “content_type”.") },
  { "parse-feed-dates", NULL, N_("Read the dates of feeds from lines of JSON from standard input"), 0, 0, rcp_cli_parse_feed_dates,
    N_("Each line is an object with a text “s”. Each is answered by a line with it and “utc”: the date as ISO 8601, left out where "
       "there is none, and the “precision”.") },
};

static void
options_clear (RcpCliOptions *options)
{
  g_clear_pointer (&options->library_path, g_free);
  g_clear_pointer (&options->format, g_free);
  g_clear_pointer (&options->language, g_free);
  g_clear_pointer (&options->reference, g_free);
  g_clear_pointer (&options->merge, g_free);
  g_clear_pointer (&options->split, g_free);
  g_clear_pointer (&options->article, g_free);
  g_clear_pointer (&options->apart, g_free);
  g_clear_pointer (&options->rename, g_free);
  g_clear_pointer (&options->kind, g_free);
  g_clear_pointer (&options->ignore, g_free);
  g_clear_pointer (&options->restore, g_free);
  g_clear_pointer (&options->join, g_free);
  g_clear_pointer (&options->cut, g_free);
  g_clear_pointer (&options->date, g_free);
  g_clear_pointer (&options->status, g_free);
  g_clear_pointer (&options->type, g_free);
  g_clear_pointer (&options->actor, g_free);
  g_clear_pointer (&options->no_actor, g_free);
  g_clear_pointer (&options->attribution, g_free);
  g_clear_pointer (&options->credibility, g_free);
  g_clear_pointer (&options->reliability, g_free);
  g_clear_pointer (&options->settle, g_free);
  g_clear_pointer (&options->undo, g_free);
  g_clear_pointer (&options->url, g_free);
  g_clear_pointer (&options->since, g_free);
  g_clear_pointer (&options->pause, g_free);
  g_clear_pointer (&options->resume, g_free);
  g_clear_pointer (&options->remove, g_free);
  g_clear_pointer (&options->interval, g_free);
  g_clear_pointer (&options->every, g_free);
  g_clear_pointer (&options->dossier, g_free);
  g_clear_pointer (&options->arguments, g_strfreev);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RcpCliOptions, options_clear)

static const RcpCliCommand *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].name, name))
      return &commands[i];
  return NULL;
}

/* The place of the command in the arguments: the first that is neither an option nor the value of one. */
static int
find_command_place (int argc, char **argv)
{
  for (int i = 1; i < argc; i++)
    {
      if (g_str_equal (argv[i], "--library") || g_str_equal (argv[i], "-l"))
        i++;
      else if (argv[i][0] != '-')
        return i;
    }
  return 0;
}

static void
print_summary (FILE *stream)
{
  fprintf (stream, _("Usage: recoupe-cli [OPTION…] COMMAND [ARGUMENT…]\n"));
  fprintf (stream, "\n%s\n", _("Commands:"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    fprintf (stream, "  %-14s %s\n", commands[i].name, _(commands[i].summary));
  fprintf (stream, "\n%s\n", _("Options:"));
  fprintf (stream, "  %-16s %s\n", "--library=FILE", _("The library to use instead of your own"));
  fprintf (stream, "  %-16s %s\n", "--sample", _("Use the sample dossier"));
  fprintf (stream, "  %-16s %s\n", "--json", _("Write for programs rather than for people"));
  fprintf (stream, "  %-16s %s\n", "--version", _("Show the version"));
  fprintf (stream, "\n%s\n", _("“recoupe-cli COMMAND --help” says more about a command."));
}

static int
complain (const char *format, ...)
{
  va_list args;

  va_start (args, format);
  vfprintf (stderr, format, args);
  va_end (args);
  fputc ('\n', stderr);
  return RCP_CLI_USAGE;
}

static GOptionContext *
new_context (const RcpCliCommand *command, RcpCliOptions *options)
{
  const GOptionEntry common[] = {
    { "library", 'l', 0, G_OPTION_ARG_FILENAME, &options->library_path, N_("The library to use instead of your own"),
      N_("FILE") },
    { "sample", 0, 0, G_OPTION_ARG_NONE, &options->sample, N_("Use the sample dossier"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options->json, N_("Write for programs rather than for people"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->arguments, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  const GOptionEntry chronology[] = {
    { "format", 'f', 0, G_OPTION_ARG_STRING, &options->format, N_("md, csv or json"), N_("FORMAT") },
    G_OPTION_ENTRY_NULL,
  };
  const GOptionEntry cross_check[] = {
    { "format", 'f', 0, G_OPTION_ARG_STRING, &options->format, N_("csv, html or json"), N_("FORMAT") },
    G_OPTION_ENTRY_NULL,
  };
  const GOptionEntry analyse[] = {
    { "together", 't', 0, G_OPTION_ARG_NONE, &options->together, N_("Take all files for one story"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  const GOptionEntry extract[] = {
    { "url", 0, 0, G_OPTION_ARG_STRING, &options->url, N_("Where the page is from"), N_("ADDRESS") },
    G_OPTION_ENTRY_NULL,
  };
  const GOptionEntry tag_dates[] = {
    { "lang", 0, 0, G_OPTION_ARG_STRING, &options->language, N_("Language of lines that do not say theirs"), N_("CODE") },
    { "ref", 0, 0, G_OPTION_ARG_STRING, &options->reference, N_("Day from which relative dates are counted"), N_("DATE") },
    { "explain", 0, 0, G_OPTION_ARG_NONE, &options->explain, N_("Say how each date was read"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  const GOptionEntry tag_actors[] = {
    { "lang", 0, 0, G_OPTION_ARG_STRING, &options->language, N_("Language of lines that do not say theirs"), N_("CODE") },
    { "names-only", 0, 0, G_OPTION_ARG_NONE, &options->names_only, N_("Leave out actors told by a role"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  const GOptionEntry language_only[] = {
    { "lang", 0, 0, G_OPTION_ARG_STRING, &options->language, N_("Language of lines that do not say theirs"), N_("CODE") },
    G_OPTION_ENTRY_NULL,
  };
  const GOptionEntry actors[] = {
    { "merge", 0, 0, G_OPTION_ARG_STRING, &options->merge, N_("This actor is the same as the one given after it"), N_("ID") },
    { "split", 0, 0, G_OPTION_ARG_STRING, &options->split, N_("The name given after it is not this actor’s"), N_("ID") },
    { "article", 0, 0, G_OPTION_ARG_STRING, &options->article, N_("With --split: what this article names is somebody else"),
      N_("ID") },
    { "apart", 0, 0, G_OPTION_ARG_STRING, &options->apart, N_("This actor is never the same as the one given after it"),
      N_("ID") },
    { "rename", 0, 0, G_OPTION_ARG_STRING, &options->rename,
      N_("Call this actor by the name given after it; without one, as the program does"), N_("ID") },
    { "kind", 0, 0, G_OPTION_ARG_STRING, &options->kind, N_("This actor is a person, organisation, state or place"), N_("ID") },
    { "ignore", 0, 0, G_OPTION_ARG_STRING, &options->ignore, N_("This is no actor"), N_("ID") },
    { "restore", 0, 0, G_OPTION_ARG_STRING, &options->restore, N_("This is an actor after all"), N_("ID") },
    { "log", 0, 0, G_OPTION_ARG_NONE, &options->log, N_("List the corrections, the newest first"), NULL },
    { "undo", 0, 0, G_OPTION_ARG_STRING, &options->undo, N_("Take this correction back"), N_("ID") },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &options->dry_run, N_("Only say what would change"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  const GOptionEntry news[] = {
    { "since", 0, 0, G_OPTION_ARG_STRING, &options->since, N_("Since this day rather than since the last --seen"), N_("DATE") },
    { "seen", 0, 0, G_OPTION_ARG_NONE, &options->seen, N_("Remember that all of it has been seen"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  const GOptionEntry events[] = {
    { "join", 0, 0, G_OPTION_ARG_STRING, &options->join, N_("This event is the same as the one given after it"), N_("ID") },
    { "cut", 0, 0, G_OPTION_ARG_STRING, &options->cut,
      N_("What the article given after it tells is another event"), N_("ID") },
    { "date", 0, 0, G_OPTION_ARG_STRING, &options->date,
      N_("This event happened at the date given after it (EDTF); without one, when the program finds"), N_("ID") },
    { "status", 0, 0, G_OPTION_ARG_STRING, &options->status,
      N_("This event is done, planned, hypothetical, denied or background"), N_("ID") },
    { "type", 0, 0, G_OPTION_ARG_STRING, &options->type,
      N_("This event is of the type given after it, such as “agree”"), N_("ID") },
    { "actor", 0, 0, G_OPTION_ARG_STRING, &options->actor,
      N_("The actor given after it takes part in this event"), N_("ID") },
    { "no-actor", 0, 0, G_OPTION_ARG_STRING, &options->no_actor,
      N_("The actor given after it does not take part in this event"), N_("ID") },
    { "attribution", 0, 0, G_OPTION_ARG_STRING, &options->attribution,
      N_("The article given after it has its account of this event from whom the words after that say"), N_("ID") },
    { "credibility", 0, 0, G_OPTION_ARG_STRING, &options->credibility,
      N_("What the article given after it tells of this event has a grade from 1 to 6"), N_("ID") },
    { "reliability", 0, 0, G_OPTION_ARG_STRING, &options->reliability,
      N_("The outlet of this article has a grade from A to F"), N_("ID") },
    { "settle", 0, 0, G_OPTION_ARG_STRING, &options->settle,
      N_("What the accounts of this event differ in is settled; only one kind of difference, if given after it"), N_("ID") },
    { "log", 0, 0, G_OPTION_ARG_NONE, &options->log, N_("List the corrections, the newest first"), NULL },
    { "undo", 0, 0, G_OPTION_ARG_STRING, &options->undo, N_("Take this correction back"), N_("ID") },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &options->dry_run, N_("Only say what would change"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  const GOptionEntry sources[] = {
    { "pause", 0, 0, G_OPTION_ARG_STRING, &options->pause, N_("Do not ask this source for now"), N_("ID") },
    { "resume", 0, 0, G_OPTION_ARG_STRING, &options->resume, N_("Ask this source again"), N_("ID") },
    { "interval", 0, 0, G_OPTION_ARG_STRING, &options->interval, N_("Ask this source as often as is given after it"), N_("ID") },
    { "remove", 0, 0, G_OPTION_ARG_STRING, &options->remove, N_("Do not follow this source any more; its articles stay"),
      N_("ID") },
    G_OPTION_ENTRY_NULL,
  };
  const GOptionEntry add_source[] = {
    { "every", 0, 0, G_OPTION_ARG_STRING, &options->every, N_("How often it is asked: 30m, 6h, 2d or never"), N_("INTERVAL") },
    { "only-pinned", 0, 0, G_OPTION_ARG_NONE, &options->only_pinned, N_("Take only articles that name a pinned actor"), NULL },
    { "dossier", 0, 0, G_OPTION_ARG_STRING, &options->dossier, N_("The dossier its articles go to"), N_("NAME") },
    { "page", 0, 0, G_OPTION_ARG_NONE, &options->page, N_("It is a web page, not a feed"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  const GOptionEntry outlets[] = {
    { "reliability", 0, 0, G_OPTION_ARG_STRING, &options->reliability,
      N_("This outlet has the grade from A to F given after it; without one, none"), N_("ID") },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &options->dry_run, N_("Only say what would change"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  const struct
  {
    const char *command;
    const GOptionEntry *entries;
  } own[] = {
    { "outlets", outlets },
    { "sources", sources },
    { "add-source", add_source },
    { "actors", actors },
    { "events", events },
    { "chronology", chronology },
    { "cross-check", cross_check },
    { "news", news },
    { "analyse", analyse },
    { "extract", extract },
    { "tag-dates", tag_dates },
    { "tag-actors", tag_actors },
    { "group-articles", language_only },
    { "match-passages", language_only },
  };
  g_autofree char *parameter = g_strdup_printf ("%s%s%s", command->name, command->arguments ? " " : "",
                                                command->arguments ? _(command->arguments) : "");
  GOptionContext *context = g_option_context_new (parameter);

  g_option_context_set_summary (context, _(command->summary));
  if (command->description)
    g_option_context_set_description (context, _(command->description));
  for (guint i = 0; i < G_N_ELEMENTS (own); i++)
    if (g_str_equal (own[i].command, command->name))
      g_option_context_add_main_entries (context, own[i].entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, common, GETTEXT_PACKAGE);
  g_option_context_set_help_enabled (context, FALSE);
  return context;
}

/* Whether help was asked for; a file of that name can still be given after "--". */
static gboolean
wants_help (char **arguments)
{
  for (guint i = 1; arguments[i] != NULL && !g_str_equal (arguments[i], "--"); i++)
    if (g_str_equal (arguments[i], "--help") || g_str_equal (arguments[i], "-h"))
      return TRUE;
  return FALSE;
}

static int
run_command (const RcpCliCommand *command, char **given)
{
  g_auto (GStrv) arguments = given;
  g_auto (RcpCliOptions) options = { 0 };
  g_autoptr (GOptionContext) context = new_context (command, &options);
  g_autoptr (GError) error = NULL;
  guint n;

  if (wants_help (arguments))
    {
      g_autofree char *help = g_option_context_get_help (context, TRUE, NULL);

      fputs (help, stdout);
      return RCP_CLI_OK;
    }
  if (!g_option_context_parse_strv (context, &arguments, &error))
    return complain ("%s", error->message);
  n = options.arguments ? g_strv_length (options.arguments) : 0;
  if (n < command->n_min)
    return complain (_("“%s” needs %s. Try “recoupe-cli %s --help”."), command->name, _(command->arguments),
                     command->name);
  if (n > command->n_max)
    return complain (_("“%s” does not take “%s”."), command->name, options.arguments[command->n_max]);
  return command->run (&options);
}

/**
 * rcp_cli_main:
 *
 * Runs the command the arguments name.
 *
 * Returns: the exit status: %RCP_CLI_OK, %RCP_CLI_FAILED or %RCP_CLI_USAGE.
 */
int
rcp_cli_main (int argc, char **argv)
{
  int place = find_command_place (argc, argv);
  const RcpCliCommand *command;
  g_autoptr (GPtrArray) arguments = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) strv = NULL;

  g_set_prgname ("recoupe-cli");
  if (place == 0)
    {
      for (int i = 1; i < argc; i++)
        {
          if (g_str_equal (argv[i], "--version"))
            {
              printf ("recoupe-cli %s\n", VERSION);
              return RCP_CLI_OK;
            }
          if (g_str_equal (argv[i], "--help") || g_str_equal (argv[i], "-h"))
            {
              print_summary (stdout);
              return RCP_CLI_OK;
            }
        }
      print_summary (stderr);
      return RCP_CLI_USAGE;
    }
  if (g_str_equal (argv[place], "help"))
    {
      print_summary (stdout);
      return RCP_CLI_OK;
    }
  command = find_command (argv[place]);
  if (command == NULL)
    return complain (_("There is no command “%s”. Try “recoupe-cli --help”."), argv[place]);
  for (int i = 0; i < argc; i++)
    if (i != place)
      g_ptr_array_add (arguments, g_strdup (argv[i]));
  g_ptr_array_add (arguments, NULL);
  strv = (char **) g_ptr_array_free (g_steal_pointer (&arguments), FALSE);
  return run_command (command, g_steal_pointer (&strv));
}

/**
 * rcp_cli_fail:
 * @what: (nullable): the file or the library it is about
 * @error: what went wrong
 *
 * Says so on standard error, in a sentence.
 *
 * Returns: %RCP_CLI_FAILED.
 */
int
rcp_cli_fail (const char *what, const GError *error)
{
  g_autofree char *sentence = rcp_error_describe (error);

  g_debug ("%s", error->message);
  if (what != NULL)
    fprintf (stderr, "%s: %s\n", what, sentence);
  else
    fprintf (stderr, "%s\n", sentence);
  return RCP_CLI_FAILED;
}

/**
 * rcp_cli_warn:
 * @warnings: (element-type GError): what the analysis has to do without
 *
 * Says so on standard error, a line each.
 */
void
rcp_cli_warn (const GPtrArray *warnings)
{
  for (guint i = 0; i < warnings->len; i++)
    rcp_cli_fail (NULL, warnings->pdata[i]);
}

/* A library whose articles were read by an earlier analysis is read again first, as the window does. */
static gboolean
bring_up_to_date (RcpLibrary *library, GError **error)
{
  g_autoptr (RcpImport) import = rcp_library_reanalyse (library);

  return rcp_import_wait (import, error);
}

/**
 * rcp_cli_open:
 *
 * Opens the library the options name, the sample with its articles in it. Says why when it cannot.
 *
 * Returns: (transfer full) (nullable): the library.
 */
RcpLibrary *
rcp_cli_open (const RcpCliOptions *options)
{
  g_autofree char *path = options->library_path ? g_strdup (options->library_path)
                          : options->sample     ? rcp_library_get_sample_path ()
                                                : rcp_library_get_default_path ();
  g_autoptr (GError) error = NULL;
  g_autoptr (RcpLibrary) library = rcp_library_open (path, NULL, &error);

  if (library != NULL)
    rcp_cli_warn (rcp_library_get_warnings (library));
  if (library == NULL || !bring_up_to_date (library, &error))
    {
      rcp_cli_fail (path, error);
      return NULL;
    }
  if (options->sample)
    {
      g_autoptr (GListModel) dossiers = rcp_library_list_dossiers (library, 0, NULL, &error);

      if (dossiers != NULL && g_list_model_get_n_items (dossiers) == 0)
        {
          g_autoptr (RcpImport) import = rcp_library_import_sample (library, 0);

          rcp_import_wait (import, &error);
        }
      if (error != NULL)
        {
          rcp_cli_fail (path, error);
          return NULL;
        }
    }
  return g_steal_pointer (&library);
}

/** rcp_cli_print_json: the value that @builder (JsonBuilder) holds, on a line of standard output. */
void
rcp_cli_print_json (gpointer builder)
{
  g_autofree char *line = rcp_model_json_to_line (builder);

  puts (line);
}
