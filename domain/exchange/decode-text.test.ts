import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { UPPER_HALF, codePageOf } from './code-pages.ts';
import { createTextReader } from './decode-text.ts';

function read(bytes: Uint8Array, chunk = bytes.length || 1, page = codePageOf('PT')) {
  const reader = createTextReader(page);
  let text = '';
  for (let at = 0; at < bytes.length; at += chunk)
    text += reader.push(bytes.subarray(at, at + chunk));
  text += reader.end();
  return { text, encoding: reader.encoding() };
}

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, littleEndian: boolean) => {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at += 1)
    view.setUint16(at * 2, text.charCodeAt(at), littleEndian);
  return new Uint8Array(view.buffer);
};
const bytesOf = (...bytes: number[]) => Uint8Array.from(bytes);

const sample = 'Número;Nome;Nascimento\r\n1;"José da Conceição";03/04/1985\r\n2;王小明 😀;\r\n';

test.each([1, 2, 3, 7, 100_000])('every form is read the same in chunks of %i bytes', (chunk) => {
  const expectText = (bytes: Uint8Array, encoding: string) =>
    expect(read(bytes, chunk)).toEqual({ text: sample, encoding });
  expectText(utf8(sample), 'utf-8');
  expectText(utf8(`\ufeff${sample}`), 'utf-8');
  expectText(utf16(sample, true), 'utf-16le');
  expectText(utf16(sample, false), 'utf-16be');
  expectText(utf16(`\ufeff${sample}`, true), 'utf-16le');
  expectText(utf16(`\ufeff${sample}`, false), 'utf-16be');
});

test('one-byte letters are read by the code page of the country', () => {
  expect(read(bytesOf(0x4a, 0x6f, 0x73, 0xe9))).toEqual({ text: 'José', encoding: 'windows-1252' });
  expect(read(bytesOf(0x93, 0x80, 0x94)).text).toBe('“€”');
  expect(read(bytesOf(0xa3, 0xf3, 0x64, 0x9f), 1, codePageOf('PL')).text).toBe('Łódź');
  expect(read(bytesOf(0xde, 0x69, 0xfe, 0x6c, 0x69), 9, codePageOf('TR')).text).toBe('Şişli');
  expect(read(bytesOf(0xc5, 0xeb, 0xdd, 0xed, 0xe7), 9, codePageOf('GR')).text).toBe('Ελένη');
  expect(read(bytesOf(0xce, 0xeb, 0xfc, 0xe3, 0xe0), 9, codePageOf('RU')).text).toBe('Ольга');
});

test('plain text is ASCII, an empty file too', () => {
  expect(read(utf8('a;b\n'))).toEqual({ text: 'a;b\n', encoding: 'ascii' });
  expect(read(bytesOf())).toEqual({ text: '', encoding: 'ascii' });
});

test('a file pasted together from two encodings keeps both readable', () => {
  const both = [...utf8('José\n'), 0x4a, 0x6f, 0xe3, 0x6f, 0x0a];
  expect(read(bytesOf(...both))).toEqual({ text: 'José\nJoão\n', encoding: 'mixed' });
});

test('bytes cut off at the end do not stop the reading', () => {
  expect(read(utf8('é').slice(0, 1)).text).toBe('Ã');
  expect(read(utf16('abcdefgh', true).slice(0, 15)).text).toBe('abcdefg\ufffd');
});

test('every code page has 128 characters', () => {
  expect(Object.values(UPPER_HALF).map((half) => half.length)).toEqual([128, 128, 128, 128, 128]);
});

test('any well-formed text survives UTF-8 in any chunks', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 300 });
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 50 }), (typed, chunk) => {
      fc.pre(!typed.startsWith('\ufeff') && !typed.includes('\0'));
      expect(read(utf8(typed), chunk).text).toBe(typed);
    }),
  );
});
