#include "config.h"

#include <string.h>

#include "rcp-fold.h"
#include "rcp-lexicon-private.h"
#include "rcp-tsv.h"

#define RESOURCE_FOLDER "/app/recoupe/Recoupe/engine/lexicon/"

static void
add_list (RcpLexicon *self, RcpTsv *table, const char *column, RcpLexiconEntry values, char language)
{
  g_auto (GStrv) forms = rcp_tsv_dup_list (table, column);

  values.language = language;
  for (guint i = 0; forms[i]; i++)
    rcp_lexicon_add (self, forms[i], &values);
}

/* Raises @flag on what the forms of @column mean already in the class and with the id of @values. */
static void
flag_list (RcpLexicon *self, RcpTsv *table, const char *column, const RcpLexiconEntry *values,
           RcpLexiconFlags flag)
{
  g_auto (GStrv) forms = rcp_tsv_dup_list (table, column);

  for (guint i = 0; forms[i]; i++)
    {
      g_autofree char *words = rcp_fold_words (forms[i]);
      const RcpLexiconEntry *entry = rcp_lexicon_look_up (self, words, values->class, NULL);

      for (; entry; entry = rcp_lexicon_entry_next (entry, values->class, NULL))
        if (entry->id == values->id)
          ((RcpLexiconEntry *)entry)->flags |= flag;
    }
}

static void
add_states (RcpLexicon *self, RcpTsv *table)
{
  while (rcp_tsv_next (table))
    {
      RcpLexiconEntry values = { .class = RCP_LEXICON_STATE,
                                 .id = rcp_lexicon_keep (self, rcp_tsv_get (table, "iso2")),
                                 .name = rcp_lexicon_keep (self, rcp_tsv_get (table, "name_fr")),
                                 .name_en = rcp_lexicon_keep (self, rcp_tsv_get (table, "name_en")),
                                 .kind = rcp_lexicon_keep (self, rcp_tsv_get (table, "kind")),
                                 .scope = "" };

      if (strcmp (values.kind, "state") != 0)
        values.flags = RCP_LEXICON_TERRITORY;
      add_list (self, table, "name_fr", values, 'f');
      add_list (self, table, "alias_fr", values, 'f');
      add_list (self, table, "name_en", values, 'e');
      add_list (self, table, "alias_en", values, 'e');
      flag_list (self, table, "care", &values, RCP_LEXICON_CARE);
      g_hash_table_insert (self->states, (gpointer)values.id, rcp_lexicon_new_entry (self, &values));
    }
}

static void
add_seats (RcpLexicon *self, RcpTsv *table)
{
  while (rcp_tsv_next (table))
    {
      RcpLexiconEntry values = { .class = RCP_LEXICON_SEAT,
                                 .id = rcp_lexicon_keep (self, rcp_tsv_get (table, "iso2")),
                                 .name = "",
                                 .name_en = "",
                                 .kind = rcp_lexicon_keep (self, rcp_tsv_get (table, "kind")),
                                 .scope = rcp_lexicon_keep (self, rcp_tsv_get (table, "org")) };

      add_list (self, table, "form", values, rcp_tsv_get (table, "lang")[0]);
    }
}

static void
add_cities (RcpLexicon *self, RcpTsv *table)
{
  RcpLexiconEntry values = { .class = RCP_LEXICON_CITY, .name = "", .name_en = "", .kind = "", .scope = "" };

  while (rcp_tsv_next (table))
    {
      values.id = rcp_lexicon_keep (self, rcp_tsv_get (table, "iso2"));
      add_list (self, table, "name", values, 0);
      add_list (self, table, "alias", values, 0);
    }
}

static void
add_organisations (RcpLexicon *self, RcpTsv *table)
{
  while (rcp_tsv_next (table))
    {
      RcpLexiconEntry values = { .class = RCP_LEXICON_ORGANISATION,
                                 .id = rcp_lexicon_keep (self, rcp_tsv_get (table, "id")),
                                 .name = rcp_lexicon_keep (self, rcp_tsv_get (table, "name_fr")),
                                 .name_en = rcp_lexicon_keep (self, rcp_tsv_get (table, "name_en")),
                                 .kind = rcp_lexicon_keep (self, rcp_tsv_get (table, "kind")),
                                 .scope = rcp_lexicon_keep (self, rcp_tsv_get (table, "scope")) };

      add_list (self, table, "name_fr", values, 'f');
      add_list (self, table, "alias_fr", values, 'f');
      add_list (self, table, "name_en", values, 'e');
      add_list (self, table, "alias_en", values, 'e');
      flag_list (self, table, "care", &values, RCP_LEXICON_CARE);
      flag_list (self, table, "shared", &values, RCP_LEXICON_SHARED);
      g_hash_table_insert (self->organisations, (gpointer)values.id, rcp_lexicon_new_entry (self, &values));
    }
}

static void
add_demonyms (RcpLexicon *self, RcpTsv *table)
{
  while (rcp_tsv_next (table))
    {
      char language = rcp_tsv_get (table, "lang")[0];
      RcpLexiconEntry values = {
        .id = rcp_lexicon_keep (self, rcp_tsv_get (table, "iso2")), .name = "", .name_en = "", .kind = "", .scope = ""
      };

      values.class = RCP_LEXICON_DEMONYM;
      values.flags = RCP_LEXICON_PLURAL;
      add_list (self, table, "plurals", values, language);
      values.flags = 0;
      add_list (self, table, "nouns", values, language);
      values.class = RCP_LEXICON_ADJECTIVE;
      add_list (self, table, "adjectives", values, language);
    }
}

static void
add_offices (RcpLexicon *self, RcpTsv *table)
{
  while (rcp_tsv_next (table))
    {
      const char *flags = rcp_tsv_get (table, "flags");
      g_autofree char *id = rcp_fold_words (rcp_tsv_get (table, "office"));
      char language = rcp_tsv_get (table, "lang")[0];
      RcpLexiconEntry values = { .class = RCP_LEXICON_OFFICE,
                                 .id = rcp_lexicon_keep (self, id),
                                 .name = "",
                                 .name_en = "",
                                 .kind = rcp_lexicon_keep (self, rcp_tsv_get (table, "kind")),
                                 .scope = "" };

      values.flags |= strchr (flags, 'n') ? RCP_LEXICON_BEFORE_NAME : 0;
      values.flags |= strchr (flags, 'd') ? RCP_LEXICON_ALONE : 0;
      values.flags |= strchr (flags, 'c') ? RCP_LEXICON_COURTESY : 0;
      values.flags |= strchr (flags, 'o') ? RCP_LEXICON_OF : 0;
      values.flags |= strchr (flags, 'x') ? RCP_LEXICON_FORMER : 0;
      add_list (self, table, "forms", values, language);
      values.flags |= RCP_LEXICON_PLURAL;
      add_list (self, table, "plurals", values, language);
    }
}

static void
add_first_names (RcpLexicon *self, RcpTsv *table)
{
  RcpLexiconEntry values
      = { .class = RCP_LEXICON_FIRST_NAME, .id = "", .name = "", .name_en = "", .kind = "", .scope = "" };

  while (rcp_tsv_next (table))
    rcp_lexicon_add (self, rcp_tsv_get (table, "name"), &values);
}

static void
add_common_words (RcpLexicon *self, RcpTsv *table)
{
  RcpLexiconEntry values
      = { .class = RCP_LEXICON_COMMON_WORD, .id = "", .name = "", .name_en = "", .kind = "", .scope = "" };

  while (rcp_tsv_next (table))
    {
      values.language = rcp_tsv_get (table, "lang")[0];
      rcp_lexicon_add (self, rcp_tsv_get (table, "word"), &values);
    }
}

static void
add_names_seen (RcpLexicon *self, RcpTsv *table)
{
  RcpLexiconEntry values = { .id = "", .name = "", .name_en = "", .kind = "", .scope = "" };

  while (rcp_tsv_next (table))
    {
      const char *kind = rcp_tsv_get (table, "kind");

      values.class = kind[0] == 'P'   ? RCP_LEXICON_SEEN_PERSON
                     : kind[0] == 'O' ? RCP_LEXICON_SEEN_ORGANISATION
                                      : RCP_LEXICON_SEEN_PLACE;
      rcp_lexicon_add (self, rcp_tsv_get (table, "name"), &values);
    }
}

static void
add_name_words (RcpLexicon *self, RcpTsv *table)
{
  while (rcp_tsv_next (table))
    {
      char language = rcp_tsv_get (table, "lang")[0];
      RcpLexiconEntry values = { .class = RCP_LEXICON_CUE,
                                 .id = rcp_lexicon_keep (self, rcp_tsv_get (table, "class")),
                                 .name = "",
                                 .name_en = "",
                                 .kind = "",
                                 .scope = "" };

      if (strcmp (values.id, "place") == 0)
        values.class = RCP_LEXICON_SEEN_PLACE;
      add_list (self, table, "words", values, language);
    }
}

/**
 * rcp_lexicon_read_tables:
 * @error: %RCP_ANALYSIS_ERROR_RESOURCE when a table is missing
 *
 * Reads the tables of resources/lexicon into a lexicon that is being made.
 *
 * Returns: FALSE with @error set.
 */
gboolean
rcp_lexicon_read_tables (RcpLexicon *self, GError **error)
{
  static const struct
  {
    const char *file;
    void (*add) (RcpLexicon *self, RcpTsv *table);
  } tables[] = {
    { "states.tsv", add_states },
    { "seats.tsv", add_seats },
    { "organisations.tsv", add_organisations },
    { "cities.tsv", add_cities },
    { "demonyms.tsv", add_demonyms },
    { "offices.tsv", add_offices },
    { "first-names.tsv", add_first_names },
    { "names-seen.tsv", add_names_seen },
    { "name-words.tsv", add_name_words },
    { "common-words.tsv", add_common_words },
  };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *path = g_strconcat (RESOURCE_FOLDER, tables[i].file, NULL);
      g_autoptr (RcpTsv) table = rcp_tsv_new_for_resource (path, error);

      if (table == NULL)
        {
          g_prefix_error (error, "reading the names: ");
          return FALSE;
        }
      tables[i].add (self, table);
    }
  return TRUE;
}
