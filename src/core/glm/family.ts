import * as l10n from '@vscode/l10n';
import gammaln from '@stdlib/math-base-special-gammaln';

import type { Link } from './link';

/** The distributions a response may be taken to have. */
export type Family = 'gaussian' | 'poisson' | 'gamma' | 'binomial';

/** What a generalised linear model needs to know of a distribution; y is one response, m its mean. */
interface Distribution {
  /** As statsmodels prints it. */
  readonly title: string;
  readonly canonicalLink: Link;
  /** Which responses the distribution can produce, for the message where one is not. */
  readonly support: () => string;
  readonly admits: (y: number) => boolean;
  /** The variance of y, up to the scale. */
  readonly variance: (m: number) => number;
  /** The contribution of a row to the deviance, at scale 1. */
  readonly deviance: (y: number, m: number) => number;
  /** The contribution of a row to the log-likelihood. */
  readonly logLik: (y: number, m: number, scale: number) => number;
  /** Where the iterations start. */
  readonly startingMean: (y: number, average: number) => number;
  /** Whether the scale is known to be 1 rather than estimated. */
  readonly unitScale: boolean;
}

/** y ln(y/m), 0 at y = 0. */
const relativeEntropy = (y: number, m: number): number => (y === 0 ? 0 : y * Math.log(y / m));
const halfWayToAverage = (y: number, average: number): number => (y + average) / 2;

/** Definitions follow statsmodels' `genmod.families`; Binomial takes proportions of one trial. */
export const families: Readonly<Record<Family, Distribution>> = {
  gaussian: {
    title: 'Gaussian',
    canonicalLink: 'identity',
    support: () => l10n.t('a finite number'),
    admits: Number.isFinite,
    variance: () => 1,
    deviance: (y, m) => (y - m) ** 2,
    logLik: (y, m, scale) => -((y - m) ** 2 / scale + Math.log(2 * Math.PI * scale)) / 2,
    startingMean: halfWayToAverage,
    unitScale: false,
  },
  poisson: {
    title: 'Poisson',
    canonicalLink: 'log',
    support: () => l10n.t('a count, zero or more'),
    admits: (y) => y >= 0 && Number.isFinite(y),
    variance: (m) => m,
    deviance: (y, m) => 2 * (relativeEntropy(y, m) - (y - m)),
    logLik: (y, m) => (y === 0 ? 0 : y * Math.log(m)) - m - gammaln(y + 1),
    startingMean: halfWayToAverage,
    unitScale: true,
  },
  gamma: {
    title: 'Gamma',
    canonicalLink: 'inverse',
    support: () => l10n.t('a positive number'),
    admits: (y) => y > 0 && Number.isFinite(y),
    variance: (m) => m * m,
    deviance: (y, m) => 2 * ((y - m) / m - Math.log(y / m)),
    logLik: (y, m, scale) => {
      const shape = 1 / scale;
      return shape * Math.log((shape * y) / m) - (shape * y) / m - gammaln(shape) - Math.log(y);
    },
    startingMean: halfWayToAverage,
    unitScale: false,
  },
  binomial: {
    title: 'Binomial',
    canonicalLink: 'logit',
    support: () => l10n.t('a proportion between 0 and 1'),
    admits: (y) => y >= 0 && y <= 1,
    variance: (m) => m * (1 - m),
    deviance: (y, m) => 2 * (relativeEntropy(y, m) + relativeEntropy(1 - y, 1 - m)),
    logLik: (y, m) =>
      (y === 0 ? 0 : y * Math.log(m)) +
      (y === 1 ? 0 : (1 - y) * Math.log1p(-m)) -
      gammaln(y + 1) -
      gammaln(2 - y),
    startingMean: (y) => (y + 0.5) / 2,
    unitScale: true,
  },
};
