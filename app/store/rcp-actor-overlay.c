#include "config.h"

#include "rcp-actor-overlay.h"

#include "rcp-actor-table.h"
#include "rcp-enum-types.h"
#include "rcp-fold.h"

/* Mentions of a unit that go to another, from a moment on. */
typedef struct
{
  guint step;       /* which correction says so */
  gboolean by_article;
  char *what;       /* folded words, or the content of an article as a hash */
  RcpActorUnit *to;
} Rule;

struct _RcpActorOverlay
{
  GHashTable *by_key;  /* of char * to RcpActorUnit; borrows both */
  GPtrArray *units;    /* of RcpActorUnit, in the order they were first spoken of */
  GHashTable *apart;   /* set of "key\nkey", the smaller first: pairs that are never the same */
  guint n_steps;
  gboolean has_article_rules;
};

static void
rule_free (gpointer data)
{
  Rule *rule = data;

  g_free (rule->what);
  g_free (rule);
}

static void
unit_free (gpointer data)
{
  RcpActorUnit *unit = data;

  g_free (unit->key);
  g_free (unit->split_of);
  g_free (unit->name);
  g_free (unit->label);
  g_ptr_array_unref (unit->rules);
  g_free (unit);
}

void
rcp_actor_overlay_free (RcpActorOverlay *self)
{
  g_hash_table_unref (self->by_key);
  g_ptr_array_unref (self->units);
  g_hash_table_unref (self->apart);
  g_free (self);
}

static RcpActorUnit *
get_unit (RcpActorOverlay *self, const char *key, const char *label)
{
  RcpActorUnit *unit = g_hash_table_lookup (self->by_key, key);

  if (!unit)
    {
      unit = g_new0 (RcpActorUnit, 1);
      unit->key = g_strdup (key);
      unit->kind = -1;
      unit->rules = g_ptr_array_new_with_free_func (rule_free);
      g_hash_table_insert (self->by_key, unit->key, unit);
      g_ptr_array_add (self->units, unit);
    }
  if (!unit->label)
    unit->label = g_strdup (label);
  return unit;
}

/* Whom a key speaks of at this place of the log: of an actor whose splitting off was dropped from it, whoever it would have
 * been split from. */
static RcpActorUnit *
find_unit (RcpActorOverlay *self, const char *key, const char *label)
{
  g_autofree char *origin = g_strdup (key);
  char *mark;

  while (!g_hash_table_contains (self->by_key, origin) && (mark = strrchr (origin, '#')))
    *mark = '\0';
  return get_unit (self, origin, strcmp (origin, key) == 0 ? label : NULL);
}

/** rcp_actor_overlay_get_root: (transfer none): whom a unit is shown as: the last of those it was merged into. */
const RcpActorUnit *
rcp_actor_overlay_get_root (const RcpActorUnit *unit)
{
  while (unit->into)
    unit = unit->into;
  return unit;
}

static RcpActorUnit *
root_of (RcpActorUnit *unit)
{
  return (RcpActorUnit *)rcp_actor_overlay_get_root (unit);
}

static gboolean
is_within (const RcpActorUnit *unit, const RcpActorUnit *of)
{
  for (; unit; unit = unit->into)
    if (unit == of)
      return TRUE;
  return FALSE;
}

static void
add_rule (RcpActorOverlay *self, RcpActorUnit *unit, gboolean by_article, const char *what, RcpActorUnit *to)
{
  Rule *rule = g_new0 (Rule, 1);

  rule->step = self->n_steps;
  rule->by_article = by_article;
  rule->what = g_strdup (what);
  rule->to = to;
  g_ptr_array_add (unit->rules, rule);
  self->has_article_rules |= by_article;
}

/**
 * rcp_actor_overlay_split_key:
 * @kind: %RCP_CORRECTION_SPLIT_ALIAS or %RCP_CORRECTION_SPLIT_ARTICLE
 * @subject: the key of whom somebody is split from
 * @value: the folded alias, or the content of the article as a hash
 *
 * Returns: (transfer full): the key of who is split off
 */
char *
rcp_actor_overlay_split_key (RcpCorrectionKind kind, const char *subject, const char *value)
{
  return g_strconcat (subject, kind == RCP_CORRECTION_SPLIT_ARTICLE ? "#article:" : "#alias:", value, NULL);
}

static void
split (RcpActorOverlay *self, RcpCorrectionKind kind, RcpActorUnit *subject, const char *value, const char *label)
{
  RcpActorUnit *root = root_of (subject);
  g_autofree char *key = rcp_actor_overlay_split_key (kind, subject->key, value);
  g_autoptr (GPtrArray) members = g_ptr_array_new ();
  RcpActorUnit *to = get_unit (self, key, label);

  for (guint i = 0; i < self->units->len; i++)
    if (self->units->pdata[i] != to && root_of (self->units->pdata[i]) == root)
      g_ptr_array_add (members, self->units->pdata[i]);
  if (!to->split_of)
    to->split_of = g_strdup (subject->key);
  /* One that was merged back is taken out again. */
  to->into = NULL;
  for (guint i = 0; i < members->len; i++)
    add_rule (self, members->pdata[i], kind == RCP_CORRECTION_SPLIT_ARTICLE, value, to);
}

static char *
pair_key (const char *a, const char *b)
{
  return strcmp (a, b) < 0 ? g_strconcat (a, "\n", b, NULL) : g_strconcat (b, "\n", a, NULL);
}

/* An alias of the one by which the engine may have joined both names the other. */
static void
keep_name (RcpActorOverlay *self, RcpActorUnit *unit, const char *own_name, RcpActorUnit *other, const char *other_name)
{
  g_autofree char *own = own_name ? rcp_fold_words (own_name) : NULL;
  g_autofree char *words = other_name ? rcp_fold_words (other_name) : NULL;

  if (own && words && *words && strcmp (own, words) != 0)
    add_rule (self, unit, FALSE, words, other);
}

static void
keep_apart (RcpActorOverlay *self, RcpActorUnit *a, RcpActorUnit *b, const char *a_name, const char *b_name)
{
  RcpActorUnit *moves = is_within (b, a) ? b : a;

  if (a == b)
    return;
  if (root_of (a) == root_of (b))
    moves->into = NULL;
  keep_name (self, a, a_name, b, b_name);
  keep_name (self, b, b_name, a, a_name);
  g_hash_table_add (self->apart, pair_key (a->key, b->key));
}

/* Takes one correction in, after all that were made before it. */
static void
take (RcpActorOverlay *self, RcpCorrectionKind kind, const char *subject, const char *value, const char *subject_name,
      const char *value_name)
{
  RcpActorUnit *unit, *other;

  if (!subject)
    return;
  unit = find_unit (self, subject, subject_name);
  self->n_steps++;
  switch (kind)
    {
    case RCP_CORRECTION_MERGE_ACTORS:
      if (!value)
        break;
      other = root_of (find_unit (self, value, value_name));
      if (root_of (unit) != other)
        root_of (unit)->into = other;
      break;
    case RCP_CORRECTION_SPLIT_ALIAS:
      if (value)
        split (self, kind, unit, value, value_name);
      break;
    case RCP_CORRECTION_SPLIT_ARTICLE:
      if (value)
        split (self, kind, unit, value, subject_name);
      break;
    case RCP_CORRECTION_DISTINCT_ACTORS:
      if (value)
        keep_apart (self, unit, find_unit (self, value, value_name), subject_name, value_name);
      break;
    case RCP_CORRECTION_ACTOR_NAME:
      g_free (unit->name);
      unit->name = g_strdup (value);
      break;
    case RCP_CORRECTION_ACTOR_KIND:
      if (!value || !rcp_enum_from_nick (RCP_TYPE_ACTOR_KIND, value, &unit->kind))
        unit->kind = -1;
      break;
    case RCP_CORRECTION_IGNORE_ACTOR:
      unit->ignored = g_strcmp0 (value, "0") != 0;
      break;
    default:
      break;
    }
}

/* The present key of an actor: that of whom the engine has joined it into, where it is no more. */
static char *
get_present_key (RcpDb *db, const char *key, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "WITH RECURSIVE chain (key, n) AS (SELECT :key, 0 UNION ALL SELECT stands_for, n + 1 FROM chain JOIN actor_key"
      "  USING (key) WHERE n < 100 AND NOT EXISTS (SELECT 1 FROM actor WHERE actor.key = chain.key))"
      " SELECT key FROM chain ORDER BY n DESC LIMIT 1");
  char *present = NULL;

  rcp_stmt_bind_text (stmt, ":key", key);
  if (rcp_stmt_row (stmt))
    present = rcp_stmt_dup (stmt, 0);
  if (rcp_stmt_finish (stmt, error))
    return present;
  g_free (present);
  return NULL;
}

static gboolean
take_present (RcpActorOverlay *self, RcpDb *db, RcpCorrectionKind kind, const char *subject, const char *value,
              const char *subject_name, const char *value_name, GError **error)
{
  gboolean is_pair = kind == RCP_CORRECTION_MERGE_ACTORS || kind == RCP_CORRECTION_DISTINCT_ACTORS;
  g_autofree char *present = NULL, *other = NULL;

  if (!subject)
    return TRUE;
  present = get_present_key (db, subject, error);
  if (!present)
    return FALSE;
  if (is_pair && value)
    {
      other = get_present_key (db, value, error);
      if (!other)
        return FALSE;
      value = other;
    }
  take (self, kind, present, value, subject_name, value_name);
  return TRUE;
}

static gboolean
find_rows (RcpActorOverlay *self, RcpDb *db, GError **error)
{
  for (guint i = 0; i < self->units->len; i++)
    {
      g_autoptr (RcpStmt) stmt = rcp_db_prepare (db, "SELECT id FROM actor WHERE key = :key");
      RcpActorUnit *unit = self->units->pdata[i];

      rcp_stmt_bind_text (stmt, ":key", unit->key);
      if (rcp_stmt_row (stmt))
        unit->id = rcp_stmt_int (stmt, 0);
      if (!rcp_stmt_finish (stmt, error))
        return FALSE;
    }
  return TRUE;
}

static RcpActorOverlay *
load_log (RcpDb *db, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "SELECT kind, subject, value, subject_name, value_name FROM correction WHERE kind IN " RCP_ACTOR_CORRECTIONS
      " ORDER BY id");
  g_autoptr (RcpActorOverlay) self = g_new0 (RcpActorOverlay, 1);

  self->by_key = g_hash_table_new (g_str_hash, g_str_equal);
  self->units = g_ptr_array_new_with_free_func (unit_free);
  self->apart = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  while (rcp_stmt_row (stmt))
    if (!take_present (self, db, rcp_stmt_enum (stmt, 0, RCP_TYPE_CORRECTION_KIND), rcp_stmt_text (stmt, 1),
                       rcp_stmt_text (stmt, 2), rcp_stmt_text (stmt, 3), rcp_stmt_text (stmt, 4), error))
      return NULL;
  return rcp_stmt_finish (stmt, error) ? g_steal_pointer (&self) : NULL;
}

/** rcp_actor_overlay_load: (transfer full): the corrections in force. */
RcpActorOverlay *
rcp_actor_overlay_load (RcpDb *db, GError **error)
{
  g_autoptr (RcpActorOverlay) self = load_log (db, error);

  return self && find_rows (self, db, error) ? g_steal_pointer (&self) : NULL;
}

/** rcp_actor_overlay_load_with: (transfer full): the corrections in force, and one more that is only thought of. */
RcpActorOverlay *
rcp_actor_overlay_load_with (RcpDb *db, RcpCorrectionKind kind, const char *subject, const char *value,
                             const char *subject_name, const char *value_name, GError **error)
{
  g_autoptr (RcpActorOverlay) self = load_log (db, error);

  if (!self || !take_present (self, db, kind, subject, value, subject_name, value_name, error)
      || !find_rows (self, db, error))
    return NULL;
  return g_steal_pointer (&self);
}

gboolean
rcp_actor_overlay_is_empty (const RcpActorOverlay *self)
{
  return self->units->len == 0;
}

/** rcp_actor_overlay_get_units: (transfer none) (element-type RcpActorUnit): all that corrections speak of. */
GPtrArray *
rcp_actor_overlay_get_units (const RcpActorOverlay *self)
{
  return self->units;
}

/** rcp_actor_overlay_find: (transfer none) (nullable): the unit of a key; NULL where no correction speaks of it. */
RcpActorUnit *
rcp_actor_overlay_find (const RcpActorOverlay *self, const char *key)
{
  return g_hash_table_lookup (self->by_key, key);
}

/** rcp_actor_overlay_has_article_rules: whether the content of articles matters to rcp_actor_overlay_resolve(). */
gboolean
rcp_actor_overlay_has_article_rules (const RcpActorOverlay *self)
{
  return self->has_article_rules;
}

/** rcp_actor_overlay_are_apart: whether the user said of these keys that they are never the same, and not the opposite since. */
gboolean
rcp_actor_overlay_are_apart (const RcpActorOverlay *self, const char *key, const char *other)
{
  g_autofree char *pair = pair_key (key, other);
  RcpActorUnit *a = rcp_actor_overlay_find (self, key), *b = rcp_actor_overlay_find (self, other);

  return g_hash_table_contains (self->apart, pair) && a && b && root_of (a) != root_of (b);
}

/**
 * rcp_actor_overlay_resolve:
 * @unit: the engine's actor
 * @words: (nullable): what it is called, folded
 * @content_hash: (nullable): the content of the article as a hash
 *
 * Returns: (transfer none) (nullable): whom a mention shows; NULL for nobody
 */
RcpActorUnit *
rcp_actor_overlay_resolve (RcpActorUnit *unit, const char *words, const char *content_hash)
{
  guint step = 0;
  gboolean moved = TRUE;

  while (moved)
    {
      moved = FALSE;
      for (guint i = 0; i < unit->rules->len && !moved; i++)
        {
          const Rule *rule = unit->rules->pdata[i];

          if (rule->step > step && g_strcmp0 (rule->what, rule->by_article ? content_hash : words) == 0)
            {
              step = rule->step;
              unit = rule->to;
              moved = TRUE;
            }
        }
    }
  unit = root_of (unit);
  return unit->ignored ? NULL : unit;
}

static void
sign (GString *text, RcpActorUnit *unit, guint step)
{
  const RcpActorUnit *root = root_of (unit);

  g_string_append_printf (text, "%s%s", root->ignored ? "-" : "=", root->key);
  for (guint i = 0; i < unit->rules->len; i++)
    {
      const Rule *rule = unit->rules->pdata[i];

      if (rule->step <= step)
        continue;
      g_string_append_printf (text, "(%d %s ", rule->by_article, rule->what);
      sign (text, rule->to, rule->step);
      g_string_append_c (text, ')');
    }
}

/** rcp_actor_overlay_sign: (transfer full): a text that is the same for two overlays when both show every mention of the
 * engine's actor @key alike. */
char *
rcp_actor_overlay_sign (const RcpActorOverlay *self, const char *key)
{
  RcpActorUnit *unit = rcp_actor_overlay_find (self, key);
  g_autoptr (GString) text = g_string_new (NULL);

  if (unit)
    sign (text, unit, 0);
  else
    g_string_append_printf (text, "=%s", key);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/** rcp_actor_overlay_list_changed: (transfer container) (element-type RcpActorUnit): of the engine's actors that have a row, those
 * some of whose mentions @after shows as somebody else than @before; units of either, one for each actor. */
GPtrArray *
rcp_actor_overlay_list_changed (const RcpActorOverlay *before, const RcpActorOverlay *after)
{
  const RcpActorOverlay *both[] = { before, after };
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  GPtrArray *changed = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (both); i++)
    for (guint j = 0; j < both[i]->units->len; j++)
      {
        RcpActorUnit *unit = both[i]->units->pdata[j];
        g_autofree char *was = rcp_actor_overlay_sign (before, unit->key);
        g_autofree char *is = rcp_actor_overlay_sign (after, unit->key);

        if (!unit->split_of && unit->id != 0 && strcmp (was, is) != 0 && g_hash_table_add (seen, &unit->id))
          g_ptr_array_add (changed, unit);
      }
  return changed;
}
