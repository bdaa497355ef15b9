/** How a language writes what stands around a number; the number itself is written as its region does. */
export interface Writing {
  /** For `Intl`: `it-IT`. */
  region: string;
  percent(number: string): string;
  /** A sum in euros: `6.532,00 €`. */
  euros(number: string): string;
  /** A sum in millions of euros, in short. */
  euroMillions(number: string): string;
  /** In short: `7,3 mln`. */
  shortMillions(number: string): string;
  millions(number: string): string;
  /** `7,3 milioni di residenti`. */
  millionsOf(number: string, noun: string): string;
}

/** What stands where there is no figure. */
export const NO_FIGURE = '–';

type Figure = number | null | undefined;

const when = (value: Figure, format: (value: number) => string) =>
  value === null || value === undefined || Number.isNaN(value) ? NO_FIGURE : format(value);

/** Every form of a number and of a date, in one language. */
export function formatsOf(writing: Writing) {
  const { region } = writing;
  const numbers = (options: Intl.NumberFormatOptions) =>
    new Intl.NumberFormat(region, { ...options, useGrouping: 'always' });
  const fixed = (digits: number) => numbers({ minimumFractionDigits: digits, maximumFractionDigits: digits });
  const counts = fixed(0);
  const oneDecimal = fixed(1);
  const cents = fixed(2);
  const threeDigits = numbers({ maximumSignificantDigits: 3 });
  const allDigits = numbers({ maximumFractionDigits: 6 });
  const date: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', year: 'numeric' };
  const time: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Rome' };
  const dateTime = new Intl.DateTimeFormat(region, { ...date, ...time });
  const dateOnly = new Intl.DateTimeFormat(region, { ...date, timeZone: 'UTC' });
  const short = new Intl.DateTimeFormat(region, { dateStyle: 'short', timeStyle: 'short', timeZone: 'Europe/Rome' });

  /** `1503` gives `1.503`. */
  const formatCount = (value: Figure) => when(value, (v) => counts.format(v));
  return {
    formatCount,
    /** `12.34` gives `12,3`. */
    formatDecimal: (value: Figure) => when(value, (v) => oneDecimal.format(v)),
    /** `12.34` gives `12,3 min`. */
    formatMinutes: (value: Figure) => when(value, (v) => `${oneDecimal.format(v)} min`),
    /** Three significant digits: `0.012345` gives `0,0123`, `45` gives `45`. */
    formatValue: (value: Figure) => when(value, (v) => threeDigits.format(v)),
    /** As many digits as there are: `1234.5` gives `1.234,5`. */
    formatExact: (value: Figure) => when(value, (v) => allDigits.format(v)),
    /** A number with its noun: `1 comune`, `8.913 residenti`, `7,3 milioni di residenti`. */
    counted(value: number, one: string, many: string): string {
      const rounded = Math.round(value);
      if (rounded === 1) return `1 ${one}`;
      return rounded < 1e6
        ? `${formatCount(rounded)} ${many}`
        : writing.millionsOf(oneDecimal.format(rounded / 1e6), many);
    },
    /** A number alone, in millions where it is as large: `8.913`, `7,3 milioni`. */
    formatBrief: (value: number): string =>
      value < 1e6 ? formatCount(value) : writing.millions(oneDecimal.format(value / 1e6)),
    /** Where there is room for few digits: `8.913`, `7,3 mln`. */
    formatShort: (value: number): string =>
      value < 1e6 ? formatCount(value) : writing.shortMillions(oneDecimal.format(value / 1e6)),
    formatKm: (value: Figure) => when(value, (v) => `${oneDecimal.format(v)} km`),
    /** A percentage already in hundredths: `3.456` gives `3,5 %`. */
    formatPercent: (value: Figure) => when(value, (v) => writing.percent(oneDecimal.format(v))),
    /** To the cent. */
    formatEuro: (value: Figure) => when(value, (v) => writing.euros(cents.format(v))),
    /** A sum that need not be told to the cent: `799.229 €`. */
    wholeEuros: (value: Figure) => when(value, (v) => writing.euros(counts.format(v))),
    /** A large sum where cents would be noise: `6532000` gives `6,5 mln €`. */
    formatMillions: (value: Figure) => when(value, (v) => writing.euroMillions(oneDecimal.format(v / 1e6))),
    /** An ISO date, with or without a time, in words; anything else comes back as it is. */
    formatDate(iso: string): string {
      const when = new Date(iso);
      if (Number.isNaN(when.getTime())) return iso;
      return iso.length <= 10 ? dateOnly.format(when) : dateTime.format(when);
    },
    /** The same in short. */
    formatMoment: (iso: string): string => short.format(new Date(iso)),
  };
}
