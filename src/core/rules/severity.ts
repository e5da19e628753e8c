import picomatch from 'picomatch/posix';
import { type Rule, SEVERITIES, type Severity, type SeveritySetting } from './rule';

/** Changes the severity of the rules (and, where given, the files) that match. */
export interface SeverityCustomization {
  /** A rule id or a glob over ids: `emissions-*`, `!emissions-*`. */
  readonly rule: string;
  /** A glob over paths relative to the workspace folder; every file where absent. */
  readonly files?: string | undefined;
  readonly severity: SeveritySetting;
}

/** The user's severities: one for each rule, then customizations by glob, the last match winning. */
export interface SeveritySettings {
  readonly rules?: Readonly<Record<string, SeveritySetting | undefined>>;
  readonly customizations?: readonly SeverityCustomization[];
}

/** @param path of the card relative to its workspace folder, with `/`. */
export function severityOf(rule: Rule, settings: SeveritySettings, path: string): SeveritySetting {
  const custom = settings.customizations?.findLast(
    ({ files, rule: ids }) =>
      picomatch.isMatch(rule.id, ids) && (files === undefined || isInFiles(path, files)),
  );
  return custom?.severity ?? settings.rules?.[rule.id] ?? rule.defaultSeverity;
}

/** A glob without a slash is about the name alone, in any folder, as in `.gitignore`. */
function isInFiles(path: string, glob: string): boolean {
  return picomatch.isMatch(path, glob, { dot: true, basename: !glob.includes('/') });
}

/** A finding may be milder than its rule, never louder than the user wants the rule to be. */
export function milder(severity: Severity, own: Severity = severity): Severity {
  return SEVERITIES.indexOf(own) > SEVERITIES.indexOf(severity) ? own : severity;
}
