// One value of opening_hours a line in, as JSON text; one line out for each: {"weeks": [[[from, to], …], …]}, minutes since Monday of the
// hours that are open for certain in ordinary weeks of Lombardia, or {"error": "…"} where opening_hours.js does not take the value.
import { createInterface } from 'node:readline';
import OpeningHours from 'opening_hours';

// Without holidays, in different parts of the year and of their month: a rule for some weeks only shows.
const MONDAYS = [new Date(2026, 1, 2), new Date(2026, 4, 11), new Date(2026, 9, 19)];
const PLACE = { lat: 45.7, lon: 9.67, address: { country_code: 'it', country: 'Italia', state: 'Lombardia' } };
const MINUTE = 60_000;

function weekOf(hours, monday) {
  const end = new Date(monday.getFullYear(), monday.getMonth(), monday.getDate() + 7);
  return hours
    .getOpenIntervals(monday, end)
    .filter(([, , unknown]) => !unknown)
    .map(([from, to]) => [(from - monday) / MINUTE, (to - monday) / MINUTE]);
}

function judge(value) {
  try {
    const hours = new OpeningHours(value, PLACE, { locale: 'en' });
    return { weeks: MONDAYS.map((monday) => weekOf(hours, monday)) };
  } catch (error) {
    return { error: String(error) };
  }
}

// What it has to say is in its answers.
console.error = () => {};
console.warn = () => {};
for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(judge(JSON.parse(line)))}\n`);
}
