"""Measures rubrica side by side with the C floor and prints a table of ratios; `run` prepares what it needs.

    measure.py --rubrica FILE --rubrica-dev FILE --tools FOLDER --work FOLDER --documents N [--repeats R] [--starts S]
               [--quick]

Every number is the least of R repeats, and the repeats of all programs take turns, so that a slow minute of the machine
hits them all. CPU is user + system time of the process and its threads. Standard library only.
"""

import argparse
import collections
import contextlib
import os
import pathlib
import shutil
import statistics
import subprocess
import sys

# The goals, all of them ratios that must not be exceeded. The last holds at GOAL_DOCUMENTS and more: below, the fixed
# cost of a start weighs too much.
GOAL_BUILD = 3.0  # CPU of `rubrica build` to the CPU of the C floor that writes the same files
GOAL_START = 3.0  # `rubrica --version` to a C program that says hello: median wall and median CPU
GOAL_SIGNATURE = 0.05  # a signature checked in process to a process of `ssh-keygen -Y verify`: CPU and wall
GOAL_GATE = 0.1  # `rubrica check` and `gate` of a signed checklist to compliance-trestle validating the same one: wall time
GOAL_ONE_CHANGED = 0.1  # CPU of a build after one file was changed to the CPU of the build from nothing
GOAL_DOCUMENTS = 1000

Cost = collections.namedtuple("Cost", "wall cpu peak")  # ms, ms, MiB


class Bench:
    def __init__(self, options):
        self.rubrica = str(options.rubrica)
        self.tools = options.tools
        self.work = options.work
        self.log = options.work / "log"
        # Whatever a program keeps for its next run shall lie where it can be thrown away.
        self.home = options.work / "home"
        self.environment = {**os.environ, "HOME": str(self.home), "XDG_CACHE_HOME": str(self.home / "cache")}

    def cost(self, *command, input=None):
        """Runs a command that must succeed."""
        words = [str(word) for word in (self.tools / "launch", self.log, *command)]
        environment = {**self.environment, "LAUNCH_INPUT": str(input)} if input else self.environment
        result = subprocess.run(words, env=environment, stdout=subprocess.PIPE, text=True, check=True)
        status, wall, user, system, peak = map(int, result.stdout.split())
        if status != 0:
            output = self.log.read_text(errors="replace")
            sys.exit(f"exit status {status}: {' '.join(words[2:])}\n{output[-4000:]}")
        return Cost(wall / 1000, (user + system) / 1000, peak / 1024)

    def forget(self, *folders):
        for folder in (self.home, *folders):
            shutil.rmtree(folder, ignore_errors=True)
        self.home.mkdir()


class Workspace:
    """N generated guidelines, and where the programs write."""

    def __init__(self, bench, documents):
        self.bench = bench
        self.root = bench.work / f"workspace-{documents}"
        self.output = bench.work / f"output-{documents}"
        self.floor_output = bench.work / f"floor-{documents}"
        self.plan = bench.work / f"plan-{documents}.tsv"
        script = pathlib.Path(__file__).with_name("generate.py")
        subprocess.run([sys.executable, script, str(documents), self.root], check=True)
        self.ids = sorted(path.name for path in (self.root / "guidelines").iterdir())
        self.own = {path.name for path in self.root.iterdir()}
        self.changes = 0

    def build(self):
        return self.bench.cost(self.bench.rubrica, "build", self.root, "--output", self.output)

    def first_build(self):
        """A build with nothing left of an earlier one, here, in the home folder or in the workspace."""
        for path in self.root.iterdir():
            if path.name not in self.own:
                shutil.rmtree(path) if path.is_dir() else path.unlink()
        self.bench.forget(self.output)
        return self.build()

    def check(self):
        return self.bench.cost(self.bench.rubrica, "check", self.root)

    def change_one(self):
        """Appends a sentence to one guideline; returns a check that a build has seen it."""
        self.changes += 1
        guideline = self.ids[self.changes * 7919 % len(self.ids)]
        sentence = f"Remark {self.changes} was added by the benchmark."
        with open(self.root / "guidelines" / guideline / "guideline.md", "a") as file:
            file.write(f"\n{sentence}\n")

        def verify():
            written = (path for owner, path in self.written() if owner == guideline)
            if not any(sentence.encode() in path.read_bytes() for path in written):
                sys.exit(f"the build after a change of {guideline} does not show the change")

        return verify

    def written(self):
        """The files of the last build with the guideline each belongs to; `.` if to none.

        Hidden files are what the compiler keeps for its next run: nobody asked for them, so the floor is spared them.
        """
        ids = set(self.ids)
        for folder, folders, names in os.walk(self.output):
            folders[:] = [name for name in folders if not name.startswith(".")]
            parts = pathlib.Path(folder).relative_to(self.output).parts
            owner = next((part for part in parts if part in ids), ".")
            for name in names:
                if not name.startswith("."):
                    yield owner, pathlib.Path(folder, name)

    def make_plan(self):
        """Writes down what the last build wrote; returns files and bytes in total."""
        lines = sorted((owner, str(path.relative_to(self.output)), path.stat().st_size)
                       for owner, path in self.written())
        missing = set(self.ids) - {owner for owner, _, _ in lines}
        if missing:
            sys.exit(f"the build wrote nothing for {len(missing)} guidelines, such as {min(missing)}")
        self.plan.write_text("".join(f"{owner}\t{path}\t{size}\n" for owner, path, size in lines))
        return len(lines), sum(size for _, _, size in lines)

    def floor(self, *mode):
        self.bench.forget(self.floor_output)
        return self.bench.cost(self.bench.tools / "floor", *mode, self.root, self.floor_output)

    def remove(self):
        for folder in (self.root, self.output, self.floor_output):
            shutil.rmtree(folder, ignore_errors=True)


def measure(workspace, repeats):
    """The costs of every kind of run, each the least of the repeats."""
    costs = collections.defaultdict(list)
    for repeat in range(repeats):
        costs["build"].append(workspace.first_build())
        if repeat == 0:
            files, size = workspace.make_plan()
            count = len(workspace.ids)
            print(f"{count} guidelines: {files / count:.1f} files, {size / count / 1024:.1f} KiB each", flush=True)
        costs["unchanged"].append(workspace.build())
        verify = workspace.change_one()
        costs["one changed"].append(workspace.build())
        verify()
        costs["check"].append(workspace.check())
        costs["floor"].append(workspace.floor("--plan", workspace.plan))
        costs["bare floor"].append(workspace.floor("--bare"))
    return {name: Cost(*map(min, zip(*runs))) for name, runs in costs.items()}


def measure_starts(bench, starts):
    """Pairs of costs: `rubrica --version` and hello, as medians and as minima."""
    runs = {"rubrica": [], "hello": []}
    for _ in range(starts):
        runs["rubrica"].append(bench.cost(bench.rubrica, "--version"))
        runs["hello"].append(bench.cost(bench.tools / "hello"))
    pick = lambda how: {name: Cost(*map(how, zip(*costs))) for name, costs in runs.items()}
    return pick(statistics.median), pick(min)


def measure_signatures(bench, rubrica_dev, key_type, repeats):
    """The costs of checking one signature: in process, and by a process of ssh-keygen."""
    folder = bench.work / f"signatures-{key_type}"
    folder.mkdir()
    message, key, signers = folder / "statement.json", folder / "key", folder / "allowed_signers"
    message.write_text('{"decision": "approve", "words": "' + "as it was read, " * 200 + '"}\n')
    person, namespace = "legal@example.com", "signoff@example.com"
    quietly = {"check": True, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    subprocess.run(["ssh-keygen", "-q", "-t", key_type, "-N", "", "-f", key], **quietly)
    subprocess.run(["ssh-keygen", "-Y", "sign", "-f", key, "-n", namespace, message], **quietly)
    signers.write_text(f"{person} {key.with_suffix('.pub').read_text()}")
    signature = message.with_name(message.name + ".sig")
    count = 1000
    words = ["--allowed-signers", signers, "--principal", person, "--namespace", namespace, "--signature", signature,
             message]
    verify = ["ssh-keygen", "-Y", "verify", "-f", signers, "-I", person, "-n", namespace, "-s", signature]

    runs = collections.defaultdict(list)
    for _ in range(repeats):
        for times in (count, 0):
            runs[times].append(bench.cost(rubrica_dev, "signatures", "bench", times, *words))
        # One process is too short for the clock of the CPU: the mean of several.
        several = [bench.cost(*verify, input=message) for _ in range(20)]
        runs["ssh-keygen"].append(Cost(*map(statistics.mean, zip(*several))))
    least = {name: Cost(*map(min, zip(*costs))) for name, costs in runs.items()}
    # What is left when the start of the program is taken away.
    ours = Cost(*((many - none) / count for many, none in zip(least[count], least[0])))
    return ours, least["ssh-keygen"]


class SignedWorkspace:
    """Guidelines with a checklist each, signed by people with keys of their own. Signing is not measured."""

    def __init__(self, bench, guidelines):
        self.bench = bench
        self.folder = bench.work / "signed"
        self.root = self.folder / "workspace"
        self.output = self.folder / "output"
        self.folder.mkdir()
        self.quietly(bench.rubrica, "corpus", self.folder / "corpus", "--write-only", "--only", "good")
        shutil.move(self.folder / "corpus" / "source", self.root)
        first = self.root / "guidelines" / "parcel-notes"
        for signed in (self.root / "signoffs", first / "signoffs"):
            shutil.rmtree(signed)
        self.sign_anew(first, guidelines)

    @staticmethod
    def quietly(*words):
        subprocess.run([str(word) for word in words], check=True, stdout=subprocess.DEVNULL)

    def sign_anew(self, first, guidelines):
        signers, keys = [], {}
        for person in ("ada", "lars", "lena", "olga", "otto", "sam"):
            keys[person] = self.folder / person
            self.quietly("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", keys[person])
            signers.append(f"{person}@parcels.example {keys[person].with_suffix('.pub').read_text()}")
        (self.root / "allowed_signers").write_text("".join(signers))
        settings = self.root / "rubrica.yaml"
        settings.write_text(settings.read_text().replace("schema: {}", "schema: {}, oscal: {}"))
        folders = [first]
        for number in range(1, guidelines):
            folders.append(first.with_name(f"parcel-notes-{number}"))
            shutil.copytree(first, folders[-1])
            guideline = folders[-1] / "guideline.md"
            guideline.write_text(guideline.read_text().replace("id: parcel-notes", f"id: {folders[-1].name}"))
        sign = lambda role, person, *rest: self.quietly(
            self.bench.rubrica, "sign", "--as", role, "--decision", "approve", "--key", keys[person], *rest)
        for person in ("olga", "otto"):
            sign("owner", person, "--policy", self.root)
        for folder in folders:
            for role, person in (("legal", "lena"), ("security", "sam"), ("owner", "olga"), ("owner", "otto")):
                sign(role, person, folder)
        self.quietly(self.bench.rubrica, "build", self.root, "--output", self.output)
        self.results = sorted(self.output.glob("*/oscal/assessment-results.json"))
        if len(self.results) != guidelines:
            sys.exit(f"{guidelines} guidelines, and {len(self.results)} files of OSCAL")
        catalogue = (self.output / first.name / "checklist" / "checklist.json").read_text()
        self.items = guidelines * catalogue.count('"id":"')

    def check_and_gate(self):
        """Both, since a gate of the source says only what is open; it must pass."""
        costs = [self.bench.cost(self.bench.rubrica, command, self.root) for command in ("check", "gate")]
        return Cost(sum(cost.wall for cost in costs), sum(cost.cpu for cost in costs), max(cost.peak for cost in costs))


# What trestle does when it is asked to validate a file, in one process for all files.
TRESTLE = """
import logging, pathlib, sys, types
from trestle.common import const
from trestle.core.validator_factory import validator_factory
from trestle.oscal import assessment_results
logging.disable(logging.WARNING)
validator = validator_factory.get(types.SimpleNamespace(mode=const.VAL_MODE_ALL))
for path in sys.argv[1:]:
    model = assessment_results.AssessmentResults.oscal_read(pathlib.Path(path))
    if model is None or not validator.model_is_valid(model, True):
        sys.exit(f"{path} is not valid")
"""


def trestle_python():
    """The Python of the environment that the oracles make; nil if it was not made."""
    cache = pathlib.Path(os.environ.get("RUBRICA_VENVS", pathlib.Path.home() / ".cache" / "rubrica" / "venvs"))
    python = cache / "compliance" / "bin" / "python"
    return python if python.exists() else None


def add_gate(table, bench, repeats):
    python = trestle_python()
    if python is None:
        table.skip("1000 items: check + gate / trestle", "no compliance-trestle: Tests/Oracles/environments.sh compliance")
        return
    workspace = SignedWorkspace(bench, 16)
    ours, theirs = [], []
    for _ in range(repeats):
        ours.append(workspace.check_and_gate())
        theirs.append(bench.cost(python, "-c", TRESTLE, *workspace.results))
    ours, theirs = (Cost(*map(min, zip(*costs))) for costs in (ours, theirs))
    table.add(f"{workspace.items} items: check + gate / trestle, CPU", ours.cpu, theirs.cpu, "ms")
    table.add(f"{workspace.items} items: check + gate / trestle, wall", ours.wall, theirs.wall, "ms", GOAL_GATE)
    shutil.rmtree(workspace.folder)


class Table:
    def __init__(self):
        self.rows = [("measured", "rubrica", "against", "ratio", "goal", "")]
        self.missed = False

    def add(self, what, ours, theirs, unit, goal=None):
        ratio = ours / max(theirs, 1e-6)
        verdict = ""
        if goal is not None:
            verdict = "ok" if ratio <= goal else "MISSED"
            self.missed |= ratio > goal
        digits = 2 if ours >= 1 else 3
        self.rows.append((what, f"{ours:.{digits}f} {unit}", f"{theirs:.2f} {unit}", f"{ratio:.3f}",
                          "" if goal is None else f"<= {goal}", verdict))

    def skip(self, what, why):
        """A row that was not measured, so that nobody takes its lack for a good one."""
        self.rows.append((what, "not measured", "", "", "", why))

    def print(self):
        widths = [max(len(row[column]) for row in self.rows) for column in range(6)]
        for row in self.rows:
            cells = [row[0].ljust(widths[0])] + [cell.rjust(width) for cell, width in zip(row[1:5], widths[1:])]
            print("  ".join(cells + [row[5]]).rstrip())


def add_builds(table, count, costs):
    build, floor, bare = costs["build"], costs["floor"], costs["bare floor"]
    table.add(f"{count}: build / C floor, CPU", build.cpu, floor.cpu, "ms", GOAL_BUILD)
    table.add(f"{count}: build / C floor, wall", build.wall, floor.wall, "ms")
    table.add(f"{count}: build / bare C floor, CPU", build.cpu, bare.cpu, "ms")
    table.add(f"{count}: check / bare C floor, CPU", costs["check"].cpu, bare.cpu, "ms")
    table.add(f"{count}: check / build, CPU", costs["check"].cpu, build.cpu, "ms")
    goal = GOAL_ONE_CHANGED if count >= GOAL_DOCUMENTS else None
    table.add(f"{count}: one changed / build, CPU", costs["one changed"].cpu, build.cpu, "ms", goal)
    table.add(f"{count}: nothing changed / build, CPU", costs["unchanged"].cpu, build.cpu, "ms")
    table.add(f"{count}: one changed / build, wall", costs["one changed"].wall, build.wall, "ms")


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--rubrica", type=pathlib.Path, required=True)
    arguments.add_argument("--rubrica-dev", type=pathlib.Path, required=True)
    arguments.add_argument("--tools", type=pathlib.Path, required=True, help="where floor, hello and launch are")
    arguments.add_argument("--work", type=pathlib.Path, required=True, help="an empty folder")
    arguments.add_argument("--documents", type=int, required=True)
    arguments.add_argument("--repeats", type=int, default=5)
    arguments.add_argument("--starts", type=int, default=200)
    arguments.add_argument("--quick", action="store_true", help="of ten times the documents, measure only the memory")
    options = arguments.parse_args()
    bench = Bench(options)
    bench.forget()

    table = Table()
    median, least = measure_starts(bench, options.starts)
    table.add("--version / hello, median CPU", median["rubrica"].cpu, median["hello"].cpu, "ms", GOAL_START)
    table.add("--version / hello, median wall", median["rubrica"].wall, median["hello"].wall, "ms", GOAL_START)
    table.add("--version / hello, least CPU", least["rubrica"].cpu, least["hello"].cpu, "ms")
    table.add("--version / hello, least wall", least["rubrica"].wall, least["hello"].wall, "ms")

    for key_type in ("ed25519", "ecdsa"):
        ours, theirs = measure_signatures(bench, options.rubrica_dev, key_type, options.repeats)
        table.add(f"{key_type}: one check / ssh-keygen, CPU", ours.cpu, theirs.cpu, "ms", GOAL_SIGNATURE)
        table.add(f"{key_type}: one check / ssh-keygen, wall", ours.wall, theirs.wall, "ms", GOAL_SIGNATURE)

    add_gate(table, bench, options.repeats)

    few, many = options.documents, 10 * options.documents
    ratios, peaks = [], {}
    for count in (few, many):
        workspace = Workspace(bench, count)
        with contextlib.ExitStack() as cleanup:
            cleanup.callback(workspace.remove)
            if count == many and options.quick:
                peaks[count] = workspace.first_build().peak
                continue
            # The large workspace has ten times the work to even out what disturbs it.
            costs = measure(workspace, options.repeats if count == few else min(3, options.repeats))
            add_builds(table, count, costs)
            ratios.append(costs["build"].cpu / costs["floor"].cpu)
            peaks[count] = costs["build"].peak
    table.add(f"peak memory of {many} / {few}", peaks[many], peaks[few], "MiB")

    table.print()
    print(f"rubrica build / C floor: {max(ratios):.2f}")
    sys.exit(1 if table.missed else 0)


if __name__ == "__main__":
    main()
