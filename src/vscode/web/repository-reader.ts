import * as vscode from 'vscode';
import { EMISSIONS_FILE_LIMIT } from '../../core/codecarbon/emissions-table';
import { runsBesideCard } from '../../core/codecarbon/runs-beside-card';
import { HeaderError } from '../../core/predictors/headers/header-error';
import type { RepositoryReader } from '../../core/predictors/repository-reader';
import type { FileAccess } from '../../core/predictors/repository/folder-files';
import { repositoryFacts } from '../../core/predictors/repository/repository-facts-of';
import { nameOfPlace, uriOf } from '../places';
import { listFiles } from './list-files';

/** VS Code hands files over as a whole: what is larger than this is not fetched for the sake of its header. */
const MOST_HEADER_MEGABYTES = 32;

const access: FileAccess = {
  async readSmallText(place, limit) {
    try {
      const uri = uriOf(place);
      if ((await vscode.workspace.fs.stat(uri)).size > limit) return undefined;
      return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
    } catch {
      return undefined;
    }
  },
  async withFile(place, use) {
    const uri = uriOf(place);
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size > MOST_HEADER_MEGABYTES * 1e6) {
      throw new HeaderError(
        vscode.l10n.t(
          'VS Code for the Web reads files only as a whole, and {0} is larger than {1} MB',
          nameOfPlace(place),
          MOST_HEADER_MEGABYTES,
        ),
      );
    }
    const bytes = await vscode.workspace.fs.readFile(uri);
    const read = (offset: number, length: number): Uint8Array => bytes.subarray(offset, offset + length);
    return use({
      size: bytes.length,
      read: (offset, length) => Promise.resolve(read(offset, length)),
      readText: (offset, length) => Promise.resolve(new TextDecoder().decode(read(offset, length))),
    });
  },
};

/** Reads what lies beside a card through VS Code's own files, whatever they lie on; there is no git here. */
export const editorFilesReader: RepositoryReader = {
  reads: (scheme) => scheme !== 'untitled',
  async readRepository(folder) {
    const git = {
      state: 'not-installed',
      message: vscode.l10n.t('VS Code for the Web has no git.'),
    } as const;
    return repositoryFacts(await listFiles(uriOf(folder)), access, Promise.resolve(git));
  },
  readCodeCarbon(folder, files) {
    const placeOf = (file: string): string => vscode.Uri.joinPath(uriOf(folder), file).toString();
    return runsBesideCard(files, (file) => access.readSmallText(placeOf(file), EMISSIONS_FILE_LIMIT));
  },
};
