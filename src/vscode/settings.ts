import * as vscode from 'vscode';
import { cardFolderPath } from '../core/config/card-folder';
import type { SeverityCustomization, SeveritySettings } from '../core/rules/severity';
import type { PredictorSettings } from '../core/predictors/predictor';
import type { SeveritySetting } from '../core/rules/rule';
import { predictorSettingsOf, type WrittenPredictors } from '../core/predictors/predictor-settings';
import { projectConfigOf } from './project-configs';
import { relativePath } from './relative-path';

/** Section of every setting of this extension. */
export const SECTION = 'modelCardCo2';

/**
 * The settings that apply to one card. Read anew each time: they differ by folder, and cost nothing to read. Where the
 * workspace folder has a configuration file, it alone decides on rules and card folders, so that the command line finds the
 * same.
 */
export interface Settings {
  /** Folders below which every Markdown file is a model card, as `cardFolderPath` has them. */
  readonly cardFolders: readonly string[];
  readonly severities: SeveritySettings;
  /** Whether fix-all also applies fixes that rest on a judgement. */
  readonly fixAllIncludesJudgements: boolean;
  /** Whether the predicted emissions are shown beside the declared ones. */
  readonly hint: boolean;
}

export function readSettings(scope: vscode.Uri): Settings {
  const section = vscode.workspace.getConfiguration(SECTION, scope);
  const project = projectConfigOf(scope);
  return {
    cardFolders:
      project?.cardFolders ??
      section.get<string[]>('cardFolders', []).flatMap((folder) => cardFolderPath(folder) ?? []),
    severities: project?.severities ?? {
      rules: section.get<Record<string, SeveritySetting>>('rules', {}),
      customizations: section.get<SeverityCustomization[]>('ruleCustomizations', []),
    },
    fixAllIncludesJudgements: section.get('fixAll.includeJudgements', false),
    hint: section.get('hint', true),
  };
}

/**
 * What is set about a card's model, only what is set: by the user, for the folder and over that for this card; and over
 * these by the configuration file.
 */
export function readPredictorSettings(card: vscode.Uri): PredictorSettings {
  const path = relativePath(card);
  const section = vscode.workspace.getConfiguration(SECTION, card);
  const own = predictorSettingsOf(
    path,
    section.get<WrittenPredictors>('predictors', {}),
    section.get<Record<string, WrittenPredictors>>('cardPredictors', {}),
  );
  return { ...own, ...projectConfigOf(card)?.predictorsOf(path) };
}
