#include "config.h"

#include "rcp-model-json.h"

#include "rcp-enum-types.h"

/* The model as JSON objects. Keys are English words that never change once released; dates are EDTF, moments ISO 8601 in
 * UTC, closed lists the nicks of rcp-enums.h; what is not known is left out. */

/** rcp_model_json_string: a member, left out when @value is NULL. */
void
rcp_model_json_string (JsonBuilder *builder, const char *name, const char *value)
{
  if (value == NULL)
    return;
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

/** rcp_model_json_date: a member in EDTF, left out when @date is NULL. */
void
rcp_model_json_date (JsonBuilder *builder, const char *name, const RcpEdtf *date)
{
  rcp_model_json_string (builder, name, date ? rcp_edtf_get_string (date) : NULL);
}

static void
add_int (JsonBuilder *builder, const char *name, gint64 value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

static void
add_id (JsonBuilder *builder, const char *name, gint64 id)
{
  if (id != 0)
    add_int (builder, name, id);
}

static void
add_nick (JsonBuilder *builder, const char *name, GType type, int value)
{
  rcp_model_json_string (builder, name, rcp_enum_to_nick (type, value));
}

static void
add_moment (JsonBuilder *builder, const char *name, gint64 time_us)
{
  g_autoptr (GDateTime) time = time_us != 0 ? g_date_time_new_from_unix_utc (time_us / G_USEC_PER_SEC) : NULL;
  g_autofree char *text = time != NULL ? g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ") : NULL;

  rcp_model_json_string (builder, name, text);
}

/** rcp_model_json_article: @article as an object. */
void
rcp_model_json_article (JsonBuilder *builder, RcpArticle *article)
{
  json_builder_begin_object (builder);
  add_int (builder, "id", rcp_article_get_id (article));
  rcp_model_json_string (builder, "title", rcp_article_get_title (article));
  rcp_model_json_string (builder, "byline", rcp_article_get_byline (article));
  rcp_model_json_string (builder, "outlet", rcp_article_get_outlet (article));
  rcp_model_json_string (builder, "via", rcp_article_get_via (article));
  rcp_model_json_string (builder, "language", rcp_article_get_language (article));
  rcp_model_json_date (builder, "published", rcp_article_get_published (article));
  add_nick (builder, "published_basis", RCP_TYPE_PUBLISHED_BASIS, rcp_article_get_published_basis (article));
  rcp_model_json_string (builder, "published_clue", rcp_article_get_published_clue (article));
  rcp_model_json_string (builder, "uri", rcp_article_get_uri (article));
  add_moment (builder, "added", rcp_article_get_added_us (article));
  add_int (builder, "words", rcp_article_get_n_words (article));
  add_int (builder, "events", rcp_article_get_n_events (article));
  add_int (builder, "sharing", rcp_article_get_n_sharing (article));
  add_int (builder, "notes", rcp_article_get_n_notes (article));
  json_builder_end_object (builder);
}

/** rcp_model_json_actor: @actor as an object. */
void
rcp_model_json_actor (JsonBuilder *builder, RcpActor *actor)
{
  json_builder_begin_object (builder);
  add_int (builder, "id", rcp_actor_get_id (actor));
  rcp_model_json_string (builder, "key", rcp_actor_get_key (actor));
  add_nick (builder, "kind", RCP_TYPE_ACTOR_KIND, rcp_actor_get_kind (actor));
  rcp_model_json_string (builder, "name", rcp_actor_get_name (actor));
  rcp_model_json_string (builder, "alias", rcp_actor_get_alias (actor));
  add_int (builder, "mentions", rcp_actor_get_n_mentions (actor));
  add_int (builder, "articles", rcp_actor_get_n_articles (actor));
  if (rcp_actor_get_pin_rank (actor) >= 0)
    add_int (builder, "pinned", rcp_actor_get_pin_rank (actor));
  json_builder_end_object (builder);
}

static void
add_event_members (JsonBuilder *builder, RcpEvent *event)
{
  add_int (builder, "id", rcp_event_get_id (event));
  rcp_model_json_string (builder, "title", rcp_event_get_title (event));
  rcp_model_json_date (builder, "date", rcp_event_get_date (event));
  add_nick (builder, "date_rule", RCP_TYPE_DATE_RULE, rcp_event_get_date_rule (event));
  rcp_model_json_string (builder, "date_clue", rcp_event_get_date_clue (event));
  rcp_model_json_date (builder, "date_anchor", rcp_event_get_date_anchor (event));
  add_nick (builder, "action", RCP_TYPE_ACTION, rcp_event_get_action (event));
  add_nick (builder, "status", RCP_TYPE_STATUS, rcp_event_get_status (event));
  add_int (builder, "outlets", rcp_event_get_n_outlets (event));
  add_int (builder, "independent", rcp_event_get_n_independent (event));
}

/** rcp_model_json_event: @event as an object, its accounts counted. */
void
rcp_model_json_event (JsonBuilder *builder, RcpEvent *event)
{
  json_builder_begin_object (builder);
  add_event_members (builder, event);
  add_int (builder, "accounts", rcp_event_get_n_accounts (event));
  add_int (builder, "discrepancies", rcp_event_get_n_discrepancies (event));
  add_int (builder, "notes", rcp_event_get_n_notes (event));
  json_builder_end_object (builder);
}

static void
begin_list (JsonBuilder *builder, const char *name)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
}

/**
 * rcp_model_json_event_full:
 * @accounts: (element-type RcpAccount): its accounts
 * @actors: (element-type RcpActor): its actors
 * @discrepancies: (element-type RcpDiscrepancy): points on which they differ
 *
 * @event as an object, with all that is told of it.
 */
void
rcp_model_json_event_full (JsonBuilder *builder, RcpEvent *event, GListModel *accounts, GListModel *actors,
                           GListModel *discrepancies)
{
  json_builder_begin_object (builder);
  add_event_members (builder, event);
  begin_list (builder, "actors");
  for (guint i = 0; i < g_list_model_get_n_items (actors); i++)
    {
      g_autoptr (RcpActor) actor = g_list_model_get_item (actors, i);

      json_builder_begin_object (builder);
      add_int (builder, "id", rcp_actor_get_id (actor));
      rcp_model_json_string (builder, "name", rcp_actor_get_name (actor));
      add_nick (builder, "kind", RCP_TYPE_ACTOR_KIND, rcp_actor_get_kind (actor));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  begin_list (builder, "accounts");
  for (guint i = 0; i < g_list_model_get_n_items (accounts); i++)
    {
      g_autoptr (RcpAccount) account = g_list_model_get_item (accounts, i);

      rcp_model_json_account (builder, account);
    }
  json_builder_end_array (builder);
  begin_list (builder, "discrepancies");
  for (guint i = 0; i < g_list_model_get_n_items (discrepancies); i++)
    {
      g_autoptr (RcpDiscrepancy) discrepancy = g_list_model_get_item (discrepancies, i);

      rcp_model_json_discrepancy (builder, discrepancy);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

/** rcp_model_json_account: @account as an object. */
void
rcp_model_json_account (JsonBuilder *builder, RcpAccount *account)
{
  json_builder_begin_object (builder);
  add_int (builder, "id", rcp_account_get_id (account));
  add_int (builder, "article", rcp_account_get_article_id (account));
  add_int (builder, "start", rcp_account_get_start (account));
  add_int (builder, "end", rcp_account_get_end (account));
  rcp_model_json_string (builder, "sentence", rcp_account_get_sentence (account));
  rcp_model_json_date (builder, "date", rcp_account_get_date (account));
  add_nick (builder, "date_rule", RCP_TYPE_DATE_RULE, rcp_account_get_date_rule (account));
  rcp_model_json_string (builder, "date_clue", rcp_account_get_date_clue (account));
  rcp_model_json_date (builder, "date_anchor", rcp_account_get_date_anchor (account));
  add_nick (builder, "action", RCP_TYPE_ACTION, rcp_account_get_action (account));
  add_nick (builder, "status", RCP_TYPE_STATUS, rcp_account_get_status (account));
  rcp_model_json_string (builder, "attribution", rcp_account_get_attribution (account));
  add_nick (builder, "quotation", RCP_TYPE_QUOTATION, rcp_account_get_quotation (account));
  add_id (builder, "speaker", rcp_account_get_speaker_id (account));
  rcp_model_json_string (builder, "speaker_name", rcp_account_get_speaker (account));
  rcp_model_json_string (builder, "medium", rcp_account_get_medium (account));
  if (rcp_account_get_unmarked (account))
    {
      json_builder_set_member_name (builder, "quoted_elsewhere");
      json_builder_add_boolean_value (builder, TRUE);
    }
  rcp_model_json_string (builder, "mode", rcp_account_get_mode (account));
  rcp_model_json_string (builder, "place", rcp_account_get_place (account));
  rcp_model_json_string (builder, "outlet", rcp_account_get_outlet (account));
  rcp_model_json_string (builder, "article_title", rcp_account_get_article_title (account));
  rcp_model_json_date (builder, "published", rcp_account_get_published (account));
  add_nick (builder, "published_basis", RCP_TYPE_PUBLISHED_BASIS, rcp_account_get_published_basis (account));
  add_id (builder, "copy_of", rcp_account_get_copy_of (account));
  json_builder_end_object (builder);
}

/** rcp_model_json_discrepancy: @discrepancy as an object, its values included. */
void
rcp_model_json_discrepancy (JsonBuilder *builder, RcpDiscrepancy *discrepancy)
{
  GListModel *values = rcp_discrepancy_get_values (discrepancy);
  guint n = g_list_model_get_n_items (values);

  json_builder_begin_object (builder);
  add_id (builder, "id", rcp_discrepancy_get_id (discrepancy));
  add_nick (builder, "kind", RCP_TYPE_DISCREPANCY_KIND, rcp_discrepancy_get_kind (discrepancy));
  json_builder_set_member_name (builder, "settled");
  json_builder_add_boolean_value (builder, rcp_discrepancy_get_settled (discrepancy));
  json_builder_set_member_name (builder, "update");
  json_builder_add_boolean_value (builder, rcp_discrepancy_get_is_update (discrepancy));
  if (rcp_discrepancy_get_other_event_id (discrepancy) != 0)
    {
      add_id (builder, "event", rcp_discrepancy_get_event_id (discrepancy));
      add_id (builder, "other_event", rcp_discrepancy_get_other_event_id (discrepancy));
      rcp_model_json_string (builder, "other_title", rcp_discrepancy_get_other_title (discrepancy));
      rcp_model_json_date (builder, "other_date", rcp_discrepancy_get_other_date (discrepancy));
    }
  json_builder_set_member_name (builder, "values");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (RcpDiscrepancyValue) value = g_list_model_get_item (values, i);

      json_builder_begin_object (builder);
      if (rcp_discrepancy_get_other_event_id (discrepancy) != 0)
        {
          add_id (builder, "event", rcp_discrepancy_value_get_event_id (value));
          rcp_model_json_date (builder, "date", rcp_discrepancy_value_get_date (value));
        }
      add_int (builder, "account", rcp_discrepancy_value_get_account_id (value));
      add_int (builder, "article", rcp_discrepancy_value_get_article_id (value));
      add_int (builder, "start", rcp_discrepancy_value_get_start (value));
      add_int (builder, "end", rcp_discrepancy_value_get_end (value));
      rcp_model_json_string (builder, "text", rcp_discrepancy_value_get_text (value));
      rcp_model_json_string (builder, "outlet", rcp_discrepancy_value_get_outlet (value));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

/** rcp_model_json_note: @note as an object. */
void
rcp_model_json_note (JsonBuilder *builder, RcpNote *note)
{
  json_builder_begin_object (builder);
  add_int (builder, "id", rcp_note_get_id (note));
  add_nick (builder, "target", RCP_TYPE_NOTE_TARGET, rcp_note_get_target (note));
  add_id (builder, "article", rcp_note_get_article_id (note));
  add_id (builder, "event", rcp_note_get_event_id (note));
  add_id (builder, "actor", rcp_note_get_actor_id (note));
  if (rcp_note_get_end (note) > rcp_note_get_start (note))
    {
      add_int (builder, "start", rcp_note_get_start (note));
      add_int (builder, "end", rcp_note_get_end (note));
    }
  rcp_model_json_string (builder, "quote", rcp_note_get_quote (note));
  rcp_model_json_string (builder, "body", rcp_note_get_body (note));
  add_moment (builder, "created", rcp_note_get_created_us (note));
  add_moment (builder, "modified", rcp_note_get_modified_us (note));
  json_builder_end_object (builder);
}

/**
 * rcp_model_json_to_line:
 * @builder: holds one finished value; empty again afterwards
 *
 * Returns: (transfer full): the value on one line, without a line end.
 */
char *
rcp_model_json_to_line (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  char *line = json_to_string (root, FALSE);

  json_builder_reset (builder);
  return line;
}
