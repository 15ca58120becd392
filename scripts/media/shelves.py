#!/usr/bin/env python3
"""Draw the example pictures of guidelines/shelf-products and print where every object is.

The pictures are our own: shapes, names and prices are invented, so nobody else has a right in them. They are not part of
the build; run this only to change a picture. It needs Pillow (`pip install pillow`) and the DejaVu fonts.

    python3 scripts/media/shelves.py                   write guidelines/shelf-products/media
    python3 scripts/media/shelves.py --out DIR         write somewhere else
    python3 scripts/media/shelves.py --boxes DIR       also write copies with the boxes drawn in, to look at

For each object it prints `label name: [left, top, right, bottom]`, the tight box of the part that can be seen. The box is
measured on the finished shape, not on the numbers it was drawn with: a pixel belongs to the object that covers most of
it, and right and bottom are the first column and row past the object.
"""

import argparse
import math
import os

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont

WIDTH, HEIGHT = 640, 420
SCALE = 4  # everything is drawn four times as large, then reduced: that makes the edges smooth
LIMIT = 60_000  # bytes; a picture that is larger is reduced to 256 colours
FONTS = "/usr/share/fonts/truetype/dejavu"


def px(value):
    return int(round(value * SCALE))


def points(pairs):
    return [(px(x), px(y)) for x, y in pairs]


def rgb(text):
    return tuple(int(text[i : i + 2], 16) for i in (1, 3, 5))


def mix(a, b, share):
    return tuple(int(round(x + (y - x) * share)) for x, y in zip(a, b))


def font(size, bold=True, condensed=True):
    name = "DejaVuSans" + ("Condensed" if condensed else "") + ("-Bold" if bold else "") + ".ttf"
    return ImageFont.truetype(os.path.join(FONTS, name), px(size))


def ramp(size, stops, across=True):
    """A gradient through `stops`, a list of (place from 0 to 1, colour)."""
    width, height = size
    count = width if across else height
    strip = Image.new("RGB", (count, 1))
    for i in range(count):
        at = i / max(1, count - 1)
        for (a, low), (b, high) in zip(stops, stops[1:]):
            if a <= at <= b:
                strip.putpixel((i, 0), mix(low, high, (at - a) / max(b - a, 1e-6)))
                break
    if not across:
        strip = strip.transpose(Image.Transpose.ROTATE_270)
    return strip.resize(size)


def round_body(colour, shine=0.45):
    """The stops of a cylinder that is lit from the upper left."""
    dark, light = mix(colour, (20, 18, 30), 0.42), mix(colour, (255, 255, 255), shine)
    deep = mix(colour, (20, 18, 30), 0.14)
    return [(0, dark), (0.1, colour), (0.24, light), (0.42, colour), (0.72, deep), (0.93, dark), (1, deep)]


class Picture:
    def __init__(self):
        self.image = Image.new("RGB", (WIDTH * SCALE, HEIGHT * SCALE), (255, 255, 255))
        self.objects = []  # (label, name, mask), from the back to the front
        self.mask = None

    # Parts of one object.

    def fill(self, mask, paint):
        self.image.paste(paint, (0, 0), mask) if isinstance(paint, Image.Image) else self.image.paste(
            paint, (0, 0, *self.image.size), mask
        )
        if self.mask is not None:
            self.mask = ImageChops.lighter(self.mask, mask)

    def shape(self):
        mask = Image.new("L", self.image.size, 0)
        return mask, ImageDraw.Draw(mask)

    def shaded(self, mask, left, right, stops):
        paint = Image.new("RGB", self.image.size)
        paint.paste(ramp((px(right) - px(left), self.image.height), stops), (px(left), 0))
        self.fill(mask, paint)

    def polygon(self, pairs, paint, stops=None):
        mask, draw = self.shape()
        draw.polygon(points(pairs), fill=255)
        if stops:
            xs = [x for x, _ in pairs]
            self.shaded(mask, min(xs), max(xs), stops)
        else:
            self.fill(mask, paint)

    def rectangle(self, box, paint, radius=0, stops=None, round_top=True):
        mask, draw = self.shape()
        left, top, right, bottom = [px(v) for v in box]
        corners = (round_top, round_top, True, True)
        draw.rounded_rectangle((left, top, right - 1, bottom - 1), px(radius), fill=255, corners=corners)
        if stops:
            self.shaded(mask, box[0], box[2], stops)
        else:
            self.fill(mask, paint)

    def ellipse(self, box, paint, stops=None):
        mask, draw = self.shape()
        left, top, right, bottom = [px(v) for v in box]
        draw.ellipse((left, top, right - 1, bottom - 1), fill=255)
        if stops:
            self.shaded(mask, box[0], box[2], stops)
        else:
            self.fill(mask, paint)

    def glow(self, pairs, colour, strength, blur=0):
        """A see-through patch inside the object: a reflection or a shade."""
        mask, draw = self.shape()
        draw.polygon(points(pairs), fill=int(255 * strength))
        if blur:
            mask = mask.filter(ImageFilter.GaussianBlur(px(blur)))
        kept, self.mask = self.mask, None
        self.fill(mask, colour)
        self.mask = kept

    def text(self, at, words, size, colour, bold=True, turn=0):
        mask, draw = self.shape()
        draw.text((px(at[0]), px(at[1])), words, font=font(size, bold), fill=255, anchor="mm")
        if turn:
            mask = mask.rotate(turn, center=(px(at[0]), px(at[1])), resample=Image.Resampling.BICUBIC)
        self.fill(mask, colour)

    def shadow(self, left, right, bottom, strength=0.4):
        mask, draw = self.shape()
        draw.ellipse([px(v) for v in (left - 4, bottom - 7, right + 9, bottom + 4)], fill=int(255 * strength))
        mask = mask.filter(ImageFilter.GaussianBlur(px(3)))
        kept, self.mask = self.mask, None
        self.fill(mask, (30, 24, 22))
        self.mask = kept

    def begin(self):
        self.mask = Image.new("L", self.image.size, 0)

    def end(self, label, name):
        self.objects.append((label, name, self.mask))
        self.mask = None

    # The furniture. `front` is the front edge of a board, where its price rail begins.

    def wall(self):
        self.image.paste(ramp(self.image.size, [(0, (226, 226, 220)), (0.5, (240, 239, 234)), (1, (218, 219, 214))]))
        draw = ImageDraw.Draw(self.image)
        for x in range(0, WIDTH + 1, 80):  # the seams of a pegboard
            draw.rectangle((px(x), 0, px(x) + SCALE, px(HEIGHT)), fill=(206, 207, 202))

    def board(self, front, depth=34, rail=30):
        back = front - depth
        self.image.paste(
            ramp((px(WIDTH), px(depth)), [(0, (150, 112, 78)), (1, (214, 176, 132))], across=False), (0, px(back))
        )
        draw = ImageDraw.Draw(self.image)
        for i, x in enumerate(range(-400, WIDTH + 400, 64)):  # joints that run to a point far behind the shelf
            inward = 320 + (x - 320) * 0.94
            draw.line([(px(inward), px(back)), (px(x), px(front))], fill=(170, 130, 92), width=SCALE)
        shade = ramp((px(WIDTH), px(26)), [(0, (228, 227, 222)), (1, (176, 172, 166))], across=False)
        fade = Image.linear_gradient("L").resize((px(WIDTH), px(26))).point(lambda v: int(v * 0.55))
        self.image.paste(shade, (0, px(back - 26)), fade)
        self.image.paste(
            ramp((px(WIDTH), px(rail)), [(0, (250, 250, 250)), (0.12, (205, 209, 214)), (0.8, (178, 184, 191)), (1, (120, 126, 134))], across=False),
            (0, px(front)),
        )
        under = Image.new("L", (px(WIDTH), px(34)), 0)
        under.paste(Image.linear_gradient("L").resize((px(WIDTH), px(34))).transpose(Image.Transpose.FLIP_TOP_BOTTOM).point(lambda v: int(v * 0.5)))
        if front + rail < HEIGHT:
            self.image.paste((40, 36, 36), (0, px(front + rail)), under)

    # The goods. `x` is the left edge and `bottom` where the object stands.

    def bottle(self, x, bottom, width, height, colour, word, cap="#d8d3c4", paper="#f7f2e4", name="bottle"):
        colour, cap, paper = rgb(colour), rgb(cap), rgb(paper)
        self.shadow(x, x + width, bottom)
        self.begin()
        neck, top, mid = width * 0.36, bottom - height, x + width / 2
        shoulder = top + height * 0.43
        outline = []
        for i in range(25):  # from the neck down to the shoulder, an S curve
            t = i / 24
            half = neck / 2 + (width - neck) / 2 * (1 - math.cos(math.pi * t)) / 2
            outline.append((half, top + height * 0.2 + (shoulder - top - height * 0.2) * t))
        right = [(mid + half, y) for half, y in outline]
        left = [(mid - half, y) for half, y in reversed(outline)]
        self.rectangle((x, shoulder - 1, x + width, bottom), colour, radius=5, stops=round_body(colour), round_top=False)
        self.polygon(right + left, colour, round_body(colour))
        self.rectangle((mid - neck / 2, top + 3, mid + neck / 2, top + height * 0.21), colour, stops=round_body(colour))
        self.rectangle((mid - neck / 2 - 2, top, mid + neck / 2 + 2, top + height * 0.085), cap, radius=2, stops=round_body(cap))
        low, high = bottom - height * 0.12, bottom - height * 0.47
        self.rectangle((x, high, x + width, low), paper, stops=round_body(paper, 0.7))
        self.rectangle((x, high, x + width, high + 3), mix(colour, (0, 0, 0), 0.2), stops=round_body(mix(colour, (0, 0, 0), 0.2)))
        self.rectangle((x, low - 3, x + width, low), mix(colour, (0, 0, 0), 0.2), stops=round_body(mix(colour, (0, 0, 0), 0.2)))
        self.glow([(x + width * 0.17, shoulder + 3), (x + width * 0.25, shoulder + 1), (x + width * 0.25, bottom - 8), (x + width * 0.17, bottom - 8)], (255, 255, 255), 0.35, 0.8)
        self.text((mid, (low + high) / 2 - width * 0.1), word, width * 0.25, mix(colour, (0, 0, 0), 0.45))
        self.text((mid, (low + high) / 2 + width * 0.17), "1 l", width * 0.17, mix(colour, (60, 60, 60), 0.6), bold=False)
        self.end("bottle", name)

    def can(self, x, bottom, width, height, colour, word, name="can"):
        colour, tin = rgb(colour), (196, 200, 206)
        self.shadow(x, x + width, bottom)
        self.begin()
        top, lid = bottom - height, 9
        self.ellipse((x + 2, bottom - lid - 1, x + width - 2, bottom), tin, stops=round_body(tin))
        self.rectangle((x + 2, bottom - 12, x + width - 2, bottom - lid / 2), tin, stops=round_body(tin))
        self.rectangle((x, top + lid, x + width, bottom - 8), colour, radius=3, stops=round_body(colour))
        self.polygon([(x + 4, top + lid / 2), (x + width - 4, top + lid / 2), (x + width, top + lid + 4), (x, top + lid + 4)], tin, round_body(tin))
        self.ellipse((x + 4, top, x + width - 4, top + lid), tin)
        self.ellipse((x + 7, top + 2, x + width - 7, top + lid - 2), (160, 165, 172))
        self.ellipse((x + width * 0.42, top + 2.5, x + width * 0.62, top + lid - 3), (214, 217, 221))
        middle = (top + bottom) / 2 + 3
        self.polygon([(x, middle + 16), (x + width, middle - 14), (x + width, middle + 6), (x, middle + 36)], None, round_body(mix(colour, (255, 255, 255), 0.78), 0.6))
        self.glow([(x + width * 0.17, top + 16), (x + width * 0.25, top + 16), (x + width * 0.25, bottom - 14), (x + width * 0.17, bottom - 14)], (255, 255, 255), 0.35, 0.8)
        self.text((x + width / 2, middle + 10), word, width * 0.24, mix(colour, (0, 0, 0), 0.25), turn=16)
        self.end("can", name)

    def jar(self, x, bottom, width, height, colour, word, lid="#b9473a", name="jar"):
        colour, lid = rgb(colour), rgb(lid)
        self.shadow(x, x + width, bottom)
        self.begin()
        top = bottom - height
        self.rectangle((x, top + 14, x + width, bottom), colour, radius=9, stops=round_body(colour, 0.55))
        self.glow([(x + 4, top + 18), (x + width - 4, top + 18), (x + width - 4, top + 27), (x + 4, top + 27)], (255, 255, 255), 0.45, 1)
        self.rectangle((x + 4, top, x + width - 4, top + 17), lid, radius=3, stops=round_body(lid))
        for i in range(1, int(width / 5)):
            self.glow([(x + 4 + i * 5, top + 5), (x + 5 + i * 5, top + 5), (x + 5 + i * 5, top + 16), (x + 4 + i * 5, top + 16)], (0, 0, 0), 0.16)
        paper = (250, 245, 232)
        self.rectangle((x, top + height * 0.42, x + width, top + height * 0.82), paper, stops=round_body(paper, 0.7))
        self.glow([(x + width * 0.15, top + 30), (x + width * 0.22, top + 30), (x + width * 0.22, bottom - 10), (x + width * 0.15, bottom - 10)], (255, 255, 255), 0.4, 0.8)
        self.text((x + width / 2, top + height * 0.58), word, width * 0.22, mix(colour, (0, 0, 0), 0.55))
        self.text((x + width / 2, top + height * 0.73), "370 g", width * 0.14, (110, 100, 90), bold=False)
        self.end("jar", name)

    def carton(self, x, bottom, width, height, colour, word, second="", side=9, name="carton"):
        colour = rgb(colour)
        self.shadow(x, x + width, bottom)
        self.begin()
        top, front = bottom - height, x + width - side
        self.polygon([(x, top + 6), (x + side, top), (x + width, top), (front, top + 6)], mix(colour, (255, 255, 255), 0.45))
        self.polygon([(front, top + 6), (x + width, top), (x + width, bottom - 6), (front, bottom)], mix(colour, (0, 0, 0), 0.35))
        self.rectangle((x, top + 6, front, bottom), colour, stops=[(0, mix(colour, (255, 255, 255), 0.16)), (1, mix(colour, (0, 0, 0), 0.08))])
        light = mix(colour, (255, 255, 255), 0.88)
        wide = front - x
        self.ellipse((x + wide * 0.12, top + height * 0.5, x + wide * 0.88, top + height * 0.5 + wide * 0.5), light)
        for i in range(7):
            angle = i * 2 * math.pi / 7
            cx, cy = x + wide / 2 + math.cos(angle) * wide * 0.2, top + height * 0.5 + wide * 0.25 + math.sin(angle) * wide * 0.11
            self.ellipse((cx - 4, cy - 3, cx + 4, cy + 3), mix(colour, (240, 190, 90), 0.75))
        self.text((x + wide / 2, top + height * 0.24), word, wide * 0.24, light)
        if second:
            self.text((x + wide / 2, top + height * 0.36), second, wide * 0.13, light, bold=False)
        self.rectangle((x, bottom - 9, front, bottom - 5), mix(colour, (255, 255, 255), 0.7))
        self.end("carton", name)

    def multipack(self, x, bottom, colour, word, name="multipack"):
        """Six cans, two rows of three, under clear film."""
        width, height = 66, 92
        self.shadow(x, x + width * 3, bottom)
        kept = self.objects
        self.objects = []
        for row in range(2):
            for i in range(3):
                self.can(x + 3 + i * (width - 2), bottom - 2 - (1 - row) * (height - 6), width - 4, height, colour, word)
        cover = Image.new("L", self.image.size, 0)
        for _, _, mask in self.objects:
            cover = ImageChops.lighter(cover, mask)
        self.objects = kept
        self.begin()
        self.mask = cover
        left, right, top = x, x + 3 * width - 4, bottom - 2 * height - 2
        film, draw = self.shape()
        draw.rounded_rectangle([px(v) for v in (left, top, right, bottom)], px(8), fill=46)
        self.fill(film, (255, 255, 255))
        solid, draw = self.shape()
        draw.rounded_rectangle((px(left), px(top), px(right) - 1, px(bottom) - 1), px(8), fill=255)
        self.mask = solid
        for i, slope in enumerate((0.12, 0.34, 0.71)):
            a = left + (right - left) * slope
            self.glow([(a, top + 8), (a + 14, top + 8), (a - 20, bottom - 10), (a - 30, bottom - 10)], (255, 255, 255), 0.34, 1.5)
        edge, draw = self.shape()
        draw.rounded_rectangle((px(left), px(top), px(right) - 1, px(bottom) - 1), px(8), outline=190, width=px(1.2))
        self.fill(edge, (255, 255, 255))
        self.mask = solid
        self.end("multipack", name)

    def tag(self, x, front, price, word, colour="#f6c945", name=None, blur=False):
        top = front + 2
        self.begin()
        self.rectangle((x, top, x + 58, top + 26), (250, 250, 246), radius=2)
        self.rectangle((x, top, x + 58, top + 8), rgb(colour), radius=2)
        self.text((x + 29, top + 4.2), word, 5.5, (60, 45, 10))
        if blur:  # the lamp is reflected in the plastic
            self.text((x + 29, top + 17), price, 14, (214, 214, 210))
            self.glow([(x + 6, top + 9), (x + 52, top + 9), (x + 44, top + 25), (x, top + 25)], (255, 255, 255), 0.85, 3)
        else:
            self.text((x + 29, top + 17), price, 14, (30, 30, 34))
        self.end("price-tag", name or price)

    # The result.

    def finish(self):
        small = self.image.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)
        found = []
        hidden = Image.new("L", self.image.size, 0)
        for label, name, mask in reversed(self.objects):
            seen = ImageChops.subtract(mask, hidden)
            hidden = ImageChops.lighter(hidden, mask)
            box = seen.resize((WIDTH, HEIGHT), Image.Resampling.BOX).point(lambda v: 255 if v >= 128 else 0).getbbox()
            share = 1 - sum(seen.histogram()[128:]) / max(1, sum(mask.histogram()[128:]))
            if box:
                found.append((label, name, list(box), round(100 * share)))
        return small, list(reversed(found))


def overview():
    """A whole bay: two boards, nothing missing."""
    p = Picture()
    p.wall()
    p.board(178)
    p.bottle(24, 172, 46, 142, "#3f7d4e", "Lim")
    p.bottle(78, 172, 46, 142, "#3f7d4e", "Lim")
    p.bottle(132, 172, 46, 142, "#9c5a2b", "Malt")
    p.carton(196, 172, 84, 132, "#c0563f", "Oatrix", "oat flakes")
    p.carton(288, 172, 84, 132, "#c0563f", "Oatrix", "oat flakes")
    p.carton(388, 172, 92, 140, "#33658a", "Brekka", "muesli")
    p.jar(500, 172, 56, 82, "#c98a2b", "Honey")
    p.jar(564, 172, 56, 82, "#c98a2b", "Honey")
    p.tag(72, 178, "1.29", "LIM 1 l")
    p.tag(254, 178, "2.49", "OATRIX")
    p.tag(530, 178, "4.80", "HONEY")
    p.board(386)
    for i in range(4):
        p.can(20 + i * 58, 380, 54, 96, "#b3343f", "Volta")
    for i in range(3):
        p.jar(272 + i * 64, 380, 60, 96, "#a33b32", "Tomat", lid="#2f5d50")
    p.carton(480, 380, 66, 116, "#6b7f2a", "Lentia", "lentils")
    p.carton(554, 380, 66, 116, "#6b7f2a", "Lentia", "lentils")
    p.tag(106, 386, "0.89", "VOLTA")
    p.tag(338, 386, "1.75", "TOMAT")
    p.tag(520, 386, "1.60", "LENTIA")
    return p


def bottles():
    """Close up: three bottles, one behind the others; one tag in the glare of a lamp."""
    p = Picture()
    p.wall()
    p.board(352, depth=56, rail=34)
    p.bottle(258, 322, 92, 262, "#3f7d4e", "Lim", name="bottle behind")
    p.bottle(150, 342, 100, 284, "#2f6f8f", "Fonta", cap="#31557a")
    p.bottle(330, 342, 100, 284, "#9c5a2b", "Malt", cap="#c9a24a")
    p.tag(172, 354, "0.95", "FONTA 1 l")
    p.tag(350, 354, "1.49", "MALT 1 l", blur=True)
    return p


def cans():
    """Close up: cans side by side and one on top."""
    p = Picture()
    p.wall()
    p.board(352, depth=56, rail=34)
    for i in range(4):
        p.can(96 + i * 112, 340, 104, 138, ["#b3343f", "#b3343f", "#2f6f4f", "#2f6f4f"][i], ["Volta", "Volta", "Minta", "Minta"][i])
    p.can(264, 208, 104, 138, "#d08a1f", "Zitra", name="can on top")
    p.tag(182, 354, "0.89", "VOLTA")
    p.tag(398, 354, "0.92", "MINTA")
    return p


def jars():
    """Close up: cartons and jars, a jar half hidden behind a carton."""
    p = Picture()
    p.wall()
    p.board(352, depth=56, rail=34)
    p.jar(224, 324, 108, 138, "#c98a2b", "Honey", name="jar behind")
    p.carton(88, 342, 172, 262, "#33658a", "Brekka", "muesli", side=18)
    p.jar(352, 342, 104, 152, "#a33b32", "Tomat", lid="#2f5d50")
    p.jar(472, 342, 104, 152, "#a33b32", "Tomat", lid="#2f5d50")
    p.tag(140, 354, "3.20", "BREKKA")
    p.tag(434, 354, "1.75", "TOMAT")
    return p


def gap():
    """Close up: bare board between bottles and a carton; the polygon is
    [212, 296] [330, 296] [330, 311] [338, 318] [376, 318] [384, 311] [384, 296] [470, 296] [470, 352] [212, 352]."""
    p = Picture()
    p.wall()
    p.board(352, depth=56, rail=34)
    p.bottle(30, 342, 88, 256, "#3f7d4e", "Lim")
    p.bottle(124, 342, 88, 256, "#3f7d4e", "Lim")
    p.can(330, 318, 54, 92, "#2f6f4f", "Minta", name="can that was put back in the wrong place")
    p.carton(470, 342, 138, 218, "#c0563f", "Oatrix", "oat flakes", side=14)
    p.tag(92, 354, "1.29", "LIM 1 l")
    p.tag(318, 354, "1.10", "FONTA 1 l")
    p.tag(506, 354, "2.49", "OATRIX")
    return p


def bare():
    """Close up: an empty board, one can left at the edge; the polygon is
    [0, 296] [508, 296] [508, 352] [0, 352]."""
    p = Picture()
    p.wall()
    p.board(352, depth=56, rail=34)
    p.can(508, 340, 92, 126, "#2f6f4f", "Minta")
    p.tag(86, 354, "0.89", "VOLTA")
    p.tag(300, 354, "0.99", "ZITRA")
    p.tag(522, 354, "0.92", "MINTA")
    return p


def packs():
    """Close up: six cans under film beside single cans."""
    p = Picture()
    p.wall()
    p.board(352, depth=56, rail=34)
    p.multipack(92, 342, "#b3343f", "Volta")
    p.can(352, 340, 92, 126, "#b3343f", "Volta")
    p.can(456, 340, 92, 126, "#b3343f", "Volta")
    p.tag(162, 354, "4.99", "VOLTA x 6")
    p.tag(420, 354, "0.89", "VOLTA")
    return p


def tags():
    """Close up: two everyday tags and a red offer tag."""
    p = Picture()
    p.wall()
    p.board(352, depth=56, rail=34)
    p.jar(70, 342, 104, 152, "#c98a2b", "Honey")
    p.carton(240, 342, 128, 206, "#6b7f2a", "Lentia", "lentils", side=14)
    p.bottle(446, 342, 92, 262, "#2f6f8f", "Fonta", cap="#31557a")
    p.tag(92, 354, "4.80", "HONEY")
    p.tag(270, 354, "1.20", "OFFER", colour="#e2604f")
    p.tag(462, 354, "0.95", "FONTA 1 l")
    return p


SCENES = {
    "whole-bay.png": overview,
    "bottles.png": bottles,
    "cans.png": cans,
    "jars.png": jars,
    "gap.png": gap,
    "bare.png": bare,
    "tags.png": tags,
    "packs.jpg": packs,
}


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", default=os.path.join(here, "..", "..", "guidelines", "shelf-products", "media"))
    parser.add_argument("--boxes", help="a folder for copies with the boxes drawn in")
    options = parser.parse_args()
    os.makedirs(options.out, exist_ok=True)
    for file, scene in SCENES.items():
        picture, found = scene().finish()
        path = os.path.join(options.out, file)
        if file.endswith(".jpg"):
            picture.save(path, quality=86, optimize=True)
        else:
            picture.save(path, optimize=True)
            if os.path.getsize(path) > LIMIT:
                few = picture.quantize(256, method=Image.Quantize.MAXCOVERAGE, kmeans=3, dither=Image.Dither.NONE)
                few.save(path, optimize=True)
        print(f"{file}  {WIDTH} x {HEIGHT}  {os.path.getsize(path)} bytes")
        for label, name, box, hidden in found:
            print(f"  {label} {name}: {box}" + (f"  {hidden} % covered" if hidden else ""))
        if options.boxes:
            os.makedirs(options.boxes, exist_ok=True)
            draw = ImageDraw.Draw(picture)
            for _, _, (left, top, right, bottom), _ in found:
                draw.rectangle((left, top, right - 1, bottom - 1), outline=(255, 0, 200))
            picture.save(os.path.join(options.boxes, os.path.splitext(file)[0] + ".png"))


if __name__ == "__main__":
    main()
