/** A program that was started, a path that was opened or asked about, or a connection or a name that was looked up. */
export type AccessKind = 'program' | 'path' | 'connection';

export declare function trapAccess(note: (kind: AccessKind, what: string, stack: string) => void): () => void;
