import ignore from 'ignore';

/** Patterns in the syntax of `.gitignore` that hold below one folder. */
export interface IgnoreList {
  /** Whether an entry below the folder is ignored or taken back in; undefined where no pattern speaks of it. */
  decide(path: string): 'ignored' | 'kept' | undefined;
}

/** A pattern with more wildcards can take minutes on a long name: nobody needs it, and a hostile one must not hang us. */
const MOST_STARS = 4;

/** Whether a pattern is matched in little time whatever the path. */
export function isTamePattern(pattern: string): boolean {
  return pattern.length <= 1000 && (pattern.match(/\*+/g)?.length ?? 0) <= MOST_STARS;
}

/**
 * Reads the patterns of a folder; those that are not tame are left out.
 *
 * @param folder in which the patterns hold: absolute or relative to a root that all paths share, with `/`, ending with
 *   one; empty for the root itself
 * @param patterns as the lines of a `.gitignore`
 */
export function ignoreList(folder: string, patterns: readonly string[]): IgnoreList {
  const tame = patterns.filter(isTamePattern);
  if (tame.length === 0) return { decide: () => undefined };
  const list = ignore({ ignorecase: false }).add(tame);
  return {
    decide(path) {
      if (!path.startsWith(folder) || path.length === folder.length) return undefined;
      const inside = path.slice(folder.length);
      if (!ignore.isPathValid(inside)) return undefined;
      // Who asks for what lies in an ignored folder has been told by an inner list that it is kept.
      const parent = /^.*\/(?=[^/]+\/?$)/.exec(inside)?.[0];
      if (parent !== undefined && list.test(parent).ignored) return undefined;
      const { ignored, unignored } = list.test(inside);
      return ignored ? 'ignored' : unignored ? 'kept' : undefined;
    },
  };
}

/**
 * Whether an entry is ignored, as git decides: the list of the innermost folder has the last word. What lies in an
 * ignored folder is not asked about here; see {@link isBelowIgnored}.
 *
 * @param path ends with `/` where it is a folder's
 * @param lists those of outer folders first
 */
export function isIgnored(path: string, lists: readonly IgnoreList[]): boolean {
  for (const list of lists.toReversed()) {
    const decision = list.decide(path);
    if (decision !== undefined) return decision === 'ignored';
  }
  return false;
}

/** Whether a file, or a folder that it lies in, is ignored. */
export function isBelowIgnored(path: string, lists: readonly IgnoreList[]): boolean {
  for (let end = path.indexOf('/'); end !== -1; end = path.indexOf('/', end + 1)) {
    if (end > 0 && isIgnored(path.slice(0, end + 1), lists)) return true;
  }
  return isIgnored(path, lists);
}
