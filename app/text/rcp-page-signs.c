#include "config.h"

#include "rcp-page-private.h"

#include <string.h>

#include "rcp-boilerplate-lexicon-private.h"
#include "rcp-enum-types.h"
#include "rcp-fold.h"

/* What can be seen of a block: of its words, of the elements around it, of the blocks beside it. Each sign is a name that the
 * judge has a weight for, or has not. Lengths, shares of links and what stands before and after are the signs of
 * Kohlschütter, Fankhauser and Nejdl, "Boilerplate Detection using Shallow Text Features" (WSDM 2010); how much prose the
 * same path of tags holds follows Ferraresi et al. and Vogels, Ganea and Eickhoff, "Web2Text" (ECIR 2018). */

/* So many elements around a block are near it. */
#define NEAR_ELEMENTS 3
#define SIGN_BYTES 96
/* The blocks of longer pages are not looked for in what the page says it holds. */
#define MAX_COMPARED_BLOCKS 3000

typedef struct
{
  RcpPageSignFunc func;
  gpointer user_data;
} Teller;

static void
tell (const Teller *self, const char *sign)
{
  self->func (sign, self->user_data);
}

static void
tell_two (const Teller *self, const char *group, const char *value)
{
  char sign[SIGN_BYTES];

  g_strlcpy (sign, group, sizeof sign);
  g_strlcat (sign, " ", sizeof sign);
  g_strlcat (sign, value, sizeof sign);
  tell (self, sign);
}

static const char *
length_of (guint n_chars)
{
  return n_chars < 10 ? "0" : n_chars < 25 ? "10" : n_chars < 50 ? "25" : n_chars < 100 ? "50" : n_chars < 200 ? "100"
         : n_chars < 400 ? "200" : "400";
}

static const char *
share_of (guint part, guint whole)
{
  double share = whole ? (double) part / whole : 0;

  return part == 0 ? "none" : share < 0.1 ? "trace" : share < 0.3 ? "some" : share < 0.6 ? "half" : share < 0.9 ? "most" : "all";
}

static const char *
distance_of (guint distance)
{
  return distance <= 1 ? "1" : distance == 2 ? "2" : distance <= 4 ? "4" : distance <= 8 ? "8" : distance <= 16 ? "16" : "far";
}

/* --- Of its words ----------------------------------------------------------------------------------------------- */

static void
tell_words (const Teller *self, const char *text)
{
  guint n_words = 0, n_small = 0, n_digits = 0, n_commas = 0, n_stops = 0, n_chars = 0;
  gboolean begins = TRUE;
  gunichar last = 0;

  for (const char *at = text; *at; at = g_utf8_next_char (at))
    {
      gunichar code = g_utf8_get_char (at);

      n_chars++;
      if (code == ' ' || code == 0xa0)
        {
          begins = TRUE;
          continue;
        }
      if (begins)
        {
          n_words++;
          n_small += g_unichar_islower (code);
          begins = FALSE;
        }
      n_digits += g_unichar_isdigit (code);
      n_commas += code == ',';
      n_stops += (code == '.' || code == '!' || code == '?' || code == 0x2026) && (at[1] == ' ' || at[1] == '\0');
      last = code;
    }
  tell_two (self, "words", n_words <= 1 ? "1" : n_words == 2 ? "2" : n_words <= 4 ? "4" : n_words <= 8 ? "8" : n_words <= 16 ? "16"
                           : n_words <= 40 ? "40" : "many");
  tell_two (self, "small", share_of (n_small, n_words));
  tell_two (self, "digits", share_of (n_digits, n_chars));
  tell_two (self, "commas", n_commas == 0 ? "0" : n_commas == 1 ? "1" : "2");
  tell_two (self, "sentences", n_stops == 0 ? "0" : n_stops == 1 ? "1" : n_stops <= 3 ? "3" : "4");
  tell_two (self, "ends", last == '.' || last == '!' || last == '?' || last == 0x2026 ? "stop"
                          : last == ':' ? "colon" : last == ',' || last == ';' ? "comma"
                          : last == '"' || last == 0x201d || last == 0xbb || last == '\'' || last == ')' ? "closed"
                          : g_unichar_isdigit (last) ? "digit" : g_unichar_isalpha (last) ? "letter" : "other");
  last = g_utf8_get_char (text);
  tell_two (self, "begins", g_unichar_islower (last) ? "small" : g_unichar_isupper (last) ? "capital"
                            : g_unichar_isdigit (last) ? "digit" : g_unichar_isalpha (last) ? "letter" : "other");
  if (strstr (text, "©") || strstr (text, "(c)") || strstr (text, "(C)"))
    tell (self, "has ©");
  if (strchr (text, '|'))
    tell (self, "has |");
  if (strchr (text, '@'))
    tell (self, "has @");
  if (strstr (text, "http") || strstr (text, "www."))
    tell (self, "has address");
}

/* What the lexicon of boilerplate says of short lines. */
static void
tell_lexicon (const Teller *self, const RcpPageBlock *block)
{
  static const RcpBoilerplateRole roles[] = { RCP_BOILERPLATE_LINE, RCP_BOILERPLATE_LABEL, RCP_BOILERPLATE_NOTICE,
                                              RCP_BOILERPLATE_BYLINE, RCP_BOILERPLATE_CREDIT };
  static const char *const names[] = { "line", "label", "notice", "byline", "credit" };
  g_autofree char *folded = NULL;
  guint n_words = 0;

  if (block->n_chars > 160)
    return;
  folded = rcp_fold_words (block->text);
  for (const char *at = folded; *at; at++)
    n_words += *at == ' ' || at == folded;
  for (gsize i = 0; i < G_N_ELEMENTS (roles); i++)
    if (n_words > 0 && rcp_boilerplate_lexicon_match (roles[i], folded, n_words))
      tell_two (self, "says", names[i]);
}

/* --- Of the elements around it ----------------------------------------------------------------------------------- */

static void
tell_elements (const Teller *self, const RcpPage *page, const RcpPageBlock *block)
{
  static const char *const within[RCP_PAGE_N_WITHIN] = { "article", "main", "body", "header", "footer", "nav", "aside", "form",
                                                         "table", "list", "figure", "quote", "hidden", "link", "section" };
  const RcpPageElement *element = rcp_page_element (page, block->element);
  guint depth = 0, near = 0, under = 0;

  if (page->n_articles > 0)
    {
      guint titled = page->heading == G_MAXUINT ? 0 : rcp_page_element (page, rcp_page_block (page, page->heading)->element)->article;
      const char *which = element->article == 0 ? "none" : element->article == titled ? "titled" : titled != 0 ? "other"
                          : element->article == 1 ? "first" : "later";

      tell_two (self, page->n_articles == 1 ? "only article" : "article", which);
    }
  for (guint i = 0; i < RCP_PAGE_N_WITHIN; i++)
    if (element->within & 1u << i)
      tell_two (self, "in", within[i]);
  for (guint i = block->element; i != G_MAXUINT; depth++)
    {
      element = rcp_page_element (page, i);
      for (guint k = 0; element->words && element->words[k]; k++)
        tell_two (self, depth < NEAR_ELEMENTS ? "near" : "under", element->words[k]);
      *(depth < NEAR_ELEMENTS ? &near : &under) |= element->hints;
      if (depth < NEAR_ELEMENTS)
        {
          static const char *const prose[] = { "own prose", "prose around", "prose further around" };
          static const char *const links[] = { "own links", "links around", "links further around" };

          tell_two (self, prose[depth], share_of (element->n_prose, page->n_prose));
          tell_two (self, links[depth], share_of (element->n_link_chars, element->n_chars));
        }
      i = element->parent;
    }
  for (guint i = 0; i < RCP_PAGE_N_HINTS; i++)
    if ((near | under) & 1u << i)
      {
        tell_two (self, near & 1u << i ? "hints near" : "hints", rcp_page_hint_names[i]);
        if (block->is_prose)
          tell_two (self, near & 1u << i ? "prose hints near" : "prose hints", rcp_page_hint_names[i]);
      }
}

/* Where it stands to the element whose paragraphs weigh most. */
static void
tell_best (const Teller *self, const RcpPage *page, guint index)
{
  const RcpPageElement *best;
  const char *place;

  if (page->best == G_MAXUINT)
    {
      tell (self, "best none");
      return;
    }
  best = rcp_page_element (page, page->best);
  if (index >= best->first_block && index < best->end_block)
    place = index < page->first_prose ? "before prose" : index > page->last_prose ? "after prose" : "among prose";
  else
    {
      const RcpPageElement *around = best->parent == G_MAXUINT ? best : rcp_page_element (page, best->parent);
      gboolean beside = index >= around->first_block && index < around->end_block;

      place = index < best->first_block ? beside ? "beside before" : "before" : beside ? "beside after" : "after";
    }
  tell_two (self, "best", place);
  if (index < page->first_prose)
    tell_two (self, "to prose", distance_of (page->first_prose - index));
  else if (index > page->last_prose)
    tell_two (self, "from prose", distance_of (index - page->last_prose));
}

/* --- Of the blocks beside it ------------------------------------------------------------------------------------- */

static void
tell_neighbour (const Teller *self, const RcpPage *page, guint index, const char *const names[4], guint own_path)
{
  const RcpPageBlock *block;

  if (index >= page->blocks->len)
    {
      tell_two (self, names[0], "none");
      return;
    }
  block = rcp_page_block (page, index);
  tell_two (self, names[0], length_of (block->n_chars));
  tell_two (self, names[1], share_of (block->n_link_chars, block->n_chars));
  tell_two (self, names[2], block->heading ? "heading" : block->is_list_item ? "item" : block->is_prose ? "prose" : "other");
  tell_two (self, names[3], rcp_page_element (page, block->element)->path == own_path ? "same" : "other");
}

static gboolean
has_start (const char *text, const char *start)
{
  return start && strlen (start) >= 30 && strncmp (text, start, 30) == 0;
}

/* Whether the JSON-LD has the text, but for its white space and marks. */
static gboolean
is_in_body (const RcpPage *page, const RcpPageBlock *block)
{
  g_autofree char *folded = rcp_fold_words (block->text);

  return folded[0] != '\0' && strstr (page->body, folded) != NULL;
}

/**
 * rcp_page_list_signs:
 * @block: index of a block
 * @func: is told each sign
 *
 * Lists what can be seen of a block, on its own and by where it stands.
 */
void
rcp_page_list_signs (const RcpPage *self, guint index, RcpPageSignFunc func, gpointer user_data)
{
  static const char *const before[] = { "before length", "before links", "before is", "before path" };
  static const char *const after[] = { "after length", "after links", "after is", "after path" };
  const Teller teller = { func, user_data };
  const RcpPageBlock *block = rcp_page_block (self, index);
  const RcpPageElement *element = rcp_page_element (self, block->element);
  const char *length = length_of (block->n_chars), *links = share_of (block->n_link_chars, block->n_chars);
  char both[SIGN_BYTES];

  tell (&teller, "always");
  tell_two (&teller, "length", length);
  tell_two (&teller, "links", links);
  tell_two (&teller, "tag", element->name);
  g_snprintf (both, sizeof both, "%s of %s", length, element->name);
  tell_two (&teller, "length", both);
  g_snprintf (both, sizeof both, "%s of %s", links, length);
  tell_two (&teller, "links", both);
  if (block->is_comment)
    tell (&teller, "among comments");
  if (block->is_repeated)
    tell (&teller, "said before");
  if (block->after_break)
    tell (&teller, "after break");
  tell_words (&teller, block->text);
  tell_lexicon (&teller, block);
  tell_elements (&teller, self, block);
  tell_best (&teller, self, index);
  tell_two (&teller, "path prose",
            share_of (GPOINTER_TO_UINT (g_hash_table_lookup (self->paths, GUINT_TO_POINTER (element->path))), self->n_prose));
  tell_neighbour (&teller, self, index - 1, before, element->path);
  tell_neighbour (&teller, self, index + 1, after, element->path);
  g_snprintf (both, sizeof both, "%u", index * 10 / self->blocks->len);
  tell_two (&teller, "tenth", both);
  if (self->heading != G_MAXUINT)
    {
      tell_two (&teller, index < self->heading ? "before title" : "after title",
                index == self->heading ? "it" : distance_of (MAX (index, self->heading) - MIN (index, self->heading)));
    }
  else
    tell (&teller, "no title");
  if (self->title && strcmp (self->title, block->text) == 0)
    tell (&teller, "says title");
  if (has_start (block->text, self->description))
    tell (&teller, "says description");
  if (self->body && self->blocks->len < MAX_COMPARED_BLOCKS)
    tell_two (&teller, "in data", is_in_body (self, block) ? "yes" : "no");
}
