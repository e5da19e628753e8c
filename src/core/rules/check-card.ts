import type { Card } from '../card/card';
import { excerpt } from '../card/excerpt';
import type { CardFacts } from '../judgement/card-facts';
import { type Judgement, judgeUnit } from '../judgement/judgement';
import { rules, type RuleId } from './index';
import { ignoreComments } from './ignore-comment';
import type { Finding, Rule, Severity } from './rule';
import { milder, type SeveritySettings, severityOf } from './severity';

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
  /** Made when it is first asked for: it reads the prose. */
  readonly judgement: Judgement | undefined;
}

/** Runs every rule that is not off over a model card; cards of datasets and Spaces have other rules, and no findings here. */
export function checkCard(card: Card, options: CheckOptions = {}): CheckResult {
  const { severities = {}, facts = {}, path = 'README.md' } = options;
  if (card.kind !== 'model' || card.refusal !== undefined) return { findings: [], judgement: undefined };
  const judgement = once(() => judgeUnit(card, facts));
  const context = {
    card,
    facts,
    get judgement() {
      return judgement();
    },
  };
  const isIgnored = ignoreComments(card);
  const findings = rules.flatMap((rule: Rule<RuleId>): ReportedFinding[] => {
    const severity = severityOf(rule, severities, path);
    if (severity === 'off') return [];
    return [...rule.check(context)]
      .filter(({ range }) => !isIgnored(rule.id, range))
      .map((finding) => ({
        ...readable(finding),
        rule: rule.id,
        severity: milder(severity, finding.severity),
      }));
  });
  return {
    findings: findings.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end),
    get judgement() {
      return judgement();
    },
  };
}

/** A number may have hundreds of digits: nobody reads them, and the edits have them whole. */
const LONGEST_MESSAGE = 600;
const LONGEST_TITLE = 200;

function readable(finding: Finding): Finding {
  const { fixes, message, related } = finding;
  return {
    ...finding,
    message: excerpt(message, LONGEST_MESSAGE),
    ...(fixes && { fixes: fixes.map((fix) => ({ ...fix, title: excerpt(fix.title, LONGEST_TITLE) })) }),
    ...(related && {
      related: related.map((other) => ({ ...other, message: excerpt(other.message, LONGEST_MESSAGE) })),
    }),
  };
}

function once<T>(compute: () => T): () => T {
  let result: { readonly value: T } | undefined;
  return () => (result ??= { value: compute() }).value;
}
