// Writes the lists of src/core/schema/data anew: npx tsx test/generate/hub-data.mts
// With --check it writes nothing and fails where a list is not what its source says.
import { type GeneratedFile, isUpToDate, regenerate } from './generated-file';
import { languagesFile } from './languages';
import { librariesFile } from './libraries';
import { hasLicenseList, licensesFile } from './licenses';
import { tasksFile } from './tasks';

const files: GeneratedFile[] = [languagesFile, librariesFile, tasksFile];
if (hasLicenseList) files.push(licensesFile);
else console.log('The list of licences is not here; its file stays as it is.');

for (const file of files) {
  if (!process.argv.includes('--check')) await regenerate(file);
  else if (!(await isUpToDate(file))) {
    console.log(`${file.path} is out of date.`);
    process.exitCode = 1;
  }
}
