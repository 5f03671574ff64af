#pragma once

#include "loopback-server.h"

/* A web that writes down what it was asked. What it answers is in a table of the test; paths that begin with /hold are
 * answered only when the test lets them. */

typedef struct
{
  const char *path;
  guint status;
  const char *head[10]; /* name, value, name, value… */
  const char *body;
  gssize body_bytes; /* 0 for a string */
} AskedRoute;

typedef struct
{
  char *host;
  char *path;
  GHashTable *head; /* lower-case name → value */
} AskedRequest;

typedef struct
{
  LoopbackServer *server;
  const AskedRoute *routes;
  guint n_routes;

  GMutex lock;
  GCond changed;
  GPtrArray *requests; /* AskedRequest */
  GPtrArray *held; /* SoupServerMessage */
  GHashTable *live; /* host → how many are being answered */
  guint n_live;
  guint most_live;
  guint most_live_host;
  GHashTable *connections; /* remote address and port */
} AskedWeb;

static inline void
asked_request_free (gpointer data)
{
  AskedRequest *request = data;

  g_free (request->host);
  g_free (request->path);
  g_hash_table_unref (request->head);
  g_free (request);
}

static inline void
asked_finished_cb (SoupServerMessage *message, AskedWeb *self)
{
  const char *host = g_object_get_data (G_OBJECT (message), "host");

  g_mutex_lock (&self->lock);
  self->n_live--;
  g_hash_table_insert (self->live, g_strdup (host),
                       GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (self->live, host)) - 1));
  g_ptr_array_remove (self->held, message);
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->lock);
}

static inline void
asked_note (AskedWeb *self, SoupServerMessage *message, const char *path)
{
  AskedRequest *request = g_new0 (AskedRequest, 1);
  g_autofree char *remote
      = g_socket_connectable_to_string (G_SOCKET_CONNECTABLE (soup_server_message_get_remote_address (message)));
  SoupMessageHeadersIter iter;
  const char *name, *value;
  guint n;

  request->host = g_strdup (g_uri_get_host (soup_server_message_get_uri (message)));
  request->path = g_strdup (path);
  request->head = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  soup_message_headers_iter_init (&iter, soup_server_message_get_request_headers (message));
  while (soup_message_headers_iter_next (&iter, &name, &value))
    g_hash_table_insert (request->head, g_ascii_strdown (name, -1), g_strdup (value));
  g_object_set_data_full (G_OBJECT (message), "host", g_strdup (request->host), g_free);

  g_ptr_array_add (self->requests, request);
  g_hash_table_add (self->connections, g_steal_pointer (&remote));
  n = GPOINTER_TO_UINT (g_hash_table_lookup (self->live, request->host)) + 1;
  g_hash_table_insert (self->live, g_strdup (request->host), GUINT_TO_POINTER (n));
  self->most_live_host = MAX (self->most_live_host, n);
  self->n_live++;
  self->most_live = MAX (self->most_live, self->n_live);
  g_cond_broadcast (&self->changed);
  g_signal_connect (message, "finished", G_CALLBACK (asked_finished_cb), self);
}

/* RFC 9110, section 13.2.2: the tag counts before the date. */
static inline gboolean
asked_is_known (SoupServerMessage *message)
{
  SoupMessageHeaders *request = soup_server_message_get_request_headers (message);
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);
  const char *tag = soup_message_headers_get_one (request, "If-None-Match");
  const char *date = soup_message_headers_get_one (request, "If-Modified-Since");

  if (tag != NULL)
    return g_strcmp0 (tag, soup_message_headers_get_one (headers, "ETag")) == 0;
  return date != NULL && g_strcmp0 (date, soup_message_headers_get_one (headers, "Last-Modified")) == 0;
}

static inline void
asked_answer (AskedWeb *self, SoupServerMessage *message, const char *path)
{
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);

  soup_message_headers_replace (headers, "Set-Cookie", "reader=17; Path=/");
  soup_server_message_set_status (message, 404, NULL);
  for (guint i = 0; i < self->n_routes; i++)
    {
      const AskedRoute *route = &self->routes[i];

      if (!g_str_equal (route->path, path))
        continue;
      soup_server_message_set_status (message, route->status, NULL);
      for (guint j = 0; j + 1 < G_N_ELEMENTS (route->head) && route->head[j] != NULL; j += 2)
        soup_message_headers_append (headers, route->head[j], route->head[j + 1]);
      if (asked_is_known (message))
        soup_server_message_set_status (message, SOUP_STATUS_NOT_MODIFIED, NULL);
      else if (route->body != NULL)
        soup_message_body_append (soup_server_message_get_response_body (message), SOUP_MEMORY_STATIC, route->body,
                                  route->body_bytes > 0 ? (gsize) route->body_bytes : strlen (route->body));
    }
}

static inline void
asked_handler (SoupServer *server, SoupServerMessage *message, const char *path, GHashTable *query, gpointer user_data)
{
  AskedWeb *self = user_data;

  g_mutex_lock (&self->lock);
  asked_note (self, message, path);
  if (g_str_has_prefix (path, "/hold"))
    {
      g_ptr_array_add (self->held, g_object_ref (message));
      soup_server_message_set_status (message, 200, NULL);
      soup_server_message_pause (message);
    }
  else
    asked_answer (self, message, path);
  g_mutex_unlock (&self->lock);
}

static inline void
asked_web_start (AskedWeb *self, const AskedRoute *routes, guint n_routes, guint n_hosts)
{
  *self = (AskedWeb){ .routes = routes, .n_routes = n_routes };
  g_mutex_init (&self->lock);
  g_cond_init (&self->changed);
  self->requests = g_ptr_array_new_with_free_func (asked_request_free);
  self->held = g_ptr_array_new_with_free_func (g_object_unref);
  self->live = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->connections = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->server = loopback_server_start_hosts (asked_handler, self, NULL, n_hosts);
}

static inline void
asked_web_stop (AskedWeb *self)
{
  loopback_server_stop (self->server);
  g_ptr_array_unref (self->requests);
  g_ptr_array_unref (self->held);
  g_hash_table_unref (self->live);
  g_hash_table_unref (self->connections);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->changed);
}

/* Of the host 127.0.0.@host. */
static inline char *
asked_web_uri (AskedWeb *self, guint host, const char *path)
{
  return g_strdup_printf ("http://127.0.0.%u:%s%s", host, strrchr (self->server->base, ':') + 1, path);
}

static inline const AskedRequest *
asked_web_request (AskedWeb *self, guint index)
{
  g_assert_cmpuint (index, <, self->requests->len);
  return g_ptr_array_index (self->requests, index);
}

static inline gboolean
asked_release_cb (gpointer data)
{
  AskedWeb *self = data;
  g_autoptr (GPtrArray) held = NULL;

  g_mutex_lock (&self->lock);
  held = g_steal_pointer (&self->held);
  self->held = g_ptr_array_new_with_free_func (g_object_unref);
  g_mutex_unlock (&self->lock);
  for (guint i = 0; i < held->len; i++)
    soup_server_message_unpause (g_ptr_array_index (held, i));
  return G_SOURCE_REMOVE;
}

/* Answers all that is held by now. */
static inline void
asked_web_release (AskedWeb *self)
{
  g_main_context_invoke (self->server->context, asked_release_cb, self);
}

/* Waits until the web has been asked @n times in all. */
static inline void
asked_web_wait (AskedWeb *self, guint n)
{
  gint64 until_us = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

  g_mutex_lock (&self->lock);
  while (self->requests->len < n)
    g_assert_true (g_cond_wait_until (&self->changed, &self->lock, until_us));
  g_mutex_unlock (&self->lock);
}
