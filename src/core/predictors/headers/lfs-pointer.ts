/** A Git LFS pointer is a text of a few lines; the specification keeps it below this many bytes. */
export const POINTER_LIMIT = 1024;

const POINTER =
  /^version https:\/\/(?:git-lfs\.github\.com|hawser\.github\.com)\/spec\/v1\n(?:[a-z0-9.-]+ [^\n]*\n)*?size (\d{1,16})\n/;

/** The size that a Git LFS pointer states for the file it stands for; undefined where `text` is no pointer. */
export function pointerSize(text: string): number | undefined {
  const size = POINTER.exec(text.replaceAll('\r\n', '\n'))?.[1];
  return size === undefined ? undefined : Number(size);
}
