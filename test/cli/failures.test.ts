import { spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { failureText } from '../../src/cli/failure';
import { CLI, folderWith, PLAIN_ENVIRONMENT } from './run-cli';
import { WITH_UNIT } from './sample-cards';

interface Ended {
  readonly code: number | null;
  readonly stderr: string;
}

/** Runs the command line for a reader that goes away after the first bytes, as `head` does. */
function runForHead(args: readonly string[], cwd: string): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CLI, ...args], { cwd, env: PLAIN_ENVIRONMENT });
    let stderr = '';
    child.stdout.once('data', () => child.stdout.destroy());
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.once('error', reject).once('close', (code) => resolve({ code, stderr }));
  });
}

describe('a reader that has enough ends the program without a word', () => {
  test('of check', async () => {
    const cards = Array.from({ length: 400 }, (_, i) => [`model-${i}/README.md`, WITH_UNIT] as const);
    expect(await runForHead(['check', '.'], folderWith(Object.fromEntries(cards)))).toEqual({
      code: 141,
      stderr: '',
    });
  });

  test('of refit', async () => {
    const rows = Array.from({ length: 3000 }, (_, i) => {
      const day = `${(i % 28) + 1}`.padStart(2, '0');
      return `m${i},${1 + ((i * 7919) % 997)},${1e6 + i * 999},${i % 7},${1 + (i % 11)},2024-01-01,2024-02-${day}`;
    });
    const header = 'model_id,co2_eq_emissions,parameters,likes,commits,created_at,last_modified';
    const cwd = folderWith({ 'export.csv': `${header}\n${rows.join('\n')}\n` });
    expect(await runForHead(['refit', 'export.csv', '--format', 'json'], cwd)).toEqual({
      code: 141,
      stderr: '',
    });
  });
});

test.skipIf(!existsSync('/dev/full'))('output that cannot be written is a failure with its reason', () => {
  const cwd = folderWith({ 'README.md': WITH_UNIT });
  const full = openSync('/dev/full', 'w');
  const { status, stderr } = spawnSync(process.execPath, [CLI, 'check', '.'], {
    cwd,
    env: PLAIN_ENVIRONMENT,
    stdio: ['ignore', full, 'pipe'],
    encoding: 'utf8',
  });
  closeSync(full);
  expect(stderr).toMatch(/^model-card-co2: ENOSPC: no space left on device, write\n$/);
  expect(status).toBe(2);
});

describe('what is printed of an error', () => {
  test('that nobody expected is a sentence, never a stack', () => {
    const text = failureText(new TypeError('x is not\n    at a function'));
    expect(text).toBe(
      'model-card-co2: This is a mistake in model-card-co2 itself, please report it: TypeError: x is not\n',
    );
    expect(failureText('thrown')).toMatch(/report it: thrown\n$/);
  });
});
