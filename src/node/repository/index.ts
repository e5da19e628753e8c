/** What the editor needs of this folder: bundled as one chunk that is loaded with the first card of a trusted folder. */
export { readCodeCarbon } from './read-codecarbon';
export { readRepository } from './read-repository';
