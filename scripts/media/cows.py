#!/usr/bin/env python3
"""Draws the pictures of guidelines/cow-gait, and prints where every point of every cow is.

    python3 scripts/media/cows.py        needs Pillow

A cow is drawn from its points, so the printed places are where the joints are and not where they were found.
"""

from canvas import Canvas, curve, mix

WIDTH, HEIGHT = 640, 400
LIMBS = {
    "near-fore": ("near-fore-knee", "near-fore-hoof"), "far-fore": ("far-fore-knee", "far-fore-hoof"),
    "near-hind": ("near-hind-hock", "near-hind-hoof"), "far-hind": ("far-hind-hock", "far-hind-hoof"),
}
# A sound cow in the middle of a step, walking to the left.
SOUND = {
    "nose": (88, 166), "poll": (142, 112), "withers": (226, 112), "mid-back": (324, 114), "hook": (424, 112),
    "tail-head": (478, 120), "near-fore-knee": (214, 288), "near-fore-hoof": (196, 352), "far-fore-knee": (262, 290),
    "far-fore-hoof": (284, 350), "near-hind-hock": (474, 284), "near-hind-hoof": (488, 352), "far-hind-hock": (418, 286),
    "far-hind-hoof": (392, 350),
}
# A lame one: the back is arched, the head hangs, the steps are short.
LAME = {
    "nose": (84, 222), "poll": (132, 160), "withers": (226, 124), "mid-back": (324, 92), "hook": (424, 116),
    "tail-head": (474, 132), "near-fore-knee": (234, 290), "near-fore-hoof": (230, 352), "far-fore-knee": (254, 290),
    "far-fore-hoof": (262, 350), "near-hind-hock": (452, 284), "near-hind-hoof": (440, 352), "far-hind-hock": (432, 286),
    "far-hind-hoof": (418, 342),
}

# All four legs upright, with weight on each.
STANDING = SOUND | {
    "near-fore-knee": (240, 288), "near-fore-hoof": (238, 352), "far-fore-knee": (262, 288), "far-fore-hoof": (262, 348),
    "near-hind-hock": (458, 284), "near-hind-hoof": (446, 352), "far-hind-hock": (432, 284), "far-hind-hoof": (422, 348),
}


def moved(pose, dx=0, dy=0, size=1.0, about=(320, 350)):
    return {
        name: (round(about[0] + (x - about[0]) * size + dx), round(about[1] + (y - about[1]) * size + dy))
        for name, (x, y) in pose.items()
    }


def walkway():
    p = Canvas(WIDTH, HEIGHT, "#dfe6ea")
    p.ramp((0, 0, WIDTH, 250), "#cfd9de", "#e7ecee")
    for x in range(-20, WIDTH, 110):
        p.rectangle((x, 0, x + 12, 250), "#b9c5cb")
    p.ramp((0, 246, WIDTH, HEIGHT), "#a9a294", "#c6bfae")
    for y in (262, 292, 330, 374):
        p.line([(0, y), (WIDTH, y)], "#978f80", 1)
    return p


def cow(p, c, coat, patch, size=1.0):
    """`c`: the points by name. Far legs first, then the body, then the near legs."""
    dark = mix(coat, "#1d1a18", 0.4)
    s = size

    def leg(kind, top, thick, paint):
        knee, hoof = (c[name] for name in LIMBS[kind])
        p.limb([top, knee, (hoof[0], hoof[1] - 10 * s), hoof], [thick * s, 24 * s, 15 * s, 17 * s], paint)
        p.polygon([(hoof[0] - 13 * s, hoof[1] + 8 * s), (hoof[0] + 9 * s, hoof[1] + 8 * s),
                   (hoof[0] + 8 * s, hoof[1] - 7 * s), (hoof[0] - 8 * s, hoof[1] - 7 * s)], "#3b332c")

    w, m, h, t = c["withers"], c["mid-back"], c["hook"], c["tail-head"]
    p.soft((w[0] - 60 * s, c["near-fore-hoof"][1] - 4, t[0] + 50 * s, c["near-fore-hoof"][1] + 22 * s), (40, 34, 28), 0.35, 7)
    shoulder, thigh = (w[0] + 6 * s, w[1] + 112 * s), (h[0] + 22 * s, h[1] + 96 * s)
    leg("far-fore", (shoulder[0] + 18 * s, shoulder[1]), 46, dark)
    leg("far-hind", (thigh[0] - 14 * s, thigh[1]), 62, dark)
    # Tail, udder, body.
    p.limb([t, (t[0] + 18 * s, t[1] + 60 * s), (t[0] + 14 * s, t[1] + 132 * s)], [12 * s, 9 * s, 7 * s], coat)
    p.ellipse((t[0] + 5 * s, t[1] + 122 * s, t[0] + 25 * s, t[1] + 166 * s), dark)
    p.ellipse((h[0] - 44 * s, h[1] + 116 * s, h[0] + 18 * s, h[1] + 158 * s), "#dcae9c")
    body = curve([w, m, h, t, (t[0] + 8 * s, t[1] + 52 * s), (h[0] + 6 * s, h[1] + 132 * s), (m[0] + 10 * s, m[1] + 160 * s),
                  (w[0] + 14 * s, w[1] + 138 * s), (w[0] - 26 * s, w[1] + 86 * s), (w[0] - 26 * s, w[1] + 30 * s)])
    p.polygon(body, coat)
    for x, y, a, b in ((m[0] - 52, m[1] + 62, 46, 38), (m[0] + 60, m[1] + 48, 40, 30), (m[0] + 20, m[1] + 118, 34, 20)):
        p.polygon(curve([(x - a * s, y), (x - 8 * s, y - b * s), (x + a * s, y - 6 * s), (x + 14 * s, y + b * s)]), patch)
    # Neck and head.
    n, q = c["nose"], c["poll"]
    p.limb([(w[0] + 4 * s, w[1] + 44 * s), (q[0] + 18 * s, q[1] + 24 * s)], [88 * s, 46 * s], coat)
    p.limb([(q[0] + 6 * s, q[1] + 16 * s), (n[0] + 16 * s, n[1] - 8 * s)], [42 * s, 30 * s], patch)
    p.ellipse((n[0] - 4 * s, n[1] - 20 * s, n[0] + 32 * s, n[1] + 14 * s), "#d9b3a4")
    p.ellipse((n[0] + 2 * s, n[1] - 8 * s, n[0] + 8 * s, n[1] - 1 * s), "#5b4038")
    p.polygon(curve([(q[0] + 14 * s, q[1] + 8 * s), (q[0] + 50 * s, q[1] + 4 * s), (q[0] + 46 * s, q[1] + 22 * s)]), dark)
    p.ellipse((q[0] - 8 * s, q[1] + 18 * s, q[0] + 2 * s, q[1] + 27 * s), "#1d1613")
    leg("near-fore", shoulder, 50, coat)
    leg("near-hind", thigh, 72, coat)


def tag(p, place, number):
    p.rectangle((place[0] - 15, place[1] - 9, place[0] + 15, place[1] + 9), "#f2c230", 3)
    p.text(place, number, 10, "#3b2f05")


def sound():
    p = walkway()
    cow(p, SOUND, "#f3efe8", "#3a3634")
    tag(p, (182, 130), "412")
    return p, [SOUND]


def lame():
    p = walkway()
    cow(p, LAME, "#9a5a36", "#7d4527")
    tag(p, (172, 172), "087")
    return p, [LAME]


def rail():
    """A rail hides the hooves of the near side and the hock of the far side."""
    p = walkway()
    pose = moved(SOUND, 26, 0)
    cow(p, pose, "#efe7da", "#8d4a2b")
    tag(p, (208, 130), "233")
    p.rectangle((0, 338, WIDTH, 368), "#7f8d94")
    p.rectangle((0, 338, WIDTH, 345), "#a9b5ba")
    for x in (60, 330, 600):
        p.rectangle((x, 330, x + 20, HEIGHT), "#6c797f")
    return p, [pose]


def two():
    """A cow and, leaving the picture to the right, a second one: only its front half can be seen."""
    p = walkway()
    first = moved(SOUND, -92, 16, 0.82)
    second = moved(SOUND, 318, 16, 0.82)
    cow(p, second, "#b98a5e", "#8a5f38", 0.82)
    cow(p, first, "#f3efe8", "#3a3634", 0.82)
    return p, [first, second]


def calf():
    p = walkway()
    small = moved(SOUND, 20, 0, 0.56)
    cow(p, small, "#c98d57", "#b57a46", 0.56)
    return p, [small]


def standing():
    p = walkway()
    cow(p, STANDING, "#7c6a5c", "#54463c")
    tag(p, (182, 130), "518")
    return p, [STANDING]


SCENES = {"sound.png": sound, "arched.png": lame, "rail.png": rail, "two-cows.png": two, "calf.png": calf, "standing.png": standing}


def main():
    for name, scene in SCENES.items():
        picture, poses = scene()
        print(f"{name}  {WIDTH} x {HEIGHT}  {picture.save('cow-gait', name)} bytes")
        for pose in poses:
            print("  " + ", ".join(
                f"{point}: [{x}, {y}]" for point, (x, y) in pose.items() if 0 <= x < WIDTH and 0 <= y < HEIGHT))


if __name__ == "__main__":
    main()
