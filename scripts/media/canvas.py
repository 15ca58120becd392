"""What the scripts of this folder share: a picture that is drawn large and reduced, and how it is saved.

The pictures are our own, invented and drawn; nobody else has a right in them. They are not part of the build.
"""

import math
import os

from PIL import Image, ImageDraw, ImageFilter, ImageFont

SCALE = 3  # everything is drawn three times as large, then reduced: that makes the edges smooth
FONTS = "/usr/share/fonts/truetype/dejavu"
GUIDELINES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "guidelines")


def px(value):
    return int(round(value * SCALE))


def rgb(text):
    return tuple(int(text[i : i + 2], 16) for i in (1, 3, 5))


def mix(a, b, share):
    a, b = (rgb(c) if isinstance(c, str) else c for c in (a, b))
    return tuple(int(round(x + (y - x) * share)) for x, y in zip(a, b))


class Canvas:
    """A picture of `width` times `height` pixels; all places are in these pixels."""

    def __init__(self, width, height, paint="#ffffff"):
        self.width, self.height = width, height
        self.image = Image.new("RGB", (width * SCALE, height * SCALE), rgb(paint))

    def draw(self):
        return ImageDraw.Draw(self.image)

    def polygon(self, pairs, paint):
        self.draw().polygon([(px(x), px(y)) for x, y in pairs], fill=paint)

    def ellipse(self, box, paint):
        self.draw().ellipse([px(v) for v in box], fill=paint)

    def rectangle(self, box, paint, radius=0):
        self.draw().rounded_rectangle([px(v) for v in box], px(radius), fill=paint)

    def line(self, pairs, paint, width):
        places = [(px(x), px(y)) for x, y in pairs]
        self.draw().line(places, fill=paint, width=px(width), joint="curve")
        for x, y in (places[0], places[-1]):
            r = px(width / 2)
            self.draw().ellipse((x - r, y - r, x + r, y + r), fill=paint)

    def limb(self, pairs, widths, paint):
        """A chain of rounded pieces, each as thick as given at its two ends."""
        for (a, b), (wa, wb) in zip(zip(pairs, pairs[1:]), zip(widths, widths[1:])):
            angle = math.atan2(b[1] - a[1], b[0] - a[0]) + math.pi / 2
            dx, dy = math.cos(angle), math.sin(angle)
            self.polygon(
                [(a[0] + dx * wa / 2, a[1] + dy * wa / 2), (b[0] + dx * wb / 2, b[1] + dy * wb / 2),
                 (b[0] - dx * wb / 2, b[1] - dy * wb / 2), (a[0] - dx * wa / 2, a[1] - dy * wa / 2)], paint)
        for (x, y), w in zip(pairs, widths):
            self.ellipse((x - w / 2, y - w / 2, x + w / 2, y + w / 2), paint)

    def ramp(self, box, top, bottom):
        """A vertical gradient."""
        left, upper, right, lower = [px(v) for v in box]
        strip = Image.new("RGB", (1, max(1, lower - upper)))
        for y in range(strip.height):
            strip.putpixel((0, y), mix(top, bottom, y / max(1, strip.height - 1)))
        self.image.paste(strip.resize((right - left, strip.height)), (left, upper))

    def soft(self, box, paint, share, blur):
        """An ellipse with a soft edge: a shadow, or a light."""
        mask = Image.new("L", self.image.size, 0)
        ImageDraw.Draw(mask).ellipse([px(v) for v in box], fill=int(255 * share))
        self.image.paste(paint, (0, 0, *self.image.size), mask.filter(ImageFilter.GaussianBlur(px(blur))))

    def text(self, place, words, size, paint, bold=True, anchor="mm"):
        face = ImageFont.truetype(os.path.join(FONTS, "DejaVuSans-Bold.ttf" if bold else "DejaVuSans.ttf"), px(size))
        self.draw().text((px(place[0]), px(place[1])), words, font=face, fill=paint, anchor=anchor)

    def save(self, guideline, name, colours=128):
        """Writes media/`name` of a guideline, in few colours; returns the size in bytes."""
        folder = os.path.join(GUIDELINES, guideline, "media")
        os.makedirs(folder, exist_ok=True)
        path = os.path.join(folder, name)
        small = self.image.resize((self.width, self.height), Image.Resampling.LANCZOS)
        few = small.quantize(colours, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
        few.save(path, optimize=True)
        return os.path.getsize(path)


def curve(pairs, steps=12):
    """A smooth closed outline through the points (Catmull-Rom)."""
    found = []
    count = len(pairs)
    for i in range(count):
        p0, p1, p2, p3 = (pairs[(i + k) % count] for k in (-1, 0, 1, 2))
        for step in range(steps):
            t = step / steps
            found.append(tuple(
                0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t ** 3)
                for a, b, c, d in zip(p0, p1, p2, p3)))
    return found
