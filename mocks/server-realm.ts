/**
 * A browser takes `cookie`, `origin` and `host` away from requests and `set-cookie` from answers,
 * also from those that never leave the page. A server needs them, so the worker that plays the
 * server makes its Request and Response keep every header they were given.
 */

function keepHeaders(made: Request | Response, given: HeadersInit | undefined): void {
  const headers = new Headers(given);
  for (const [name, value] of made.headers) if (!headers.has(name)) headers.set(name, value);
  Object.defineProperty(made, 'headers', { value: headers });
}

class ServerRequest extends Request {
  constructor(input: RequestInfo | URL, init?: RequestInit) {
    super(input, init);
    keepHeaders(this, init?.headers ?? (input instanceof Request ? input.headers : undefined));
  }

  override clone(): Request {
    return new ServerRequest(super.clone(), { headers: this.headers });
  }
}

class ServerResponse extends Response {
  constructor(body?: BodyInit | null, init?: ResponseInit) {
    super(body, init);
    keepHeaders(this, init?.headers);
  }

  override clone(): Response {
    return new ServerResponse(super.clone().body, {
      status: this.status,
      statusText: this.statusText,
      headers: this.headers,
    });
  }
}

/** Makes this realm a server's: to be called in a worker, never in the page. */
export function becomeServerRealm(): void {
  globalThis.Request = ServerRequest;
  globalThis.Response = ServerResponse;
}
