import type { CsvTable } from './report-csv.ts';

/** One line of a file, read by its headers. */
export type FileLine = {
  /** As it stands in the file: "hidden" where a number may not leave. */
  words: (header: string) => string;
  /** Null where it is hidden or there is none. */
  number: (header: string) => number | null;
};

/**
 * The lines of a report's file. Pictures are drawn of these and not of the report itself, so that
 * what is hidden in the file is hidden in the picture, and both hold the same numbers.
 * @throws RangeError on a header the file has not.
 */
export function fileLines({ headers, rows }: CsvTable): FileLine[] {
  return rows.map((cells) => {
    const cellOf = (header: string) => {
      const cell = cells[headers.indexOf(header)];
      if (cell === undefined) throw new RangeError(`The file has no column ${header}`);
      return cell;
    };
    return {
      words: (header) => String(cellOf(header).value ?? ''),
      number: (header) => {
        const cell = cellOf(header);
        return cell.kind === 'number' ? cell.value : null;
      },
    };
  });
}

/** "12 of 40", where either may be hidden; "hidden" where both are. */
export function countWords(line: FileLine, count: string, of: string): string {
  const [had, all] = [line.words(count), line.words(of)];
  return had === all && line.number(of) === null ? had : `${had} of ${all}`;
}
