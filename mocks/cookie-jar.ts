/** Cookies of one site, kept as a browser keeps them. */
export type CookieJar = {
  /** Takes the Set-Cookie headers of an answer. */
  take: (setCookies: readonly string[]) => void;
  /** The Cookie header for a request to this path; undefined when no cookie goes there. */
  headerFor: (path: string) => string | undefined;
};

type Cookie = { name: string; value: string; path: string; expiresAt: number };

function attributesOf(parts: readonly string[]): Map<string, string> {
  return new Map(
    parts.map((part) => {
      const [name = '', ...value] = part.trim().split('=');
      return [name.toLowerCase(), value.join('=')];
    }),
  );
}

/** When a cookie ends: Max-Age counts before Expires (RFC 6265, 5.3); with neither, never in this tab. */
function endOf(attributes: Map<string, string>, now: number): number {
  const maxAge = attributes.get('max-age');
  if (maxAge !== undefined && /^-?\d+$/.test(maxAge)) return now + Number(maxAge) * 1000;
  const expires = Date.parse(attributes.get('expires') ?? '');
  return Number.isNaN(expires) ? Infinity : expires;
}

function readCookie(header: string, now: number): Cookie | undefined {
  const [pair = '', ...parts] = header.split(';');
  const [name = '', ...value] = pair.split('=');
  if (name.trim() === '' || value.length === 0) return undefined;
  const attributes = attributesOf(parts);
  const path = attributes.get('path');
  return {
    name: name.trim(),
    value: value.join('=').trim(),
    path: path?.startsWith('/') === true ? path : '/',
    expiresAt: endOf(attributes, now),
  };
}

const goesTo = (cookie: Cookie, path: string): boolean =>
  path === cookie.path ||
  path.startsWith(cookie.path.endsWith('/') ? cookie.path : `${cookie.path}/`);

/** An empty jar. A browser drops the cookies of mocked answers, so the mocks keep them here. */
export function openCookieJar(now: () => Date): CookieJar {
  const cookies = new Map<string, Cookie>();
  return {
    take: (setCookies) => {
      for (const header of setCookies) {
        const cookie = readCookie(header, now().getTime());
        if (cookie) cookies.set(`${cookie.name} ${cookie.path}`, cookie);
      }
    },
    headerFor: (path) => {
      const at = now().getTime();
      for (const [key, cookie] of cookies) if (cookie.expiresAt <= at) cookies.delete(key);
      const sent = [...cookies.values()].filter((cookie) => goesTo(cookie, path));
      return sent.length === 0
        ? undefined
        : sent.map(({ name, value }) => `${name}=${value}`).join('; ');
    },
  };
}
