#include "config.h"

#include "rcp-dossier-json.h"

#include "rcp-analysis-json.h"
#include "rcp-enum-types.h"
#include "rcp-model-json.h"

/* What the analysis of several articles together found: the articles as rcp-analysis-json writes them, the actors, the
 * events with their accounts, the articles that tell one happening, the passages in common, and on what the accounts
 * differ. */

typedef struct
{
  JsonBuilder *builder;
  const char *const *files;
  RcpSegmentedText *const *texts;
  const RcpDossierAnalysis *analysis;
} Writer;

static void
begin_list (Writer *self, const char *name)
{
  json_builder_set_member_name (self->builder, name);
  json_builder_begin_array (self->builder);
}

static void
add_place (Writer *self, guint article, RcpRange range)
{
  rcp_model_json_string (self->builder, "file", self->files[article]);
  json_builder_set_member_name (self->builder, "start");
  json_builder_add_int_value (self->builder, range.start);
  json_builder_set_member_name (self->builder, "end");
  json_builder_add_int_value (self->builder, range.end);
}

static void
add_id (Writer *self, const char *name, char prefix, guint number)
{
  g_autofree char *id = g_strdup_printf ("%c%u", prefix, number + 1);

  rcp_model_json_string (self->builder, name, id);
}

static const RcpFoundAccount *
get_account (Writer *self, const RcpDossierAccount *account)
{
  const RcpFindings *findings = self->analysis->findings->pdata[account->article];

  return findings->accounts->pdata[account->account];
}

/* What an actor of an article is called in the set. */
static char *
dup_actor_id (Writer *self, guint article, int index)
{
  const RcpFindings *findings = self->analysis->findings->pdata[article];
  const GArray *indices = self->analysis->actor_ids->pdata[article];
  int actor = index >= 0 && (guint) index < indices->len ? g_array_index (indices, int, index) : -1;

  if (index < 0)
    return NULL;
  return actor >= 0 ? g_strdup_printf ("p%d", actor + 1) : g_strdup (((RcpFoundActor *) findings->actors->pdata[index])->key);
}

static void
add_article (Writer *self, guint article, const RcpDocument *document)
{
  const RcpFindings *findings = self->analysis->findings->pdata[article];
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < findings->actors->len; i++)
    g_ptr_array_add (ids, dup_actor_id (self, article, (int) i));
  g_ptr_array_add (ids, NULL);
  rcp_analysis_json_article (self->builder, self->files[article], document, self->texts[article], findings,
                             (const char *const *) ids->pdata);
}

static void
add_actor (Writer *self, guint number)
{
  const RcpDossierActor *actor = self->analysis->actors->pdata[number];

  json_builder_begin_object (self->builder);
  add_id (self, "id", 'p', number);
  rcp_model_json_string (self->builder, "key", actor->key);
  rcp_model_json_string (self->builder, "name", actor->name);
  rcp_model_json_string (self->builder, "type", rcp_analysis_json_type (actor->kind));
  begin_list (self, "aliases");
  for (guint i = 0; i < actor->aliases->len; i++)
    json_builder_add_string_value (self->builder, actor->aliases->pdata[i]);
  json_builder_end_array (self->builder);
  json_builder_end_object (self->builder);
}

static void
add_account (Writer *self, const RcpDossierAccount *account)
{
  const RcpFoundAccount *found = get_account (self, account);
  g_autofree char *speaker = dup_actor_id (self, account->article, found->speaker);

  json_builder_begin_object (self->builder);
  add_place (self, account->article, found->range);
  rcp_model_json_date (self->builder, "date", found->when);
  rcp_model_json_string (self->builder, "attribution", found->attribution);
  rcp_analysis_json_voice (self->builder, found, speaker);
  if (account->copy_of >= 0)
    {
      json_builder_set_member_name (self->builder, "copy_of");
      json_builder_add_int_value (self->builder, account->copy_of);
    }
  json_builder_end_object (self->builder);
}

static void
add_event (Writer *self, guint number)
{
  const RcpDossierEvent *event = self->analysis->events->pdata[number];
  g_autofree char *type = g_ascii_strup (rcp_enum_to_nick (RCP_TYPE_ACTION, event->action), -1);

  json_builder_begin_object (self->builder);
  add_id (self, "id", 'e', number);
  rcp_model_json_string (self->builder, "title", event->title);
  rcp_model_json_date (self->builder, "date", event->date);
  rcp_model_json_string (self->builder, "status", rcp_enum_to_nick (RCP_TYPE_STATUS, event->status));
  rcp_model_json_string (self->builder, "type", type);
  begin_list (self, "actors");
  for (guint i = 0; i < event->actors->len; i++)
    {
      g_autofree char *id = g_strdup_printf ("p%u", g_array_index (event->actors, guint, i) + 1);

      json_builder_add_string_value (self->builder, id);
    }
  json_builder_end_array (self->builder);
  begin_list (self, "outcome_of");
  for (guint i = 0; i < self->analysis->events->len; i++)
    {
      const RcpDossierEvent *plan = self->analysis->events->pdata[i];

      for (guint k = 0; k < plan->outcomes->len; k++)
        if (g_array_index (plan->outcomes, guint, k) == number)
          {
            g_autofree char *id = g_strdup_printf ("e%u", i + 1);

            json_builder_add_string_value (self->builder, id);
          }
    }
  json_builder_end_array (self->builder);
  begin_list (self, "accounts");
  for (guint i = 0; i < event->accounts->len; i++)
    add_account (self, &g_array_index (event->accounts, RcpDossierAccount, i));
  json_builder_end_array (self->builder);
  json_builder_end_object (self->builder);
}

static void
add_shared (Writer *self, const RcpSharedWording *wording)
{
  json_builder_begin_object (self->builder);
  json_builder_set_member_name (self->builder, "a");
  json_builder_begin_object (self->builder);
  add_place (self, wording->article_a, wording->passage.a);
  json_builder_end_object (self->builder);
  json_builder_set_member_name (self->builder, "b");
  json_builder_begin_object (self->builder);
  add_place (self, wording->article_b, wording->passage.b);
  json_builder_end_object (self->builder);
  json_builder_set_member_name (self->builder, "words");
  json_builder_add_int_value (self->builder, wording->passage.n_words);
  rcp_model_json_string (self->builder, "kind", rcp_enum_to_nick (RCP_TYPE_SHARED_KIND, wording->passage.kind));
  json_builder_end_object (self->builder);
}

static void
add_discrepancy (Writer *self, guint a, int b, const RcpFoundDiscrepancy *discrepancy)
{
  const GArray *first = ((const RcpDossierEvent *) self->analysis->events->pdata[a])->accounts;
  const GArray *second = b >= 0 ? ((const RcpDossierEvent *) self->analysis->events->pdata[b])->accounts : NULL;

  json_builder_begin_object (self->builder);
  add_id (self, "event", 'e', a);
  if (b >= 0)
    add_id (self, "other_event", 'e', (guint) b);
  rcp_model_json_string (self->builder, "kind", rcp_enum_to_nick (RCP_TYPE_DISCREPANCY_KIND, discrepancy->kind));
  if (discrepancy->is_update)
    {
      json_builder_set_member_name (self->builder, "update");
      json_builder_add_boolean_value (self->builder, TRUE);
    }
  begin_list (self, "values");
  for (guint i = 0; i < discrepancy->values->len; i++)
    {
      const RcpFoundDiscrepancyValue *value = &g_array_index (discrepancy->values, RcpFoundDiscrepancyValue, i);
      const RcpDossierAccount *account = value->account < first->len
                                             ? &g_array_index (first, RcpDossierAccount, value->account)
                                             : &g_array_index (second, RcpDossierAccount, value->account - first->len);
      g_autofree char *words = rcp_segmented_text_dup_range (self->texts[account->article], value->range);

      json_builder_begin_object (self->builder);
      add_place (self, account->article, value->range);
      rcp_model_json_string (self->builder, "text", words);
      json_builder_end_object (self->builder);
    }
  json_builder_end_array (self->builder);
  json_builder_end_object (self->builder);
}

/* Those of each event, then those between two. */
static void
add_discrepancies (Writer *self)
{
  for (guint i = 0; i < self->analysis->events->len; i++)
    {
      const RcpDossierEvent *event = self->analysis->events->pdata[i];

      for (guint k = 0; k < event->discrepancies->len; k++)
        add_discrepancy (self, i, -1, event->discrepancies->pdata[k]);
    }
  for (guint i = 0; i < self->analysis->across->len; i++)
    {
      const RcpDossierDifference *difference = &g_array_index (self->analysis->across, RcpDossierDifference, i);

      add_discrepancy (self, difference->event_a, (int) difference->event_b, difference->discrepancy);
    }
}

static void
add_story (Writer *self, const GArray *articles)
{
  json_builder_begin_array (self->builder);
  for (guint i = 0; i < articles->len; i++)
    json_builder_add_int_value (self->builder, g_array_index (articles, guint, i));
  json_builder_end_array (self->builder);
}

/**
 * rcp_dossier_json_build:
 * @files: (array length=n): what each article was read from
 * @documents: (array length=n): the articles
 * @texts: (array length=n): their texts
 * @analysis: what was found in them together
 *
 * All of it as one object.
 */
void
rcp_dossier_json_build (JsonBuilder *builder, const char *const *files, RcpDocument *const *documents,
                        RcpSegmentedText *const *texts, guint n, const RcpDossierAnalysis *analysis)
{
  Writer self = { builder, files, texts, analysis };

  json_builder_begin_object (builder);
  begin_list (&self, "articles");
  for (guint i = 0; i < n; i++)
    add_article (&self, i, documents[i]);
  json_builder_end_array (builder);
  begin_list (&self, "actors");
  for (guint i = 0; i < analysis->actors->len; i++)
    add_actor (&self, i);
  json_builder_end_array (builder);
  begin_list (&self, "events");
  for (guint i = 0; i < analysis->events->len; i++)
    add_event (&self, i);
  json_builder_end_array (builder);
  begin_list (&self, "stories");
  for (guint i = 0; i < analysis->stories->len; i++)
    add_story (&self, analysis->stories->pdata[i]);
  json_builder_end_array (builder);
  begin_list (&self, "shared");
  for (guint i = 0; i < analysis->shared->len; i++)
    add_shared (&self, &g_array_index (analysis->shared, RcpSharedWording, i));
  json_builder_end_array (builder);
  begin_list (&self, "discrepancies");
  add_discrepancies (&self);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}
