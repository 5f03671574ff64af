#include "config.h"

#include "rcp-analysis-json.h"

#include "rcp-enum-types.h"
#include "rcp-model-json.h"

/* What the analysis found in an article, as an object for programs. Offsets are code points, ends excluded. */

/**
 * rcp_analysis_json_type:
 *
 * Returns: the class of named entities that tools know: "PER", "ORG", or "LOC" for states and places.
 */
const char *
rcp_analysis_json_type (RcpActorKind kind)
{
  switch (kind)
    {
    case RCP_ACTOR_PERSON:
      return "PER";
    case RCP_ACTOR_ORGANISATION:
      return "ORG";
    case RCP_ACTOR_STATE:
    case RCP_ACTOR_PLACE:
    default:
      return "LOC";
    }
}

static void
begin_list (JsonBuilder *builder, const char *name)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
}

static void
begin_range (JsonBuilder *builder, RcpRange range)
{
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "start");
  json_builder_add_int_value (builder, range.start);
  json_builder_set_member_name (builder, "end");
  json_builder_add_int_value (builder, range.end);
}

static void
add_text (JsonBuilder *builder, const RcpSegmentedText *text, RcpRange range)
{
  g_autofree char *words = rcp_segmented_text_dup_range (text, range);

  rcp_model_json_string (builder, "text", words);
}

static void
add_nick (JsonBuilder *builder, const char *name, GType type, int value)
{
  rcp_model_json_string (builder, name, rcp_enum_to_nick (type, value));
}

static void
add_day (JsonBuilder *builder, const char *name, gint32 day)
{
  g_autofree char *iso = day != RCP_DAY_INVALID ? rcp_day_to_iso (day) : NULL;

  rcp_model_json_string (builder, name, iso);
}

static void
add_clues (JsonBuilder *builder, const GPtrArray *clues)
{
  begin_list (builder, "clues");
  for (guint i = 0; i < clues->len; i++)
    {
      const RcpPublicationClue *clue = clues->pdata[i];

      begin_range (builder, clue->range);
      add_nick (builder, "kind", RCP_TYPE_PUBLICATION_CLUE_KIND, clue->kind);
      rcp_model_json_string (builder, "text", clue->words);
      rcp_model_json_date (builder, "allows", clue->allowed);
      rcp_model_json_date (builder, "tells", clue->told);
      json_builder_set_member_name (builder, "agrees");
      json_builder_add_boolean_value (builder, clue->agrees);
      if (clue->other != RCP_PUBLICATION_CLUE_NO_OTHER)
        {
          json_builder_set_member_name (builder, "other");
          json_builder_add_int_value (builder, clue->other);
        }
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_publication (JsonBuilder *builder, const RcpPublication *publication)
{
  json_builder_set_member_name (builder, "published");
  json_builder_begin_object (builder);
  if (publication != NULL)
    {
      rcp_model_json_date (builder, "edtf", publication->date);
      add_nick (builder, "basis", RCP_TYPE_PUBLISHED_BASIS, publication->basis);
      add_nick (builder, "rule", RCP_TYPE_DATE_RULE, publication->rule);
      rcp_model_json_string (builder, "clue", publication->clue);
      add_day (builder, "best", publication->best_day);
      json_builder_set_member_name (builder, "sure");
      json_builder_add_boolean_value (builder, publication->is_sure);
      add_clues (builder, publication->clues);
    }
  json_builder_end_object (builder);
}

static void
add_boilerplate (JsonBuilder *builder, const RcpDocument *document)
{
  begin_list (builder, "boilerplate");
  for (guint i = 0; i < document->set_aside->len; i++)
    {
      const RcpSetAside *aside = &g_array_index (document->set_aside, RcpSetAside, i);

      begin_range (builder, aside->range);
      add_nick (builder, "kind", RCP_TYPE_SET_ASIDE_KIND, aside->kind);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_sentences (JsonBuilder *builder, const RcpSegmentedText *text)
{
  begin_list (builder, "sentences");
  for (guint i = 0; i < text->n_sentences; i++)
    if (!text->sentences[i].is_set_aside)
      {
        begin_range (builder, text->sentences[i].range);
        json_builder_end_object (builder);
      }
  json_builder_end_array (builder);
}

/**
 * rcp_analysis_json_derivation:
 *
 * How the value of a date was reached, as members of the open object: the rule, the date it was counted from, what lay between,
 * and whether the words contradict each other.
 */
void
rcp_analysis_json_derivation (JsonBuilder *builder, const RcpDateExpression *date)
{
  add_nick (builder, "rule", RCP_TYPE_DATE_RULE, date->rule);
  add_nick (builder, "anchor_kind", RCP_TYPE_DATE_ANCHOR, date->anchor_kind);
  rcp_model_json_date (builder, "anchor", date->anchor);
  begin_list (builder, "steps");
  for (guint i = 0; date->steps && i < date->steps->len; i++)
    {
      const RcpDateStep *step = &g_array_index (date->steps, RcpDateStep, i);

      json_builder_begin_object (builder);
      add_nick (builder, "rule", RCP_TYPE_DATE_RULE, step->rule);
      rcp_model_json_date (builder, "value", step->value);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "conflict");
  json_builder_add_boolean_value (builder, date->conflict);
}

static void
add_dates (JsonBuilder *builder, const RcpFindings *findings)
{
  begin_list (builder, "dates");
  for (guint i = 0; i < findings->dates->len; i++)
    {
      const RcpDateExpression *date = findings->dates->pdata[i];

      begin_range (builder, date->range);
      rcp_model_json_string (builder, "text", date->text);
      rcp_model_json_date (builder, "value", date->value);
      add_nick (builder, "kind", RCP_TYPE_DATE_KIND, date->kind);
      rcp_model_json_string (builder, "time", date->time);
      rcp_analysis_json_derivation (builder, date);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static const char *
get_actor_id (const RcpFindings *findings, const char *const *actor_ids, gint64 index)
{
  return actor_ids ? actor_ids[index] : ((RcpFoundActor *) findings->actors->pdata[index])->key;
}

/* Mentions that act: a place that is only a place is no actor. */
static void
add_actors (JsonBuilder *builder, const RcpSegmentedText *text, const RcpFindings *findings, const char *const *actor_ids)
{
  begin_list (builder, "actors");
  for (guint i = 0; i < findings->mentions->len; i++)
    {
      const RcpMention *mention = &g_array_index (findings->mentions, RcpMention, i);
      const RcpFoundActor *actor = findings->actors->pdata[mention->actor];

      if (!mention->acting || actor->kind == RCP_ACTOR_PLACE)
        continue;
      begin_range (builder, mention->range);
      add_text (builder, text, mention->range);
      rcp_model_json_string (builder, "type", rcp_analysis_json_type (actor->kind));
      rcp_model_json_string (builder, "actor", get_actor_id (findings, actor_ids, mention->actor));
      add_nick (builder, "form", RCP_TYPE_MENTION_FORM, mention->form);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/**
 * rcp_analysis_json_voice:
 * @speaker: (nullable): what its speaker is called
 *
 * Members of an account: in whose words it is told, by whom, through what; where it happened, and the mode of its action.
 */
void
rcp_analysis_json_voice (JsonBuilder *builder, const RcpFoundAccount *account, const char *speaker)
{
  add_nick (builder, "quotation", RCP_TYPE_QUOTATION, account->quotation);
  rcp_model_json_string (builder, "speaker", speaker);
  rcp_model_json_string (builder, "medium", account->medium);
  rcp_model_json_string (builder, "place", account->place);
  rcp_model_json_string (builder, "mode", account->mode);
}

static void
add_quotes (JsonBuilder *builder, const RcpSegmentedText *text, const RcpFindings *findings, const char *const *actor_ids)
{
  begin_list (builder, "quotes");
  for (guint i = 0; i < findings->quotations->len; i++)
    {
      const RcpFoundQuotation *quotation = findings->quotations->pdata[i];

      begin_range (builder, quotation->range);
      add_text (builder, text, quotation->range);
      add_nick (builder, "kind", RCP_TYPE_QUOTATION, quotation->kind);
      rcp_model_json_string (builder, "speaker", quotation->speaker >= 0
                                                     ? get_actor_id (findings, actor_ids, quotation->speaker) : NULL);
      rcp_model_json_string (builder, "attribution", quotation->attribution);
      rcp_model_json_string (builder, "medium", quotation->medium);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_accounts (JsonBuilder *builder, const RcpSegmentedText *text, const RcpFindings *findings,
              const char *const *actor_ids)
{
  begin_list (builder, "accounts");
  for (guint i = 0; i < findings->accounts->len; i++)
    {
      const RcpFoundAccount *account = findings->accounts->pdata[i];

      begin_range (builder, account->range);
      add_text (builder, text, account->range);
      rcp_model_json_string (builder, "title", account->title);
      rcp_model_json_date (builder, "date", account->when);
      add_nick (builder, "rule", RCP_TYPE_DATE_RULE, account->when_rule);
      add_nick (builder, "action", RCP_TYPE_ACTION, account->action);
      add_nick (builder, "status", RCP_TYPE_STATUS, account->status);
      rcp_model_json_string (builder, "attribution", account->attribution);
      rcp_analysis_json_voice (builder, account,
                               account->speaker >= 0 ? get_actor_id (findings, actor_ids, account->speaker) : NULL);
      begin_list (builder, "actors");
      for (guint j = 0; j < account->actors->len; j++)
        json_builder_add_string_value (builder,
                                       get_actor_id (findings, actor_ids, g_array_index (account->actors, guint, j)));
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_repairs (JsonBuilder *builder, const RcpDocument *document)
{
  static const char *const names[] = { "encoding", "entities", "invisible" };

  if (document->repairs == RCP_TEXT_REPAIR_NONE)
    return;
  json_builder_set_member_name (builder, "repairs");
  json_builder_begin_array (builder);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (document->repairs & (1u << i))
      json_builder_add_string_value (builder, names[i]);
  json_builder_end_array (builder);
}

/**
 * rcp_analysis_json_article:
 * @file: what it was read from
 * @document: the article
 * @text: the same, cut up
 * @findings: what was found
 * @actor_ids: (nullable): what to call each actor of @findings; NULL for their keys
 *
 * The article as an object.
 */
void
rcp_analysis_json_article (JsonBuilder *builder, const char *file, const RcpDocument *document,
                           const RcpSegmentedText *text, const RcpFindings *findings, const char *const *actor_ids)
{
  const char *language = findings->language && *findings->language ? findings->language : document->language;

  json_builder_begin_object (builder);
  rcp_model_json_string (builder, "file", file);
  rcp_model_json_string (builder, "title", document->title);
  rcp_model_json_string (builder, "byline", document->byline);
  rcp_model_json_string (builder, "outlet", document->outlet);
  rcp_model_json_string (builder, "via", document->via);
  rcp_model_json_string (builder, "agency", document->agency);
  rcp_model_json_string (builder, "uri", document->uri);
  rcp_model_json_string (builder, "language", language);
  rcp_model_json_string (builder, "lang", language);
  add_publication (builder, findings->publication);
  rcp_model_json_string (builder, "modified", document->modified ? rcp_edtf_get_string (document->modified) : NULL);
  rcp_model_json_string (builder, "text", document->text);
  add_repairs (builder, document);
  add_boilerplate (builder, document);
  add_sentences (builder, text);
  add_dates (builder, findings);
  add_actors (builder, text, findings, actor_ids);
  add_quotes (builder, text, findings, actor_ids);
  add_accounts (builder, text, findings, actor_ids);
  json_builder_end_object (builder);
}
