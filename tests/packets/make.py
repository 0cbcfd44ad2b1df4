"""Makes the odd, locked and damaged files of which the tests bind packets: `python3 make.py FOLDER`.

Each page of each PDF bears a marker, MARK-<file>-<page>, by which it is found again. Needs pikepdf and reportlab.
"""

import io
import os
import re
import sys

import pikepdf
from PIL import Image
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String
from reportlab.lib.pagesizes import A4, letter
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen import canvas

FOLDER = sys.argv[1]
os.makedirs(FOLDER, exist_ok=True)


def put(name, data):
    with open(os.path.join(FOLDER, name), "wb") as file:
        file.write(data)


def photo(size=(320, 200), mode="RGB"):
    """A picture whose four corners differ, so that a turn is seen."""
    width, height = size
    image = Image.new("RGB", size, "white")
    for box, color in [
        ((0, 0, width // 2, height // 2), "red"),
        ((width // 2, 0, width, height // 2), "green"),
        ((0, height // 2, width // 2, height), "blue"),
    ]:
        image.paste(color, box)
    return image.convert(mode)


def plain(name, pages=5, size=letter, draw=None, picture=False, compress=1):
    data = io.BytesIO()
    page = canvas.Canvas(data, pagesize=size, pageCompression=compress, invariant=1)
    page.setTitle(name)
    for number in range(1, pages + 1):
        page.setFont("Helvetica", 14)
        page.drawString(90, size[1] - 100, f"MARK-{name}-{number}")
        page.setFont("Times-Roman", 10)
        for line in range(30):
            page.drawString(90, size[1] - 140 - 14 * line, f"Line {line} of page {number}: the plan paid nothing for this.")
        page.rect(40, 60, size[0] - 80, size[1] - 120)
        if picture:
            page.drawImage(ImageReader(photo((200 + number, 120))), 300, 80, 150, 90)
        page.bookmarkPage(f"page-{number}")
        page.addOutlineEntry(f"Part {number}", f"page-{number}", 0)
        if draw:
            draw(page, number)
        page.showPage()
    page.save()
    return data.getvalue()


def opened(data):
    return Pdf.open(io.BytesIO(data))


def saved(pdf, **how):
    out = io.BytesIO()
    how.setdefault("object_stream_mode", pikepdf.ObjectStreamMode.disable)
    pdf.save(out, deterministic_id="encryption" not in how, **how)
    return out.getvalue()


def packed(name, pages=5):
    return saved(opened(plain(name, pages, picture=True)), object_stream_mode=pikepdf.ObjectStreamMode.generate)


def first_stream(data):
    """Where the first page's content lies: its length's digits, its first byte, its end."""
    found = re.search(rb"/Length (\d+)[^>]*>>\s*stream\r?\n", data)
    return found.start(1), found.end(1), found.end(), found.end() + int(found.group(1))


# Sound files.
put("plain.pdf", plain("plain", picture=True))
put("packed.pdf", packed("packed"))
put("a4.pdf", plain("a4", 2, A4))
put("one.pdf", plain("one", 1))
put("unpacked.pdf", plain("unpacked", 3, compress=0))

# Damaged files.
whole = plain("startxref")
at = whole.rindex(b"startxref\n") + len(b"startxref\n")
put("startxref.pdf", whole[:at] + b"17\n%%EOF\n")

whole = plain("shifted")
put("shifted.pdf", whole.replace(b"%PDF-1.4\n", b"%PDF-1.4\n%" + b"x" * 37 + b"\n", 1))

whole = plain("trailer")
put("trailer.pdf", whole[: whole.rindex(b"xref\n", 0, whole.rindex(b"startxref"))] + b"%%EOF\n")

put("junk.pdf", b"HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n" + plain("junk"))

for name, change in [("short", -40), ("long", 60)]:
    whole = plain(name)
    start, end, _, _ = first_stream(whole)
    number = str(int(whole[start:end]) + change).encode()
    put(f"length-{name}.pdf", whole[:start] + number.rjust(end - start, b"0")[: end - start] + whole[end:])
whole = plain("none")
start, end, _, _ = first_stream(whole)
put("length-none.pdf", whole[: start - 8] + b" " * (end - start + 8) + whole[end:])

put("cut.pdf", plain("cut")[: len(plain("cut")) * 7 // 10])
put("cut-packed.pdf", packed("cut-packed")[: len(packed("cut-packed")) * 7 // 10])

whole = bytearray(plain("torn"))
_, _, start, end = first_stream(whole)
for at in range(start + 30, end - 10, 29):
    whole[at] ^= 0x55
put("torn.pdf", bytes(whole))

pdf = opened(plain("lost"))
data = saved(pdf)
pdf = opened(data)
number = pdf.pages[2].obj.Contents.objgen[0]
put("lost.pdf", data.replace(b"\n%d 0 obj" % number, b"\n%d 0 obk" % number, 1))

pdf = opened(plain("circle"))
pdf.Root.Pages.Kids.append(pdf.Root.Pages)
put("circle.pdf", saved(pdf))

pdf = opened(plain("no-box"))
for page in pdf.pages:
    del page.obj["/MediaBox"]
put("no-box.pdf", saved(pdf))

pdf = opened(plain("null"))
pdf.pages[1].obj.Contents = Array([pdf.pages[1].obj.Contents])
data = saved(pdf)
pdf = opened(data)
number = pdf.pages[1].obj.Contents[0].objgen[0]
put("null.pdf", data.replace(b"[ %d 0 R ]" % number, b"[ null %d 0 R ]" % number, 1))

pdf = opened(plain("nothing"))
pdf.pages[1].obj.Contents = pdf.make_stream(b"")
put("nothing.pdf", saved(pdf))

put("two.pdf", saved(opened(plain("two")), force_version="2.0"))
put("empty.pdf", b"")
put("no-pdf.pdf", bytes(range(256)) * 8)
put("only-header.pdf", b"%PDF-1.7\n%%EOF\n")

# Locked files.
for name, how in [
    ("aes", dict(R=6)),
    ("aes-128", dict(R=4)),
    ("rc4", dict(R=3, aes=False, metadata=False)),
]:
    put(f"{name}.pdf", saved(opened(plain(name)), encryption=pikepdf.Encryption(owner="owner", user="", **how)))
    put(
        f"{name}-packed.pdf",
        saved(
            opened(plain(f"{name}-packed")),
            object_stream_mode=pikepdf.ObjectStreamMode.generate if name != "rc4" else pikepdf.ObjectStreamMode.disable,
            encryption=pikepdf.Encryption(owner="owner", user="", **how),
        ),
    )
put("locked.pdf", saved(opened(plain("locked")), encryption=pikepdf.Encryption(owner="owner", user="open sesame")))


# Forms, notes, layers.
def form(name, needs_drawing):
    def fields(page, number):
        box = page.acroForm
        box.textfield(name=f"name{number}", value=f"Entry {name} {number}", x=90, y=120, width=220, height=24, fontSize=12)
        box.checkbox(name=f"box{number}", checked=True, x=330, y=120, size=20)
        box.choice(name=f"choice{number}", value="second", options=["first", "second"], x=380, y=120, width=90, height=24)

    pdf = opened(plain(name, 2, draw=fields))
    pdf.Root.AcroForm.NeedAppearances = needs_drawing
    return saved(pdf)


put("form.pdf", form("form", False))
put("form-drawn.pdf", form("form-drawn", True))

pdf = opened(plain("notes", 3))
page = pdf.pages[0]
drawing = pdf.make_stream(b"1 1 0 rg 0 0 200 20 re f", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 200, 20])
drawing.Resources = Dictionary(ExtGState=Dictionary(G=Dictionary(BM=Name.Multiply)))
words = pdf.make_stream(b"BT /F 12 Tf 1 0 0 rg 4 6 Td (A note in red) Tj ET", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 200, 24])
words.Resources = Dictionary(Font=Dictionary(F=Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)))
page.obj.Annots = Array(
    [
        pdf.make_indirect(
            Dictionary(Type=Name.Annot, Subtype=Name.Highlight, Rect=[90, 640, 290, 660], QuadPoints=[90, 660, 290, 660, 90, 640, 290, 640],
                       C=[1, 1, 0], F=4, AP=Dictionary(N=drawing), Contents=String("Important"))
        ),
        pdf.make_indirect(
            Dictionary(Type=Name.Annot, Subtype=Name.FreeText, Rect=[90, 70, 290, 94], DA=String("/F 12 Tf 1 0 0 rg"), F=4,
                       AP=Dictionary(N=words), Contents=String("A note in red"))
        ),
        Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[90, 600, 200, 620], Border=[0, 0, 0], Dest=[pdf.pages[2].obj, Name.Fit]),
        Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[90, 560, 200, 580], Border=[0, 0, 0], Dest=String("page-2")),
        Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[90, 520, 200, 540], Border=[0, 0, 0],
                   A=Dictionary(S=Name.URI, URI=String("https://example.org/appeal"))),
    ]
)
put("notes.pdf", saved(pdf))


def layered(name, base_off):
    pdf = opened(plain(name, 2))
    shown, hidden = (pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String(f"{name} {word}"))) for word in ("shown", "hidden"))
    for page in pdf.pages:
        page.obj.Resources.Properties = Dictionary(S=shown, H=hidden)
        page.contents_add(
            b"/OC /H BDC 1 0 0 rg 100 100 400 200 re f EMC /OC /S BDC 0 0 1 rg 100 320 400 20 re f EMC", prepend=False
        )
    how = Dictionary(BaseState=Name.OFF, ON=[shown]) if base_off else Dictionary(OFF=[hidden], Order=[shown, hidden])
    pdf.Root.OCProperties = Dictionary(OCGs=[shown, hidden], D=how)
    return saved(pdf)


put("layers.pdf", layered("layers", False))
put("layers-off.pdf", layered("layers-off", True))

# Pages that are turned, cut, measured in other units, or leave something open.
pdf = opened(plain("turned", 4))
for page, turn in zip(pdf.pages, (0, 90, 180, 270)):
    page.obj.Rotate = turn
put("turned.pdf", saved(pdf))

pdf = opened(plain("cropped", 2))
for page, turn in zip(pdf.pages, (0, 90)):
    page.obj.CropBox = Array([30, 40, 500, 760])
    page.obj.Rotate = turn
put("cropped.pdf", saved(pdf))

pdf = opened(plain("units", 1))
pdf.pages[0].obj.UserUnit = 2
put("units.pdf", saved(pdf))

put("tiny.pdf", plain("tiny", 1, (200, 300)))

pdf = opened(plain("open", 4))
for page, tail in zip(pdf.pages, (b" q q 3 0 0 3 10 10 cm", b" Q Q 3 0 0 3 10 10 cm", b" BT /F1 40 Tf 5 Tr", b" /OC /H BDC")):
    page.contents_add(tail, prepend=False)
hidden = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("hidden")))
pdf.pages[3].obj.Resources.Properties = Dictionary(H=hidden)
pdf.Root.OCProperties = Dictionary(OCGs=[hidden], D=Dictionary(OFF=[hidden]))
put("open.pdf", saved(pdf))

pdf = opened(plain("above", 3))
root = pdf.Root.Pages
root.MediaBox, root.Rotate, root.Resources = Array([0, 0, 612, 792]), 180, pdf.pages[0].obj.Resources
for page in pdf.pages:
    for key in ("/MediaBox", "/Rotate", "/Resources"):
        if key in page.obj:
            del page.obj[key]
put("above.pdf", saved(pdf))

# What must not go out.
pdf = opened(plain("secret", 2))
pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert('SECRET-SCRIPT')"))
pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=[String("x"), Dictionary(S=Name.JavaScript, JS=String("SECRET-SCRIPT"))]))
pdf.attachments["notes.txt"] = pikepdf.AttachedFileSpec(pdf, b"SECRET-ATTACHMENT", filename="notes.txt")
page = pdf.pages[0]
page.obj.AA = Dictionary(O=Dictionary(S=Name.JavaScript, JS=String("SECRET-SCRIPT")))
page.obj.PieceInfo = Dictionary(App=Dictionary(Private=String("SECRET-PIECE"), LastModified=String("D:2024")))
page.obj.Metadata = pdf.make_stream(b"SECRET-METADATA")
spec = pdf.make_indirect(Dictionary(Type=Name.Filespec, F=String("b.txt"), EF=Dictionary(F=pdf.make_stream(b"SECRET-ATTACHMENT"))))
page.obj.Annots = Array(
    [
        Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[90, 600, 200, 620], A=Dictionary(S=Name.Launch, F=String("SECRET-SCRIPT"))),
        Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[90, 500, 200, 520],
                   A=Dictionary(S=Name.URI, URI=String("https://example.org/"), Next=Dictionary(S=Name.JavaScript, JS=String("SECRET-SCRIPT")))),
        Dictionary(Type=Name.Annot, Subtype=Name.FileAttachment, Rect=[90, 400, 110, 420], FS=spec, Contents=String("A pin")),
    ]
)
exif = Image.Exif()
exif[0x010F] = "SECRET-CAMERA"
data = io.BytesIO()
photo().save(data, "JPEG", exif=exif)
image = pdf.make_stream(data.getvalue(), Type=Name.XObject, Subtype=Name.Image, Width=320, Height=200,
                        ColorSpace=Name.DeviceRGB, BitsPerComponent=8)
image.write(data.getvalue(), filter=Name.DCTDecode)
page.obj.Resources.XObject = Dictionary(Im=image)
page.contents_add(b"q 160 0 0 100 300 80 cm /Im Do Q", prepend=False)
put("secret.pdf", saved(pdf))

# Pages that are not chosen must leave nothing behind.
pdf = opened(plain("choice", 4, picture=True))
pictures = {}
for page in pdf.pages:
    for key, value in page.obj.Resources.XObject.items():
        pictures[key] = value
fonts = pdf.pages[0].obj.Resources.Font
shared = pdf.make_indirect(Dictionary(Font=fonts, XObject=Dictionary(pictures)))
for page in pdf.pages:
    page.obj.Resources = shared
put("choice.pdf", saved(pdf))

# Photos.
GPS = {1: "N", 2: (39.0, 45.0, 32.0), 3: "W", 4: (84.0, 11.0, 29.0)}
for turn in range(1, 9):
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = turn, "SECRET-CAMERA"
    exif.get_ifd(0x8825).update(GPS)
    straight = {
        1: None, 2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180, 4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE, 6: Image.Transpose.ROTATE_90, 7: Image.Transpose.TRANSVERSE, 8: Image.Transpose.ROTATE_270,
    }[turn]
    image = photo()
    image = image if straight is None else image.transpose(straight)
    data = io.BytesIO()
    image.save(data, "JPEG", exif=exif, quality=92)
    put(f"turn-{turn}.jpg", data.getvalue())
for name, mode, how in [("gray.jpg", "L", {}), ("cmyk.jpg", "CMYK", {}), ("steps.jpg", "RGB", {"progressive": True})]:
    data = io.BytesIO()
    photo(mode=mode).save(data, "JPEG", **how)
    put(name, data.getvalue())
data = io.BytesIO()
photo((4000, 3000)).save(data, "JPEG")
put("large.jpg", data.getvalue())
put("cut.jpg", data.getvalue()[: len(data.getvalue()) // 2])
for name, mode in [("rgb.png", "RGB"), ("gray.png", "L"), ("palette.png", "P"), ("bits.png", "1")]:
    data = io.BytesIO()
    photo(mode=mode).save(data, "PNG")
    put(name, data.getvalue())
put("cut.png", data.getvalue()[:-60])
clear = photo().convert("RGBA")
clear.paste((0, 0, 0, 0), (160, 100, 320, 200))
data = io.BytesIO()
clear.save(data, "PNG")
put("clear.png", data.getvalue())
data = io.BytesIO()
Image.new("I;16", (320, 200), 40000).save(data, "PNG")
put("deep.png", data.getvalue())
put("phone.heic", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(64))

# Texts.
put("note.txt", "MARK-note-1\r\nCalled the plan; spoke with Zoë Núñez.\r\n\r\nShe said “next week”.".encode())
put("wide.txt", b"\xff\xfe" + "MARK-wide-1 – from Notepad".encode("utf-16-le"))
put("old.txt", "MARK-old-1 M\xfcller paid $5".encode("latin-1"))
put("long.txt", "\n\n".join(f"MARK-long-{n} " + "word " * 600 for n in range(1, 6)).encode())
