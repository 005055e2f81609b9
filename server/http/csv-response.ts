/** The name for a download, with its plain form for old programs. */
function disposition(fileName: string): string {
  const plain = fileName.replace(/[^\w.-]+/g, '-');
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(fileName)}`;
}

/** Sends a CSV file as its parts are made: only one of them is in memory at a time. */
export function csvResponse(fileName: string, parts: AsyncIterator<string, void>): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const part = await parts.next();
      if (part.done === true) controller.close();
      else controller.enqueue(encoder.encode(part.value));
    },
    cancel: async () => {
      await parts.return?.();
    },
  });
  return new Response(body, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': disposition(fileName),
      'cache-control': 'no-store',
    },
  });
}

/** Sends a picture as a file to keep: it is not shown in place. */
export function svgResponse(fileName: string, svg: string): Response {
  return new Response(svg, {
    headers: {
      'content-type': 'image/svg+xml; charset=utf-8',
      'content-disposition': disposition(fileName),
      'cache-control': 'no-store',
    },
  });
}

/** The same file under a name that says that everyone in it is made up. */
export function namedMadeUp(answer: Response): Response {
  const headers = new Headers(answer.headers);
  const named = headers.get('content-disposition');
  if (named !== null)
    headers.set(
      'content-disposition',
      named.replace('filename="', 'filename="made-up-').replace("UTF-8''", "UTF-8''made-up-"),
    );
  return new Response(answer.body, { status: answer.status, headers });
}
