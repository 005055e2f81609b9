const FAMILY_FIRST = /^[\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}\s]+$/u;

type Named = { givenName: string; familyName: string };

const isFamilyFirst = ({ givenName, familyName }: Named): boolean =>
  FAMILY_FIRST.test(`${familyName}${givenName}`);

/** A name as it is said: given name first, but for names written in Chinese, Japanese or Korean. */
export function fullName(person: Named): string {
  const { givenName, familyName } = person;
  return (
    isFamilyFirst(person) ? `${familyName} ${givenName}` : `${givenName} ${familyName}`
  ).trim();
}

/** A name in a list that is ordered by family name: `Prata, Ana Luísa`. */
export function listName(person: Named): string {
  const { givenName, familyName } = person;
  if (familyName === '' || givenName === '') return `${familyName}${givenName}`;
  return isFamilyFirst(person) ? `${familyName} ${givenName}` : `${familyName}, ${givenName}`;
}
