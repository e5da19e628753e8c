// Writes the schema of the configuration file from the settings of the manifest: npx tsx test/generate/config-schema.mts
import { configSchemaFile } from './config-schema-file';
import { regenerate } from './generated-file';

await regenerate(configSchemaFile);
