import assert from 'node:assert/strict';
import { join } from 'node:path';
import { suite, teardown, test } from 'mocha';
import * as vscode from 'vscode';
import { show, temporaryFolder, when } from './card-in-editor';

const CARD = `---
license: mit
co2_eq_emissions:
  emissions: 1.71
---

# A model

## Environmental Impact

Training emitted 1.71 kg of CO2eq.
`;

const disposables: vscode.Disposable[] = [];
let remove: (() => Promise<void>) | undefined;

interface ProviderExtension {
  readonly provide: (provider: vscode.LanguageModelChatProvider) => vscode.Disposable;
}

/** Registers a language model that gives one answer, and collects the prompts that it gets. */
async function provideModel(answer: string): Promise<string[]> {
  const extension = vscode.extensions.getExtension<ProviderExtension>(
    'model-card-co2-tests.language-model-provider',
  );
  assert.ok(extension, 'the provider of the tests is not installed');
  const { provide } = await extension.activate();
  const prompts: string[] = [];
  const registration = provide({
    provideLanguageModelChatInformation: () => [
      {
        id: 'echo',
        name: 'Echo',
        family: 'echo',
        version: '1',
        maxInputTokens: 10_000,
        maxOutputTokens: 100,
        capabilities: {},
      },
    ],
    provideLanguageModelChatResponse: (_model, messages, _options, progress) => {
      prompts.push(messages.flatMap(({ content }) => content.map(textOf)).join('\n'));
      progress.report(new vscode.LanguageModelTextPart(answer));
      return Promise.resolve();
    },
    provideTokenCount: () => Promise.resolve(1),
  });
  disposables.push(registration);
  await untilModels();
  return prompts;
}

function textOf(part: unknown): string {
  return typeof part === 'object' && part !== null && 'value' in part ? String(part.value) : '';
}

async function untilModels(): Promise<void> {
  let count = (await vscode.lm.selectChatModels({ vendor: 'model-card-co2-tests' })).length;
  if (count > 0) return;
  const changed = new vscode.EventEmitter<void>();
  disposables.push(
    vscode.lm.onDidChangeChatModels(() => {
      void vscode.lm.selectChatModels({ vendor: 'model-card-co2-tests' }).then((models) => {
        count = models.length;
        changed.fire();
      });
    }),
  );
  await when(changed.event, () => count > 0, 'a language model');
}

suite('Asking a language model', () => {
  teardown(async () => {
    for (const disposable of disposables.splice(0)) disposable.dispose();
    await vscode.commands.executeCommand('notifications.clearAll');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await remove?.();
  });

  test('sends the section about environmental impact, and edits nothing', async () => {
    const prompts = await provideModel('1710');
    const folder = await temporaryFolder({ 'README.md': CARD });
    remove = () => folder.remove();
    const { document } = await show(join(folder.path, 'README.md'));
    await vscode.commands.executeCommand('modelCardCo2.askLanguageModel', document.uri);
    const [prompt] = prompts;
    assert.match(prompt ?? '', /Training emitted 1\.71 kg of CO2eq\./);
    assert.doesNotMatch(prompt ?? '', /license: mit/);
    assert.equal(document.getText(), CARD);
    assert.equal(document.isDirty, false);
  });

  test('asks nothing about a text without such a section', async () => {
    const prompts = await provideModel('1710');
    const folder = await temporaryFolder({ 'README.md': '---\nlicense: mit\n---\n\n# A model\n' });
    remove = () => folder.remove();
    const { document } = await show(join(folder.path, 'README.md'));
    await vscode.commands.executeCommand('modelCardCo2.askLanguageModel', document.uri);
    assert.deepEqual(prompts, []);
  });
});
