#include "config.h"

#include "rcp-lexicon-tables.h"

#include <stdio.h>
#include <string.h>

#include "rcp-day.h"
#include "rcp-fold.h"

static void
add_list (RcpLexiconWriter *self, RcpTsv *table, const char *column, RcpLexiconValues values, char language)
{
  g_auto (GStrv) forms = rcp_tsv_dup_list (table, column);

  values.language = language;
  for (guint i = 0; forms[i]; i++)
    rcp_lexicon_writer_add (self, forms[i], &values);
}

/* Raises @flag on what the forms of @column mean already in the class and with the id of @values. */
static void
flag_list (RcpLexiconWriter *self, RcpTsv *table, const char *column, const RcpLexiconValues *values,
           RcpLexiconFlags flag)
{
  g_auto (GStrv) forms = rcp_tsv_dup_list (table, column);

  for (guint i = 0; forms[i]; i++)
    rcp_lexicon_writer_flag (self, forms[i], values->class, values->id, flag);
}

static void
add_states (RcpLexiconWriter *self, RcpTsv *table)
{
  while (rcp_tsv_next (table))
    {
      RcpLexiconValues values = { .class = RCP_LEXICON_STATE,
                                  .id = rcp_tsv_get (table, "iso2"),
                                  .name = rcp_tsv_get (table, "name_fr"),
                                  .name_en = rcp_tsv_get (table, "name_en"),
                                  .kind = rcp_tsv_get (table, "kind") };

      if (strcmp (values.kind, "state") != 0)
        values.flags = RCP_LEXICON_TERRITORY;
      add_list (self, table, "name_fr", values, 'f');
      add_list (self, table, "alias_fr", values, 'f');
      add_list (self, table, "name_en", values, 'e');
      add_list (self, table, "alias_en", values, 'e');
      flag_list (self, table, "care", &values, RCP_LEXICON_CARE);
      rcp_lexicon_writer_add_key (self, RCP_LEXICON_ROOT_STATES, values.id, &values);
    }
}

static void
add_seats (RcpLexiconWriter *self, RcpTsv *table)
{
  while (rcp_tsv_next (table))
    {
      RcpLexiconValues values = { .class = RCP_LEXICON_SEAT,
                                  .id = rcp_tsv_get (table, "iso2"),
                                  .kind = rcp_tsv_get (table, "kind"),
                                  .scope = rcp_tsv_get (table, "org") };

      add_list (self, table, "form", values, rcp_tsv_get (table, "lang")[0]);
    }
}

static void
add_cities (RcpLexiconWriter *self, RcpTsv *table)
{
  RcpLexiconValues values = { .class = RCP_LEXICON_CITY };

  while (rcp_tsv_next (table))
    {
      values.id = rcp_tsv_get (table, "iso2");
      add_list (self, table, "name", values, 0);
      add_list (self, table, "alias", values, 0);
    }
}

static void
add_organisations (RcpLexiconWriter *self, RcpTsv *table)
{
  while (rcp_tsv_next (table))
    {
      RcpLexiconValues values = { .class = RCP_LEXICON_ORGANISATION,
                                  .id = rcp_tsv_get (table, "id"),
                                  .name = rcp_tsv_get (table, "name_fr"),
                                  .name_en = rcp_tsv_get (table, "name_en"),
                                  .kind = rcp_tsv_get (table, "kind"),
                                  .scope = rcp_tsv_get (table, "scope") };

      add_list (self, table, "name_fr", values, 'f');
      add_list (self, table, "alias_fr", values, 'f');
      add_list (self, table, "name_en", values, 'e');
      add_list (self, table, "alias_en", values, 'e');
      flag_list (self, table, "care", &values, RCP_LEXICON_CARE);
      flag_list (self, table, "shared", &values, RCP_LEXICON_SHARED);
      rcp_lexicon_writer_add_key (self, RCP_LEXICON_ROOT_ORGANISATIONS, values.id, &values);
    }
}

static void
add_demonyms (RcpLexiconWriter *self, RcpTsv *table)
{
  while (rcp_tsv_next (table))
    {
      char language = rcp_tsv_get (table, "lang")[0];
      RcpLexiconValues values = { .id = rcp_tsv_get (table, "iso2") };

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
add_offices (RcpLexiconWriter *self, RcpTsv *table)
{
  while (rcp_tsv_next (table))
    {
      const char *flags = rcp_tsv_get (table, "flags");
      g_autofree char *id = rcp_fold_words (rcp_tsv_get (table, "office"));
      char language = rcp_tsv_get (table, "lang")[0];
      RcpLexiconValues values = { .class = RCP_LEXICON_OFFICE,
                                  .id = id,
                                  .kind = rcp_tsv_get (table, "kind") };

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
add_first_names (RcpLexiconWriter *self, RcpTsv *table)
{
  RcpLexiconValues values = { .class = RCP_LEXICON_FIRST_NAME };

  while (rcp_tsv_next (table))
    rcp_lexicon_writer_add (self, rcp_tsv_get (table, "name"), &values);
}

static void
add_common_words (RcpLexiconWriter *self, RcpTsv *table)
{
  RcpLexiconValues values = { .class = RCP_LEXICON_COMMON_WORD };

  while (rcp_tsv_next (table))
    {
      values.language = rcp_tsv_get (table, "lang")[0];
      rcp_lexicon_writer_add (self, rcp_tsv_get (table, "word"), &values);
    }
}

static void
add_names_seen (RcpLexiconWriter *self, RcpTsv *table)
{
  RcpLexiconValues values = { .id = "" };

  while (rcp_tsv_next (table))
    {
      const char *kind = rcp_tsv_get (table, "kind");

      values.class = kind[0] == 'P'   ? RCP_LEXICON_SEEN_PERSON
                     : kind[0] == 'O' ? RCP_LEXICON_SEEN_ORGANISATION
                                      : RCP_LEXICON_SEEN_PLACE;
      rcp_lexicon_writer_add (self, rcp_tsv_get (table, "name"), &values);
    }
}

static void
add_name_words (RcpLexiconWriter *self, RcpTsv *table)
{
  while (rcp_tsv_next (table))
    {
      char language = rcp_tsv_get (table, "lang")[0];
      RcpLexiconValues values = { .class = RCP_LEXICON_CUE, .id = rcp_tsv_get (table, "class") };

      values.flags = (RcpLexiconFlags) rcp_name_cue_from_name (values.id);
      if (strcmp (values.id, "place") == 0)
        values.class = RCP_LEXICON_SEEN_PLACE;
      else if (values.flags == 0)
        {
          g_autofree char *why = g_strdup_printf ("name-words.tsv: no class of words is called “%s”", values.id);

          rcp_lexicon_writer_reject (self, why);
        }
      add_list (self, table, "words", values, language);
    }
}

static RcpLexiconFlags
read_care (RcpTsv *table)
{
  return rcp_tsv_get (table, "care")[0] ? RCP_LEXICON_CARE : 0;
}

static void
add_forenames (RcpLexiconWriter *self, RcpTsv *table)
{
  RcpLexiconValues values = { .class = RCP_LEXICON_FORENAME };

  while (rcp_tsv_next (table))
    {
      const char *gender = rcp_tsv_get (table, "gender");

      values.flags = read_care (table);
      values.flags |= strchr (gender, 'f') ? RCP_LEXICON_FEMININE : 0;
      values.flags |= strchr (gender, 'm') ? RCP_LEXICON_MASCULINE : 0;
      rcp_lexicon_writer_add (self, rcp_tsv_get (table, "name"), &values);
    }
}

static void
add_surnames (RcpLexiconWriter *self, RcpTsv *table)
{
  RcpLexiconValues values = { .class = RCP_LEXICON_SURNAME };

  while (rcp_tsv_next (table))
    {
      values.flags = read_care (table);
      rcp_lexicon_writer_add (self, rcp_tsv_get (table, "name"), &values);
    }
}

static void
add_towns (RcpLexiconWriter *self, RcpTsv *table)
{
  RcpLexiconValues values = { .class = RCP_LEXICON_TOWN, .id = "FR" };

  while (rcp_tsv_next (table))
    {
      values.flags = read_care (table);
      add_list (self, table, "name", values, 0);
      add_list (self, table, "alias", values, 0);
    }
}

static void
add_regions (RcpLexiconWriter *self, RcpTsv *table)
{
  while (rcp_tsv_next (table))
    {
      RcpLexiconValues values = { .class = RCP_LEXICON_REGION,
                                  .flags = read_care (table),
                                  .id = rcp_tsv_get (table, "iso2"),
                                  .kind = rcp_tsv_get (table, "kind") };

      rcp_lexicon_writer_add (self, rcp_tsv_get (table, "name"), &values);
    }
}

/* Names that no table of their own gives a care column: whether they are words too is known by now. */
static void
add_names (RcpLexiconWriter *self, RcpTsv *table, const RcpLexiconValues *values)
{
  g_auto (GStrv) names = rcp_tsv_dup_list (table, "names");

  for (guint i = 0; names[i]; i++)
    {
      RcpLexiconValues one = *values;

      one.flags |= rcp_lexicon_writer_has (self, names[i], RCP_LEXICON_COMMON_WORD) ? RCP_LEXICON_CARE : 0;
      rcp_lexicon_writer_add (self, names[i], &one);
    }
}

static void
add_parties (RcpLexiconWriter *self, RcpTsv *table)
{
  while (rcp_tsv_next (table))
    add_names (self, table,
               &(RcpLexiconValues){ .class = RCP_LEXICON_PARTY, .id = rcp_tsv_get (table, "iso2") });
}

static void
add_armed_groups (RcpLexiconWriter *self, RcpTsv *table)
{
  while (rcp_tsv_next (table))
    add_names (self, table, &(RcpLexiconValues){ .class = RCP_LEXICON_ARMED_GROUP });
}

static void
add_bodies (RcpLexiconWriter *self, RcpTsv *table)
{
  while (rcp_tsv_next (table))
    {
      const char *class = rcp_tsv_get (table, "class");
      RcpLexiconValues values = { .id = rcp_tsv_get (table, "scope") };

      values.class = strcmp (class, "company") == 0  ? RCP_LEXICON_COMPANY
                     : strcmp (class, "club") == 0   ? RCP_LEXICON_CLUB
                     : strcmp (class, "outlet") == 0 ? RCP_LEXICON_OUTLET
                                                     : 0;
      if (values.class == 0)
        rcp_lexicon_writer_reject (self, "bodies.tsv: no such class");
      add_names (self, table, &values);
    }
}

static void
add_high_offices (RcpLexiconWriter *self, RcpTsv *table)
{
  while (rcp_tsv_next (table))
    {
      g_auto (GStrv) words = rcp_tsv_dup_list (table, "words");
      RcpLexiconValues values = { .class = RCP_LEXICON_OFFICE, .id = rcp_tsv_get (table, "office") };

      for (guint i = 0; words[i]; i++)
        {
          g_autofree char *folded = rcp_fold_words (words[i]);

          rcp_lexicon_writer_add_key (self, RCP_LEXICON_ROOT_HIGH_OFFICES, folded, &values);
        }
    }
}

/* A day of the table; of a month or a year the last day. %RCP_DAY_INVALID for what is none. */
static gint32
read_day (const char *text)
{
  int year = 0, month = 12;

  if (strlen (text) == strlen ("2024-03-26"))
    return rcp_day_parse_iso (text);
  if (sscanf (text, "%4d-%2d", &year, &month) < 1 || year < 1 || month < 1 || month > 12)
    return RCP_DAY_INVALID;
  return rcp_day_from_ymd (year, month, rcp_days_in_month (year, month));
}

static void
add_offices_held (RcpLexiconWriter *self, RcpTsv *table)
{
  while (rcp_tsv_next (table))
    {
      g_autofree char *to = g_strdup (rcp_tsv_get (table, "to"));
      RcpHeldValues values = { .scope = rcp_tsv_get (table, "scope"),
                               .office = rcp_tsv_get (table, "office"),
                               .name = rcp_tsv_get (table, "name"),
                               .name_en = rcp_tsv_get (table, "name_en"),
                               .from_day = read_day (rcp_tsv_get (table, "from")),
                               .is_open = g_str_has_suffix (to, "+") };

      if (values.is_open)
        to[strlen (to) - 1] = '\0';
      values.to_day = rcp_day_parse_iso (to);
      if (values.from_day == RCP_DAY_INVALID || values.to_day < values.from_day || values.name[0] == '\0')
        {
          g_autofree char *why =
              g_strdup_printf ("offices-held: a row of %s, %s, cannot be read", values.scope, values.office);

          rcp_lexicon_writer_reject (self, why);
        }
      rcp_lexicon_writer_add_held (self, &values);
    }
}

/**
 * rcp_lexicon_tables_read:
 * @writer: what is being made
 * @file: name of a table of resources/lexicon, without folder, which tells how to read it
 * @table: the table
 *
 * Returns: FALSE where no table of names has that name.
 */
gboolean
rcp_lexicon_tables_read (RcpLexiconWriter *writer, const char *file, RcpTsv *table)
{
  static const struct
  {
    const char *file;
    void (*add) (RcpLexiconWriter *self, RcpTsv *table);
  } tables[] = {
    { "states.tsv", add_states },
    { "seats.tsv", add_seats },
    { "organisations.tsv", add_organisations },
    { "cities.tsv", add_cities },
    { "demonyms.tsv", add_demonyms },
    { "offices.tsv", add_offices },
    { "roles.tsv", add_offices },
    { "first-names.tsv", add_first_names },
    { "names-seen.tsv", add_names_seen },
    { "name-words.tsv", add_name_words },
    { "common-words.tsv", add_common_words },
    { "forenames.tsv", add_forenames },
    { "surnames.tsv", add_surnames },
    { "towns.tsv", add_towns },
    { "regions.tsv", add_regions },
    { "parties.tsv", add_parties },
    { "armed-groups.tsv", add_armed_groups },
    { "bodies.tsv", add_bodies },
    { "high-offices.tsv", add_high_offices },
    { "offices-held.tsv", add_offices_held },
    { "offices-held-now.tsv", add_offices_held },
  };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (strcmp (tables[i].file, file) == 0)
      {
        tables[i].add (writer, table);
        return TRUE;
      }
  return FALSE;
}
