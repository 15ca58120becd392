"""Lengths of recordings and sizes of WebP pictures are what FFmpeg's libraries and Pillow say, which also make the files here.

    recordings_check.py OUT            RUBRICA names the program
    recordings_check.py --make FOLDER  only makes the files, as they lie in Tests/Fixtures/recordings
"""

import fractions
import json
import os
import pathlib
import sys
import tempfile

import av
import numpy
import oracle
from PIL import Image

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("RUBRICA", str(ROOT / ".build/debug/rubrica"))
# Name, codec, samples a second, seconds, channels, what the container is told.
SOUNDS = [
    ("tone.mp3", "libmp3lame", 16_000, 0.75, "mono", {}),
    ("stereo.mp3", "libmp3lame", 44_100, 0.75, "stereo", {"id3v2_version": "0", "write_xing": "0"}),
    ("long.mp3", "libmp3lame", 48_000, 31.5, "stereo", {}),
    ("tone.wav", "pcm_s16le", 8_000, 0.75, "mono", {}),
    ("tone.flac", "flac", 8_000, 0.75, "mono", {}),
    ("flac.ogg", "flac", 8_000, 0.75, "mono", {}),
    ("tone.ogg", "vorbis", 16_000, 0.75, "stereo", {}),
    ("tone.opus", "libopus", 48_000, 0.75, "mono", {}),
    ("long.opus", "libopus", 48_000, 31.5, "stereo", {}),
    ("tone.m4a", "aac", 16_000, 0.75, "mono", {}),
]
# Name, codec, seconds, what the container is told.
FILMS = [
    ("grey.mp4", "libx264", 1.5, {}),
    ("start.mp4", "libx264", 12.3, {"movflags": "faststart"}),
    ("pieces.mp4", "mpeg4", 1.5, {"movflags": "frag_keyframe+empty_moov+global_sidx"}),
    ("grey.mov", "mpeg4", 1.5, {}),
    ("grey.webm", "libvpx", 1.5, {}),
    ("live.webm", "libvpx", 1.5, {"live": "1"}),
]
# What says nothing of its length.
SILENT = {"live.webm", "pieces.mp4"}
KEPT = {name for name, *_ in SOUNDS + FILMS} - {"long.mp3", "long.opus", "start.mp4", "tone.wav"}
# Rubrica's own tolerance, and what encoders add at the end.
TOLERANCE = 0.06
GUIDELINE = """---
rubrica: 1
id: {id}
purpose: Find the tone.
task:
  modality: {modality}
  layers:
    - {{id: parts, kind: segment, labels: [{{id: tone, definition: A tone is heard.}}]}}
---
# Tones

## Examples

### Good: one
[A tone]({file})

```yaml expected
parts: [{{label: tone, start: 0.1, end: {end}}}]
```
"""


def sound(path, codec, rate, seconds, layout, options):
    """A sine of 440 Hz."""
    kind = {".opus": "ogg", ".m4a": "ipod"}.get(path.suffix)
    with av.open(str(path), "w", format=kind, options=options) as container:
        container.metadata["title"] = "Tone"
        stream = container.add_stream(codec, rate=rate, options={"strict": "-2"} if codec == "vorbis" else {})
        stream.layout = layout
        times = numpy.arange(int(rate * seconds)) / rate
        wave = (0.3 * numpy.sin(2 * numpy.pi * 440 * times) * 32767).astype(numpy.int16)
        samples = numpy.repeat(wave, 2 if layout == "stereo" else 1).reshape(1, -1)
        frame = av.AudioFrame.from_ndarray(samples, format="s16", layout=layout)
        frame.sample_rate, frame.pts = rate, 0
        context = stream.codec_context
        resampler = av.AudioResampler(format=context.codec.audio_formats[0].name, layout=layout, rate=rate, frame_size=context.frame_size or 1024)
        for part in resampler.resample(frame) + resampler.resample(None) + [None]:
            for packet in stream.encode(part):
                container.mux(packet)


def film(path, codec, seconds, options, rate=10):
    with av.open(str(path), "w", options=options) as container:
        stream = container.add_stream(codec, rate=rate)
        stream.width, stream.height, stream.pix_fmt = 48, 32, "yuv420p"
        for number in range(int(seconds * rate)):
            frame = av.VideoFrame.from_ndarray(numpy.full((32, 48, 3), number * 8 % 256, numpy.uint8), format="rgb24")
            frame.pts, frame.time_base = number, fractions.Fraction(1, rate)
            for packet in stream.encode(frame):
                container.mux(packet)
        for packet in stream.encode(None):
            container.mux(packet)


def pictures(folder):
    red = Image.new("RGB", (53, 31), (200, 30, 30))
    red.save(folder / "lossy.webp")
    red.save(folder / "lossless.webp", lossless=True)
    clear = Image.new("RGBA", (53, 31), (200, 30, 30, 90))
    clear.save(folder / "alpha.webp")
    red.save(folder / "moving.webp", save_all=True, append_images=[Image.new("RGB", (53, 31))])
    return ["lossy.webp", "lossless.webp", "alpha.webp", "moving.webp"]


def make(folder, only=None):
    for name, *rest in SOUNDS:
        if only is None or name in only:
            sound(folder / name, *rest)
    for name, *rest in FILMS:
        if only is None or name in only:
            film(folder / name, *rest)
    return pictures(folder)


def seconds(path):
    """What FFmpeg's libraries say, or find by reading all of it."""
    with av.open(str(path)) as container:
        if container.duration:
            return container.duration / av.time_base
        stream = container.streams[0]
        return max(float((p.pts + (p.duration or 0)) * p.time_base) for p in container.demux(stream) if p.pts is not None)


def found(folder, file, end, modality):
    text = GUIDELINE.format(id="tones", file=file, end=round(end, 3), modality=modality)
    (folder / "guideline.md").write_text(text, encoding="utf-8")
    run = oracle.run([PROGRAM, "check", str(folder / "guideline.md"), "--format", "json"])
    return [f for f in json.loads(run.stdout)["findings"] if f["id"] == "segment-outside-recording"]


def main():
    if sys.argv[1:2] == ["--make"]:
        folder = pathlib.Path(sys.argv[2])
        make(folder, KEPT)
        (folder / "moving.webp").unlink()
        return
    oracle.arguments(__doc__)
    o = oracle.Oracle("recordings")

    def work():
        with tempfile.TemporaryDirectory() as scratch:
            folder = pathlib.Path(scratch)
            images = make(folder)
            for name, *_ in SOUNDS + FILMS:
                length = seconds(folder / name)
                modality = "video" if name in {film[0] for film in FILMS} else "audio"
                inside = found(folder, name, length - 0.02, modality)
                outside = found(folder, name, length + TOLERANCE, modality)
                wrong = [f"a segment that ends before {length:.3f} s is refused: {inside}"] if inside else []
                if name in SILENT:
                    wrong += [f"it does not say its length, and one is found: {outside}"] if outside else []
                    o.check(name, "says nothing of its length, and nothing is held against it", wrong)
                else:
                    wrong += [] if outside else [f"a segment that ends {TOLERANCE} s behind {length:.3f} s is taken"]
                    o.check(name, f"{length:.3f} s long, as FFmpeg's libraries say", wrong)
            for name in images:
                with Image.open(folder / name) as image:
                    width, height = image.size
                text = GUIDELINE.format(id="pictures", file="", end=1, modality="image")
                text = text.replace("kind: segment", "kind: box").replace("[A tone]()", f"![A tone]({name})")
                wrong = []
                for right, bottom, fits in ((width, height, True), (width + 1, height, False), (width, height + 1, False)):
                    box = text.replace("start: 0.1, end: 1", f"box: [0, 0, {right}, {bottom}]")
                    (folder / "guideline.md").write_text(box, encoding="utf-8")
                    run = oracle.run([PROGRAM, "check", str(folder / "guideline.md"), "--format", "json"])
                    ids = [f["id"] for f in json.loads(run.stdout)["findings"]]
                    if ("box-outside-picture" in ids) == fits:
                        wrong.append(f"a box of {right} x {bottom}: {ids}")
                o.check(name, f"{width} x {height} pixels, as Pillow says", wrong)

    o.guard("-", "recordings", work)
    o.close()


if __name__ == "__main__":
    main()
