#!/usr/bin/env python3
"""Draws the pictures and masks of guidelines/street-scans, and prints where everything is.

    python3 scripts/media/streets.py        needs Pillow

A street is described in metres in the frame of the car and projected, so that the cuboids that are printed are those of
the things that can be seen.
"""

import math
import os

from PIL import Image, ImageDraw

from canvas import GUIDELINES, SCALE, Canvas, mix, px

WIDTH, HEIGHT = 640, 360
FOCUS, HORIZON, EYE = 430, 140, (1.4, 0.0, 1.5)
LEFT_KERB, RIGHT_KERB, MIDDLE = 5.25, -4.3, 1.75


def project(x, y, z):
    depth = max(x - EYE[0], 0.4)
    return (WIDTH / 2 - FOCUS * (y - EYE[1]) / depth, HORIZON + FOCUS * (EYE[2] - z) / depth)


class Street:
    """A picture, and the mask of the road that can be seen in it."""

    def __init__(self, dark=0.0):
        self.p = Canvas(WIDTH, HEIGHT)
        self.dark, night = dark, dark > 0
        sky = ("#9fc4e6", "#e2edf4") if not dark else ("#4a5578", "#e0a67c") if dark < 0.5 else ("#1b2233", "#39415a")
        self.p.ramp((0, 0, WIDTH, HORIZON), *sky)
        self.p.rectangle((0, HORIZON, WIDTH, HEIGHT), self.tone("#8fa07a"))
        for i, (left, right, top, paint) in enumerate((
            (0, 120, 40, "#b9a58c"), (120, 210, 70, "#a5816a"), (210, 270, 92, "#c3b9a8"),
            (390, 470, 88, "#b08f7c"), (470, 560, 58, "#c9bda9"), (560, 640, 30, "#a88f7a"))):
            self.p.rectangle((left, top, right, HORIZON + 14), self.tone(paint))
            for x in range(left + 12, right - 12, 22):
                for y in range(top + 12, HORIZON - 8, 24):
                    self.p.rectangle((x, y, x + 9, y + 13), self.tone("#f3d98b" if night and (x + y + i) % 3 == 0 else "#6f7f8a"))
        self.ground(LEFT_KERB, LEFT_KERB + 3, "#b9b4ab")
        self.ground(RIGHT_KERB - 3, RIGHT_KERB, "#b9b4ab")
        self.ground(RIGHT_KERB, LEFT_KERB, "#6d6f74")
        self.mask = Image.new("L", self.p.image.size, 0)
        self.road()
        self.lines = {}

    def tone(self, paint):
        return mix(paint, "#10131d", self.dark)

    def ground(self, right, left, paint):
        near, far = 2.6, 160
        self.p.polygon([project(near, left, 0), project(far, left, 0), project(far, right, 0), project(near, right, 0)], self.tone(paint))

    def road(self):
        corners = [project(2.6, LEFT_KERB, 0), project(160, LEFT_KERB, 0), project(160, RIGHT_KERB, 0), project(2.6, RIGHT_KERB, 0)]
        ImageDraw.Draw(self.mask).polygon([(px(x), px(y)) for x, y in corners], fill=255)

    def hide(self, pairs):
        ImageDraw.Draw(self.mask).polygon([(px(x), px(y)) for x, y in pairs], fill=0)

    def line(self, name, y, paint="#f4f2ea", width=0.14, dashes=None):
        """A line along the road; its middle, where it is in the picture, is kept under `name`."""
        pieces = dashes or [(2.7, 120)]
        for a, b in pieces:
            quad = [project(a, y + width / 2, 0.01), project(b, y + width / 2, 0.01), project(b, y - width / 2, 0.01), project(a, y - width / 2, 0.01)]
            self.p.polygon(quad, self.tone(paint))
        near, far = self.clipped(project(16, y, 0), project(2.5, y, 0)), [project(d, y, 0) for d in (16, 40)]
        self.lines[name] = [[round(u), round(v)] for u, v in [near, *far]]

    @staticmethod
    def clipped(inside, outside):
        """Where a line leaves the picture."""
        (u, v), (x, y) = inside, outside
        share = min(
            (edge - a) / (b - a) if b != a and (edge - a) / (b - a) > 0 else math.inf
            for a, b, edges in ((u, x, (0, WIDTH - 1)), (v, y, (0, HEIGHT - 1))) for edge in edges)
        return (u + (x - u) * share, v + (y - v) * share)

    def box(self, x, y, z, size, yaw, paint):
        """A box from its centre; the faces that look towards the camera, the farthest first."""
        length, width, height = size
        c, s = math.cos(yaw), math.sin(yaw)
        corner = {}
        for i in (-1, 1):
            for j in (-1, 1):
                for k in (-1, 1):
                    dx, dy = i * length / 2, j * width / 2
                    corner[i, j, k] = (x + dx * c - dy * s, y + dx * s + dy * c, z + k * height / 2)
        faces = [
            ([(1, -1, -1), (1, 1, -1), (1, 1, 1), (1, -1, 1)], (c, s, 0), 0.1), ([(-1, -1, -1), (-1, 1, -1), (-1, 1, 1), (-1, -1, 1)], (-c, -s, 0), 0.0),
            ([(-1, 1, -1), (1, 1, -1), (1, 1, 1), (-1, 1, 1)], (-s, c, 0), 0.28), ([(-1, -1, -1), (1, -1, -1), (1, -1, 1), (-1, -1, 1)], (s, -c, 0), 0.34),
            ([(-1, -1, 1), (1, -1, 1), (1, 1, 1), (-1, 1, 1)], (0, 0, 1), -0.2),
        ]
        seen = []
        for names, normal, shade in faces:
            middle = [sum(corner[n][a] for n in names) / 4 for a in range(3)]
            if sum((middle[a] - EYE[a]) * normal[a] for a in range(3)) < 0:
                seen.append((-math.dist(middle, EYE), names, shade))
        for _, names, shade in sorted(seen):
            pairs = [project(*corner[n]) for n in names]
            self.p.polygon(pairs, self.tone("#%02x%02x%02x" % (mix(paint, "#000000", shade) if shade >= 0 else mix(paint, "#ffffff", -shade))))
            self.hide(pairs)

    def wheels(self, x, y, length, width, radius=0.33):
        """The wheels at the back, and those of the side that can be seen."""
        for dy in (-width / 2 + 0.25, width / 2 - 0.25):
            (u, v), r = project(x - length / 2, y + dy, 0), FOCUS * 0.16 / (x - length / 2 - EYE[0])
            self.p.rectangle((u - r, v - 2.4 * r, u + r, v), self.tone("#1c1d20"))
        if abs(y) < 1.5:
            return
        for dx in (length * 0.32, -length * 0.32):
            u, v = project(x + dx, y - math.copysign(width / 2, y), radius)
            r = FOCUS * radius / (x + dx - EYE[0])
            self.p.ellipse((u - r * 0.45, v - r, u + r * 0.45, v + r), self.tone("#1c1d20"))

    def car(self, x, y, paint, yaw=0.0, lights="#c92f2f"):
        self.wheels(x, y, 4.4, 1.8)
        self.box(x, y, 0.62, (4.4, 1.8, 0.7), yaw, paint)
        self.box(x - 0.2, y, 1.2, (2.3, 1.6, 0.5), yaw, "#39424d")
        back = x - 2.2
        for dy in (-0.65, 0.65):
            u, v = project(back, y + dy, 0.75)
            r = FOCUS * 0.13 / (back - EYE[0])
            self.p.ellipse((u - r, v - r * 0.7, u + r, v + r * 0.7), mix(lights, lights, 0))
        return self.say("car", x, y, 0.75, (4.4, 1.8, 1.5), yaw)

    def truck(self, x, y, paint, yaw=math.pi):
        self.box(x + 1.2, y, 1.85, (5.4, 2.4, 2.9), yaw, paint)
        self.box(x - 2.7, y, 1.45, (2.2, 2.3, 2.3), yaw, "#d0a63c")
        return self.say("truck", x, y, 1.65, (7.8, 2.4, 3.3), yaw)

    def van(self, x, y, paint):
        self.wheels(x, y, 5.2, 2.0)
        self.box(x, y, 1.3, (5.2, 2.0, 2.0), 0.0, paint)
        for dy in (-0.5, 0.5):
            a, b = project(x - 2.6, y + dy + 0.4, 2.05), project(x - 2.6, y + dy - 0.4, 1.45)
            self.p.rectangle((a[0], a[1], b[0], b[1]), self.tone("#39424d"))
        return self.say("van", x, y, 1.15, (5.2, 2.0, 2.3), 0.0)

    def person(self, x, y, coat):
        def at(dy, z):
            return project(x, y + dy, z)

        legs = [at(-0.16, 0), at(-0.04, 0.85), at(0.04, 0.85), at(0.16, 0)]
        body = [at(-0.24, 0.8), at(-0.2, 1.45), at(0.2, 1.45), at(0.24, 0.8)]
        for pairs, paint in ((legs, "#2c3240"), (body, coat)):
            self.p.polygon(pairs, self.tone(paint))
            self.hide(pairs)
        u, v = at(0, 1.62)
        r = FOCUS * 0.13 / (x - EYE[0])
        self.p.ellipse((u - r, v - r, u + r, v + r), self.tone("#d9a887"))
        return self.say("person", x, y, 0.88, (0.5, 0.6, 1.76), 0.0)

    def rider(self, x, y, coat):
        """Seen from behind: the rear wheel, legs, body, head."""
        (u, top), (_, bottom), metre = project(x, y, 0.68), project(x, y, 0), FOCUS / (x - EYE[0])
        self.p.ellipse((u - 0.05 * metre, top, u + 0.05 * metre, bottom), self.tone("#1c1d20"))
        for dy, paint, z in ((-0.14, "#2c3240", 0.25), (0.14, "#2c3240", 0.45)):
            self.p.line([project(x, y + dy, z), project(x, y + dy * 0.7, 0.95)], self.tone(paint), 0.13 * metre)
        body = [project(x, y + dy, z) for dy, z in ((-0.2, 0.9), (-0.24, 1.4), (0.24, 1.4), (0.2, 0.9))]
        self.p.polygon(body, self.tone(coat))
        u, v = project(x, y, 1.57)
        self.p.ellipse((u - 0.13 * metre, v - 0.14 * metre, u + 0.13 * metre, v + 0.14 * metre), self.tone("#f1e6d2"))
        u, v = project(x, y, 0.8)
        self.p.ellipse((u - 0.06 * metre, v - 0.05 * metre, u + 0.06 * metre, v + 0.05 * metre), mix("#e0352b", "#e0352b", 0))
        return self.say("rider", x, y, 0.86, (1.8, 0.6, 1.72), 0.0)

    @staticmethod
    def say(label, x, y, z, size, yaw):
        return f"{label}: {{centre: [{x:g}, {y:g}, {z:g}], size: [{size[0]:g}, {size[1]:g}, {size[2]:g}], yaw: {yaw:.2f}}}"

    def save(self, name, found, mask=None):
        print(f"{name}  {WIDTH} x {HEIGHT}  {self.p.save('street-scans', name)} bytes")
        for text in found:
            print("  " + text)
        for line, pairs in self.lines.items():
            print(f"  {line}: {pairs}")
        if mask:
            small = self.mask.resize((WIDTH, HEIGHT), Image.Resampling.BOX).point(lambda v: 255 if v >= 128 else 0)
            path = os.path.join(GUIDELINES, "street-scans", "media", mask)
            small.convert("1").save(path, optimize=True)
            print(f"  {mask}  {os.path.getsize(path)} bytes")


def marked(street):
    street.line("left kerb", LEFT_KERB, "#dedad0", 0.25)
    street.line("right kerb", RIGHT_KERB, "#dedad0", 0.25)
    street.line("middle line", MIDDLE, dashes=[(d, d + 2.2) for d in range(3, 90, 5)])
    return street


def street():
    s = marked(Street())
    found = [s.truck(31, 3.5, "#e9e7e2"), s.car(22, -3.1, "#5d7f5b"), s.person(15, -5.3, "#b5473c"), s.car(13.5, 0, "#2f5f9e")]
    s.save("street.png", found, mask="street-road.png")


def night():
    s = marked(Street(dark=0.6))
    found = [s.car(26, 0.1, "#8a8f99"), s.person(11, -3.2, "#39485f")]
    s.save("night.png", found)


def dusk():
    s = marked(Street(dark=0.35))
    found = [s.car(24, -3.1, "#a8473c"), s.rider(12, -1.1, "#d0b23c")]
    s.save("dusk.png", found)


def passing():
    """Three scans of one scene, side by side: a person goes behind a van and comes out on its other side."""
    strip = Canvas(960, 180)
    print("passing.png")
    for place, (frame, y) in enumerate(((0, -2.9), (2, -0.6), (10, 3.4))):
        s = marked(Street())
        found = [s.person(17, y, "#b5473c"), s.van(10.5, 0, "#e9e7e2")]
        small = s.p.image.resize((320 * SCALE, 180 * SCALE), Image.Resampling.LANCZOS)
        strip.image.paste(small, (320 * SCALE * place, 0))
        print(f"  frame {frame}: " + "; ".join(found))
    for x in (320, 640):
        strip.rectangle((x - 2, 0, x + 2, 180), "#ffffff")
    print(f"  {strip.save('street-scans', 'passing.png')} bytes")


if __name__ == "__main__":
    street()
    night()
    dusk()
    passing()
