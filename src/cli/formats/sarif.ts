import { pathToFileURL } from 'node:url';
import type { Log, Notification, Region, ReportingDescriptor, Result, Run } from 'sarif';
import type { TextRange } from '../../core/card/text-range';
import { rules } from '../../core/rules';
import type { Severity, SeveritySetting } from '../../core/rules/rule';
import type { CheckedCard } from '../../core/workspace/card-report';
import type { Report } from './format';

const LEVELS: Readonly<Record<Severity, Result.level>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/** SARIF 2.1.0, as code scanning services read it. */
export function sarif(): Report {
  const artifacts: Run['artifacts'] & object = [];
  const results: Result[] = [];
  const refusals: Notification[] = [];
  return {
    card(checked) {
      const { file, findings, refusal } = checked;
      results.push(...findings.map((finding) => result(checked, finding, artifacts.length)));
      artifacts.push({ location: { uri: uriOf(file) } });
      if (refusal !== undefined) refusals.push({ message: { text: `${file}: ${refusal}` }, level: 'error' });
      return '';
    },
    end: () => `${JSON.stringify(log(artifacts, results, refusals), null, 2)}\n`,
  };
}

function log(artifacts: Run['artifacts'] & object, results: Result[], refusals: Notification[]): Log {
  const invocation = {
    executionSuccessful: refusals.length === 0,
    toolExecutionNotifications: refusals,
  };
  return {
    version: '2.1.0',
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    runs: [
      {
        tool: { driver: { name: 'Model Card CO₂', rules: rules.map(descriptor) } },
        columnKind: 'utf16CodeUnits',
        artifacts,
        results,
        invocations: [invocation],
      },
    ],
  };
}

function descriptor(rule: (typeof rules)[number]): ReportingDescriptor {
  return {
    id: rule.id,
    shortDescription: { text: rule.summary },
    defaultConfiguration: { enabled: isOn(rule.defaultSeverity), level: levelOf(rule.defaultSeverity) },
  };
}

function isOn(severity: SeveritySetting): boolean {
  return severity !== 'off';
}

function levelOf(severity: SeveritySetting): Result.level {
  return severity === 'off' ? 'none' : LEVELS[severity];
}

function result(
  { file, card }: CheckedCard,
  finding: CheckedCard['findings'][number],
  artifact: number,
): Result {
  const artifactLocation = { uri: uriOf(file), index: artifact };
  const region = (range: TextRange): Region => {
    const { start, end } = card.lines.rangeOf(range);
    return {
      startLine: start.line + 1,
      startColumn: start.character + 1,
      endLine: end.line + 1,
      endColumn: end.character + 1,
    };
  };
  return {
    ruleId: finding.rule,
    ruleIndex: rules.findIndex(({ id }) => id === finding.rule),
    level: LEVELS[finding.severity],
    message: { text: finding.message },
    locations: [{ physicalLocation: { artifactLocation, region: region(finding.range) } }],
    ...(finding.fixes && {
      fixes: finding.fixes.map(({ title, edits }) => ({
        description: { text: title },
        artifactChanges: [
          {
            artifactLocation,
            replacements: edits.map(({ range, newText }) => ({
              deletedRegion: region(range),
              insertedContent: { text: newText },
            })),
          },
        ],
      })),
    }),
  };
}

/** Relative paths stay relative, so that a report made in a checkout fits any other. */
function uriOf(file: string): string {
  if (file === '-') return 'stdin';
  return file.startsWith('/') || /^[a-z]:\\/i.test(file)
    ? pathToFileURL(file).href
    : encodeURI(file.replaceAll('\\', '/'));
}
