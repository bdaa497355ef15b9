import { catalogue } from './catalogue';

export const { VISIT } = catalogue;
