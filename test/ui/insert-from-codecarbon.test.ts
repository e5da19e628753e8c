import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ServedWorkbench } from './served-workbench';

const CARD = '---\nlicense: mit # of the weights\ntags:\n- birds\n---\n\n# Birds\n';

const HEADER =
  'timestamp,project_name,run_id,duration,emissions,energy_consumed,country_name,region,gpu_count,gpu_model';
const RUNS = [
  '2026-01-01T10:00:00,birds,first,3600,0.1,0.25,Norway,viken,1,1 x NVIDIA A10G',
  '2026-01-02T10:00:00,birds,second,7200,0.2,0.5,Norway,viken,1,1 x NVIDIA A10G',
];

let vscode: ServedWorkbench;
let folder: string;
beforeAll(async () => {
  vscode = await ServedWorkbench.start();
  folder = await mkdtemp(join(tmpdir(), 'model-card-codecarbon-'));
  await mkdir(join(folder, 'runs'));
  await writeFile(join(folder, 'README.md'), CARD);
  await writeFile(join(folder, 'runs/emissions.csv'), `${[HEADER, ...RUNS].join('\n')}\n`);
});
afterAll(async () => {
  await vscode.stop();
  await rm(folder, { recursive: true, force: true });
});

test('the sum of several runs is declared in grams, and nothing else in the card changes', async () => {
  const workbench = await vscode.open({ folder });
  await workbench.openCard('README.md');
  await workbench.commandPalette('Model Card CO₂: Insert from emissions.csv');
  const choices = workbench.page.locator('.quick-input-list .monaco-list-row');
  // The rows of the command palette stand in the same place a moment before.
  await choices.filter({ hasText: 'The sum of all' }).waitFor();
  expect(await choices.allInnerTexts()).toEqual([
    expect.stringMatching(/The sum of all 2 runs[\s\S]*300 g/),
    expect.stringMatching(/The last run[\s\S]*200 g/),
    expect.stringMatching(/2026-01-01[\s\S]*100 g/),
    expect.stringMatching(/2026-01-02[\s\S]*200 g/),
  ]);
  await workbench.screenshot('insert-from-codecarbon');
  await workbench.page.keyboard.press('Enter');
  await workbench.waitForText('emissions: 300');
  const saved = await workbench.save('README.md');
  const block = `co2_eq_emissions:
  emissions: 300
  source: CodeCarbon
  geographical_location: "Viken, Norway"
  hardware_used: 1 x NVIDIA A10G
  energy_consumed: 0.75
  hours_used: 3
`;
  expect(saved).toBe(CARD.replace('- birds\n', `- birds\n${block}`));
  await workbench.close();
});
