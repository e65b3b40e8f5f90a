// Facts, one a line, as TAP has them: `ok 12 - home, dark: nothing is wrong`.

export class Facts {
  #n = 0;
  failed = [];
  skipped = 0;
  suite = '';

  /** One fact. `problems` is what speaks against it; nothing does where it is empty. */
  fact(sentence, problems = []) {
    const list = (Array.isArray(problems) ? problems : [problems]).filter(Boolean).map(String);
    const line = `${list.length ? 'not ok' : 'ok'} ${++this.#n} - ${this.suite}: ${sentence}`;
    console.log(line);
    for (const problem of list.slice(0, 12)) console.log(`#   ${problem.replace(/\s*\n\s*/g, ' ⏎ ').slice(0, 600)}`);
    if (list.length > 12) console.log(`#   … and ${list.length - 12} more`);
    if (list.length) this.failed.push(line);
    return list.length === 0;
  }

  /** A fact that holds where two things are the same. */
  same(sentence, found, expected) {
    const [a, b] = [JSON.stringify(found), JSON.stringify(expected)];
    return this.fact(sentence, a === b ? [] : [`found ${a}, expected ${b}`]);
  }

  note(text) {
    console.log(`# ${text}`);
  }

  skip(sentence, why) {
    this.skipped++;
    console.log(`ok ${++this.#n} - ${this.suite}: ${sentence} # SKIP ${why}`);
  }

  get count() {
    return this.#n;
  }
}

/** Does `work` for each of `items`, two at a time, since there are two cores. */
export async function pool(items, work, width = 2) {
  const left = [...items].entries();
  const lane = async () => {
    for (const [at, item] of left) await work(item, at);
  };
  await Promise.all(Array.from({ length: width }, lane));
}
