import { catalogue } from './catalogue';

export { findAts } from './common/atsKeys';

export const { atsWords } = catalogue;
