const italian = (options: Intl.NumberFormatOptions) =>
  new Intl.NumberFormat('it-IT', { ...options, useGrouping: 'always' });
const fixed = (digits: number) => italian({ minimumFractionDigits: digits, maximumFractionDigits: digits });

const counts = fixed(0);
const oneDecimal = fixed(1);
const euros = fixed(2);
const threeDigits = italian({ maximumSignificantDigits: 3 });
const allDigits = italian({ maximumFractionDigits: 6 });

/** What stands where there is no figure. */
export const NO_FIGURE = '–';

const when = (value: number | null | undefined, format: (value: number) => string) =>
  value === null || value === undefined || Number.isNaN(value) ? NO_FIGURE : format(value);

/** `1503` gives `1.503`. */
export const formatCount = (value: number | null | undefined) => when(value, (v) => counts.format(v));

/** `12.34` gives `12,3`. */
export const formatDecimal = (value: number | null | undefined) => when(value, (v) => oneDecimal.format(v));

/** `12.34` gives `12,3 min`. */
export const formatMinutes = (value: number | null | undefined) => when(value, (v) => `${oneDecimal.format(v)} min`);

/** Three significant digits: `0.012345` gives `0,0123`, `45` gives `45`. */
export const formatValue = (value: number | null | undefined) => when(value, (v) => threeDigits.format(v));

/** As many digits as there are: `1234.5` gives `1.234,5`. */
export const formatExact = (value: number | null | undefined) => when(value, (v) => allDigits.format(v));

/** A number with its noun: `1 comune`, `8.913 residenti`, `7,3 milioni di residenti`. */
export function counted(value: number, one: string, many: string): string {
  const rounded = Math.round(value);
  if (rounded === 1) return `1 ${one}`;
  return rounded < 1e6 ? `${formatCount(rounded)} ${many}` : `${oneDecimal.format(rounded / 1e6)} milioni di ${many}`;
}

/** A number alone, in millions where it is as large: `8.913`, `7,3 milioni`. */
export const formatBrief = (value: number): string =>
  value < 1e6 ? formatCount(value) : `${oneDecimal.format(value / 1e6)} milioni`;

export const formatKm = (value: number | null | undefined) => when(value, (v) => `${oneDecimal.format(v)} km`);

/** A percentage already in hundredths: `3.456` gives `3,5 %`. */
export const formatPercent = (value: number | null | undefined) => when(value, (v) => `${oneDecimal.format(v)} %`);

export const formatEuro = (value: number | null | undefined) => when(value, (v) => `${euros.format(v)} €`);

/** A large sum where cents would be noise: `6532000` gives `6,5 mln €`. */
export const formatMillions = (value: number | null | undefined) =>
  when(value, (v) => `${oneDecimal.format(v / 1e6)} mln €`);

const dateTime = new Intl.DateTimeFormat('it-IT', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/Rome',
});
const dateOnly = new Intl.DateTimeFormat('it-IT', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** An ISO date, with or without a time, in words; anything else comes back as it is. */
export function formatDate(iso: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  return iso.length <= 10 ? dateOnly.format(date) : dateTime.format(date);
}
