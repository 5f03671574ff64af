#!/usr/bin/python3
"""Drives the real program as a person does, by keyboard alone: open the card of an actor, merge it with another after looking at
what that would change, see one row, take it back, see both.  usage: drive-actors.py PROGRAM

Runs under a display and a session bus with an accessibility bus; prints TAP.
"""
import os
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'support'))
from uidriver import App, Atspi, _safe, role_of  # noqa: E402

# In words of our own: two people whom nothing but the user would take for one.
ARTICLE = """La coopérative rouvre la halle aux grains

La présidente Amina Keller a annoncé lundi 16 mai 2022 la réouverture de la halle aux grains. Amina Keller a reçu les riverains.

Le directeur Bruno Tassin a signé mardi 17 mai 2022 un accord avec les meuniers. Bruno Tassin a visité le chantier.
"""
FIRST, SECOND = 'Amina Keller', 'Bruno Tassin'


def named(app, text, within=None):
    """The first node whose name or text holds the words."""
    for node, _ in app.walk(within):
        if text in (_safe(node.get_name) or ''):
            return node
        if 'Text' in (_safe(node.get_interfaces) or []) and text in (_safe(lambda: app.text(node)) or ''):
            return node
    return None


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
    program = sys.argv[1]
    count = 0

    def ok(name):
        nonlocal count
        count += 1
        print(f'ok {count} - {name}', flush=True)

    with tempfile.TemporaryDirectory() as scratch:
        library = os.path.join(scratch, 'actors.recoupe')
        article = os.path.join(scratch, 'halle.txt')
        with open(article, 'w', encoding='utf-8') as out:
            out.write(ARTICLE)
        with App([program, '--library', library, article], timeout=60) as app:
            app.wait(lambda: named(app, '1 article'))
            app.key('alt+1')
            actors = app.get(None, 'Actors')
            app.wait(lambda: rows(app, FIRST, actors) and rows(app, SECOND, actors))
            ok('both actors are listed')
            entry = app.wait(lambda: named(app, 'Find an actor'))
            _safe(lambda: Atspi.Component.grab_focus(entry))
            for _ in range(8):
                if has_focus(entry):
                    break
                app.key('F6')
            app.key('Tab')
            focus_row(app, FIRST, actors)
            ok('the arrow keys walk over the list')
            app.key('Return')
            app.wait(lambda: named(app, 'In the articles'))
            app.wait(lambda: named(app, 'a reçu les riverains'))
            ok('Enter opens the card, which has the sentences')
            app.key('m')
            dialog = app.wait(lambda: _safe(app.root.get_child_count) > 1 and app.root.get_child_at_index(1))
            app.wait(lambda: named(app, 'Choose an actor to see what would change', dialog))
            app.type('Tassin')
            app.wait(lambda: rows(app, SECOND, dialog) and not rows(app, FIRST, dialog))
            app.key('Down')
            app.wait(lambda: named(app, f'Shown as {SECOND}', dialog))
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
            app.key('ctrl+q')
            app.wait(lambda: app.proc.poll() is not None)
            assert app.proc.returncode == 0, app.proc.returncode
            ok('the program ends well')
    print(f'1..{count}')


main()
