#!/usr/bin/python3
"""Drives the real program as a person does, by keyboard alone: open the card of an actor, merge it with another after looking at
what that would change, see one row, take it back, see both.  usage: drive-actors.py PROGRAM

Runs under a display and a session bus with an accessibility bus; prints TAP.
"""
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'support'))
from drive import ends_well, recoupe, shows  # noqa: E402
from uidriver import Atspi, _safe, role_of  # noqa: E402

# In words of our own: two people whom nothing but the user would take for one.
ARTICLE = """La coopérative rouvre la halle aux grains

La présidente Amina Keller a annoncé lundi 16 mai 2022 la réouverture de la halle aux grains. Amina Keller a reçu les riverains.

Le directeur Bruno Tassin a signé mardi 17 mai 2022 un accord avec les meuniers. Bruno Tassin a visité le chantier.
"""
FIRST, SECOND = 'Amina Keller', 'Bruno Tassin'


def rows(app, name, within=None):
    """The rows of the list of actors whose actor is called so: a row says its name first."""
    return [node for node, _ in app.walk(within) if (_safe(node.get_name) or '').startswith(name + '. ')
            and 'mention' in _safe(node.get_name, '') and role_of(node) in ('panel', 'grouping')]


def has_focus(node):
    """Whether the row, or the list item around it, has the focus."""
    while node is not None:
        states = _safe(node.get_state_set)
        if states is not None and states.contains(Atspi.StateType.FOCUSED):
            return True
        node = _safe(node.get_parent)
    return False


def focus_row(app, name, within):
    for _ in range(40):
        if any(has_focus(row) for row in rows(app, name, within)):
            return
        app.key('Down')
    raise AssertionError(f'no row of {name} got the focus')


def main():
    with recoupe(sys.argv[1], 'halle', ARTICLE) as (app, ok):
        app.wait(lambda: shows(app, '1 article'))
        app.key('alt+1')
        actors = app.get(None, 'Actors')
        app.wait(lambda: rows(app, FIRST, actors) and rows(app, SECOND, actors))
        ok('both actors are listed')
        entry = app.wait(lambda: shows(app, 'Find an actor'))
        _safe(lambda: Atspi.Component.grab_focus(entry))
        for _ in range(8):
            if has_focus(entry):
                break
            app.key('F6')
        app.key('Tab')
        focus_row(app, FIRST, actors)
        ok('the arrow keys walk over the list')
        app.key('Return')
        app.wait(lambda: shows(app, 'In the articles'))
        app.wait(lambda: shows(app, 'a reçu les riverains'))
        ok('Enter opens the card, which has the sentences')
        app.key('m')
        dialog = app.wait(lambda: _safe(app.root.get_child_count) > 1 and app.root.get_child_at_index(1))
        app.wait(lambda: shows(app, 'Choose an actor to see what would change', dialog))
        app.type('Tassin')
        app.wait(lambda: rows(app, SECOND, dialog) and not rows(app, FIRST, dialog))
        app.key('Down')
        app.wait(lambda: shows(app, f'Shown as {SECOND}', dialog))
        ok('what a merge would change is shown first')
        # GTK 4.8 ends the program when it is asked for a window that has just closed (gtkatspiroot.c, GetChildAtIndex, takes the
        # hidden window of shortcuts for it): from here on only the list is looked at.
        app.key('Return')
        app.key('Return')
        app.wait(lambda: not rows(app, FIRST, actors) and len(rows(app, SECOND, actors)) == 1)
        app.wait(lambda: any('4 mentions' in (_safe(row.get_name) or '') for row in rows(app, SECOND, actors)))
        ok('Enter merges: one row with the mentions of both')
        app.key('ctrl+z')
        app.wait(lambda: rows(app, FIRST, actors) and rows(app, SECOND, actors))
        for name in (FIRST, SECOND):
            app.wait(lambda: any('2 mentions' in (_safe(row.get_name) or '') for row in rows(app, name, actors)))
        ok('Ctrl+Z gives both back')
        ends_well(app)
        ok('the program ends well')


main()
