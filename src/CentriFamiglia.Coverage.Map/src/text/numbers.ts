import { catalogue } from './catalogue';

export { NO_FIGURE } from './common/formats';

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
} = catalogue;
