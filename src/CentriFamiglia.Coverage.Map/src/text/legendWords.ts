import { catalogue } from './catalogue';

export const { LEGEND, POINTED, OVERVIEW, CURVE, INDICATOR } = catalogue;
