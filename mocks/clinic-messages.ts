import type { DemoSettings } from './demo-settings.ts';

/** A request as it crosses from the page to the worker. */
export type PlainRequest = {
  method: string;
  url: string;
  headers: [string, string][];
  body: ArrayBuffer | null;
};

/** An answer as it crosses from the worker to the page. */
export type PlainResponse = {
  status: number;
  headers: [string, string][];
  body: ArrayBuffer | null;
};

/** What the page asks of the worker; each message brings the port its answer goes to. */
export type ToClinic =
  | { kind: 'open'; clinic: DemoSettings['clinic']; staffId: string | null }
  | { kind: 'request'; request: PlainRequest }
  | { kind: 'sign-in'; staffId: string | null };

/** What the worker answers: the response to a request, and who is signed in where that may have changed. */
export type FromClinic =
  | { response?: PlainResponse; staffId?: string | null }
  | { failure: string };

const NO_BODY = new Set([204, 205, 304]);

/** Takes a request apart; its body is read to the end. */
export async function plainRequest(request: Request): Promise<PlainRequest> {
  const body = await request.arrayBuffer();
  return {
    method: request.method,
    url: request.url,
    headers: [...request.headers],
    body: body.byteLength === 0 ? null : body,
  };
}

/** Takes an answer apart; its body is read to the end. */
export async function plainResponse(response: Response): Promise<PlainResponse> {
  return {
    status: response.status,
    headers: [...response.headers],
    body: NO_BODY.has(response.status) ? null : await response.arrayBuffer(),
  };
}

/** Puts an answer together again. */
export const responseFrom = ({ status, headers, body }: PlainResponse): Response =>
  new Response(body, { status, headers });
