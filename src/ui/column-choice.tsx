import { Button } from './button.tsx';
import { Checkbox } from './checkbox.tsx';
import css from './column-choice.module.css';
import type { TableColumn } from './data-table-columns.ts';
import { IconButton } from './icon-button.tsx';
import { Popover } from './popover.tsx';

/** Which columns a table shows; kept for this desk. */
export function ColumnChoice<Row>({
  columns,
  visibility,
  onChange,
}: {
  columns: readonly TableColumn<Row>[];
  visibility: Record<string, boolean>;
  /** Null brings the first choice back. */
  onChange: (visibility: Record<string, boolean> | null) => void;
}) {
  const shown = columns.filter((column) => visibility[column.id]).length;
  return (
    <Popover
      label="Columns"
      align="end"
      trigger={(props) => (
        <IconButton
          {...props}
          icon="columns"
          size="sm"
          label={`Columns, ${shown} of ${columns.length} shown`}
        />
      )}
    >
      <div className={css.choice}>
        <h3 className={css.title}>
          Columns <span className="faint">{`${shown} of ${columns.length}`}</span>
        </h3>
        <ul>
          {columns.map((column) => (
            <li key={column.id} className={css.line}>
              <Checkbox
                label={column.label ?? column.header}
                checked={visibility[column.id] ?? true}
                disabled={column.always}
                onChange={(isShown) => onChange({ ...visibility, [column.id]: isShown })}
              />
              {column.always && <span className={css.always}>always</span>}
            </li>
          ))}
        </ul>
        <div className={css.foot}>
          <span>Kept on this device</span>
          <Button size="sm" variant="quiet" onClick={() => onChange(null)}>
            Reset
          </Button>
        </div>
      </div>
    </Popover>
  );
}
