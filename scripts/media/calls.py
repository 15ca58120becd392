#!/usr/bin/env python3
"""Makes the recordings of guidelines/hotline-calls, and prints what is heard when.

    python3 scripts/media/calls.py

The voices are no words of anybody: vowels of a simple voice machine, one low and one high, so that a recording can be
heard and marked, and nobody has a right in it. 8 kHz, 8 bits, as on an old telephone.
"""

import math
import os
import struct
import wave

RATE = 8000
MEDIA = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "guidelines", "hotline-calls", "media")
VOWELS = {"a": (730, 1090), "e": (530, 1840), "i": (270, 2290), "o": (570, 840), "u": (300, 870)}


class Tape:
    def __init__(self, seconds):
        self.samples = [0.0] * int(seconds * RATE)
        self.seed = 7
        self.heard = []

    def noise(self):
        self.seed = (self.seed * 1103515245 + 12345) % 2**31
        return self.seed / 2**30 - 1

    def add(self, start, wave_form):
        for i, value in enumerate(wave_form):
            place = int(start * RATE) + i
            if place < len(self.samples):
                self.samples[place] += value

    def voice(self, who, start, end, pitch, vowels, loud=0.5):
        """Syllables of equal length; a pulse of the voice rings in two formants."""
        self.heard.append((start, end, who))
        step = (end - start) / len(vowels)
        for place, vowel in enumerate(vowels):
            first, second = VOWELS[vowel]
            length = int(step * 0.82 * RATE)
            period = RATE / (pitch * (1 + 0.06 * math.sin(place * 1.7)))
            form = []
            for i in range(length):
                t = (i % period) / RATE
                edge = min(1, i / 160, (length - i) / 240)
                ring = math.exp(-t * 260) * math.sin(2 * math.pi * first * t) + 0.5 * math.exp(-t * 380) * math.sin(2 * math.pi * second * t)
                form.append(loud * edge * ring)
            self.add(start + place * step, form)

    def tone(self, who, start, end, pitches, loud=0.2):
        self.heard.append((start, end, who))
        self.add(start, [loud * sum(math.sin(2 * math.pi * p * i / RATE) for p in pitches) for i in range(int((end - start) * RATE))])

    def hiss(self, who, start, end, loud=0.3):
        self.heard.append((start, end, who))
        count = int((end - start) * RATE)
        self.add(start, [loud * self.noise() * min(1, i / 300, (count - i) / 300) for i in range(count)])

    def save(self, name):
        os.makedirs(MEDIA, exist_ok=True)
        path = os.path.join(MEDIA, name)
        data = bytes(max(0, min(255, int(round(128 + 110 * value + 0.6 * self.noise())))) for value in self.samples)
        with wave.open(path, "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(1)
            file.setframerate(RATE)
            file.writeframes(data)
        print(f"{name}  {len(self.samples) / RATE:g} s  {os.path.getsize(path)} bytes")
        for start, end, who in sorted(self.heard):
            print(f"  {start:g} to {end:g}  {who}")


def main():
    tape = Tape(4.5)
    tape.tone("ring", 0.1, 0.5, (425,))
    tape.voice("agent", 0.8, 2.1, 190, "oaieuao")
    tape.voice("caller", 2.4, 4.2, 105, "aouaeioua")
    tape.save("two-turns.wav")

    tape = Tape(4.0)
    tape.voice("caller", 0.2, 2.2, 110, "aeoaiuaeo")
    tape.voice("agent", 1.7, 2.6, 195, "aiae")
    tape.voice("caller", 3.0, 3.8, 110, "uaoe")
    tape.save("at-once.wav")

    tape = Tape(3.5)
    tape.voice("agent", 0.2, 1.3, 185, "iaoeua")
    tape.hiss("noise", 1.5, 2.4)
    tape.voice("caller", 2.6, 3.3, 100, "aou", loud=0.16)
    tape.save("noise.wav")


if __name__ == "__main__":
    main()
