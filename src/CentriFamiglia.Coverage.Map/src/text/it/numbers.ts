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
  region: 'it-IT',
  percent: (number) => `${number} %`,
  euros: (number) => `${number} €`,
  euroMillions: (number) => `${number} mln €`,
  shortMillions: (number) => `${number} mln`,
  millions: (number) => `${number} milioni`,
  millionsOf: (number, noun) => `${number} milioni di ${noun}`,
});
