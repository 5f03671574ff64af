"""What the programs that drive Recoupe share: TAP, a library of their own with an article in it, what the window says.

    with recoupe(sys.argv[1], 'halle', ARTICLE) as (app, ok):
        app.wait(lambda: shows(app, '1 article'))
        ok('the article is there')
"""
import contextlib
import os
import tempfile

from uidriver import App, _safe


class Tap:
    """Counts what holds, a line each; what does not hold ends the program by an exception, before the plan is printed."""

    def __init__(self):
        self.count = 0

    def ok(self, name):
        self.count += 1
        print(f'ok {self.count} - {name}', flush=True)

    def plan(self):
        print(f'1..{self.count}')


@contextlib.contextmanager
def recoupe(program, name, text):
    """The program on a new library into which a file of that text is taken; gives the App and Tap.ok, prints the plan at the end."""
    tap = Tap()
    with tempfile.TemporaryDirectory() as scratch:
        article = os.path.join(scratch, name + '.txt')
        with open(article, 'w', encoding='utf-8') as out:
            out.write(text)
        with App([program, '--library', os.path.join(scratch, name + '.recoupe'), article], timeout=60) as app:
            yield app, tap.ok
    tap.plan()


def shows(app, text, within=None):
    """The first node, of those within one or of all, whose name or text holds the words; None without one."""
    for node, _ in app.walk(within):
        if text in (_safe(node.get_name) or ''):
            return node
        if 'Text' in (_safe(node.get_interfaces) or []) and text in (_safe(lambda: app.text(node)) or ''):
            return node
    return None


def ends_well(app):
    """Quits by keyboard; the program must go, with status 0."""
    app.key('ctrl+q')
    app.wait(lambda: app.proc.poll() is not None)
    assert app.proc.returncode == 0, app.proc.returncode
