#include "config.h"

#include "rcp-cli-filter.h"

#include "rcp-actor-finder.h"
#include "rcp-analysis-json.h"
#include "rcp-date-finder.h"
#include "rcp-date-words.h"
#include "rcp-fold.h"
#include "rcp-lexicon.h"
#include "rcp-model-json.h"
#include "rcp-timex.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

/* Filters over texts. */

typedef struct _Tagger Tagger;

/* Writes what was found; FALSE where the line asks for something that cannot be done, which has been said. */
typedef gboolean (*TagFunc) (const Tagger *tagger, JsonBuilder *builder, const RcpSegmentedText *text, JsonObject *line,
                             guint number);

struct _Tagger
{
  TagFunc tag;
  const RcpCliOptions *options;
  RcpDateFinder *dates;
  const RcpLexicon *lexicon;
  RcpActorFinder *actors;
  RcpEdtf *reference; /* of lines that do not say theirs; nullable */
};

static void
add_range (JsonBuilder *builder, RcpRange range)
{
  json_builder_set_member_name (builder, "start");
  json_builder_add_int_value (builder, range.start);
  json_builder_set_member_name (builder, "end");
  json_builder_add_int_value (builder, range.end);
}

/* A reference may carry a time of day, which dates of days do not need. NULL for what is no date. */
static RcpEdtf *
read_reference (const char *given)
{
  g_autofree char *day = g_strndup (given, strcspn (given, "T "));

  return rcp_edtf_parse (day, NULL);
}

/* How a date was read: for programs, and in a sentence. */
static void
add_explanation (JsonBuilder *builder, const RcpDateExpression *date)
{
  g_autofree char *sentence
      = rcp_date_words_explain (date->text, date->rule, date->value, date->anchor_kind, date->anchor);

  rcp_model_json_date (builder, "edtf", date->value);
  rcp_analysis_json_derivation (builder, date);
  rcp_model_json_string (builder, "words", sentence);
}

static gboolean
tag_dates (const Tagger *tagger, JsonBuilder *builder, const RcpSegmentedText *text, JsonObject *line, guint number)
{
  JsonNode *node = json_object_get_member (line, "ref");
  const char *given = rcp_cli_filter_get_string (line, "ref");
  gboolean is_given = node && !JSON_NODE_HOLDS_NULL (node);
  g_autoptr (RcpEdtf) own = given ? read_reference (given) : NULL;
  RcpEdtf *reference = is_given ? own : tagger->reference;
  g_autoptr (GPtrArray) dates = NULL;

  if (is_given && own == NULL)
    {
      fprintf (stderr, _("Line %u: “%s” is no date to count from; what needs one is left without a value."), number,
               given ? given : "");
      fputc ('\n', stderr);
    }
  dates = rcp_date_finder_find (tagger->dates, text, reference);
  json_builder_set_member_name (builder, "spans");
  json_builder_begin_array (builder);
  for (guint i = 0; i < dates->len; i++)
    {
      const RcpDateExpression *date = dates->pdata[i];
      g_autofree char *value = rcp_date_expression_to_timex (date);

      json_builder_begin_object (builder);
      add_range (builder, date->range);
      json_builder_set_member_name (builder, "value");
      if (value != NULL)
        json_builder_add_string_value (builder, value);
      else
        json_builder_add_null_value (builder);
      rcp_model_json_string (builder, "type", rcp_date_expression_get_timex_type (date));
      if (tagger->options->explain)
        add_explanation (builder, date);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  return !is_given || own != NULL;
}

static void
found_actor_free (gpointer actor)
{
  rcp_found_actor_free (actor);
}

/* How many mentions from @at on are the members of one group; 1 for none. */
static guint
group_length (const GArray *mentions, guint at)
{
  const RcpMention *first = &g_array_index (mentions, RcpMention, at);
  guint n = 1;

  while (first->form == RCP_MENTION_GROUP && at + n < mentions->len
         && g_array_index (mentions, RcpMention, at + n).form == RCP_MENTION_GROUP
         && g_array_index (mentions, RcpMention, at + n).range.start == first->range.start
         && g_array_index (mentions, RcpMention, at + n).range.end == first->range.end)
    n++;
  return n;
}

/* A group is one entity, whose actor is all of its members. */
static void
add_members (JsonBuilder *builder, const GPtrArray *actors, const GArray *mentions, guint at, guint n)
{
  g_autoptr (GString) all = g_string_new (NULL);

  json_builder_set_member_name (builder, "members");
  json_builder_begin_array (builder);
  for (guint i = at; i < at + n; i++)
    {
      const RcpFoundActor *actor = actors->pdata[g_array_index (mentions, RcpMention, i).actor];

      json_builder_add_string_value (builder, actor->key);
      g_string_append_printf (all, "%s%s", i > at ? "+" : "", actor->key);
    }
  json_builder_end_array (builder);
  rcp_model_json_string (builder, "actor", all->str);
}

/* What a mention is to whoever reads entities: a town that acts is a place, and a palace that acts for a state a body. */
static RcpActorKind
kind_of_mention (const Tagger *tagger, const RcpSegmentedText *text, const RcpMention *mention, const RcpFoundActor *actor)
{
  g_autofree char *surface = NULL;
  g_autofree char *words = NULL;
  const RcpLexiconEntry *seat;
  const char *kind;

  if (mention->form != RCP_MENTION_METONYM)
    return actor->kind;
  if (g_str_has_prefix (actor->key, "org:place:"))
    return RCP_ACTOR_PLACE;
  surface = rcp_segmented_text_dup_range (text, mention->range);
  words = rcp_fold_words (surface);
  seat = rcp_lexicon_look_up (tagger->lexicon, words, RCP_LEXICON_SEAT, text->language);
  kind = seat ? rcp_lexicon_entry_get_kind (seat) : "";
  return seat && strcmp (kind, "capital") != 0 && strcmp (kind, "city") != 0 ? RCP_ACTOR_ORGANISATION : actor->kind;
}

/* The class of named entities for a name; "PER.NOM" and so on for who is told by a role or as one of a group, as in corpora
 * that mark both (N. Peng, M. Dredze: Named Entity Recognition for Chinese Social Media, EMNLP 2015). */
static void
add_type (JsonBuilder *builder, const RcpMention *mention, RcpActorKind kind)
{
  gboolean is_name = mention->form == RCP_MENTION_NAME || mention->form == RCP_MENTION_METONYM;
  g_autofree char *type = g_strconcat (rcp_analysis_json_type (kind), is_name ? NULL : ".NOM", NULL);

  rcp_model_json_string (builder, "type", type);
}

static gboolean
tag_actors (const Tagger *tagger, JsonBuilder *builder, const RcpSegmentedText *text, JsonObject *line, guint number)
{
  g_autoptr (GArray) set_aside = g_array_new (FALSE, FALSE, sizeof (RcpSetAside));
  g_autoptr (GPtrArray) actors = g_ptr_array_new_with_free_func (found_actor_free);
  g_autoptr (GArray) mentions = g_array_new (FALSE, TRUE, sizeof (RcpMention));
  RcpDocument document = { 0 };

  document.text = text->text;
  document.set_aside = set_aside;
  document.language = text->language;
  rcp_actor_finder_find (tagger->actors, text, &document, actors, mentions);
  json_builder_set_member_name (builder, "entities");
  json_builder_begin_array (builder);
  for (guint i = 0; i < mentions->len; i++)
    {
      const RcpMention *mention = &g_array_index (mentions, RcpMention, i);
      const RcpFoundActor *actor = actors->pdata[mention->actor];
      guint n = group_length (mentions, i);

      if (tagger->options->names_only && (mention->form == RCP_MENTION_ROLE || mention->form == RCP_MENTION_GROUP))
        continue;
      json_builder_begin_object (builder);
      add_range (builder, mention->range);
      add_type (builder, mention, kind_of_mention (tagger, text, mention, actor));
      if (mention->form == RCP_MENTION_GROUP)
        add_members (builder, actors, mentions, i, n);
      else
        rcp_model_json_string (builder, "actor", actor->key);
      json_builder_set_member_name (builder, "acting");
      json_builder_add_boolean_value (builder, mention->acting && actor->kind != RCP_ACTOR_PLACE);
      json_builder_end_object (builder);
      i += n - 1;
    }
  json_builder_end_array (builder);
  return TRUE;
}

static gboolean
tag_line (JsonObject *line, guint number, JsonBuilder *builder, gconstpointer data)
{
  const Tagger *tagger = data;
  const char *words = rcp_cli_filter_get_string (line, "text");
  g_autoptr (RcpSegmentedText) text
      = rcp_segmented_text_new (words, rcp_cli_filter_get_language (line, tagger->options, words), NULL);

  return tagger->tag (tagger, builder, text, line, number);
}

static int
filter (const Tagger *tagger)
{
  static const char *const needed[] = { "text", NULL };

  return rcp_cli_filter_run (needed, _("Line %u is no JSON object with a “text”."), tag_line, tagger);
}

int
rcp_cli_tag_dates (const RcpCliOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RcpDateFinder) dates = NULL;
  g_autoptr (RcpEdtf) reference = options->reference ? read_reference (options->reference) : NULL;
  Tagger tagger = { .tag = tag_dates, .options = options, .reference = reference };

  if (options->reference && reference == NULL)
    {
      fprintf (stderr, _("“%s” is no date to count from: give a day such as 2024-03-27."), options->reference);
      fputc ('\n', stderr);
      return RCP_CLI_USAGE;
    }
  tagger.dates = dates = rcp_date_finder_new (&error);
  return dates ? filter (&tagger) : rcp_cli_fail (NULL, error);
}

int
rcp_cli_tag_actors (const RcpCliOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RcpLexicon) lexicon = rcp_lexicon_new (&error);
  g_autoptr (RcpNameModel) model = NULL;
  g_autoptr (RcpActorFinder) actors = NULL;
  Tagger tagger = { .tag = tag_actors, .options = options };

  if (lexicon == NULL)
    {
      rcp_cli_fail (NULL, error);
      g_clear_error (&error);
      lexicon = rcp_lexicon_new_empty ();
    }
  model = rcp_name_model_new_shipped (&error);
  if (model == NULL)
    rcp_cli_fail (NULL, error);
  tagger.lexicon = lexicon;
  tagger.actors = actors = rcp_actor_finder_new (lexicon, model);
  return filter (&tagger);
}
