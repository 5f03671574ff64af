#!/usr/bin/python3
"""Drives the real program as a person does: start it on files, choose an event, write a note, quit, start again, find
the note.  usage: drive-notes.py PROGRAM FOLDER_OF_ARTICLES

Runs under a display and a session bus with an accessibility bus; prints TAP.
"""
import os
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'support'))
from drive import Tap, ends_well, shows  # noqa: E402
from uidriver import App, _safe, role_of  # noqa: E402

NOTE = 'Ask the ministry for the list'


def labels(app):
    return [_safe(node.get_name) or '' for node, _ in app.walk()]


def chip(app):
    """An event on the timeline: a list item whose name says the family, the title and the date."""
    for node, _ in app.walk():
        if role_of(node) == 'list item' and 'outlet' in (_safe(node.get_name) or ''):
            return node
    return None


def main():
    program, folder = sys.argv[1], sys.argv[2]
    files = sorted(os.path.join(folder, name) for name in os.listdir(folder) if name.endswith('.html'))
    tap = Tap()
    ok = tap.ok

    with tempfile.TemporaryDirectory() as scratch:
        library = os.path.join(scratch, 'notes.recoupe')
        with App([program, '--library', library, *files], timeout=60) as app:
            app.wait(lambda: chip(app))
            ok('files given are imported and stand on the timeline')
            app.wait(lambda: shows(app, 'Timeline'))
            app.key('Right')
            app.wait(lambda: any(' of ' in name and name.startswith('Event') for name in labels(app))
                     or shows(app, 'Accounts'))
            ok('an arrow key chooses an event, and the inspector shows its accounts')
            app.key('n')
            editor = app.wait(lambda: next((node for node, _ in app.walk() if role_of(node) == 'text'
                                            and _safe(node.get_name) == 'Note'), None))
            assert editor
            app.type(NOTE)
            app.key('ctrl+Return')
            app.wait(lambda: shows(app, NOTE))
            ok('N opens an editor and Ctrl+Enter keeps the note')
            ends_well(app)
            ok('the program ends well')
        with App([program, '--library', library], timeout=60) as app:
            app.wait(lambda: chip(app))
            for _ in range(40):
                if shows(app, NOTE):
                    break
                app.key('Right')
            app.wait(lambda: shows(app, NOTE))
            ok('after a new start the note is there')
    tap.plan()


main()
