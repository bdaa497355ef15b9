import { catalogue } from './catalogue';

export type { CoverageFigures } from './it/coverageHeadline';

export const { coverageHeadline } = catalogue;
