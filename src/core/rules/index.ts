import { emissionsAbsent } from './emissions-absent';
import { emissionsContext } from './emissions-context';
import { emissionsEnergy } from './emissions-energy';
import { emissionsKey } from './emissions-key';
import { emissionsKilograms } from './emissions-kilograms';
import { emissionsMissing } from './emissions-missing';
import { emissionsNumber } from './emissions-number';
import { emissionsShape } from './emissions-shape';
import { emissionsText } from './emissions-text';
import { emissionsUnit } from './emissions-unit';
import { emissionsZero } from './emissions-zero';
import { frontMatter } from './front-matter';
import { metadataSchema } from './metadata-schema';
import { trainingType } from './training-type';
import { yamlSyntax } from './yaml-syntax';

/** Every rule, in the order of the documentation. */
export const rules = [
  yamlSyntax,
  frontMatter,
  metadataSchema,
  emissionsKey,
  emissionsShape,
  emissionsMissing,
  emissionsUnit,
  emissionsNumber,
  emissionsKilograms,
  emissionsText,
  emissionsEnergy,
  emissionsZero,
  trainingType,
  emissionsContext,
  emissionsAbsent,
] as const;

export type RuleId = (typeof rules)[number]['id'];
