import * as vscode from 'vscode';
import type { SeverityCustomization, SeveritySettings } from '../core/rules/severity';
import type { PredictorSettings } from '../core/predictors/predictor';
import type { SeveritySetting } from '../core/rules/rule';
import { relativePath } from './relative-path';

/** Section of every setting of this extension. */
export const SECTION = 'modelCardCo2';

/** The settings that apply to one card. Read anew each time: they differ by folder, and cost nothing to read. */
export interface Settings {
  /** Folders below which every Markdown file is a model card. */
  readonly cardFolders: readonly string[];
  readonly severities: SeveritySettings;
  /** Whether fix-all also applies fixes that rest on a judgement. */
  readonly fixAllIncludesJudgements: boolean;
  /** Whether the predicted emissions are shown beside the declared ones. */
  readonly hint: boolean;
}

export function readSettings(scope: vscode.ConfigurationScope | undefined): Settings {
  const section = vscode.workspace.getConfiguration(SECTION, scope);
  return {
    cardFolders: section.get<string[]>('cardFolders', []),
    severities: {
      rules: section.get<Record<string, SeveritySetting>>('rules', {}),
      customizations: section.get<SeverityCustomization[]>('ruleCustomizations', []),
    },
    fixAllIncludesJudgements: section.get('fixAll.includeJudgements', false),
    hint: section.get('hint', true),
  };
}

const PREDICTORS = ['parameters', 'likes', 'commits', 'repoAgeDays', 'task', 'organization'] as const;

/** What the user has set about a card's model: for its folder, and over that for this card. Only what is set. */
export function readPredictorSettings(card: vscode.Uri): PredictorSettings {
  const section = vscode.workspace.getConfiguration(SECTION, card);
  const cards = section.get<Record<string, Record<string, unknown>>>('cardPredictors', {});
  const path = relativePath(card);
  const own = Object.hasOwn(cards, path) ? cards[path] : undefined;
  const set = PREDICTORS.map(
    (name) => [name, own?.[name] ?? section.get<unknown>(`predictors.${name}`)] as const,
  ).filter(([, value]) => value !== undefined && value !== null);
  return Object.fromEntries(set);
}
