#include "config.h"

#include "rcp-lexicon-writer.h"

#include <string.h>

#include "rcp-fold.h"

/* A meaning with its strings as offsets into the strings. No padding: chains are compared as bytes. */
typedef struct
{
  guint32 class;
  guint32 flags;
  guint32 language;
  guint32 id;
  guint32 name;
  guint32 name_en;
  guint32 kind;
  guint32 scope;
} Meaning;

/* An office held, with its strings as offsets. */
typedef struct
{
  guint32 scope;
  guint32 office;
  guint32 name;
  guint32 name_en;
  gint32 from_day;
  gint32 to_day;
  gboolean is_open;
} Held;

typedef struct
{
  guint32 parent;
  guint32 word;
  GArray *meanings; /* of Meaning */
} Node;

struct _RcpLexiconWriter
{
  /* owned */
  GString *strings;
  GHashTable *string_offsets; /* of char * to guint */
  GArray *nodes;              /* of Node; the node of edge n is n */
  GArray *held;               /* of Held */
  char *fault;                /* nullable: the first row that cannot be read */
  GHashTable *nodes_by_edge;  /* of gint64 *, parent << 32 | word, to the node's index plus 1 */
};

/* Twice as many places as edges: a word that is not there is missed after one comparison and a half on
 * average. */
#define PLACES_PER_EDGE 2

static void
node_clear (gpointer data)
{
  g_array_unref (((Node *) data)->meanings);
}

static guint32
keep (RcpLexiconWriter *self, const char *text)
{
  gpointer offset;

  if (text == NULL || *text == '\0')
    return 0;
  if (!g_hash_table_lookup_extended (self->string_offsets, text, NULL, &offset))
    {
      offset = GUINT_TO_POINTER (self->strings->len);
      g_string_append_len (self->strings, text, strlen (text) + 1);
      g_hash_table_insert (self->string_offsets, g_strdup (text), offset);
    }
  return GPOINTER_TO_UINT (offset);
}

/**
 * rcp_lexicon_writer_new:
 *
 * Returns: (transfer full): a writer that knows no name.
 */
RcpLexiconWriter *
rcp_lexicon_writer_new (void)
{
  RcpLexiconWriter *self = g_new0 (RcpLexiconWriter, 1);

  self->strings = g_string_new (NULL);
  g_string_append_c (self->strings, '\0');
  self->string_offsets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->nodes = g_array_new (FALSE, FALSE, sizeof (Node));
  g_array_set_clear_func (self->nodes, node_clear);
  self->held = g_array_new (FALSE, FALSE, sizeof (Held));
  self->nodes_by_edge = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  return self;
}

void
rcp_lexicon_writer_free (RcpLexiconWriter *self)
{
  g_string_free (self->strings, TRUE);
  g_hash_table_unref (self->string_offsets);
  g_array_unref (self->nodes);
  g_array_unref (self->held);
  g_free (self->fault);
  g_hash_table_unref (self->nodes_by_edge);
  g_free (self);
}

/* The node that @word leads to from @parent, as it is numbered in the file; made where there is none. */
static guint32
step (RcpLexiconWriter *self, guint32 parent, const char *word)
{
  gint64 key = (guint64) parent << 32 | keep (self, word);
  gpointer found = g_hash_table_lookup (self->nodes_by_edge, &key);
  Node node = { .parent = parent, .word = (guint32) key };

  if (found)
    return GPOINTER_TO_UINT (found);
  node.meanings = g_array_new (FALSE, FALSE, sizeof (Meaning));
  g_array_append_val (self->nodes, node);
  g_hash_table_insert (self->nodes_by_edge, g_memdup2 (&key, sizeof key),
                       GUINT_TO_POINTER (self->nodes->len));
  return self->nodes->len;
}

/* The meanings of @form; NULL where it holds no word. */
static GArray *
meanings_of (RcpLexiconWriter *self, const char *form)
{
  g_autofree char *words = rcp_fold_words (form);
  guint32 node = RCP_LEXICON_ROOT;

  if (words[0] == '\0')
    return NULL;
  for (char *from = words, *space; from; from = space)
    {
      space = strchr (from, ' ');
      if (space)
        *space++ = '\0';
      node = step (self, node, from);
    }
  return g_array_index (self->nodes, Node, node - 1).meanings;
}

static gboolean
is_all_capitals (const char *form)
{
  guint n = 0;

  for (; *form; form = g_utf8_next_char (form))
    {
      gunichar code = g_utf8_get_char (form);

      if (g_unichar_islower (code) || g_unichar_isspace (code))
        return FALSE;
      n += g_unichar_isupper (code) ? 1 : 0;
    }
  return n > 0;
}

static void
add_meaning (RcpLexiconWriter *self, GArray *meanings, const RcpLexiconValues *values,
             RcpLexiconFlags more_flags)
{
  Meaning meaning = { .class = values->class,
                      .flags = values->flags | more_flags,
                      .language = (guchar) values->language,
                      .id = keep (self, values->id),
                      .name = keep (self, values->name),
                      .name_en = keep (self, values->name_en),
                      .kind = keep (self, values->kind),
                      .scope = keep (self, values->scope) };

  for (guint i = 0; i < meanings->len; i++)
    {
      const Meaning *other = &g_array_index (meanings, Meaning, i);

      if (other->class == meaning.class && other->id == meaning.id && other->language == meaning.language)
        return;
    }
  g_array_append_val (meanings, meaning);
}

/**
 * rcp_lexicon_writer_add:
 * @form: a name as it is written
 * @values: what it means
 *
 * Adds a meaning to the words of @form, behind those it has; one of the same class, id and language stands
 * already for both.
 */
void
rcp_lexicon_writer_add (RcpLexiconWriter *self, const char *form, const RcpLexiconValues *values)
{
  GArray *meanings = meanings_of (self, form);

  if (meanings)
    add_meaning (self, meanings, values, is_all_capitals (form) ? RCP_LEXICON_ACRONYM : 0);
}

/**
 * rcp_lexicon_writer_flag:
 * @form: a name
 * @flags: what to raise
 *
 * Raises @flags on what @form means already in @class and with @id.
 */
void
rcp_lexicon_writer_flag (RcpLexiconWriter *self, const char *form, RcpLexiconClass class, const char *id,
                         RcpLexiconFlags flags)
{
  GArray *meanings = meanings_of (self, form);
  guint32 offset = keep (self, id);

  for (guint i = 0; meanings && i < meanings->len; i++)
    {
      Meaning *meaning = &g_array_index (meanings, Meaning, i);

      if (meaning->class == class && meaning->id == offset)
        meaning->flags |= flags;
    }
}

/** rcp_lexicon_writer_has: whether @form means something in one of @classes by now. */
gboolean
rcp_lexicon_writer_has (RcpLexiconWriter *self, const char *form, guint classes)
{
  GArray *meanings = meanings_of (self, form);

  for (guint i = 0; meanings && i < meanings->len; i++)
    if (g_array_index (meanings, Meaning, i).class & classes)
      return TRUE;
  return FALSE;
}

/** rcp_lexicon_writer_add_held: adds that somebody held an office. */
void
rcp_lexicon_writer_add_held (RcpLexiconWriter *self, const RcpHeldValues *values)
{
  Held held = { .scope = keep (self, values->scope),
                .office = keep (self, values->office),
                .name = keep (self, values->name),
                .name_en = keep (self, values->name_en && *values->name_en ? values->name_en : values->name),
                .from_day = values->from_day,
                .to_day = values->to_day,
                .is_open = values->is_open };

  g_array_append_val (self->held, held);
}

/** rcp_lexicon_writer_reject: says that a row cannot be read, so that nothing is written; the first one is
 * told. */
void
rcp_lexicon_writer_reject (RcpLexiconWriter *self, const char *why)
{
  if (self->fault == NULL)
    self->fault = g_strdup (why);
}

/**
 * rcp_lexicon_writer_add_key:
 * @root: one of the roots besides %RCP_LEXICON_ROOT
 * @key: what is asked for, byte by byte
 * @values: what is answered
 */
void
rcp_lexicon_writer_add_key (RcpLexiconWriter *self, guint32 root, const char *key,
                            const RcpLexiconValues *values)
{
  guint32 node = step (self, root, key);

  add_meaning (self, g_array_index (self->nodes, Node, node - 1).meanings, values, 0);
}

/* Appends the chain of @node to @entries, or finds the same there; returns its index plus 1, 0 for an empty
 * one. */
static guint32
place_chain (const Node *node, GArray *entries, GHashTable *chains)
{
  g_autoptr (GBytes) bytes = g_bytes_new (node->meanings->data, node->meanings->len * sizeof (Meaning));
  guint32 index = GPOINTER_TO_UINT (g_hash_table_lookup (chains, bytes));

  if (node->meanings->len == 0 || index > 0)
    return index;
  index = entries->len + 1;
  g_array_append_vals (entries, node->meanings->data, node->meanings->len);
  g_hash_table_insert (chains, g_steal_pointer (&bytes), GUINT_TO_POINTER (index));
  return index;
}

static void
append_padded (GByteArray *out, RcpLexiconHeader *header, RcpLexiconSectionKind kind, const void *data,
               gsize item_size, guint n_items)
{
  static const guint8 zeros[8] = { 0 };

  header->sections[kind].offset_bytes = GUINT32_TO_LE (out->len);
  header->sections[kind].n_items = GUINT32_TO_LE (n_items);
  g_byte_array_append (out, data, item_size * n_items);
  g_byte_array_append (out, zeros, -out->len & 7);
}

/* The entries as they stand in the file, with the chain ends told by the edges that begin chains. */
static RcpLexiconEntry *
lay_entries (const GArray *meanings, const guint8 *is_last, gsize entries_at, gsize strings_at)
{
  RcpLexiconEntry *entries = g_new0 (RcpLexiconEntry, meanings->len + 1);

  for (guint i = 0; i < meanings->len; i++)
    {
      const Meaning *meaning = &g_array_index (meanings, Meaning, i);
      gint32 to_strings = strings_at - entries_at - i * sizeof (RcpLexiconEntry);

      entries[i].class = GUINT32_TO_LE (meaning->class);
      entries[i].flags = GUINT32_TO_LE (meaning->flags);
      entries[i].language = meaning->language;
      entries[i].is_last = is_last[i];
      entries[i].id = GINT32_TO_LE (to_strings + (gint32) meaning->id);
      entries[i].name = GINT32_TO_LE (to_strings + (gint32) meaning->name);
      entries[i].name_en = GINT32_TO_LE (to_strings + (gint32) meaning->name_en);
      entries[i].kind = GINT32_TO_LE (to_strings + (gint32) meaning->kind);
      entries[i].scope = GINT32_TO_LE (to_strings + (gint32) meaning->scope);
    }
  return entries;
}

/* By scope, office and day; those without a difference as they were added. */
static int
compare_held (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const RcpLexiconWriter *self = user_data;
  const Held *one = a, *other = b;
  int order = strcmp (self->strings->str + one->scope, self->strings->str + other->scope);

  if (order == 0)
    order = strcmp (self->strings->str + one->office, self->strings->str + other->office);
  if (order == 0)
    order = (one->from_day > other->from_day) - (one->from_day < other->from_day);
  return order;
}

static RcpHeldOffice *
lay_held (RcpLexiconWriter *self, gsize held_at, gsize strings_at)
{
  RcpHeldOffice *offices = g_new0 (RcpHeldOffice, self->held->len + 1);

  g_array_sort_with_data (self->held, compare_held, self);
  for (guint i = 0; i < self->held->len; i++)
    {
      const Held *held = &g_array_index (self->held, Held, i);
      gint32 to_strings = strings_at - held_at - i * sizeof (RcpHeldOffice);

      offices[i].scope = GINT32_TO_LE (to_strings + (gint32) held->scope);
      offices[i].office = GINT32_TO_LE (to_strings + (gint32) held->office);
      offices[i].name = GINT32_TO_LE (to_strings + (gint32) held->name);
      offices[i].name_en = GINT32_TO_LE (to_strings + (gint32) held->name_en);
      offices[i].from_day = GINT32_TO_LE (held->from_day);
      offices[i].to_day = GINT32_TO_LE (held->to_day);
      offices[i].is_open = GUINT32_TO_LE (held->is_open ? 1 : 0);
    }
  return offices;
}

static RcpLexiconPlace *
lay_places (RcpLexiconWriter *self, guint n_places)
{
  RcpLexiconPlace *places = g_new0 (RcpLexiconPlace, n_places);

  for (guint i = 0; i < self->nodes->len; i++)
    {
      const Node *node = &g_array_index (self->nodes, Node, i);
      const char *word = self->strings->str + node->word;
      guint64 hash = RCP_LEXICON_HASH_START;
      guint place;

      while (*word)
        hash = rcp_lexicon_hash_byte (hash, *word++);
      hash = rcp_lexicon_hash_node (hash, node->parent);
      place = rcp_lexicon_hash_place (hash, n_places);
      while (places[place].tag != 0)
        place = place + 1 < n_places ? place + 1 : 0;
      places[place].tag = GUINT32_TO_LE (rcp_lexicon_hash_tag (hash));
      places[place].edge = GUINT32_TO_LE (i);
    }
  return places;
}

/**
 * rcp_lexicon_writer_write:
 *
 * Returns: (transfer full) (nullable): the compiled lexicon; the same additions in the same order give the
 * same bytes. NULL with
 *   @error set, %G_IO_ERROR_INVALID_DATA, after rcp_lexicon_writer_reject().
 */
GBytes *
rcp_lexicon_writer_write (RcpLexiconWriter *self, GError **error)
{
  guint n_places = self->nodes->len * PLACES_PER_EDGE + 1;
  g_autoptr (GByteArray) out = g_byte_array_new ();
  g_autoptr (GArray) meanings = g_array_new (FALSE, FALSE, sizeof (Meaning));
  g_autoptr (GHashTable) chains =
      g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, NULL);
  g_autofree RcpLexiconPlace *places = lay_places (self, n_places);
  g_autofree RcpLexiconEdge *edges = g_new0 (RcpLexiconEdge, self->nodes->len + 1);
  g_autofree RcpLexiconEntry *entries = NULL;
  g_autofree RcpHeldOffice *held = NULL;
  g_autofree guint8 *is_last = NULL;
  RcpLexiconHeader header = { .magic = RCP_LEXICON_MAGIC,
                              .byte_order = GUINT32_TO_LE (RCP_LEXICON_BYTE_ORDER),
                              .version = GUINT32_TO_LE (RCP_LEXICON_VERSION) };
  const gsize checked = G_STRUCT_OFFSET (RcpLexiconHeader, checksum) + sizeof header.checksum;
  gsize entries_at, strings_at;

  if (self->fault)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, self->fault);
      return NULL;
    }
  for (guint i = 0; i < self->nodes->len; i++)
    {
      const Node *node = &g_array_index (self->nodes, Node, i);

      edges[i].node = GUINT32_TO_LE (node->parent);
      edges[i].word = GUINT32_TO_LE (node->word);
      edges[i].entries = GUINT32_TO_LE (place_chain (node, meanings, chains));
    }
  /* A node stands behind the one it comes from, so going back each is complete when it is passed on. */
  is_last = g_new0 (guint8, meanings->len + 1);
  for (guint i = self->nodes->len; i-- > 0;)
    {
      const Node *node = &g_array_index (self->nodes, Node, i);

      for (guint j = 0; j < node->meanings->len; j++)
        {
          const Meaning *meaning = &g_array_index (node->meanings, Meaning, j);

          edges[i].classes |= GUINT32_TO_LE (meaning->class);
          if (meaning->class == RCP_LEXICON_CUE)
            edges[i].cues |= GUINT32_TO_LE (meaning->flags);
        }
      if (node->meanings->len > 0)
        is_last[GUINT32_FROM_LE (edges[i].entries) - 1 + node->meanings->len - 1] = 1;
      if (node->parent > 0 && node->parent < RCP_LEXICON_ROOT_HIGH_OFFICES)
        {
          edges[node->parent - 1].classes |= edges[i].classes;
          edges[node->parent - 1].cues |= edges[i].cues;
        }
    }

  g_byte_array_append (out, (const guint8 *) &header, sizeof header);
  append_padded (out, &header, RCP_LEXICON_PLACES, places, sizeof *places, n_places);
  append_padded (out, &header, RCP_LEXICON_EDGES, edges, sizeof *edges, self->nodes->len);
  entries_at = out->len;
  strings_at = entries_at + meanings->len * sizeof *entries + self->held->len * sizeof *held;
  entries = lay_entries (meanings, is_last, entries_at, strings_at);
  append_padded (out, &header, RCP_LEXICON_ENTRIES, entries, sizeof *entries, meanings->len);
  held = lay_held (self, out->len, strings_at);
  append_padded (out, &header, RCP_LEXICON_HELD, held, sizeof *held, self->held->len);
  append_padded (out, &header, RCP_LEXICON_STRINGS, self->strings->str, 1, self->strings->len);
  header.size_bytes = GUINT32_TO_LE (out->len);
  memcpy (out->data, &header, sizeof header);
  header.checksum = GUINT64_TO_LE (rcp_lexicon_checksum (out->data + checked, out->len - checked));
  memcpy (out->data, &header, sizeof header);
  return g_byte_array_free_to_bytes (g_steal_pointer (&out));
}
