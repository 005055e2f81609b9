/** A file to be saved, with the name the server gave it. */
type NamedFile = { name: string; content: Blob };

/**
 * A picture as the server drew it.
 * @throws Error where the server gave none
 */
export async function fetchPicture(address: string): Promise<NamedFile> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`No picture: ${answer.status}`);
  const named = /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '')?.[1];
  return { name: named ?? 'chart.svg', content: await answer.blob() };
}

/** Twice as many points as the picture has, so that it stays sharp in print. */
const SCALE = 2;

/** The same picture as points, for programs that take no SVG. */
export async function toPng({ name, content }: NamedFile): Promise<NamedFile> {
  const address = URL.createObjectURL(content);
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth * SCALE;
    canvas.height = image.naturalHeight * SCALE;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const made = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
    if (made === null) throw new Error('The browser made no picture.');
    return { name: name.replace(/\.svg$/, '.png'), content: made };
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** Saves a file under its name. */
export function saveFile({ name, content }: NamedFile): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
