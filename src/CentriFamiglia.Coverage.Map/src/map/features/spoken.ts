import type { ViewData } from '../../state/viewData';
import { counted } from '../../text/numbers';
import { LEVEL_WORDS } from '../../text/words';
import type { Picked } from './collection';

/** What is read out of something on the map: its name, what it is, what the view says of it, and who lives there. */
export function spoken(picked: Picked, data: ViewData | null, place: string): string {
  const { kind, title, subtitle } = picked;
  const level = kind in LEVEL_WORDS ? LEVEL_WORDS[kind as keyof typeof LEVEL_WORDS].one : null;
  const residents = residentsOf(picked, data);
  return [
    title,
    level,
    subtitle.toLowerCase(),
    residents === null ? null : counted(residents, 'residente', 'residenti'),
    place,
  ]
    .filter((part) => part)
    .join(', ');
}

function residentsOf({ kind, code }: Picked, data: ViewData | null): number | null {
  if (kind === 'comune')
    return data?.comuni?.features.find((f) => f.properties.pro_com_t === code)?.properties.residenti ?? null;
  if (kind !== data?.areaLevel) return null;
  return data.areas.features.find((f) => f.properties.codice === code)?.properties.residenti ?? null;
}
