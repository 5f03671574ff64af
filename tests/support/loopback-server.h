#pragma once

#include <libsoup/soup.h>

/* A web server on a free port of this machine, on a thread of its own, so that a test may block. What it answers is the
 * test's: a function that runs on the server's thread. */

typedef struct
{
  SoupServerCallback handler;
  gpointer user_data;
  GTlsCertificate *certificate;
  guint n_hosts;

  SoupServer *server;
  GMainContext *context;
  GMainLoop *loop;
  GThread *thread;
  GMutex lock;
  GCond ready;
  char *base; /* "http://127.0.0.1:PORT" */
} LoopbackServer;

static inline gboolean
loopback_ready_cb (gpointer data)
{
  LoopbackServer *self = data;

  g_mutex_lock (&self->lock);
  g_cond_signal (&self->ready);
  g_mutex_unlock (&self->lock);
  return G_SOURCE_REMOVE;
}

static inline gpointer
loopback_thread (gpointer data)
{
  LoopbackServer *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GSource) source = g_idle_source_new ();
  GSList *uris;

  g_main_context_push_thread_default (self->context);
  self->server = soup_server_new ("tls-certificate", self->certificate, NULL);
  soup_server_add_handler (self->server, NULL, self->handler, self->user_data, NULL);
  soup_server_listen_local (self->server, 0,
                            SOUP_SERVER_LISTEN_IPV4_ONLY | (self->certificate ? SOUP_SERVER_LISTEN_HTTPS : 0), &error);
  g_assert_no_error (error);
  uris = soup_server_get_uris (self->server);
  self->base = g_uri_to_string (uris->data);
  self->base[strlen (self->base) - 1] = '\0';
  for (guint i = 2; i <= self->n_hosts; i++)
    {
      g_autofree char *name = g_strdup_printf ("127.0.0.%u", i);
      g_autoptr (GSocketAddress) address = g_inet_socket_address_new_from_string (name, g_uri_get_port (uris->data));

      soup_server_listen (self->server, address, 0, &error);
      g_assert_no_error (error);
    }
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);

  g_source_set_callback (source, loopback_ready_cb, self, NULL);
  g_source_attach (source, self->context);
  g_main_loop_run (self->loop);

  soup_server_disconnect (self->server);
  while (g_main_context_iteration (self->context, FALSE))
    ;
  g_clear_object (&self->server);
  g_main_context_pop_thread_default (self->context);
  return NULL;
}

/* @handler: runs on the server's thread. @certificate: (nullable): then it is an https server. @n_hosts: listens at
 * 127.0.0.1, 127.0.0.2…, which are all this machine and look like so many others. */
static inline LoopbackServer *
loopback_server_start_hosts (SoupServerCallback handler, gpointer user_data, GTlsCertificate *certificate, guint n_hosts)
{
  LoopbackServer *self = g_new0 (LoopbackServer, 1);

  self->handler = handler;
  self->user_data = user_data;
  self->certificate = certificate;
  self->n_hosts = n_hosts;
  self->context = g_main_context_new ();
  self->loop = g_main_loop_new (self->context, FALSE);
  g_mutex_init (&self->lock);
  g_cond_init (&self->ready);
  g_mutex_lock (&self->lock);
  self->thread = g_thread_new ("loopback", loopback_thread, self);
  g_cond_wait (&self->ready, &self->lock);
  g_mutex_unlock (&self->lock);
  return self;
}

static inline LoopbackServer *
loopback_server_start (SoupServerCallback handler, gpointer user_data, GTlsCertificate *certificate)
{
  return loopback_server_start_hosts (handler, user_data, certificate, 1);
}

static inline gboolean
loopback_quit_cb (gpointer loop)
{
  g_main_loop_quit (loop);
  return G_SOURCE_REMOVE;
}

static inline void
loopback_server_stop (LoopbackServer *self)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_callback (source, loopback_quit_cb, self->loop, NULL);
  g_source_attach (source, self->context);
  g_thread_join (self->thread);
  g_main_loop_unref (self->loop);
  g_main_context_unref (self->context);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->ready);
  g_free (self->base);
  g_free (self);
}

/* A port of this machine where nobody listens. */
static inline char *
loopback_closed_address (void)
{
  g_autoptr (GSocketListener) listener = g_socket_listener_new ();
  guint16 port = g_socket_listener_add_any_inet_port (listener, NULL, NULL);

  g_assert_cmpuint (port, !=, 0);
  g_socket_listener_close (listener);
  return g_strdup_printf ("http://127.0.0.1:%u/", port);
}
