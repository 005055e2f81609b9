/** What was read from one place of the text: a record, or why there is none yet. */
export type CsvRecord =
  | { kind: 'record'; cells: string[]; next: number; lineBreaks: number }
  /** The text ends inside the record; more is needed. */
  | { kind: 'incomplete' }
  /** A quote opened here never closed sensibly: the cells of its first line, to go on after it. */
  | { kind: 'unclosed'; cells: string[]; next: number; lineBreaks: number };

/** No spreadsheet keeps more characters in one cell; a longer quoted one is a quote left open. */
const LONGEST_CELL = 32_767;

const QUOTE = 34;
const LF = 10;
const CR = 13;

/**
 * Reads the record that begins at `start`: cells between delimiters, up to a line end of any kind.
 * As spreadsheets do, a quote opens a quoted cell only at the cell's beginning, a doubled quote in
 * it is one quote, and text after the closing quote is kept. Where that text follows a quoted line
 * break, the quote was a stray one, and the record ends with its first line.
 *
 * `last` says that no more text follows.
 */
export function readCsvRecord(
  text: string,
  start: number,
  delimiter: string,
  last: boolean,
): CsvRecord {
  const delimiterCode = delimiter.charCodeAt(0);
  const cells: string[] = [];
  let at = start;
  let lineBreaks = 0;
  for (;;) {
    let cell = '';
    if (text.charCodeAt(at) === QUOTE) {
      const quoted = readQuoted(text, at, delimiterCode, last);
      if (quoted === 'incomplete') return { kind: 'incomplete' };
      if (quoted === 'stray') return endOfFirstLine(text, start, delimiter, last);
      cell = quoted.cell;
      at = quoted.next;
      lineBreaks += quoted.lineBreaks;
    }
    const from = at;
    let code = text.charCodeAt(at);
    while (code !== delimiterCode && code !== LF && code !== CR && at < text.length) {
      at += 1;
      code = text.charCodeAt(at);
    }
    cells.push(cell === '' ? text.slice(from, at) : cell + text.slice(from, at));
    if (at >= text.length) {
      return last ? { kind: 'record', cells, next: at, lineBreaks } : { kind: 'incomplete' };
    }
    if (code === delimiterCode) {
      at += 1;
      continue;
    }
    if (code === CR && at + 1 >= text.length && !last) return { kind: 'incomplete' };
    const next = code === CR && text.charCodeAt(at + 1) === LF ? at + 2 : at + 1;
    return { kind: 'record', cells, next, lineBreaks: lineBreaks + 1 };
  }
}

type Quoted = { cell: string; next: number; lineBreaks: number } | 'incomplete' | 'stray';

function readQuoted(text: string, open: number, delimiterCode: number, last: boolean): Quoted {
  let from = open + 1;
  let cell = '';
  for (;;) {
    const close = text.indexOf('"', from);
    const end = close === -1 ? text.length : close;
    if (end - open > LONGEST_CELL) return 'stray';
    if (close === -1) return last ? 'stray' : 'incomplete';
    if (close + 1 >= text.length && !last) return 'incomplete';
    cell += text.slice(from, close);
    if (text.charCodeAt(close + 1) !== QUOTE) {
      const after = text.charCodeAt(close + 1);
      const lineBreaks = countLineBreaks(cell);
      const closed =
        after === delimiterCode || after === LF || after === CR || close + 1 >= text.length;
      return closed || lineBreaks === 0 ? { cell, next: close + 1, lineBreaks } : 'stray';
    }
    cell += '"';
    from = close + 2;
  }
}

function countLineBreaks(text: string): number {
  return text.includes('\n') || text.includes('\r') ? text.split(/\r\n|\n|\r/).length - 1 : 0;
}

function endOfFirstLine(text: string, start: number, delimiter: string, last: boolean): CsvRecord {
  const lineEnd = /\r\n|\n|\r/g;
  lineEnd.lastIndex = start;
  const match = lineEnd.exec(text);
  if (!match && !last) return { kind: 'incomplete' };
  const end = match?.index ?? text.length;
  return {
    kind: 'unclosed',
    cells: text.slice(start, end).split(delimiter),
    next: match ? end + match[0].length : end,
    lineBreaks: match ? 1 : 0,
  };
}
