import { catalogue } from './catalogue';

export const { LIST } = catalogue;
