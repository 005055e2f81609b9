import { Fragment } from 'react';

import { Name } from './name.tsx';

// The characters that keep a name's direction to itself also say where it begins and ends.
const FROM = '\u2068';
const TO = '\u2069';
const NAMES = /\u2068(.*?)\u2069/u;

/** A name within a sentence that is passed on as text: for the title of a page or dialog, or a toast. */
export const named = (name: string): string => `${FROM}${name}${TO}`;

/** A sentence as text alone; where names are to be hidden, without them. */
export function plainWords(words: string, areNamesHidden: boolean): string {
  return words.replaceAll(new RegExp(NAMES, 'gu'), areNamesHidden ? 'a name' : '$1');
}

/** A sentence on screen, its names kept apart and hidden with all others. */
export function NamedText({ children }: { children: string }) {
  return children.split(NAMES).map((part, at) =>
    at % 2 === 1 ? (
      // oxlint-disable-next-line react/no-array-index-key -- the parts of one sentence keep their order
      <Name key={at} wrap>
        {part}
      </Name>
    ) : (
      // oxlint-disable-next-line react/no-array-index-key -- the parts of one sentence keep their order
      <Fragment key={at}>{part}</Fragment>
    ),
  );
}
