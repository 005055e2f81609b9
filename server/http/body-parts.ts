/**
 * The parts of a request's body as they come, so that no more is held than is looked at. Stopping
 * early ends the upload.
 */
export async function* bodyParts(
  body: ReadableStream<Uint8Array> | null,
): AsyncGenerator<Uint8Array, void> {
  const reader = body?.getReader();
  try {
    for (;;) {
      const part = await reader?.read();
      if (part?.value === undefined) return;
      yield part.value;
    }
  } finally {
    await reader?.cancel();
  }
}
