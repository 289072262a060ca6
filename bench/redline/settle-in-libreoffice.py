"""Opens Word files in LibreOffice, accepts or rejects all changes, and writes the text: python3 THIS PORT < LIST.

A line of the list: the file, "accept", "reject" or "open", and where the text goes, parted by tabs. Says one line for each, up to one that LibreOffice dies of: "ok", with the
number of changes and of comments that it found and of changes that are left, or what went wrong.
"""

import sys
import time

import uno
from com.sun.star.beans import PropertyValue


def connect(port):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    address = f"uno:socket,host=127.0.0.1,port={port};urp;StarOffice.ComponentContext"
    for _ in range(240):
        try:
            return resolver.resolve(address)
        except Exception:
            time.sleep(0.5)
    raise RuntimeError("LibreOffice did not answer")


def hidden(name, value):
    one = PropertyValue()
    one.Name, one.Value = name, value
    return one


def settle(context, desktop, path, what, target):
    document = desktop.loadComponentFromURL(uno.systemPathToFileUrl(path), "_blank", 0, (hidden("Hidden", True),))
    if document is None:
        return "failed to open"
    try:
        changes = sum(1 for _ in each(document.Redlines))
        comments = sum(1 for one in each(document.TextFields) if one.supportsService("com.sun.star.text.textfield.Annotation"))
        if what != "open":
            dispatcher = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
            command = ".uno:AcceptAllTrackedChanges" if what == "accept" else ".uno:RejectAllTrackedChanges"
            dispatcher.executeDispatch(document.CurrentController.Frame, command, "", 0, ())
        left = sum(1 for _ in each(document.Redlines))
        options = (hidden("FilterName", "Text (encoded)"), hidden("FilterOptions", "UTF8,LF,,,"))
        document.storeToURL(uno.systemPathToFileUrl(target), options)
        return f"ok {changes} {comments} {left}"
    finally:
        document.close(True)


def each(collection):
    enumeration = collection.createEnumeration()
    while enumeration.hasMoreElements():
        yield enumeration.nextElement()


def main():
    context = connect(sys.argv[1])
    desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    for line in sys.stdin:
        path, what, target = line.rstrip("\n").split("\t")
        try:
            said = settle(context, desktop, path, what, target)
        except Exception as error:
            said = f"failed {type(error).__name__}: {str(error)[:200]}".replace("\n", " ")
        print(said, flush=True)
        if "disposed" in said.lower():
            return
    try:
        desktop.terminate()
    except Exception:
        pass


main()
