/** Languages offered for letters and messages, by their BCP 47 code. */
export const LANGUAGES = [
  ['en', 'English'],
  ['pt', 'Portuguese'],
  ['es', 'Spanish'],
  ['fr', 'French'],
  ['de', 'German'],
  ['it', 'Italian'],
  ['nl', 'Dutch'],
  ['pl', 'Polish'],
  ['uk', 'Ukrainian'],
  ['ru', 'Russian'],
  ['ro', 'Romanian'],
  ['el', 'Greek'],
  ['tr', 'Turkish'],
  ['ar', 'Arabic'],
  ['fa', 'Persian'],
  ['he', 'Hebrew'],
  ['hi', 'Hindi'],
  ['ur', 'Urdu'],
  ['vi', 'Vietnamese'],
  ['zh', 'Chinese'],
  ['ja', 'Japanese'],
  ['ko', 'Korean'],
] as const;

/** What a language is called on screen; an unknown code as it is. */
export const languageName = (code: string): string =>
  LANGUAGES.find(([one]) => one === code)?.[1] ?? code;
