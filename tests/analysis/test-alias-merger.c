#include "config.h"

#include <string.h>

#include "rcp-alias-merger.h"

typedef struct
{
  gint64 id;
  RcpActorKind kind;
  const char *key;
  const char *name;
  const char *const *aliases;
} KnownRow;

static const char *const no_aliases[] = { NULL };
static const char *const cedeao[] = { "Cédéao", "CEDEAO", NULL };
static const char *const holm[] = { "Holm", "le chef de la mission", "Premier ministre", NULL };
static const char *const soldats[] = { "soldats", "soldats suédois", NULL };
static const char *const vuf[] = { "VUF", NULL };

static const KnownRow known[] = {
  { 1, RCP_ACTOR_STATE, "state:SE", "Suède", no_aliases },
  { 2, RCP_ACTOR_ORGANISATION, "org:ecowas", "Communauté économique des États de l'Afrique de l'Ouest",
    cedeao },
  { 3, RCP_ACTOR_PERSON, "person:sara holm", "Sara Holm", holm },
  { 4, RCP_ACTOR_PERSON, "person:oumar diallo", "Oumar Diallo", no_aliases },
  { 5, RCP_ACTOR_PERSON, "person:awa diallo", "Awa Diallo", no_aliases },
  { 6, RCP_ACTOR_ORGANISATION, "org:valley united front", "Valley United Front", vuf },
  { 7, RCP_ACTOR_PERSON, "person:role:ministre defense SE", "ministre suédois de la Défense", no_aliases },
  { 8, RCP_ACTOR_ORGANISATION, "org:forces:SE", "soldats suédois", soldats },
  { 9, RCP_ACTOR_PERSON, "person:keita", "Keita", no_aliases },
  { 10, RCP_ACTOR_PERSON, "person:abdourahmane sissoko", "Abdourahmane Sissoko", no_aliases },
  { 11, RCP_ACTOR_PERSON, "person:john quincy marsh", "John Quincy Marsh", no_aliases },
  { 12, RCP_ACTOR_ORGANISATION, "org:cnsp-ml", "Comité national pour le salut du peuple", vuf },
};

typedef struct
{
  const char *what;
  RcpActorKind kind;
  const char *key;
  const char *name;
  const char *alias; /* nullable */
  gint64 id;
} MatchRow;

static const MatchRow rows[] = {
  { "state-by-key", RCP_ACTOR_STATE, "state:SE", "Sweden", NULL, 1 },
  { "other-state", RCP_ACTOR_STATE, "state:NO", "Suède", NULL, 0 },
  { "organisation-by-key", RCP_ACTOR_ORGANISATION, "org:ecowas", "Economic Community of West African States",
    NULL, 2 },
  { "organisation-by-spelling", RCP_ACTOR_ORGANISATION, "org:cedeao", "Cedeao", NULL, 2 },
  { "organisation-by-alias", RCP_ACTOR_ORGANISATION, "org:front de la vallee", "Front de la vallée", "Cedeao",
    2 },
  { "full-name", RCP_ACTOR_PERSON, "person:sara holm", "Sara HOLM", NULL, 3 },
  { "surname", RCP_ACTOR_PERSON, "person:holm", "Holm", NULL, 3 },
  { "initial", RCP_ACTOR_PERSON, "person:s holm", "S. Holm", NULL, 3 },
  { "other-initial", RCP_ACTOR_PERSON, "person:k holm", "K. Holm", NULL, 0 },
  { "other-given-name", RCP_ACTOR_PERSON, "person:karl holm", "Karl Holm", NULL, 0 },
  { "role-is-no-name", RCP_ACTOR_PERSON, "person:premier ministre", "Premier ministre", NULL, 0 },
  { "surname-of-two", RCP_ACTOR_PERSON, "person:diallo", "Diallo", NULL, 0 },
  { "one-of-two", RCP_ACTOR_PERSON, "person:awa diallo", "Awa Diallo", NULL, 5 },
  { "third-of-a-surname", RCP_ACTOR_PERSON, "person:binta diallo", "Binta Diallo", NULL, 0 },
  { "surname-known-first", RCP_ACTOR_PERSON, "person:modibo keita", "Modibo Keïta", NULL, 9 },
  { "slip-in-given-name", RCP_ACTOR_PERSON, "person:abdourahamane sissoko", "Abdourahamane Sissoko", NULL,
    10 },
  { "middle-name-left-out", RCP_ACTOR_PERSON, "person:john marsh", "John Marsh", NULL, 11 },
  { "same-role", RCP_ACTOR_PERSON, "person:role:ministre defense SE", "ministre de la Défense", NULL, 7 },
  { "role-of-other-state", RCP_ACTOR_PERSON, "person:role:ministre defense NO",
    "ministre suédois de la Défense", NULL, 0 },
  { "kinds-do-not-mix", RCP_ACTOR_ORGANISATION, "org:sara holm", "Sara Holm", NULL, 0 },
  { "collective-by-key", RCP_ACTOR_ORGANISATION, "org:forces:SE", "troupes", NULL, 8 },
  { "collective-of-other-state", RCP_ACTOR_ORGANISATION, "org:forces:NO", "soldats suédois", "soldats", 0 },
  { "acronym-of-two", RCP_ACTOR_ORGANISATION, "org:vuf", "VUF", NULL, 0 },
  { "lexicon-tells-apart", RCP_ACTOR_ORGANISATION, "org:cnsp-ne",
    "Conseil national pour la sauvegarde de la patrie", "VUF", 6 },
  { "spelt-as-another-language-hears-it", RCP_ACTOR_PERSON, "person:sara hulm", "Sara Hulm", NULL, 0 },
  { "spelling-of-two-words", RCP_ACTOR_PERSON, "person:john quinsy marsch", "John Quincy Marsch", NULL, 11 },
  { "spelling-with-other-consonants", RCP_ACTOR_PERSON, "person:john quincy marks", "John Quincy Marks", NULL, 0 },
  { "unknown", RCP_ACTOR_PERSON, "person:nobody", "Nobody", NULL, 0 },
  { "empty", RCP_ACTOR_PERSON, "person:", "", NULL, 0 },
  { "right-to-left", RCP_ACTOR_PERSON, "person:محمد", "محمد", NULL, 0 },
};

/* Who holds offices of other states under one name is another person; whoever agrees in one, or of whom no office is told, is
 * not told apart. */
static const struct
{
  const char *what;
  const char *known[2];    /* offices of Sara Holm */
  const char *offices[2];  /* of the one found */
  const char *name;
  gint64 id;
  const char *key;         /* nullable: for one that is new */
} namesakes[] = {
  { "other-state", { "ministre defense SE" }, { "ambassadeur CL" }, "Sara Holm", 0, "person:sara holm@CL" },
  { "same-state", { "ministre defense SE" }, { "premier ministre SE" }, "Sara Holm", 3, NULL },
  { "one-in-common", { "ministre defense SE", "ambassadeur CL" }, { "head NO", "head CL" }, "Sara Holm", 3, NULL },
  { "none-known", { NULL }, { "ambassadeur CL" }, "Sara Holm", 3, NULL },
  { "none-told", { "ministre defense SE" }, { NULL }, "Sara Holm", 3, NULL },
  { "bodies", { "directeur general org:who" }, { "lead org:imf" }, "Sara Holm", 3, NULL },
  { "state-and-body", { "ministre defense SE" }, { "lead org:imf" }, "Sara Holm", 3, NULL },
  { "no-more-held", { "ministre defense SE" }, { "former head CL" }, "Sara Holm", 3, NULL },
  { "surname", { "ministre defense SE" }, { "ambassadeur CL" }, "Holm", 0, "person:holm" },
  { "initial", { "ministre defense SE" }, { "ambassadeur CL" }, "S. Holm", 0, "person:s holm" },
};

static RcpAliasMerger *
new_filled (void)
{
  RcpAliasMerger *merger = rcp_alias_merger_new ();

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    rcp_alias_merger_add (merger, known[i].id, known[i].kind, known[i].key, known[i].name, known[i].aliases);
  return merger;
}

static gint64
match (const RcpAliasMerger *merger, const MatchRow *row)
{
  RcpFoundActor *actor = rcp_found_actor_new (row->kind, row->key, row->name);
  gint64 id;

  if (row->alias)
    rcp_found_actor_add_alias (actor, row->alias, RCP_ALIAS_REASON_ARTICLE);
  id = rcp_alias_merger_match (merger, actor, NULL);
  rcp_found_actor_free (actor);
  return id;
}

static void
test_row (gconstpointer data)
{
  g_autoptr (RcpAliasMerger) merger = new_filled ();

  g_assert_cmpint (match (merger, data), ==, ((const MatchRow *)data)->id);
}

static GPtrArray *
list_offices (const char *const *offices)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < 2 && offices[i]; i++)
    g_ptr_array_add (list, (gpointer)offices[i]);
  return list;
}

static void
test_namesake (gconstpointer data)
{
  g_autoptr (RcpAliasMerger) merger = new_filled ();
  guint row = GPOINTER_TO_UINT (data);
  g_autoptr (GPtrArray) offices = list_offices (namesakes[row].known);
  g_autofree char *words = g_ascii_strdown (namesakes[row].name, -1);
  g_autofree char *own = g_strconcat ("person:", g_strdelimit (words, ".", ' '), NULL);
  g_autofree char *new_key = NULL;
  RcpFoundActor *actor;

  for (char *twice = strstr (own, "  "); twice; twice = NULL)
    memmove (twice, twice + 1, strlen (twice));
  actor = rcp_found_actor_new (RCP_ACTOR_PERSON, own, namesakes[row].name);
  for (guint i = 0; i < 2 && namesakes[row].offices[i]; i++)
    rcp_found_actor_add_office (actor, namesakes[row].offices[i]);
  rcp_alias_merger_add_offices (merger, 3, offices);
  g_assert_cmpint (rcp_alias_merger_match (merger, actor, NULL), ==, namesakes[row].id);
  if (namesakes[row].key)
    {
      new_key = rcp_alias_merger_dup_new_key (merger, actor);
      g_assert_cmpstr (new_key, ==, namesakes[row].key);
      /* Known under that key, it is found again, and the other stays whom it was. */
      rcp_alias_merger_add (merger, 99, RCP_ACTOR_PERSON, new_key, namesakes[row].name, NULL);
      g_assert_cmpint (rcp_alias_merger_match (merger, actor, NULL), ==, 99);
      rcp_alias_merger_forget (merger, 99);
      g_assert_cmpint (rcp_alias_merger_match (merger, actor, NULL), ==, 0);
    }
  rcp_found_actor_free (actor);
}

static void
test_empty (void)
{
  g_autoptr (RcpAliasMerger) merger = rcp_alias_merger_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (match (merger, &rows[i]), ==, 0);
}

/* What is forgotten is found no more, by key, name or surname; the others are. */
static void
test_forget (void)
{
  g_autoptr (RcpAliasMerger) merger = new_filled ();
  static const MatchRow holm_row = { "", RCP_ACTOR_PERSON, "person:holm", "Holm", NULL, 0 };
  static const MatchRow diallo_row = { "", RCP_ACTOR_PERSON, "person:diallo", "Diallo", NULL, 0 };

  rcp_alias_merger_forget (merger, 3);
  rcp_alias_merger_forget (merger, 3);
  rcp_alias_merger_forget (merger, 999);
  g_assert_cmpint (match (merger, &holm_row), ==, 0);
  rcp_alias_merger_forget (merger, 5);
  g_assert_cmpint (match (merger, &diallo_row), ==, 4);
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    rcp_alias_merger_forget (merger, known[i].id);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (match (merger, &rows[i]), ==, 0);
}

/* An actor added again gains names and a second key, all of which go with it. */
static void
test_add_again (void)
{
  g_autoptr (RcpAliasMerger) merger = new_filled ();
  static const char *const more[] = { "Holm-Berg", NULL };
  static const MatchRow row = { "", RCP_ACTOR_PERSON, "person:sara holm berg", "Sara Holm-Berg", NULL, 0 };

  rcp_alias_merger_add (merger, 3, RCP_ACTOR_PERSON, "person:sara holm berg", "Sara Holm-Berg", more);
  g_assert_cmpint (match (merger, &row), ==, 3);
  rcp_alias_merger_forget (merger, 3);
  g_assert_cmpint (match (merger, &row), ==, 0);
}

static void
test_many (void)
{
  g_autoptr (RcpAliasMerger) merger = rcp_alias_merger_new ();
  double seconds;

  for (guint i = 1; i <= 20000; i++)
    {
      g_autofree char *name = g_strdup_printf ("Person%u Family%u", i, i % 5000);
      g_autofree char *words = g_ascii_strdown (name, -1);
      g_autofree char *key = g_strconcat ("person:", words, NULL);

      rcp_alias_merger_add (merger, i, RCP_ACTOR_PERSON, key, name, NULL);
    }
  g_test_timer_start ();
  for (guint i = 1; i <= 20000; i++)
    {
      g_autofree char *name = g_strdup_printf ("Person%u Family%u", i, i % 5000);
      MatchRow row = { "", RCP_ACTOR_PERSON, "person:?", name, NULL, 0 };

      g_assert_cmpint (match (merger, &row), ==, i);
    }
  seconds = g_test_timer_elapsed ();
  g_assert_cmpfloat (seconds, <, 20);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/alias-merger/match/", rows[i].what, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  for (guint i = 0; i < G_N_ELEMENTS (namesakes); i++)
    {
      g_autofree char *path = g_strconcat ("/alias-merger/namesake/", namesakes[i].what, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_namesake);
    }
  g_test_add_func ("/alias-merger/empty", test_empty);
  g_test_add_func ("/alias-merger/forget", test_forget);
  g_test_add_func ("/alias-merger/add-again", test_add_again);
  g_test_add_func ("/alias-merger/many", test_many);
  return g_test_run ();
}
