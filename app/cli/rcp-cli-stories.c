#include "config.h"

#include "rcp-cli.h"

#include "rcp-analyser.h"
#include "rcp-clock.h"
#include "rcp-language.h"
#include "rcp-model-json.h"
#include "rcp-story-grouper.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

/* Articles of standard input, grouped by what they tell. All are read first; of each only what grouping needs is kept. */

typedef struct
{
  const RcpCliOptions *options;
  RcpAnalyser *analyser;
  gint32 today;
  GPtrArray *ids;      /* of JsonNode */
  GPtrArray *articles; /* of RcpStoryArticle */
} Run;

static const char *
get_string (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;
}

static RcpStoryArticle *
read_article (const Run *run, const char *words, const char *language, RcpEdtf *written)
{
  g_autoptr (GArray) set_aside = g_array_new (FALSE, FALSE, sizeof (RcpSetAside));
  g_autoptr (RcpSegmentedText) text = rcp_segmented_text_new (words, language ? language : "", NULL);
  g_autoptr (RcpPublication) publication = NULL;
  g_autoptr (RcpFindings) findings = NULL;
  RcpDocument document = { .text = text->text, .set_aside = set_aside, .language = text->language };

  if (written)
    publication = rcp_publication_new (written, RCP_PUBLISHED_STATED, RCP_DATE_RULE_WRITTEN, NULL, (RcpRange){ 0, 0 });
  findings = rcp_analyser_analyse (run->analyser, &document, text, publication, run->today);
  return rcp_analyser_read_story (run->analyser, text, findings);
}

/* A line that cannot be read is said and left out; one whose day cannot be is taken without it. */
static gboolean
read_line (Run *run, const char *line, guint number)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (RcpEdtf) written = NULL;
  JsonObject *object;
  JsonNode *id;
  const char *words, *language, *given;

  if (!g_utf8_validate (line, -1, NULL))
    {
      fprintf (stderr, _("Line %u is not UTF-8."), number);
      fputc ('\n', stderr);
      return FALSE;
    }
  if (!json_parser_load_from_data (parser, line, -1, NULL) || !JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser))
      || (words = get_string (json_node_get_object (json_parser_get_root (parser)), "text")) == NULL)
    {
      fprintf (stderr, _("Line %u is no JSON object with a “text”."), number);
      fputc ('\n', stderr);
      return FALSE;
    }
  object = json_node_get_object (json_parser_get_root (parser));
  language = get_string (object, "lang");
  if (language == NULL)
    language = run->options->language ? run->options->language : rcp_language_detect (words);
  given = get_string (object, "ref");
  if (given)
    {
      g_autofree char *day = g_strndup (given, strcspn (given, "T "));

      written = rcp_edtf_parse (day, NULL);
    }
  id = json_object_get_member (object, "id");
  g_ptr_array_add (run->ids, id ? json_node_copy (id) : json_node_new (JSON_NODE_NULL));
  g_ptr_array_add (run->articles, read_article (run, words, language, written));
  if (given && written == NULL)
    {
      fprintf (stderr, _("Line %u: “%s” is no date; it is taken for unknown."), number, given);
      fputc ('\n', stderr);
      return FALSE;
    }
  return TRUE;
}

static gboolean
read_lines (Run *run)
{
  g_autofree char *line = NULL;
  size_t size = 0;
  ssize_t length;
  guint number = 0;
  gboolean sound = TRUE;

  while ((length = getline (&line, &size, stdin)) >= 0)
    {
      number++;
      g_strchomp (line);
      if (*line != '\0')
        sound = read_line (run, line, number) && sound;
    }
  return sound;
}

static void
print_groups (const Run *run)
{
  g_autofree guint *groups = g_new (guint, run->articles->len + 1);

  rcp_story_grouper_group ((RcpStoryArticle *const *) run->articles->pdata, run->articles->len, groups);
  for (guint i = 0; i < run->articles->len; i++)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "id");
      json_builder_add_value (builder, json_node_copy (run->ids->pdata[i]));
      json_builder_set_member_name (builder, "cluster");
      json_builder_add_int_value (builder, groups[i] + 1);
      json_builder_end_object (builder);
      rcp_cli_print_json (builder);
    }
}

int
rcp_cli_group_articles (const RcpCliOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RcpAnalyser) analyser = rcp_analyser_new (&error);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func ((GDestroyNotify) rcp_story_article_free);
  Run run = { options, analyser, rcp_clock_today (), ids, articles };
  gboolean sound;

  if (analyser == NULL)
    return rcp_cli_fail (NULL, error);
  rcp_cli_warn (rcp_analyser_get_warnings (analyser));
  sound = read_lines (&run);
  print_groups (&run);
  return sound ? RCP_CLI_OK : RCP_CLI_FAILED;
}
