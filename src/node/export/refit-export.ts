import {
  type ExportOptions,
  type ExportRefit,
  refitExport,
  type RefitHooks,
} from '../../core/export/refit-export';
import { nodePlatform } from './node-platform';

export type { ExportOptions, ExportRefit };

/**
 * Refits the emissions model from an export on this machine; see {@link refitExport}.
 *
 * @param paths files and folders; their records are numbered through
 */
export function refit(
  paths: readonly string[],
  options: ExportOptions = {},
  hooks: RefitHooks = {},
): Promise<ExportRefit> {
  return refitExport(nodePlatform, paths, options, hooks);
}
