/** The distributions a response may be taken to have. */
export type Family = 'gaussian' | 'poisson' | 'gamma' | 'binomial';

/** The functions g that may tie the mean to the linear predictor: g(mean) = η. */
export type Link = 'identity' | 'log' | 'logit' | 'inverse';
