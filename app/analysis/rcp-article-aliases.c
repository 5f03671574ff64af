#include "config.h"

#include "rcp-article-aliases-private.h"

#include <string.h>

#include "rcp-fold.h"
#include "rcp-role-private.h"

static void
draft_free (RcpActorDraft *draft)
{
  g_free (draft->key);
  g_free (draft->name);
  g_free (draft->words);
  g_ptr_array_unref (draft->aliases);
  g_array_unref (draft->reasons);
  g_ptr_array_unref (draft->offices);
  g_free (draft);
}

/** rcp_article_aliases_dup_span: (transfer full): the words of a span. */
char *
rcp_article_aliases_dup_span (RcpArticleAliases *self, const RcpNameSpan *span)
{
  RcpRange range = { self->text->tokens[span->first].start, self->text->tokens[span->end - 1].end };

  return rcp_segmented_text_dup_range (self->text, range);
}

static guint
count_words (const char *words)
{
  guint n = *words ? 1 : 0;

  for (; *words; words++)
    n += *words == ' ' ? 1 : 0;
  return n;
}

static RcpActorDraft *
new_draft (RcpArticleAliases *self, RcpActorKind kind, const char *key, const char *name)
{
  RcpActorDraft *draft = g_new0 (RcpActorDraft, 1);

  draft->kind = kind;
  draft->key = g_strdup (key);
  draft->name = g_strdup (name);
  draft->words = rcp_fold_words (name);
  draft->n_words = count_words (draft->words);
  draft->aliases = g_ptr_array_new_with_free_func (g_free);
  draft->reasons = g_array_new (FALSE, FALSE, sizeof (RcpAliasReason));
  draft->offices = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->drafts, draft);
  if (key)
    g_hash_table_insert (self->by_key, draft->key, draft);
  return draft;
}

static void
add_alias (RcpActorDraft *draft, const char *alias, RcpAliasReason reason)
{
  if (g_ptr_array_find_with_equal_func (draft->aliases, alias, g_str_equal, NULL))
    return;
  g_ptr_array_add (draft->aliases, g_strdup (alias));
  g_array_append_val (draft->reasons, reason);
}

static void
index_words (RcpArticleAliases *self, const char *words, RcpActorDraft *draft)
{
  if (!g_hash_table_contains (self->by_words, words))
    g_hash_table_insert (self->by_words, g_strdup (words), draft);
}

/* Every word of a person's name but the first may stand for it later, and the first if nothing else does. */
static void
index_person (RcpArticleAliases *self, RcpActorDraft *draft)
{
  g_auto (GStrv) words = g_strsplit (draft->words, " ", -1);

  for (guint i = words[0] && words[1] ? 1 : 0; words[i]; i++)
    {
      GPtrArray *drafts = g_hash_table_lookup (self->by_last, words[i]);

      if (strlen (words[i]) < 3)
        continue;
      if (drafts == NULL)
        {
          drafts = g_ptr_array_new ();
          g_hash_table_insert (self->by_last, g_strdup (words[i]), drafts);
        }
      if (drafts->len == 0 || drafts->pdata[drafts->len - 1] != draft)
        g_ptr_array_add (drafts, draft);
    }
}

/* Whether @few are among @many, in order: "Ali Zeine" in "Ali Mahaman Lamine Zeine". */
static gboolean
words_within (const char *few, const char *many)
{
  g_auto (GStrv) a = g_strsplit (few, " ", -1);
  g_auto (GStrv) b = g_strsplit (many, " ", -1);
  guint i = 0;

  for (guint j = 0; a[i] && b[j]; j++)
    if (strcmp (a[i], b[j]) == 0 || (strlen (a[i]) == 1 && a[i][0] == b[j][0])
        || (strlen (b[j]) == 1 && a[i][0] == b[j][0]))
      i++;
  return a[i] == NULL;
}

/* Of a surname that hundreds bear only the last ones are looked at: a list of names must not cost its square. */
#define MAX_NAMESAKES 32

/* The person whom one or several words name, the last indexed of those that fit; NULL for none. */
static RcpActorDraft *
find_person (RcpArticleAliases *self, const char *words)
{
  const char *last = strrchr (words, ' ');
  GPtrArray *drafts;

  last = last ? last + 1 : words;
  drafts = g_hash_table_lookup (self->by_last, last);
  for (guint i = drafts ? drafts->len : 0, n = 0; i > 0 && n < MAX_NAMESAKES; i--, n++)
    {
      RcpActorDraft *draft = drafts->pdata[i - 1];

      if (words_within (words, draft->words) || words_within (draft->words, words))
        return draft;
    }
  return NULL;
}

/* Whether the capitals of @acronym are the initials of the words of @name, small words left out or not. */
static gboolean
is_acronym_of (const char *acronym, const char *words)
{
  const char *at = words;

  for (; *acronym; acronym++)
    {
      while (*at && *at != *acronym)
        {
          at = strchr (at, ' ');
          if (at == NULL)
            return FALSE;
          at++;
        }
      if (*at == '\0')
        return FALSE;
      at = strchr (at, ' ');
      at = at ? at + 1 : "";
    }
  return TRUE;
}

/* "Conseil national pour la sauvegarde de la patrie (CNSP)": the name before the brackets, if it stands
 * there. */
static int
defined_by (RcpArticleAliases *self, guint index)
{
  const RcpNameSpan *span = &g_array_index (self->spans, RcpNameSpan, index);
  g_autofree char *surface = NULL;
  g_autofree char *acronym = NULL;

  if (index == 0 || span->first < 2 || span->end != span->first + 1
      || !rcp_tokens_is (self->text, span->first - 1, "(") || span->end >= self->text->n_tokens
      || !rcp_tokens_is (self->text, span->end, ")"))
    return -1;
  surface = rcp_article_aliases_dup_span (self, span);
  acronym = rcp_fold_words (surface);
  for (guint i = index; i-- > 0 && i + 3 > index;)
    {
      const RcpNameSpan *before = &g_array_index (self->spans, RcpNameSpan, i);
      g_autofree char *name = rcp_article_aliases_dup_span (self, before);
      g_autofree char *words = rcp_fold_words (name);

      if (before->end != span->first - 1 || before->role)
        continue;
      if (is_acronym_of (acronym, words) || before->kind == RCP_ACTOR_ORGANISATION)
        return i;
    }
  return -1;
}

/* Makes a span a mention of the draft. @reason says why; %RCP_ALIAS_REASON_ARTICLE leaves it to the form of the words. */
static void
join (RcpArticleAliases *self, guint index, RcpActorDraft *draft, RcpAliasReason reason)
{
  const RcpNameSpan *span = &g_array_index (self->spans, RcpNameSpan, index);
  g_autofree char *surface = rcp_article_aliases_dup_span (self, span);

  self->of_span[index] = draft;
  /* "la Russie de Vladimir Poutine" says whom Russia has, and calls nobody Russia. */
  if (span->is_hidden && span->office == NULL)
    return;
  /* "groupes" are better called "groupes armés" where that stands. */
  if (draft->kind == RCP_ACTOR_ORGANISATION && span->form == RCP_MENTION_ROLE && strlen (surface) > strlen (draft->name))
    {
      g_free (draft->name);
      draft->name = g_strdup (surface);
    }
  add_alias (draft, surface, reason);
}

static const char *
shown_name (RcpArticleAliases *self, const RcpLexiconEntry *entry)
{
  const char *name_en = rcp_lexicon_entry_get_name_en (entry);

  return strcmp (self->text->language, "en") == 0 && name_en[0] ? name_en : rcp_lexicon_entry_get_name (entry);
}

/** rcp_article_aliases_draft: (transfer none): the draft of a key, under the lexicon's name if it knows it, else as @surface. */
RcpActorDraft *
rcp_article_aliases_draft (RcpArticleAliases *self, RcpActorKind kind, const char *key, const char *surface)
{
  RcpActorDraft *draft = g_hash_table_lookup (self->by_key, key);
  const RcpLexiconEntry *entry = NULL;

  if (draft)
    return draft;
  if (g_str_has_prefix (key, "state:"))
    entry = rcp_lexicon_get_state (self->lexicon, key + strlen ("state:"));
  else if (g_str_has_prefix (key, "org:"))
    entry = rcp_lexicon_get_organisation (self->lexicon, key + strlen ("org:"));
  return new_draft (self, kind, key,
                    entry && shown_name (self, entry)[0] ? shown_name (self, entry) : surface);
}

static RcpAliasReason
reason_of_key (const RcpNameSpan *span)
{
  if (span->form == RCP_MENTION_NAME)
    return span->entry ? RCP_ALIAS_REASON_LEXICON : RCP_ALIAS_REASON_ARTICLE;
  return span->kind == RCP_ACTOR_STATE || span->form == RCP_MENTION_METONYM ? RCP_ALIAS_REASON_METONYM
                                                                            : RCP_ALIAS_REASON_ARTICLE;
}

/* One acronym of several bodies: the one of the state that the article is about. */
static void
settle_shared (RcpArticleAliases *self, RcpNameSpan *span)
{
  const RcpLexiconEntry *entry = span->entry;

  if (entry == NULL || rcp_lexicon_entry_get_class (entry) != RCP_LEXICON_ORGANISATION || self->main_state == NULL)
    return;
  for (; entry; entry = rcp_lexicon_entry_next (entry, RCP_LEXICON_ORGANISATION, self->text->language))
    if (strcmp (rcp_lexicon_entry_get_scope (entry), self->main_state) == 0)
      {
        g_free (span->key);
        span->key = g_strconcat ("org:", rcp_lexicon_entry_get_id (entry), NULL);
        span->entry = entry;
        return;
      }
}

static void
resolve_known (RcpArticleAliases *self)
{
  for (guint i = 0; i < self->spans->len; i++)
    {
      RcpNameSpan *span = &g_array_index (self->spans, RcpNameSpan, i);
      g_autofree char *surface = NULL;
      int definition;

      if (span->role || span->group_size > 0 || span->kind == RCP_ACTOR_PERSON)
        continue;
      definition = defined_by (self, i);
      if (definition >= 0 && self->of_span[definition])
        {
          g_autofree char *words = NULL;

          join (self, i, self->of_span[definition], RCP_ALIAS_REASON_ACRONYM);
          surface = rcp_article_aliases_dup_span (self, span);
          words = rcp_fold_words (surface);
          g_hash_table_replace (self->by_words, g_steal_pointer (&words), self->of_span[i]);
          span->kind = self->of_span[i]->kind;
          continue;
        }
      surface = rcp_article_aliases_dup_span (self, span);
      if (span->entry && rcp_lexicon_entry_get_flags (span->entry) & RCP_LEXICON_SHARED)
        settle_shared (self, span);
      if (span->key)
        {
          g_autofree char *words = rcp_fold_words (surface);
          RcpActorDraft *known
              = span->kind == RCP_ACTOR_ORGANISATION ? g_hash_table_lookup (self->by_words, words) : NULL;

          join (self, i, known ? known : rcp_article_aliases_draft (self, span->kind, span->key, surface), reason_of_key (span));
        }
      else if (span->certain || span->kind == RCP_ACTOR_ORGANISATION)
        {
          g_autofree char *words = rcp_fold_words (surface);
          RcpActorDraft *draft = g_hash_table_lookup (self->by_words, words);

          if (!span->certain)
            continue; /* maybe a surname: after the persons */
          if (draft == NULL || draft->kind != span->kind)
            {
              g_autofree char *key
                  = g_strconcat (span->kind == RCP_ACTOR_PLACE ? "place:" : "org:", words, NULL);

              draft = rcp_article_aliases_draft (self, span->kind, key, surface);
              index_words (self, words, draft);
            }
          join (self, i, draft, RCP_ALIAS_REASON_ARTICLE);
        }
    }
}

static void
resolve_persons (RcpArticleAliases *self)
{
  /* Fullest first, so that the short forms find them whatever the order in the text. */
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < self->spans->len; i++)
      {
        RcpNameSpan *span = &g_array_index (self->spans, RcpNameSpan, i);
        g_autofree char *surface = NULL;
        g_autofree char *words = NULL;
        RcpActorDraft *draft;

        if (span->role || span->group_size > 0 || span->kind != RCP_ACTOR_PERSON || self->of_span[i])
          continue;
        surface = rcp_article_aliases_dup_span (self, span);
        words = rcp_fold_words (surface);
        if (words[0] == '\0' || (pass == 0) != (count_words (words) > 1))
          continue;
        draft = find_person (self, words);
        if (draft == NULL)
          {
            draft = new_draft (self, RCP_ACTOR_PERSON, NULL, surface);
            index_person (self, draft);
          }
        else if (count_words (words) > draft->n_words)
          {
            g_free (draft->words);
            g_free (draft->name);
            draft->words = g_strdup (words);
            draft->name = g_strdup (surface);
            draft->n_words = count_words (words);
            index_person (self, draft);
          }
        join (self, i, draft, RCP_ALIAS_REASON_ARTICLE);
      }
}

/* What was only guessed: a word that names a person or a body of this article, else what it seemed. */
static void
resolve_guesses (RcpArticleAliases *self)
{
  for (guint i = 0; i < self->spans->len; i++)
    {
      RcpNameSpan *span = &g_array_index (self->spans, RcpNameSpan, i);
      g_autofree char *surface = NULL;
      g_autofree char *words = NULL;
      g_autofree char *key = NULL;
      RcpActorDraft *draft;

      if (self->of_span[i] || span->role || span->group_size > 0 || span->kind == RCP_ACTOR_PERSON)
        continue;
      surface = rcp_article_aliases_dup_span (self, span);
      words = rcp_fold_words (surface);
      draft = g_hash_table_lookup (self->by_words, words);
      if (draft == NULL && span->end <= span->first + 2) /* "Garrec", "Le Garrec" */
        draft = find_person (self, words);
      if (draft)
        {
          span->kind = draft->kind;
          span->acting = draft->kind != RCP_ACTOR_PLACE;
        }
      else
        {
          key = g_strconcat (span->kind == RCP_ACTOR_PLACE ? "place:" : "org:", words, NULL);
          draft = rcp_article_aliases_draft (self, span->kind, key, surface);
        }
      join (self, i, draft, RCP_ALIAS_REASON_ARTICLE);
    }
}

/* The draft of the person whose name begins at a token; the spans are in text order. */
static RcpActorDraft *
draft_at (RcpArticleAliases *self, guint first)
{
  guint low = 0, high = self->spans->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (self->spans, RcpNameSpan, middle).first < first)
        low = middle + 1;
      else
        high = middle;
    }
  for (; low < self->spans->len && g_array_index (self->spans, RcpNameSpan, low).first == first; low++)
    if (self->of_span[low] && self->of_span[low]->kind == RCP_ACTOR_PERSON
        && g_array_index (self->spans, RcpNameSpan, low).role == NULL)
      return self->of_span[low];
  return NULL;
}

static void
index_office (RcpArticleAliases *self, char *office, guint index)
{
  GArray *spans = g_hash_table_lookup (self->by_office, office);

  if (spans == NULL)
    {
      spans = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (self->by_office, office, spans);
    }
  else
    g_free (office);
  g_array_append_val (spans, index);
}

/* Whose "le ministre" is: the one last introduced as a minister, or else the first who will be. */
static RcpActorDraft *
find_holder (RcpArticleAliases *self, const RcpNameSpan *bare)
{
  const GArray *spans = bare->office ? g_hash_table_lookup (self->by_office, bare->office) : NULL;
  RcpActorDraft *holder = NULL;

  for (guint i = 0; spans != NULL && i < spans->len; i++)
    {
      guint index = g_array_index (spans, guint, i);

      const RcpNameSpan *span = &g_array_index (self->spans, RcpNameSpan, index);

      if (span->first > bare->first && (holder != NULL || (span->state && g_strcmp0 (span->state, self->main_state) != 0)))
        break;
      holder = self->of_span[index];
    }
  return holder;
}

/* Roles beside a name first: they say who holds the office that others only name. */
static void
resolve_roles (RcpArticleAliases *self)
{
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < self->spans->len; i++)
      {
        RcpNameSpan *span = &g_array_index (self->spans, RcpNameSpan, i);
        g_autofree char *surface = NULL;
        g_autofree char *key = NULL;
        RcpActorDraft *draft = NULL;

        if (!span->role || self->of_span[i] || (pass == 0 && span->is_title_of < 0))
          continue;
        if (span->is_title_of >= 0)
          draft = draft_at (self, span->is_title_of);
        if (draft == NULL)
          draft = g_hash_table_lookup (self->by_role, span->role);
        if (draft == NULL && span->is_bare)
          draft = find_holder (self, span);
        if (draft == NULL && span->is_hidden)
          continue;
        if (draft == NULL)
          {
            surface = rcp_article_aliases_dup_span (self, span);
            key = g_strconcat ("person:role:", span->role, NULL);
            draft = rcp_article_aliases_draft (self, RCP_ACTOR_PERSON, key, surface);
          }
        if (!g_hash_table_contains (self->by_role, span->role))
          g_hash_table_insert (self->by_role, g_strdup (span->role), draft);
        if (span->short_role && !g_hash_table_contains (self->by_role, span->short_role))
          g_hash_table_insert (self->by_role, g_strdup (span->short_role), draft);
        /* "son homologue" is a role only beside whose it is. */
        join (self, i, draft, span->is_elsewhere       ? RCP_ALIAS_REASON_ARTICLE
                              : span->is_title_of >= 0 ? RCP_ALIAS_REASON_ROLE
                                                       : RCP_ALIAS_REASON_OFFICE);
        if (span->is_title_of >= 0 && !span->is_bare)
          g_ptr_array_add (draft->offices, g_strdup (span->role));
        if (pass == 0 && span->office && !span->is_elsewhere)
          {
            index_office (self, g_strdup (span->office), i);
            index_office (self, rcp_role_head (span->office, strcmp (self->text->language, "en") != 0), i);
          }
      }
}

/**
 * rcp_article_aliases_resolve:
 * @spans: (element-type RcpNameSpan): names and roles in text order; guesses in it are settled
 *
 * Joins the spans that name one actor: by the lexicon's key, by full name, by acronym with its expansion, by
 * surname, by apposition and by equal office. Appends the actors and their mentions.
 */
void
rcp_article_aliases_resolve (const RcpLexicon *lexicon, const RcpSegmentedText *text,
                             const RcpDocument *document, const char *main_state, GArray *spans,
                             GPtrArray *actors, GArray *mentions)
{
  RcpArticleAliases self
      = { .lexicon = lexicon, .text = text, .document = document, .spans = spans, .main_state = main_state };

  self.drafts = g_ptr_array_new_with_free_func ((GDestroyNotify)draft_free);
  self.by_key = g_hash_table_new (g_str_hash, g_str_equal);
  self.by_words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.by_last = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
  self.by_role = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.by_office = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_array_unref);
  self.of_span = g_new0 (RcpActorDraft *, spans->len + 1);

  resolve_known (&self);
  resolve_persons (&self);
  resolve_guesses (&self);
  resolve_roles (&self);
  rcp_article_actors_publish (&self, actors, mentions);

  g_hash_table_unref (self.by_key);
  g_hash_table_unref (self.by_words);
  g_hash_table_unref (self.by_last);
  g_hash_table_unref (self.by_role);
  g_hash_table_unref (self.by_office);
  g_ptr_array_unref (self.drafts);
  g_free (self.of_span);
  g_free (self.state_of);
}
