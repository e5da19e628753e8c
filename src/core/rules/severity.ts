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
    (candidate) =>
      picomatch.isMatch(rule.id, candidate.rule) &&
      (candidate.files === undefined ||
        picomatch.isMatch(path, candidate.files, { dot: true, basename: true })),
  );
  return custom?.severity ?? settings.rules?.[rule.id] ?? rule.defaultSeverity;
}

/** A finding may be milder than its rule, never louder than the user wants the rule to be. */
export function milder(severity: Severity, own: Severity = severity): Severity {
  return SEVERITIES.indexOf(own) > SEVERITIES.indexOf(severity) ? own : severity;
}
