"""Edits a Word file as somebody with Word would: the file on the standard input, the edits as JSON in the first argument.

Each edit is a list: ["after", words of a paragraph, new words], ["replace", words, new words], ["delete", words].
"""

import copy
import io
import json
import sys

import docx

file = docx.Document(io.BytesIO(sys.stdin.buffer.read()))
paragraphs = list(file.paragraphs) + [p for t in file.tables for row in t.rows for cell in row.cells for p in cell.paragraphs]


def find(words):
    return next(p for p in paragraphs if p.text.strip() == words)


for kind, words, *rest in json.loads(sys.argv[1]):
    paragraph = find(words)
    if kind == "replace":
        for run in paragraph.runs[1:]:
            run._r.getparent().remove(run._r)
        paragraph.runs[0].text = rest[0]
    elif kind == "delete":
        paragraph._p.getparent().remove(paragraph._p)
    else:
        new = copy.deepcopy(paragraph._p)
        for mark in list(new):
            if mark.tag.endswith("}bookmarkStart") or mark.tag.endswith("}bookmarkEnd") or mark.tag.endswith("}pPr"):
                new.remove(mark)
        paragraph._p.addnext(new)
        made = docx.text.paragraph.Paragraph(new, paragraph._parent)
        for run in made.runs[1:]:
            run._r.getparent().remove(run._r)
        if made.runs:
            made.runs[0].text = rest[0]
        else:
            made.add_run(rest[0])
out = io.BytesIO()
file.save(out)
sys.stdout.buffer.write(out.getvalue())
