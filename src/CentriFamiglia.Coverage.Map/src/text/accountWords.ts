import { catalogue } from './catalogue';

export const { ACCOUNT, MAY_NOT } = catalogue;
