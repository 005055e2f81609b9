import type { CodePage } from './code-pages.ts';
import { UPPER_HALF } from './code-pages.ts';

/** What a file turned out to be; `mixed` holds both UTF-8 and one-byte letters (files pasted together). */
export type DetectedEncoding = 'ascii' | 'utf-8' | 'utf-16le' | 'utf-16be' | 'mixed' | CodePage;

/** Turns a file's bytes into text, chunk by chunk. */
export interface TextReader {
  /** The text of the next chunk; a character cut in two waits for the rest. */
  push: (bytes: Uint8Array) => string;
  /** The text still waiting. Call once, after the last chunk. */
  end: () => string;
  /** What the bytes seen so far are. */
  encoding: () => DetectedEncoding;
}

const SNIFF_BYTES = 512;

/**
 * Reads text whose encoding nobody stated: UTF-8 and UTF-16 with or without byte order mark, else
 * one-byte letters of `codePage` (Latin-1 is read as its superset windows-1252). Bytes that are not
 * UTF-8 are read as that code page one by one, so that an umlaut late in a large file needs no
 * second pass. Never throws; memory is one chunk.
 */
export function createTextReader(codePage: CodePage = 'windows-1252'): TextReader {
  let waiting = new Uint8Array(0);
  let form: 'unknown' | 'bytes' | 'utf-16le' | 'utf-16be' = 'unknown';
  const seen = { utf8: false, single: false };

  const read = (chunk: Uint8Array, last: boolean): string => {
    let bytes = waiting.length === 0 ? chunk : joined(waiting, chunk);
    if (form === 'unknown') {
      if (bytes.length < SNIFF_BYTES && !last) {
        waiting = bytes.slice();
        return '';
      }
      const start = sniff(bytes);
      form = start.form;
      seen.utf8 = start.isUtf8;
      bytes = bytes.subarray(start.skip);
    }
    const { text, used } =
      form === 'bytes'
        ? decodeBytes(bytes, last, UPPER_HALF[codePage], seen)
        : decodeUtf16(bytes, form === 'utf-16le', last);
    waiting = bytes.slice(used);
    return text;
  };

  return {
    push: (bytes) => read(bytes, false),
    end: () => read(new Uint8Array(0), true),
    encoding: () => {
      if (form === 'utf-16le' || form === 'utf-16be') return form;
      if (seen.utf8) return seen.single ? 'mixed' : 'utf-8';
      return seen.single ? codePage : 'ascii';
    },
  };
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}

interface Start {
  form: 'bytes' | 'utf-16le' | 'utf-16be';
  isUtf8: boolean;
  skip: number;
}

function sniff(bytes: Uint8Array): Start {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return { form: 'utf-16le', isUtf8: false, skip: 2 };
  if (first === 0xfe && second === 0xff) return { form: 'utf-16be', isUtf8: false, skip: 2 };
  if (first === 0xef && second === 0xbb && third === 0xbf) {
    return { form: 'bytes', isUtf8: true, skip: 3 };
  }
  // No text has NUL characters; in UTF-16 every delimiter and Latin letter has a zero byte.
  const zeros = [0, 0];
  const length = Math.min(bytes.length, 4 * SNIFF_BYTES);
  for (let index = 0; index < length; index += 1) {
    if (bytes[index] === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = zeros;
  if (odd > 4 * even && odd * 20 >= length) return { form: 'utf-16le', isUtf8: false, skip: 0 };
  if (even > 4 * odd && even * 20 >= length) return { form: 'utf-16be', isUtf8: false, skip: 0 };
  return { form: 'bytes', isUtf8: false, skip: 0 };
}

/** Code units gathered and turned to text in blocks: one string per byte would be slow. */
function textBuilder() {
  const block = new Uint16Array(4096);
  const parts: string[] = [];
  let filled = 0;
  const flush = (): void => {
    parts.push(String.fromCharCode(...block.subarray(0, filled)));
    filled = 0;
  };
  return {
    add: (unit: number): void => {
      block[filled] = unit;
      filled += 1;
      if (filled === block.length) flush();
    },
    text: (): string => {
      flush();
      return parts.join('');
    },
  };
}

function decodeUtf16(bytes: Uint8Array, littleEndian: boolean, last: boolean) {
  const out = textBuilder();
  const even = bytes.length - (bytes.length % 2);
  for (let index = 0; index < even; index += 2) {
    const [low = 0, high = 0] = littleEndian
      ? [bytes[index], bytes[index + 1]]
      : [bytes[index + 1], bytes[index]];
    out.add(high * 256 + low);
  }
  if (last && even < bytes.length) out.add(0xfffd);
  return { text: out.text(), used: last ? bytes.length : even };
}

/** UTF-8 where the bytes are well-formed UTF-8, letters of the code page where they are not. */
function decodeBytes(
  bytes: Uint8Array,
  last: boolean,
  upperHalf: string,
  seen: { utf8: boolean; single: boolean },
) {
  const out = textBuilder();
  let index = 0;
  while (index < bytes.length) {
    const byte = bytes[index] ?? 0;
    if (byte < 0x80) {
      out.add(byte);
      index += 1;
      continue;
    }
    const size = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    if (!last && index + size > bytes.length && isWellFormed(bytes, index, bytes.length - index)) {
      break;
    }
    if (index + size <= bytes.length && isWellFormed(bytes, index, size)) {
      addCodePoint(codePointAt(bytes, index, size), out.add);
      Object.assign(seen, { utf8: true });
      index += size;
    } else {
      out.add(upperHalf.charCodeAt(byte - 0x80));
      Object.assign(seen, { single: true });
      index += 1;
    }
  }
  return { text: out.text(), used: index };
}

/** Whether the `size` bytes at `index` are (the beginning of) one UTF-8 character (RFC 3629). */
function isWellFormed(bytes: Uint8Array, index: number, size: number): boolean {
  const lead = bytes[index] ?? 0;
  if (lead < 0xc2 || lead > 0xf4) return false;
  for (let offset = 1; offset < size; offset += 1) {
    const byte = bytes[index + offset] ?? 0;
    if (byte < 0x80 || byte > 0xbf) return false;
  }
  if (size < 2) return true;
  const second = bytes[index + 1] ?? 0;
  if (lead === 0xe0) return second >= 0xa0;
  if (lead === 0xed) return second <= 0x9f;
  if (lead === 0xf0) return second >= 0x90;
  return lead !== 0xf4 || second <= 0x8f;
}

function codePointAt(bytes: Uint8Array, index: number, size: number): number {
  let code = (bytes[index] ?? 0) & (0xff >> (size + 1));
  for (let offset = 1; offset < size; offset += 1) {
    code = code * 64 + ((bytes[index + offset] ?? 0) & 0x3f);
  }
  return code;
}

function addCodePoint(code: number, add: (unit: number) => void): void {
  if (code < 0x10000) return add(code);
  add(0xd800 + ((code - 0x10000) >> 10));
  add(0xdc00 + ((code - 0x10000) & 0x3ff));
}
