/** What an answer says beside its rows; read by the functions below, which take nothing for granted. */
export type Json = Record<string, unknown>;

export const asObject = (value: unknown): Json => (typeof value === 'object' && value !== null ? (value as Json) : {});

export const asText = (value: unknown): string => (typeof value === 'string' ? value : '');

export const asNumber = (value: unknown): number | null => (typeof value === 'number' ? value : null);

export const asList = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

export const asTexts = (value: unknown): string[] => asList(value).map(asText).filter(Boolean);
