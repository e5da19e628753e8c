/** Before the first script of a worker: `require` finds what the others export, under the paths they ask for. */
export const SCRIPTS_PRELUDE = 'self.scripts = {}; self.require = (path) => self.scripts[path];\n';

/** What a worker of the browser begins with, in this order. */
export const FIRST_SCRIPTS = ['l10n', 'refit-engine', 'refit-worker.web'] as const;

/**
 * The source of a CommonJS module, as a script of a worker that keeps what it exports.
 *
 * @param name of its file, without `.js`
 */
export function workerScript(name: string, source: string): string {
  return `(function (module) { (function (exports) {${source}
})(module.exports); self.scripts["./${name}.js"] = module.exports; })({ exports: {} });\n`;
}
