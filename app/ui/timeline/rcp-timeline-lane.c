#include "config.h"

#include "rcp-timeline-lane.h"

#include <glib/gi18n.h>
#include <string.h>

#include "rcp-avatar.h"
#include "rcp-date-words.h"
#include "rcp-timeline-chip.h"
#include "rcp-timeline-neighbour.h"
#include "rcp-timeline-words.h"

/* From the edge of the lane to its label. */
#define LABEL_LEFT_PX 12
#define LABEL_TOP_PX 6
/* A narrower lane has no room for what is outside it. */
#define MIN_NEIGHBOUR_LANE_PX 300

/* A chip and where it is: logical x, from the near edge of the visible span when it was laid out. */
typedef struct
{
  GtkWidget *chip; /* a child */
  gint64 key;      /* the event; minus the first event for a group; 0 while not used */
  guint placement;
  guint entry;
  gboolean flipped;
  gboolean stale;  /* whether the event may have changed since it was filled */
  double left;
  double width;
  double y;
} Slot;

struct _RcpTimelineLane
{
  GtkWidget parent_instance;

  /* children */
  GtkWidget *label;
  GtkWidget *avatar;
  GtkWidget *name;
  GtkWidget *count;
  GtkWidget *before;
  GtkWidget *after;

  /* owned */
  RcpTimelineContent *content;
  GArray *slots; /* of Slot */
  char *full_name;

  /* plain */
  guint lane;
  guint n_events;
  gboolean is_person;
  guint before_entry;
  guint after_entry;
  double before_x;
  double before_y;
  double after_y;
  double shift;
  int inset;
};

G_DEFINE_FINAL_TYPE (RcpTimelineLane, rcp_timeline_lane, GTK_TYPE_WIDGET)

enum
{
  EVENT_ACTIVATED,
  GROUP_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
chip_activated_cb (RcpTimelineChip *chip, gboolean open, RcpTimelineLane *self)
{
  for (guint i = 0; i < self->slots->len; i++)
    {
      const Slot *slot = &g_array_index (self->slots, Slot, i);

      if (slot->chip != GTK_WIDGET (chip))
        continue;
      if (slot->key > 0)
        g_signal_emit (self, signals[EVENT_ACTIVATED], 0, slot->key, open);
      else if (slot->key < 0)
        g_signal_emit (self, signals[GROUP_ACTIVATED], 0, slot->placement, chip);
      return;
    }
}

static void
neighbour_clicked_cb (GtkButton *button, RcpTimelineLane *self)
{
  const RcpTimelineIndex *index = rcp_timeline_content_get_index (self->content);
  guint entry = GTK_WIDGET (button) == self->before ? self->before_entry : self->after_entry;

  if (entry < rcp_timeline_index_get_n (index))
    g_signal_emit (self, signals[EVENT_ACTIVATED], 0, rcp_timeline_index_get (index, entry)->id, FALSE);
}

static Slot *
find_slot (RcpTimelineLane *self, gint64 key)
{
  for (guint i = 0; i < self->slots->len; i++)
    if (g_array_index (self->slots, Slot, i).key == key)
      return &g_array_index (self->slots, Slot, i);
  return NULL;
}

static Slot *
add_slot (RcpTimelineLane *self)
{
  Slot slot = { .chip = rcp_timeline_chip_new () };

  /* Before the label, which stays on top where a chip is moved under it. */
  gtk_widget_insert_before (slot.chip, GTK_WIDGET (self), self->label);
  g_signal_connect (slot.chip, "activated", G_CALLBACK (chip_activated_cb), self);
  g_array_append_val (self->slots, slot);
  return &g_array_index (self->slots, Slot, self->slots->len - 1);
}

static gint64
placement_key (const RcpTimelineIndex *index, const RcpLanePlacement *p)
{
  gint64 id = rcp_timeline_index_get (index, p->entry)->id;

  return p->kind == RCP_LANE_GROUP ? -id : id;
}

static void
update_slot_state (RcpTimelineLane *self, Slot *slot, guint selected)
{
  rcp_timeline_chip_set_selected (RCP_TIMELINE_CHIP (slot->chip), slot->key > 0 && slot->entry == selected);
  rcp_timeline_chip_set_faded (RCP_TIMELINE_CHIP (slot->chip),
                               slot->key > 0 && slot->entry != selected
                                   && rcp_timeline_content_is_faded (self->content, slot->entry));
}

static void
fill_slot (RcpTimelineLane *self, Slot *slot, const RcpTimelineLayout *layout, guint i, gboolean anew)
{
  const RcpTimelineIndex *index = rcp_timeline_content_get_index (self->content);
  const RcpLaneLayout *lane = rcp_timeline_layout_get_lane (layout, self->lane);
  const RcpLanePlacement *p = &g_array_index (lane->placements, RcpLanePlacement, i);

  if (p->kind == RCP_LANE_GROUP)
    {
      const RcpTimeScale *scale = rcp_timeline_layout_get_scale (layout);
      gint32 first = (gint32) CLAMP (rcp_time_scale_to_day (scale, p->left), 1, 3652059);
      gint32 last = (gint32) CLAMP (rcp_time_scale_to_day (scale, p->right), first, 3652059);
      g_autofree char *when = rcp_date_words_span (first, last, TRUE);

      rcp_timeline_chip_set_group (RCP_TIMELINE_CHIP (slot->chip), p->n, p->n_family, when);
    }
  else if (anew)
    {
      g_autoptr (RcpEvent) event = rcp_timeline_content_dup_event (self->content, p->entry);

      rcp_timeline_chip_set_event (RCP_TIMELINE_CHIP (slot->chip), event);
    }
  rcp_timeline_chip_set_flipped (RCP_TIMELINE_CHIP (slot->chip), p->flipped);
  slot->key = placement_key (index, p);
  slot->entry = p->entry;
  slot->placement = i;
  slot->stale = FALSE;
  slot->flipped = p->flipped;
  slot->left = p->chip_left;
  slot->width = p->chip_width;
  slot->y = rcp_timeline_layout_get_chip_y (layout, self->lane, p) - lane->y;
}

/* “A. Tiani”: first names give way where there is little room. */
static char *
shorten_name (const char *name)
{
  const char *last = strrchr (name, ' ');

  if (last == NULL || last == name)
    return g_strdup (name);
  return g_strdup_printf ("%.*s. %s", (int) (g_utf8_next_char (name) - name), name, last + 1);
}

static void
update_label (RcpTimelineLane *self)
{
  g_autofree char *events = rcp_timeline_words_n_events (self->n_events);
  g_autofree char *words = g_strdup_printf ("%s, %s", self->full_name, events);
  g_autofree char *short_name = self->inset > 0 && self->is_person ? shorten_name (self->full_name) : NULL;

  if (rcp_timeline_content_get_n_pinned (self->content) == 0)
    {
      g_autofree char *hint = g_strdup_printf ("%s · %s", events, _("Pin an actor to give it a lane"));

      gtk_label_set_label (GTK_LABEL (self->count), hint);
    }
  else
    gtk_label_set_label (GTK_LABEL (self->count), events);
  gtk_label_set_label (GTK_LABEL (self->name), short_name ? short_name : self->full_name);
  gtk_widget_set_visible (self->count, self->inset == 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (self->label, self->inset > 0 ? words : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
allocate_at (GtkWidget *self, GtkWidget *child, double left, double y, double width, int height)
{
  GskTransform *transform;
  int minimum;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  width = MAX (width, minimum);
  if (gtk_widget_get_direction (self) == GTK_TEXT_DIR_RTL)
    left = gtk_widget_get_width (self) - left - width;
  transform = gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) left, (float) y));
  gtk_widget_allocate (child, (int) width, height, -1, transform);
}

static void
rcp_timeline_lane_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  RcpTimelineLane *self = RCP_TIMELINE_LANE (widget);
  GtkRequisition size;
  int natural;

  for (guint i = 0; i < self->slots->len; i++)
    {
      const Slot *slot = &g_array_index (self->slots, Slot, i);
      double left = self->inset + slot->left + self->shift, chip_width = slot->width;

      if (slot->key == 0)
        continue;
      /* Its place is wide enough for bold words; ordinary ones need less. */
      gtk_widget_measure (slot->chip, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
      chip_width = MIN (chip_width, natural);
      if (slot->flipped)
        left += slot->width - chip_width;
      else if (slot->key < 0)
        left += (slot->width - chip_width) / 2;
      gtk_widget_measure (slot->chip, GTK_ORIENTATION_VERTICAL, -1, NULL, &natural, NULL, NULL);
      allocate_at (widget, slot->chip, left, slot->y, chip_width, natural);
    }
  gtk_widget_get_preferred_size (self->label, NULL, &size);
  if (self->inset > 0)
    allocate_at (widget, self->label, 0, 0, self->inset - 1, height);
  else
    allocate_at (widget, self->label, LABEL_LEFT_PX, LABEL_TOP_PX, MIN (size.width, width - 2 * LABEL_LEFT_PX),
                 size.height);
  if (gtk_widget_get_child_visible (self->before))
    {
      gtk_widget_get_preferred_size (self->before, NULL, &size);
      allocate_at (widget, self->before, self->before_x, self->before_y, MIN (size.width, RCP_TIMELINE_NEIGHBOUR_PX), size.height);
    }
  if (gtk_widget_get_child_visible (self->after))
    {
      gtk_widget_get_preferred_size (self->after, NULL, &size);
      size.width = MIN (size.width, RCP_TIMELINE_NEIGHBOUR_PX);
      allocate_at (widget, self->after, width - size.width - 4, self->after_y, size.width, size.height);
    }
}

static void
rcp_timeline_lane_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                           int *minimum_baseline, int *natural_baseline)
{
  /* The canvas says how large it is. */
  *minimum = *natural = 0;
}

static void
rcp_timeline_lane_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  RcpTimelineLane *self = RCP_TIMELINE_LANE (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  /* Chips end at the edge of the label's column; above and below there is room for the ring of a selected one. */
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (rtl ? 0 : self->inset, -6, width - self->inset, height + 12));
  for (guint i = 0; i < self->slots->len; i++)
    gtk_widget_snapshot_child (widget, g_array_index (self->slots, Slot, i).chip, snapshot);
  gtk_snapshot_pop (snapshot);
  gtk_widget_snapshot_child (widget, self->before, snapshot);
  gtk_widget_snapshot_child (widget, self->after, snapshot);
  gtk_widget_snapshot_child (widget, self->label, snapshot);
}

static void
rcp_timeline_lane_dispose (GObject *object)
{
  RcpTimelineLane *self = RCP_TIMELINE_LANE (object);
  GtkWidget *child;

  if (self->slots != NULL)
    g_array_set_size (self->slots, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->content);

  G_OBJECT_CLASS (rcp_timeline_lane_parent_class)->dispose (object);
}

static void
rcp_timeline_lane_finalize (GObject *object)
{
  RcpTimelineLane *self = RCP_TIMELINE_LANE (object);

  g_clear_pointer (&self->slots, g_array_unref);
  g_clear_pointer (&self->full_name, g_free);

  G_OBJECT_CLASS (rcp_timeline_lane_parent_class)->finalize (object);
}

static void
rcp_timeline_lane_class_init (RcpTimelineLaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = rcp_timeline_lane_dispose;
  object_class->finalize = rcp_timeline_lane_finalize;
  widget_class->measure = rcp_timeline_lane_measure;
  widget_class->size_allocate = rcp_timeline_lane_size_allocate;
  widget_class->snapshot = rcp_timeline_lane_snapshot;
  gtk_widget_class_set_css_name (widget_class, "lane");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);

  signals[EVENT_ACTIVATED] = g_signal_new ("event-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                           NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_BOOLEAN);
  signals[GROUP_ACTIVATED] = g_signal_new ("group-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                           NULL, G_TYPE_NONE, 2, G_TYPE_UINT, GTK_TYPE_WIDGET);
}

static void
rcp_timeline_lane_init (RcpTimelineLane *self)
{
  self->slots = g_array_new (FALSE, TRUE, sizeof (Slot));
  self->full_name = g_strdup ("");
  self->before_entry = self->after_entry = RCP_TIMELINE_NONE;
  self->before = rcp_timeline_neighbour_new (TRUE);
  self->after = rcp_timeline_neighbour_new (FALSE);
  gtk_widget_set_parent (self->before, GTK_WIDGET (self));
  gtk_widget_set_parent (self->after, GTK_WIDGET (self));
  gtk_widget_set_child_visible (self->before, FALSE);
  gtk_widget_set_child_visible (self->after, FALSE);
  g_signal_connect (self->before, "clicked", G_CALLBACK (neighbour_clicked_cb), self);
  g_signal_connect (self->after, "clicked", G_CALLBACK (neighbour_clicked_cb), self);

  self->label = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 7);
  gtk_widget_add_css_class (self->label, "lane-label");
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  self->avatar = rcp_avatar_new (20);
  gtk_widget_set_valign (self->avatar, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->label), self->avatar);
  self->name = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->name, "name");
  gtk_box_append (GTK_BOX (self->label), self->name);
  self->count = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->count, "count");
  gtk_box_append (GTK_BOX (self->label), self->count);
}

/**
 * rcp_timeline_lane_new:
 * @content: what the timeline shows
 *
 * Returns: (transfer floating): a lane of it; see rcp_timeline_lane_set_lane().
 */
GtkWidget *
rcp_timeline_lane_new (RcpTimelineContent *content)
{
  RcpTimelineLane *self = g_object_new (RCP_TYPE_TIMELINE_LANE, NULL);

  self->content = g_object_ref (content);
  return GTK_WIDGET (self);
}

/**
 * rcp_timeline_lane_set_lane:
 * @lane: which one; to be said again after each change of the content
 */
void
rcp_timeline_lane_set_lane (RcpTimelineLane *self, guint lane)
{
  g_autoptr (RcpActor) actor = NULL;
  const char *name;

  g_return_if_fail (RCP_IS_TIMELINE_LANE (self));

  self->lane = lane;
  actor = rcp_timeline_content_dup_lane_actor (self->content, lane);
  if (actor != NULL)
    {
      rcp_avatar_set_actor (RCP_AVATAR (self->avatar), actor);
      name = rcp_actor_get_name (actor);
    }
  else if (rcp_timeline_content_get_n_pinned (self->content) == 0)
    name = _("All events");
  else
    /* Translators: the lane of events in which no pinned actor takes part */
    name = _("Other events");
  gtk_widget_set_visible (self->avatar, actor != NULL);
  g_free (self->full_name);
  self->full_name = g_strdup (name);
  self->is_person = actor != NULL && rcp_actor_get_kind (actor) == RCP_ACTOR_PERSON;
  for (guint i = 0; i < self->slots->len; i++)
    g_array_index (self->slots, Slot, i).stale = TRUE;
  update_label (self);
}

/**
 * rcp_timeline_lane_set_inset:
 * @inset_px: how wide the column of labels is; 0 when labels have a row of their own
 */
void
rcp_timeline_lane_set_inset (RcpTimelineLane *self, int inset_px)
{
  g_return_if_fail (RCP_IS_TIMELINE_LANE (self));

  if (self->inset == inset_px)
    return;
  self->inset = inset_px;
  if (inset_px > 0)
    gtk_widget_add_css_class (self->label, "column");
  else
    gtk_widget_remove_css_class (self->label, "column");
  update_label (self);
}

/**
 * rcp_timeline_lane_set_count:
 * @n_events: what the label says
 */
void
rcp_timeline_lane_set_count (RcpTimelineLane *self, guint n_events)
{
  g_return_if_fail (RCP_IS_TIMELINE_LANE (self));

  if (self->n_events == n_events)
    return;
  self->n_events = n_events;
  update_label (self);
}

/**
 * rcp_timeline_lane_update:
 * @layout: where chips go now
 *
 * Gives each chip of the layout a widget.
 */
void
rcp_timeline_lane_update (RcpTimelineLane *self, const RcpTimelineLayout *layout)
{
  const RcpTimelineIndex *index = rcp_timeline_content_get_index (self->content);
  const RcpLaneLayout *lane = rcp_timeline_layout_get_lane (layout, self->lane);
  guint selected = rcp_timeline_content_get_selected (self->content);
  g_autoptr (GHashTable) by_key = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autofree gint64 *wanted = g_new0 (gint64, lane->placements->len + 1);
  g_autofree gboolean *kept = NULL;
  guint n_old = self->slots->len, next_free = 0, n_chips = 0, position = 0;

  for (guint i = 0; i < lane->placements->len; i++)
    {
      const RcpLanePlacement *p = &g_array_index (lane->placements, RcpLanePlacement, i);

      if (p->kind != RCP_LANE_CHIP && p->kind != RCP_LANE_GROUP)
        continue;
      n_chips++;
      wanted[i] = placement_key (index, p);
      g_hash_table_insert (by_key, &wanted[i], GUINT_TO_POINTER (i + 1));
    }
  kept = g_new0 (gboolean, lane->placements->len + 1);
  for (guint s = 0; s < n_old; s++)
    {
      Slot *slot = &g_array_index (self->slots, Slot, s);
      guint i = slot->key ? GPOINTER_TO_UINT (g_hash_table_lookup (by_key, &slot->key)) : 0;

      if (i == 0)
        {
          slot->key = 0;
          continue;
        }
      kept[i - 1] = TRUE;
      fill_slot (self, slot, layout, i - 1, slot->stale);
    }
  for (guint i = 0; i < lane->placements->len; i++)
    {
      Slot *slot = NULL;

      if (wanted[i] == 0 || kept[i])
        continue;
      while (next_free < n_old && g_array_index (self->slots, Slot, next_free).key != 0)
        next_free++;
      slot = next_free < n_old ? &g_array_index (self->slots, Slot, next_free++) : add_slot (self);
      fill_slot (self, slot, layout, i, TRUE);
    }
  for (guint s = 0; s < self->slots->len; s++)
    {
      Slot *slot = &g_array_index (self->slots, Slot, s);

      gtk_widget_set_child_visible (slot->chip, slot->key != 0);
      if (slot->key == 0)
        continue;
      update_slot_state (self, slot, selected);
    }
  /* Placements come in the order of time. */
  for (guint i = 0; i < lane->placements->len; i++)
    if (wanted[i] != 0)
      {
        Slot *slot = find_slot (self, wanted[i]);

        rcp_timeline_chip_set_position (RCP_TIMELINE_CHIP (slot->chip), (int) ++position, (int) n_chips);
      }
  self->shift = 0;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * rcp_timeline_lane_set_shift:
 * @shift_px: how far everything has moved since it was laid out
 */
void
rcp_timeline_lane_set_shift (RcpTimelineLane *self, double shift_px)
{
  g_return_if_fail (RCP_IS_TIMELINE_LANE (self));

  if (self->shift == shift_px)
    return;
  self->shift = shift_px;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * rcp_timeline_lane_update_states:
 *
 * Shows anew which chip is selected and which are faded.
 */
void
rcp_timeline_lane_update_states (RcpTimelineLane *self)
{
  guint selected = rcp_timeline_content_get_selected (self->content);

  for (guint s = 0; s < self->slots->len; s++)
    {
      Slot *slot = &g_array_index (self->slots, Slot, s);

      if (slot->key != 0)
        update_slot_state (self, slot, selected);
    }
}

static void
set_neighbour (RcpTimelineLane *self, GtkWidget *button, const RcpTimelineLayout *layout, double shift, guint entry,
               gboolean at_start, double *y)
{
  const RcpLaneLayout *lane = rcp_timeline_layout_get_lane (layout, self->lane);
  double width = rcp_timeline_layout_get_scale (layout)->width_px;
  g_autoptr (RcpEvent) event = NULL;
  int row, wanted;

  if (entry == RCP_TIMELINE_NONE || width < MIN_NEIGHBOUR_LANE_PX)
    {
      gtk_widget_set_child_visible (button, FALSE);
      return;
    }
  event = rcp_timeline_content_dup_event (self->content, entry);
  rcp_timeline_neighbour_set_event (RCP_TIMELINE_NEIGHBOUR (button), event);
  gtk_widget_set_child_visible (button, TRUE);
  wanted = rcp_timeline_neighbour_get_width (RCP_TIMELINE_NEIGHBOUR (button)) + 8;
  row = at_start ? rcp_timeline_layout_find_row (layout, self->lane, -shift, wanted - shift)
                 : rcp_timeline_layout_find_row (layout, self->lane, width - wanted - shift, width - shift);
  *y = -1;
  if (at_start)
    self->before_x = self->inset + 4;
  if (row >= 0)
    *y = rcp_timeline_layout_get_chip_y (layout, self->lane, &(RcpLanePlacement) { .row = (guint) row }) - lane->y;
  else if (self->inset == 0)
    {
      GtkRequisition taken;

      /* No row is free: beside the label of the lane, where there never is a chip. */
      gtk_widget_get_preferred_size (self->label, NULL, &taken);
      if (at_start)
        self->before_x = LABEL_LEFT_PX + taken.width + 8;
      if (!at_start || self->before_x + wanted < width)
        *y = 2;
    }
  gtk_widget_set_child_visible (button, *y >= 0);
}

/**
 * rcp_timeline_lane_set_neighbours:
 * @layout: where chips are
 * @shift_px: how far they have moved since
 * @before: the nearest event before what is visible, or %RCP_TIMELINE_NONE
 * @after: the nearest one after it
 *
 * Shows, where there is room, what is just out of sight.
 */
void
rcp_timeline_lane_set_neighbours (RcpTimelineLane *self, const RcpTimelineLayout *layout, double shift_px, guint before,
                                  guint after)
{
  g_return_if_fail (RCP_IS_TIMELINE_LANE (self));

  self->before_entry = before;
  self->after_entry = after;
  set_neighbour (self, self->before, layout, shift_px, before, TRUE, &self->before_y);
  set_neighbour (self, self->after, layout, shift_px, after, FALSE, &self->after_y);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * rcp_timeline_lane_find_chip:
 * @event_id: an event
 *
 * Returns: (transfer none) (nullable): its chip, if it has one here.
 */
GtkWidget *
rcp_timeline_lane_find_chip (RcpTimelineLane *self, gint64 event_id)
{
  Slot *slot;

  g_return_val_if_fail (RCP_IS_TIMELINE_LANE (self), NULL);

  slot = event_id > 0 ? find_slot (self, event_id) : NULL;
  return slot ? slot->chip : NULL;
}

/**
 * rcp_timeline_lane_get_label_height:
 *
 * Returns: how high its label wants to be.
 */
int
rcp_timeline_lane_get_label_height (RcpTimelineLane *self)
{
  int height;

  g_return_val_if_fail (RCP_IS_TIMELINE_LANE (self), 0);

  gtk_widget_measure (self->label, GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
  return height;
}
