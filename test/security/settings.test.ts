// What the settings of a folder that somebody else has made can do.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

interface Manifest {
  readonly capabilities: {
    readonly untrustedWorkspaces: { readonly restrictedConfigurations: readonly string[] };
  };
  readonly contributes: {
    readonly configuration: readonly { readonly properties: Readonly<Record<string, { scope?: string }>> }[];
  };
}

const { capabilities, contributes } = JSON.parse(
  readFileSync(join(import.meta.dirname, '..', '..', 'package.json'), 'utf8'),
) as Manifest;
const settings = Object.entries(
  Object.assign({}, ...contributes.configuration.map(({ properties }) => properties)) as Record<
    string,
    { scope?: string }
  >,
);
const { restrictedConfigurations } = capabilities.untrustedWorkspaces;

test('only the user switches the network on, and says where', () => {
  const network = settings.filter(([name]) => name.startsWith('modelCardCo2.hub.'));
  expect(network.map(([name, { scope }]) => [name, scope])).toEqual([
    ['modelCardCo2.hub.lookUp', 'application'],
    ['modelCardCo2.hub.endpoint', 'application'],
  ]);
});

test('a file that a folder names is read in a trusted folder only', () => {
  expect(restrictedConfigurations).toEqual(['modelCardCo2.model']);
});

test('no setting names a program, or a file that is not restricted', () => {
  const naming = settings
    .map(([name]) => name)
    .filter((name) => /path|file|command|program|git|endpoint|model$/i.test(name));
  expect(naming.sort()).toEqual(['modelCardCo2.hub.endpoint', 'modelCardCo2.model']);
});
