// Facts, one a line, as TAP has them: `ok 12 - home, dark: nothing is wrong`.

export class Facts {
  #n = 0;
  /** @type {string[]} */
  failed = [];
  skipped = 0;
  suite = '';

  /**
   * One fact. `problems` is what speaks against it; nothing does where it is empty.
   * @param {string} sentence
   * @param {unknown} [problems]
   */
  fact(sentence, problems = []) {
    const list = (Array.isArray(problems) ? problems : [problems]).filter(Boolean).map(String);
    const line = `${list.length ? 'not ok' : 'ok'} ${++this.#n} - ${this.suite}: ${sentence}`;
    console.log(line);
    for (const problem of list.slice(0, 12)) console.log(`#   ${problem.replace(/\s*\n\s*/g, ' ⏎ ').slice(0, 600)}`);
    if (list.length > 12) console.log(`#   … and ${list.length - 12} more`);
    if (list.length) this.failed.push(line);
    return list.length === 0;
  }

  /** @param {string} text */
  note(text) {
    console.log(`# ${text}`);
  }

  /** @param {string} sentence @param {string} why */
  skip(sentence, why) {
    this.skipped++;
    console.log(`ok ${++this.#n} - ${this.suite}: ${sentence} # SKIP ${why}`);
  }

  get count() {
    return this.#n;
  }
}

/**
 * Does `work` for each of `items`, several at a time: a page waits as often as it computes.
 * @template T
 * @param {Iterable<T>} items
 * @param {(item: T, at: number) => Promise<unknown>} work
 * @param {number} [width] how many at a time
 */
export async function pool(items, work, width = 3) {
  const left = [...items].entries();
  const lane = async () => {
    for (const [at, item] of left) await work(item, at);
  };
  await Promise.all(Array.from({ length: width }, lane));
}

/** The message of whatever was thrown. @param {unknown} error */
export const messageOf = error => (error instanceof Error ? error.message : String(error));
