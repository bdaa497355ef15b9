import { catalogue } from './catalogue';

export const { SHEET, CLOSING, PROPOSAL, FINDING } = catalogue;
