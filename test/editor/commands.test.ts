import assert from 'node:assert/strict';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { suite, teardown, test } from 'mocha';
import * as vscode from 'vscode';
import { show, when } from './card-in-editor';

const EXTENSION = 'model-card-co2.model-card-co2';

/** The columns that CodeCarbon writes and that end up in a card. */
const EMISSIONS_CSV = `timestamp,project_name,run_id,duration,emissions,energy_consumed,country_name,region,gpu_count,gpu_model,on_cloud
2025-03-03T10:00:00,tides,run-1,7200,0.0128,0.0391,Spain,catalonia,1,1 x NVIDIA A100,N
`;

const CARD = `---
license: mit
pipeline_tag: text-generation
---

# Tides
`;

/** A model repository inside the workspace, where commands look for files. */
async function repository(files: Readonly<Record<string, string>>): Promise<string> {
  const workspace = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath;
  assert.ok(workspace, 'no folder is open');
  const folder = join(workspace, 'commands-test');
  await mkdir(folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  return folder;
}

function panelTabs(): vscode.Tab[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(
      ({ input }) =>
        input instanceof vscode.TabInputWebview && input.viewType.endsWith('modelCardCo2.predict'),
    );
}

suite('Commands', () => {
  teardown(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await rm(await repository({}), { recursive: true, force: true });
  });

  test('every contributed command is registered', async () => {
    await show(join(await repository({ 'README.md': CARD }), 'README.md'));
    const extension = vscode.extensions.getExtension<unknown>(EXTENSION);
    await extension?.activate();
    const { contributes } = extension?.packageJSON as { contributes: { commands: { command: string }[] } };
    const registered = new Set(await vscode.commands.getCommands());
    const missing = contributes.commands.filter(({ command }) => !registered.has(command));
    assert.deepEqual(missing, []);
    assert.ok(contributes.commands.length >= 4);
  });

  test('a run of CodeCarbon goes into the card, in grams', async () => {
    const folder = await repository({ 'README.md': CARD, 'emissions.csv': EMISSIONS_CSV });
    const { document } = await show(join(folder, 'README.md'));
    await vscode.commands.executeCommand('modelCardCo2.insertFromCodeCarbon', document.uri);
    assert.equal(
      document.getText(),
      CARD.replace(
        'pipeline_tag: text-generation\n',
        `pipeline_tag: text-generation
co2_eq_emissions:
  emissions: 12.8
  source: CodeCarbon
  geographical_location: "Catalonia, Spain"
  hardware_used: 1 x NVIDIA A100
  on_cloud: false
  energy_consumed: 0.0391
  hours_used: 2
`,
      ),
    );
  });

  test('the panel opens beside the card, once', async () => {
    const { document } = await show(join(await repository({ 'README.md': CARD }), 'README.md'));
    await vscode.commands.executeCommand('modelCardCo2.predictEmissions', document.uri);
    await vscode.commands.executeCommand('modelCardCo2.showModel');
    await when(vscode.window.tabGroups.onDidChangeTabs, () => panelTabs().length > 0, 'the panel is open');
    const panels = panelTabs();
    assert.equal(panels.length, 1);
    assert.notEqual(panels[0]?.group.viewColumn, vscode.ViewColumn.One);
  });
});
