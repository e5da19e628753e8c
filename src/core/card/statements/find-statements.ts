import type { Statement } from './statement';

export declare function findStatements(text: string, bodyStart: number): Statement[];
