// Makes a screenshot small: at most 256 colours, in a palette. Pages of text have few.

import { deflateSync, inflateSync } from 'node:zlib';

/** A PNG of 8-bit RGB or RGBA, as Chromium writes it, as one with a palette. @param {Buffer} png */
export function compress(png) {
  /** @type {[type: string, data: Buffer][]} */
  const chunks = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    chunks.push([png.toString('latin1', at + 4, at + 8), png.subarray(at + 8, at + 8 + png.readUInt32BE(at))]);
  }
  const head = chunks.find(([type]) => type === 'IHDR')?.[1];
  if (!head) throw new Error('not a PNG');
  const [width, height, channels] = [head.readUInt32BE(0), head.readUInt32BE(4), head[9] === 6 ? 4 : 3];
  const pixels = unfiltered(
    inflateSync(Buffer.concat(chunks.filter(([t]) => t === 'IDAT').map(([, data]) => data))),
    width,
    height,
    channels,
  );

  const palette = chosen(pixels);
  const rows = Buffer.alloc(height * (width + 1));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) rows[y * (width + 1) + 1 + x] = palette.of(pixels[y * width + x]) ?? 0;
  }
  const header = Buffer.from(head);
  header[8] = 8;
  header[9] = 3;
  const colours = Buffer.from(palette.colours.flatMap(c => [c >> 16, (c >> 8) & 255, c & 255]));
  return Buffer.concat([
    png.subarray(0, 8),
    chunk('IHDR', header),
    chunk('PLTE', colours),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/**
 * The colour of each pixel as one number.
 * @param {Buffer} raw
 * @param {number} width
 * @param {number} height
 * @param {number} channels
 */
function unfiltered(raw, width, height, channels) {
  const stride = width * channels;
  const out = new Uint8Array(height * stride);
  /** @param {number} a @param {number} b @param {number} c */
  const paeth = (a, b, c) => {
    const [p, q, r] = [Math.abs(b - c), Math.abs(a - c), Math.abs(a + b - 2 * c)];
    return p <= q && p <= r ? a : q <= r ? b : c;
  };
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (stride + 1)];
    for (let i = 0; i < stride; i++) {
      const at = y * stride + i;
      const left = i >= channels ? out[at - channels] : 0;
      const up = y ? out[at - stride] : 0;
      const corner = y && i >= channels ? out[at - stride - channels] : 0;
      const add = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter];
      out[at] = raw[y * (stride + 1) + 1 + i] + add;
    }
  }
  return Uint32Array.from(
    { length: width * height },
    (_, p) => (out[p * channels] << 16) | (out[p * channels + 1] << 8) | out[p * channels + 2],
  );
}

/**
 * A colour for each bucket of like ones, its commonest; buckets are as fine as 256 of them allow.
 * @param {Uint32Array} pixels
 */
function chosen(pixels) {
  /** @type {Map<number, number>} */
  const seen = new Map();
  for (const c of pixels) seen.set(c, (seen.get(c) ?? 0) + 1);
  const common = [...seen].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([c]) => c);
  for (let bits = 8; ; bits--) {
    const mask = (0xff00 >> bits) & 0xff;
    /** @param {number} c */
    const bucket = c => c & ((mask << 16) | (mask << 8) | mask);
    /** @type {Map<number, number>} */
    const buckets = new Map();
    for (const c of common) if (!buckets.has(bucket(c))) buckets.set(bucket(c), c);
    if (buckets.size > 256) continue;
    const colours = [...buckets.values()];
    const place = new Map([...buckets.keys()].map((b, i) => [b, i]));
    return { colours, of: (/** @type {number} */ c) => place.get(bucket(c)) };
  }
}

/** @param {string} type @param {Buffer} data */
function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc(body), body.length + 4);
  return out;
}

/** @param {Buffer} bytes */
function crc(bytes) {
  let c = 0xffffffff;
  for (const byte of bytes) {
    c ^= byte;
    for (let k = 0; k < 8; k++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1;
  }
  return (c ^ 0xffffffff) >>> 0;
}
