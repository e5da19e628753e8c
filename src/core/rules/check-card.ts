import type { Card } from '../card/card';
import type { CardFacts } from '../judgement/card-facts';
import { type Judgement, judgeUnit } from '../judgement/judgement';
import { rules, type RuleId } from './index';
import { ignoreComments } from './ignore-comment';
import type { Finding, Severity } from './rule';
import { type SeveritySettings, severityOf } from './severity';

export interface CheckOptions {
  readonly severities?: SeveritySettings;
  readonly facts?: CardFacts;
  /** Relative to the workspace folder, with `/`; decides which customizations apply. */
  readonly path?: string;
}

/** A finding with the rule that made it and its effective severity. */
export interface ReportedFinding extends Finding {
  readonly rule: RuleId;
  readonly severity: Severity;
}

export interface CheckResult {
  /** In the order of the text. */
  readonly findings: readonly ReportedFinding[];
  readonly judgement: Judgement | undefined;
}

/** Runs every rule that is not off over a model card; cards of datasets and Spaces have other rules, and no findings here. */
export function checkCard(card: Card, options: CheckOptions = {}): CheckResult {
  const { severities = {}, facts = {}, path = 'README.md' } = options;
  if (card.kind !== 'model') return { findings: [], judgement: undefined };
  const judgement = judgeUnit(card, facts);
  const isIgnored = ignoreComments(card);
  const findings = rules.flatMap((rule) => {
    const severity = severityOf(rule, severities, path);
    if (severity === 'off') return [];
    const found: Iterable<Finding> = rule.check({ card, judgement, facts });
    return [...found]
      .filter((finding) => !isIgnored(rule.id, finding.range))
      .map((finding): ReportedFinding => ({
        ...finding,
        rule: rule.id,
        severity: milder(severity, finding.severity),
      }));
  });
  return {
    findings: findings.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end),
    judgement,
  };
}

/** A finding may be milder than its rule, never louder than the user wants the rule to be. */
function milder(severity: Severity, own: Severity | undefined): Severity {
  if (own === undefined) return severity;
  const order: readonly Severity[] = ['error', 'warning', 'information', 'hint'];
  return order.indexOf(own) > order.indexOf(severity) ? own : severity;
}
