import { expect, test } from 'vitest';
import { openCookieJar } from './cookie-jar.ts';

const START = Date.parse('2026-06-10T09:00:00.000Z');

function openJar() {
  const clock = { now: START };
  return { clock, jar: openCookieJar(() => new Date(clock.now)) };
}

test('gives back what was set', () => {
  const { jar } = openJar();
  expect(jar.headerFor('/api/me')).toBeUndefined();
  jar.take(['a=1; Path=/; HttpOnly; SameSite=Strict', 'b=x%3D=y; Secure']);
  expect(jar.headerFor('/api/me')).toBe('a=1; b=x%3D=y');
});

test('a cookie set again replaces the first', () => {
  const { jar } = openJar();
  jar.take(['a=1; Path=/']);
  jar.take(['a=2; Path=/']);
  expect(jar.headerFor('/')).toBe('a=2');
});

test('a cookie is cleared by an age of nothing or a date gone by', () => {
  const { jar } = openJar();
  jar.take(['a=1', 'b=1', 'c=1']);
  jar.take(['a=; Max-Age=0', 'b=; Expires=Thu, 01 Jan 1970 00:00:00 GMT', 'c=2; Max-Age=-1']);
  expect(jar.headerFor('/')).toBeUndefined();
});

test('a cookie ends with its age, which counts before its date', () => {
  const { jar, clock } = openJar();
  jar.take(['a=1; Max-Age=60; Expires=Thu, 01 Jan 1970 00:00:00 GMT']);
  clock.now = START + 59_999;
  expect(jar.headerFor('/')).toBe('a=1');
  clock.now = START + 60_000;
  expect(jar.headerFor('/')).toBeUndefined();
});

test('a cookie goes to its path and below, no further', () => {
  const { jar } = openJar();
  jar.take(['a=1; Path=/api/auth', 'b=2; path=nowhere']);
  expect(jar.headerFor('/api/auth')).toBe('a=1; b=2');
  expect(jar.headerFor('/api/auth/sign-in')).toBe('a=1; b=2');
  expect(jar.headerFor('/api/authors')).toBe('b=2');
  expect(jar.headerFor('/api/me')).toBe('b=2');
});

test('what is no cookie is left alone', () => {
  const { jar } = openJar();
  jar.take(['', '=1', 'a', '; Path=/']);
  expect(jar.headerFor('/')).toBeUndefined();
});
