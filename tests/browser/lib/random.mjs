// Numbers that look random and are the same for the same seed (mulberry32).

export class Random {
  /** @param {number} seed */
  constructor(seed) {
    this.state = seed >>> 0;
  }

  next() {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }

  /** @param {number} n */
  below(n) {
    return Math.floor(this.next() * n);
  }

  /** @template T @param {T[]} list */
  pick(list) {
    return list[this.below(list.length)];
  }

  /** `n` of the list, each at most once, in the list's order. @template T @param {T[]} list @param {number} n */
  sample(list, n) {
    if (n >= list.length) return list;
    const at = [...list.keys()];
    for (let i = at.length - 1; i > 0; i--) {
      const j = this.below(i + 1);
      [at[i], at[j]] = [at[j], at[i]];
    }
    return at
      .slice(0, n)
      .sort((a, b) => a - b)
      .map(i => list[i]);
  }
}

/** A new seed every day would hide what failed yesterday: it stays, unless EMIC_SEED says otherwise. */
export const seed = Number(process.env.EMIC_SEED ?? 20260115);
