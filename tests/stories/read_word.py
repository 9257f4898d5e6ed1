"""What python-docx understands of a Word file: read from the standard input, told as JSON."""

import io
import json
import sys
import zipfile

import docx
from docx.oxml.ns import qn

data = sys.stdin.buffer.read()
file = docx.Document(io.BytesIO(data))
style = lambda paragraph: paragraph.style.name
headings = [[int(style(p).split()[-1]), p.text] for p in file.paragraphs if style(p).startswith("Heading")]
languages = {lang.get(qn("w:val")) for lang in file.styles.element.iter(qn("w:lang"))}
tables = [
    {
        "header": [c.text for c in t.rows[0].cells] if t.rows[0]._tr.find(qn("w:trPr") + "/" + qn("w:tblHeader")) is not None else None,
        "rows": [[c.text for c in row.cells] for row in t.rows],
    }
    for t in file.tables
]
# The words of links belong to their paragraph.
words = lambda p: "".join(("\t" if node.tag == qn("w:tab") else node.text or "") for node in p._p.iter(qn("w:t"), qn("w:tab")))
listed = [words(p) for p in file.paragraphs if p._p.pPr is not None and p._p.pPr.numPr is not None]
links = [r.target_ref for r in file.part.rels.values() if r.is_external]
with zipfile.ZipFile(io.BytesIO(data)) as parts:
    everything = "\n".join(parts.read(name).decode("utf-8") for name in parts.namelist())
told = {
    "title": file.core_properties.title,
    "language": file.core_properties.language,
    "languages": sorted(languages),
    "headings": headings,
    "paragraphs": [words(p) for p in file.paragraphs],
    "tables": tables,
    "listed": listed,
    "links": links,
    "everything": everything,
}
json.dump(told, sys.stdout)
