import { isAbsolute, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ArtifactLocation, Log, Notification, Region, ReportingDescriptor, Result, Run } from 'sarif';
import { version } from '../../../package.json';
import type { TextRange } from '../../core/card/text-range';
import { rules } from '../../core/rules';
import type { Severity } from '../../core/rules/rule';
import { fingerprint } from './fingerprint';
import type { CheckedFile, Report } from './format';
import { rulePage } from './rule-page';

const LEVELS = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
} as const satisfies Readonly<Record<Severity, Result.level>>;

/** The folder that addresses are relative to, by the name that code scanning services know. */
const ROOT = '%SRCROOT%';

/** SARIF 2.1.0, as code scanning services read it. */
export function sarif(): Report {
  const artifacts: Run['artifacts'] & object = [];
  const results: Result[] = [];
  const refusals: Notification[] = [];
  return {
    card(checked) {
      const { file, findings, refusal } = checked;
      const location = locationOf(file);
      const seen = new Map<string, number>();
      for (const finding of findings) {
        results.push(result(checked, finding, { ...location, index: artifacts.length }, seen));
      }
      artifacts.push({ location });
      if (refusal !== undefined) refusals.push(notification(refusal, location));
      return '';
    },
    end: () => `${JSON.stringify(log(artifacts, results, refusals), null, 2)}\n`,
  };
}

function log(artifacts: Run['artifacts'] & object, results: Result[], refusals: Notification[]): Log {
  return {
    version: '2.1.0',
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    runs: [
      {
        tool: {
          driver: { name: 'Model Card CO₂', semanticVersion: version, rules: rules.map(descriptor) },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [ROOT]: { description: { text: 'The folder in which the check was run.' } } },
        artifacts,
        results,
        invocations: [{ executionSuccessful: refusals.length === 0, toolExecutionNotifications: refusals }],
      },
    ],
  };
}

function descriptor({ id, summary, defaultSeverity }: (typeof rules)[number]): ReportingDescriptor {
  const { markdown, source } = rulePage(id);
  const sentence = `${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`;
  const isOff = defaultSeverity === 'off';
  return {
    id,
    shortDescription: { text: sentence },
    help: { text: sentence, markdown },
    ...(source !== undefined && { helpUri: source }),
    defaultConfiguration: { enabled: !isOff, level: isOff ? 'none' : LEVELS[defaultSeverity] },
  };
}

function notification(text: string, artifactLocation: ArtifactLocation): Notification {
  return { message: { text }, level: 'error', locations: [{ physicalLocation: { artifactLocation } }] };
}

function result(
  { card }: CheckedFile,
  finding: CheckedFile['findings'][number],
  artifactLocation: ArtifactLocation,
  seen: Map<string, number>,
): Result {
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
    partialFingerprints: { 'ruleAndLine/v1': fingerprint(card.text, finding, seen) },
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

/** Relative to the current folder where the file lies below it, so that a report made in a checkout fits any other. */
function locationOf(file: string): ArtifactLocation {
  if (file === '-') return { uri: 'stdin' };
  const path = relative('.', resolve(file));
  if (isAbsolute(path) || path.startsWith('..')) return { uri: pathToFileURL(file).href };
  const uri = path
    .split(/[/\\]/)
    .map((part) => encodeURIComponent(part.replaceAll(/\p{Surrogate}/gu, '\ufffd')))
    .join('/');
  return { uri, uriBaseId: ROOT };
}
