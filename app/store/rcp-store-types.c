#include "config.h"

#include "rcp-store-types.h"

void
rcp_stored_actor_free (RcpStoredActor *self)
{
  g_free (self->key);
  g_free (self->name);
  g_strfreev (self->aliases);
  g_clear_pointer (&self->offices, g_ptr_array_unref);
  g_free (self);
}

void
rcp_stored_account_free (RcpStoredAccount *self)
{
  g_clear_pointer (&self->published, rcp_edtf_unref);
  g_clear_pointer (&self->found, rcp_found_account_free);
  g_clear_pointer (&self->actor_ids, g_array_unref);
  g_free (self);
}

void
rcp_join_rule_free (RcpJoinRule *self)
{
  for (guint i = 0; i < self->anchors->len; i++)
    g_free (g_array_index (self->anchors, RcpJoinAnchor, i).told);
  g_array_unref (self->anchors);
  g_free (self);
}

void
rcp_store_hit_free (RcpStoreHit *self)
{
  g_free (self->title);
  g_free (self->detail);
  g_clear_pointer (&self->title_matches, g_array_unref);
  g_clear_pointer (&self->detail_matches, g_array_unref);
  g_free (self);
}

void
rcp_store_teller_free (RcpStoreTeller *self)
{
  g_array_unref (self->terms);
  g_free (self);
}

void
rcp_stored_passage_free (RcpStoredPassage *self)
{
  g_free (self->outlet);
  g_clear_pointer (&self->published, rcp_edtf_unref);
  g_free (self);
}

void
rcp_stored_preview_clear (RcpStoredPreview *self)
{
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->aliases, g_strfreev);
}

void
rcp_stored_version_free (RcpStoredVersion *self)
{
  g_free (self->title);
  g_free (self->text);
  g_free (self);
}

void
rcp_stored_news_free (RcpStoredNews *self)
{
  g_clear_pointer (&self->events, g_ptr_array_unref);
  g_clear_pointer (&self->accounts, g_ptr_array_unref);
  g_clear_pointer (&self->copies, g_ptr_array_unref);
  g_clear_pointer (&self->discrepancies, g_ptr_array_unref);
  g_clear_pointer (&self->outcomes, g_ptr_array_unref);
  g_clear_pointer (&self->versions, g_ptr_array_unref);
  g_free (self);
}

void
rcp_stored_shared_text_free (RcpStoredSharedText *self)
{
  if (!self)
    return;
  g_free (self->text);
  g_free (self->other_text);
  g_free (self);
}

void
rcp_stored_sharing_free (RcpStoredSharing *self)
{
  if (!self)
    return;
  g_free (self->outlet);
  g_clear_pointer (&self->passages, g_ptr_array_unref);
  g_free (self);
}
