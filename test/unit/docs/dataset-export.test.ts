// The script in media/docs/dataset-export.md. What asks the Hub needs the network and huggingface_hub, and is not run
// here; everything that decides what the file looks like is.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CARD_COLUMNS } from '../../../src/core/refit/cards-export';
import { refit } from '../../../src/node/export/refit-export';
import { lookAtExport } from '../../../src/core/export/look-at-export';
import { nodePlatform } from '../../../src/node/export/node-platform';
import { folderWith } from '../node/export/small-export';

const PAGE = readFileSync(join(import.meta.dirname, '../../../media/docs/dataset-export.md'), 'utf8');
const SCRIPT = /```python\n([\s\S]*?)```/.exec(PAGE)?.[1] ?? '';

const hasPython = spawnSync('python3', ['--version']).status === 0;
if (!hasPython) console.log('There is no python3 here, so the script of the documentation is not run.');

/** Models as the Hub's library gives them: plain objects with these attributes. */
const USE = `
from datetime import datetime, timezone
from types import SimpleNamespace as Of
from make_export import row, write

def model(at, **other):
    days = datetime(2023, 1, 1 + at % 28, tzinfo=timezone.utc), datetime(2023, 2 + at % 7, 3, tzinfo=timezone.utc)
    known = dict(id=f"user/model-{at}", likes=at % 5, created_at=days[0], last_modified=days[1],
                 pipeline_tag="text-generation" if at % 2 else None,
                 safetensors=Of(total=10**6 * (1 + at * 7919 % 97)),
                 card_data=Of(to_dict=lambda: {"co2_eq_emissions": {"emissions": 1 + at * 31 % 13, "source": "x"}}))
    return Of(**{**known, **other})

rows = [row(model(at), 1 + at % 9, "company" if at % 4 else None, 'A "card",\\nof two lines') for at in range(60)]
rows.append(row(model(60, card_data=None), 1, "classroom", ""))
rows.append(row(model(61, card_data=Of(to_dict=lambda: {"co2_eq_emissions": 2.5}), safetensors=None), 1, "university", "x"))
write("hub.csv", rows)
`;

describe.runIf(hasPython)('the script of the documentation', () => {
  const folder = (): string => folderWith({ 'make_export.py': SCRIPT, 'use.py': USE });

  test('writes an export that refit reads without a question', async () => {
    const place = folder();
    const run = spawnSync('python3', ['use.py'], { cwd: place, encoding: 'utf8' });
    expect(run.stderr).toBe('');
    const file = join(place, 'hub.csv');
    expect(readFileSync(file, 'utf8').split('\n')[0]).toBe(CARD_COLUMNS.join(','));
    expect(await lookAtExport(nodePlatform, [file])).toEqual({ questions: [] });
    const { source, refit: result } = await refit([file]);
    expect(source.missing).toEqual([]);
    expect(result.cleaned.total).toBe(62);
    expect(result.cleaned.dropped.map(({ reason, rows }) => [reason, rows.toArray()])).toEqual([
      ['co2_missing', [60]],
      ['parameters_missing', [61]],
    ]);
    expect([...result.cleaned.grams.subarray(0, 3)]).toEqual([1, 6, 11]);
    expect(result.cleaned.organizations.names).toEqual(['other', 'company', 'university']);
  });

  test('without huggingface_hub says what is missing, and writes nothing', () => {
    const place = folder();
    writeFileSync(join(place, 'huggingface_hub.py'), 'raise ModuleNotFoundError("huggingface_hub")');
    const run = spawnSync('python3', ['make_export.py', 'hub.csv'], { cwd: place, encoding: 'utf8' });
    expect(run.status).toBe(1);
    expect(run.stderr).toContain('ModuleNotFoundError: huggingface_hub');
    expect(() => readFileSync(join(place, 'hub.csv'))).toThrow('ENOENT');
  });
});
