import { catalogue } from './catalogue';

export const { SHARE } = catalogue;
