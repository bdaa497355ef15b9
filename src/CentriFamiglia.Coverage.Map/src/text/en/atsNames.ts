/** Names of public bodies are not translated: `ATS Montagna`, without the Italian article. */
export const atsWords = (name: string): string => `ATS ${name}`;
