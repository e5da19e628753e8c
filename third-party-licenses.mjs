// The licences of everything in dist/ that others have written, from what esbuild reports to have bundled.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Nothing of these is bundled, but the lists in src/core/schema/data are made from them by `npm run generate`. */
const dataPackages = ['@huggingface/languages', '@huggingface/tasks', 'iso-639-2'];

/** Packages that come without the text of their licence, and one of the same owner, under the same licence, that has it. */
const licenceElsewhere = { '@vscode/l10n': 'vscode-languageserver-types' };

const licenceFile = /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/i;
const rule = '='.repeat(80);

/**
 * Names each package of which something is in a bundle, with its licence; packages with the same text share it.
 *
 * @param root the project's folder
 * @param metafiles esbuild's reports on the bundles
 * @throws where a package comes without the text of its licence
 */
export function thirdPartyLicenses(root, metafiles) {
  const folders = [...bundledPackages(metafiles), ...dataPackages.map((name) => `node_modules/${name}`)];
  const packagesByText = new Map();
  for (const folder of [...new Set(folders)].sort()) {
    const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    const text = licenceText(
      join(root, name in licenceElsewhere ? `node_modules/${licenceElsewhere[name]}` : folder),
    );
    packagesByText.set(text, [...(packagesByText.get(text) ?? []), `${name} ${version} (${license})`]);
  }
  const sections = [...packagesByText].map(([text, packages]) => `${packages.join('\n')}\n\n${text}`);
  return [
    'Model Card CO₂ contains code and data of the packages named below, each under the licence that follows.',
    ...sections,
    '',
  ].join(`\n\n${rule}\n\n`);
}

/** Folders of the packages of which at least one byte is in a bundle. */
function bundledPackages(metafiles) {
  return metafiles
    .flatMap(({ outputs }) => Object.values(outputs))
    .flatMap(({ inputs }) => Object.entries(inputs))
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([file]) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0])
    .filter((folder) => folder !== undefined);
}

function licenceText(folder) {
  const files = readdirSync(folder).filter((file) => licenceFile.test(file));
  if (files.length === 0) throw new Error(`${folder} has no licence file.`);
  return files
    .map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim())
    .join('\n\n');
}
