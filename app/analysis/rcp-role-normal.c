#include "config.h"

#include "rcp-role-private.h"

#include <string.h>

/* The normal form of an office: what makes "le ministre russe de la Défense" and "the Russian minister of defence" each the
 * same role whenever it is told again. */

/** rcp_role_append: adds the words that tell of an office: "ministre de l interieur" → "ministre interieur". */
void
rcp_role_append (GString *role, const char *words)
{
  g_auto (GStrv) parts = g_strsplit (words, " ", -1);

  for (guint i = 0; parts[i]; i++)
    if (strstr (" de du des d l la le les of the and et a aux ", parts[i]) == NULL || strlen (parts[i]) > 3)
      g_string_append_printf (role, "%s%s", role->len > 0 ? " " : "", parts[i]);
}

/** rcp_role_append_tokens: the same for a run of tokens. */
void
rcp_role_append_tokens (GString *role, const RcpSegmentedText *text, guint from, guint to)
{
  for (guint i = from; i < to; i++)
    if (text->tokens[i].kind != RCP_TOKEN_PUNCTUATION)
      rcp_role_append (role, text->tokens[i].folded);
}

/** rcp_role_kind_is: whether the kind of an office is one of @kinds, parted by spaces. */
gboolean
rcp_role_kind_is (const RcpLexiconEntry *office, const char *kinds)
{
  const char *found = strstr (kinds, rcp_lexicon_entry_get_kind (office));

  return found != NULL && rcp_lexicon_entry_get_kind (office)[0] != '\0';
}

/* Offices of whoever leads a state, under whatever title: "président", "chef de la junte", "homme fort". */
static gboolean
is_head (const RcpLexiconEntry *office)
{
  return rcp_role_kind_is (office, "state junta royal") && strstr (rcp_lexicon_entry_get_id (office), "vice") == NULL
         && strstr (rcp_lexicon_entry_get_id (office), "porte") == NULL && strstr (rcp_lexicon_entry_get_id (office), "deux") == NULL;
}

static gboolean
is_one_of (const char *id, const char *const *ids, guint n)
{
  for (guint i = 0; i < n; i++)
    if (strcmp (id, ids[i]) == 0)
      return TRUE;
  return FALSE;
}

/** rcp_role_leads: whether it is a word for whoever leads a body, under whatever title: "le patron de l'OMS". */
gboolean
rcp_role_leads (const RcpLexiconEntry *office)
{
  static const char *const words[] = { "patron", "chef", "dirigeant", "leader", "head", "numero un", "responsable" };

  return is_one_of (rcp_lexicon_entry_get_id (office), words, G_N_ELEMENTS (words));
}

/** rcp_role_leads_formally: whether it is the title of whoever leads a body: "directeur général", "chief executive". */
gboolean
rcp_role_leads_formally (const RcpLexiconEntry *office)
{
  static const char *const titles[] = { "directeur general", "directeur", "secretaire general", "president", "pdg",
                                        "chief executive", "ceo", "director-general", "director general", "director",
                                        "secretary-general", "secretary general", "general secretary", "chairman", "governor",
                                        "gouverneur", "commandant", "commander", "directeur executif" };

  return is_one_of (rcp_lexicon_entry_get_id (office), titles, G_N_ELEMENTS (titles));
}

/**
 * rcp_role_normal:
 * @office: what is held
 * @of: what it is of, in normal form; "" for nothing
 * @is_of_body: that is a body with a name
 * @state: (nullable): whose it is
 * @is_former: held before
 *
 * Returns: (transfer full): the office with what it is of, in one form; whoever leads a state is its "head".
 */
char *
rcp_role_normal (const RcpLexiconEntry *office, const char *of, gboolean is_of_body, const char *state, gboolean is_former)
{
  GString *normal = g_string_new (is_former ? "former" : NULL);

  if (is_of_body && rcp_role_leads (office))
    g_string_append_printf (normal, "lead %s", of);
  else if (is_head (office) && *of == '\0')
    rcp_role_append (normal, "head");
  else
    {
      rcp_role_append (normal, rcp_lexicon_entry_get_id (office));
      if (*of)
        g_string_append_printf (normal, " %s", of);
    }
  if (state)
    g_string_append_printf (normal, " %s", state);
  return g_string_free (normal, FALSE);
}

/**
 * rcp_role_head:
 *
 * Returns: (transfer full): the noun that names the office when it is told again: "ministre de l'Intérieur" is later "le
 * ministre", "foreign minister" "the minister", "prime minister" the same.
 */
char *
rcp_role_head (const char *office_id, gboolean is_french)
{
  static const char *const of_words[] = { " de ", " du ", " des ", " d ", " of ", " a ", " au ", " aux ", " for " };
  const char *end = office_id + strlen (office_id), *last;

  for (guint i = 0; i < G_N_ELEMENTS (of_words); i++)
    {
      const char *of = strstr (office_id, of_words[i]);

      end = of && of < end ? of : end;
    }
  if (is_french || g_str_has_prefix (office_id, "prime ") || g_str_has_prefix (office_id, "vice "))
    return g_strndup (office_id, end - office_id);
  for (last = end; last > office_id && last[-1] != ' ';)
    last--;
  return g_strndup (last, end - last);
}

static gboolean
is_of_word (const char *words)
{
  return g_str_has_prefix (words, "de ") || g_str_has_prefix (words, "du ") || g_str_has_prefix (words, "des ")
         || g_str_has_prefix (words, "d ");
}

/** rcp_role_brief: (transfer full): how an office is said again: "porte-parole du gouvernement" is later "la porte-parole". */
char *
rcp_role_brief (const RcpLexiconEntry *office, const char *state)
{
  g_autofree char *words = g_strdup (rcp_lexicon_entry_get_id (office));
  char *of = strstr (words, " d");
  GString *brief = g_string_new (NULL);

  if (of && is_of_word (of + 1))
    *of = '\0';
  rcp_role_append (brief, words);
  g_string_append_printf (brief, " %s", state);
  return g_string_free (brief, FALSE);
}
