import { CoverageData } from '../api/coverageData';
import { oneOfOwn } from '../api/ownRows';
import type { ViewState } from './viewState';
import { weighedIn } from './weighed';

/** Whom a view asks. */
export const serviceFor = (state: ViewState): CoverageData =>
  new CoverageData(state.sedi, {}, weighedIn(state), oneOfOwn(state.ats));

/** Whom the other state of a view is asked: another day, set of sedi or rule set. */
export const otherService = (state: ViewState): CoverageData => {
  const { other, sedi, ats } = state;
  return new CoverageData(
    other.sedi ?? sedi,
    { data: other.date, regole: other.rules },
    weighedIn(state),
    oneOfOwn(ats),
  );
};

/** Whether what was answered is of this view too. */
export const serves = (service: CoverageData, state: ViewState): boolean =>
  service.sedi === state.sedi && service.demand === weighedIn(state) && service.ats === oneOfOwn(state.ats);
