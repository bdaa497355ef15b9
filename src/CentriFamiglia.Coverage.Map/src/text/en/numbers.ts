import { formatsOf } from '../common/formats';

export { NO_FIGURE } from '../common/formats';

export const {
  formatCount,
  formatDecimal,
  formatMinutes,
  formatValue,
  formatExact,
  counted,
  formatBrief,
  formatShort,
  formatKm,
  formatPercent,
  formatEuro,
  wholeEuros,
  formatMillions,
  formatDate,
  formatMoment,
} = formatsOf({
  region: 'en-GB',
  percent: (number) => `${number}%`,
  euros: (number) => number.replace(/^-?/, '$&€'),
  euroMillions: (number) => `€${number}m`,
  shortMillions: (number) => `${number}m`,
  millions: (number) => `${number} million`,
  millionsOf: (number, noun) => `${number} million ${noun}`,
});
