#!/usr/bin/python3
"""Drives the real program as a person does: look why the date of an article is believed, type another, see what would move,
set it, and take it back.  usage: drive-dates.py PROGRAM

Runs under a display and a session bus with an accessibility bus; prints TAP.
"""
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'support'))
from drive import recoupe, shows  # noqa: E402
from uidriver import Atspi, _safe, role_of  # noqa: E402

# In words of our own: one weekday with its date, one that hangs on the day the article appeared.
ARTICLE = """La ville ferme le marché couvert

Le maire a annoncé lundi la fermeture du marché couvert. Les commerçants ont manifesté samedi 14 mai devant la mairie.

Le conseil avait voté la rénovation en mars dernier.
"""


def find_button(app, name):
    """The first button of that name that can be pressed: newer GTK names a menu button and the toggle in it alike."""
    for node, _ in app.walk():
        if _safe(node.get_name) == name and 'button' in (role_of(node) or '') and _safe(node.get_n_actions, 0) > 0:
            return node
    return None


def main():
    with recoupe(sys.argv[1], 'marche', ARTICLE) as (app, ok):
        app.wait(lambda: shows(app, '1 article'))
        app.key('alt+2')
        button = app.wait(lambda: find_button(app, 'Change…'))
        ok('the reader offers to change the date of publication')
        Atspi.Action.do_action(button, 0)
        app.wait(lambda: shows(app, 'the weekday gives the year'))
        ok('it says why the date is believed')
        app.set_text('text', 'Date', '2011-05-18')
        app.wait(lambda: shows(app, 'Would move'))
        app.wait(lambda: shows(app, '“lundi”'))
        ok('what would move is shown before it is set')
        app.key('Return')
        app.wait(lambda: shows(app, 'set by you'))
        app.wait(lambda: shows(app, '18 May 2011'))
        ok('the date is set')
        app.key('ctrl+z')
        app.wait(lambda: shows(app, 'inferred'))
        ok('and taken back')


main()
