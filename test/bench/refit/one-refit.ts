// One refit from file to table in a process of its own; prints what it took. Bundled and run by refit.ts.
import { refitText } from '../../../src/core/refit/result-text';
import { refit } from '../../../src/node/export/refit-export';

const [, , path = '', removal = ''] = process.argv;

async function main(): Promise<void> {
  const started = performance.now();
  const removing = removal === 'with-removal';
  let read = 0;
  const onProgress = ({ phase }: { phase: string }): void => {
    if (phase === 'reading') read = performance.now() - started;
  };
  const options = { influenceRemoval: removing, collinearityRemoval: removing };
  const { source, refit: result } = await refit([path], options, { onProgress });
  const text = refitText(source, result, new Date());
  const { user, system } = process.cpuUsage();
  const measured = {
    milliseconds: performance.now() - started,
    reading: read,
    cpu: (user + system) / 1000,
    megabytes: process.resourceUsage().maxRSS / 1024,
    rows: result.pipeline.fit.nobs,
    fits: result.pipeline.influence.length,
    params: Object.fromEntries(
      result.pipeline.fit.columns.map((name, j) => [name, result.pipeline.fit.params[j]]),
    ),
    characters: text.length,
  };
  console.log(JSON.stringify(measured));
}

void main();
