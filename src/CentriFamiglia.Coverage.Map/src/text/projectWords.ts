import { catalogue } from './catalogue';
import type { LayoutState } from './it/projectWords';

export type { LayoutState, ProjectFigures } from './it/projectWords';

export const { LAYOUT_WORDS, managerWords, PROJECT_WORDS, projectHeadline } = catalogue;

export const LAYOUT_STATES = Object.keys(LAYOUT_WORDS) as LayoutState[];
