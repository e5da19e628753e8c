import { JSONParser, TokenType } from '@streamparser/json';
import * as l10n from '@vscode/l10n';
import { MOST_LEVELS, tooDeep } from '../refit/record-depth';
import { RefitError } from '../refit/refit-error';
import { JsonSink } from './json-sink';
import type { ExportFile, RecordSink } from './record-sink';

const CHUNK = 1 << 16;

/** What a token adds to the depth. */
const OPENS: ReadonlyMap<TokenType, number> = new Map([
  [TokenType.LEFT_BRACE, 1],
  [TokenType.LEFT_BRACKET, 1],
  [TokenType.RIGHT_BRACE, -1],
  [TokenType.RIGHT_BRACKET, -1],
]);

/** Reads a JSON array of records, such as the Hub's API answers; each record is let go once it is cleaned. */
export async function readJsonArray(file: ExportFile, sink: RecordSink): Promise<void> {
  const source = await file.open();
  const records = new JsonSink(file, sink);
  let count = 0;
  const where = (record: number) => l10n.t('{0}, record {1}', file.name, record);
  let depth = 0;
  const parser = new JSONParser({ paths: ['$.*'], keepStack: false });
  parser.onValue = ({ value }) => {
    const record = count++;
    records.add(value, () => where(record));
  };
  // Told of each token before the parser builds anything from it.
  parser.onToken = ({ token }) => {
    depth += OPENS.get(token) ?? 0;
    // The list of the records is a level as well.
    if (depth > MOST_LEVELS + 1) throw tooDeep(where(count));
  };
  const chunk = file.native.allocate(CHUNK);
  try {
    for (;;) {
      const length = await source.read(chunk);
      if (length === 0) break;
      feed(parser, chunk.subarray(0, length), file.name, count);
      sink.advanced(source.consumed);
    }
  } finally {
    await source.close();
  }
  if (!parser.isEnded) {
    throw new RefitError(l10n.t('{0} is cut off: its JSON ends within record {1}.', file.name, count));
  }
  records.end();
}

function feed(parser: JSONParser, bytes: Uint8Array, name: string, record: number): void {
  try {
    parser.write(bytes);
  } catch (error) {
    if (error instanceof RefitError) throw error;
    throw new RefitError(
      l10n.t(
        '{0} is not whole JSON from record {1} on. (NaN and Infinity are no JSON: write null.)',
        name,
        record,
      ),
    );
  }
}
