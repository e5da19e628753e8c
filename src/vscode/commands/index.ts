import * as vscode from 'vscode';
import { askLanguageModel } from './ask-language-model';
import { checkWorkspace } from './check-workspace';
import type { Command, CommandServices } from './command';
import { exportWorkspaceCards } from './export-workspace-cards';
import { insertFromCodeCarbon } from './insert-from-codecarbon';
import { newModelCard } from './new-model-card';
import { predictEmissions } from './predict-emissions';
import { refitModel } from './refit-model';
import { selectModel } from './select-model';
import { showModel } from './show-model';

/** Every command that the manifest contributes. */
const commands: readonly Command[] = [
  predictEmissions,
  selectModel,
  showModel,
  insertFromCodeCarbon,
  askLanguageModel,
  refitModel,
  checkWorkspace,
  exportWorkspaceCards,
  newModelCard,
];

/** Registers the commands. */
export function registerCommands(services: CommandServices): vscode.Disposable[] {
  return commands.map((command) =>
    vscode.commands.registerCommand(command.id, (...given: unknown[]) => command.run(services, ...given)),
  );
}
