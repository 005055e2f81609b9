import { use, useId, useRef, type Ref } from 'react';
import type { Room } from '#domain/clinic/clinic.ts';
import { Button } from '../button.tsx';
import { FieldContext, useGroupProps } from '../field-context.ts';
import { IconButton } from '../icon-button.tsx';
import { TextInput } from '../text-input.tsx';
import css from './rooms-input.module.css';

/** The rooms patients are treated in, by their names. Use it in a Field with `group`. */
export function RoomsInput({
  value,
  onChange,
  onBlur,
  newId,
  ref,
}: {
  value: readonly Room[];
  onChange: (value: Room[]) => void;
  onBlur?: (() => void) | undefined;
  /** An id for a room that is added. */
  newId: () => string;
  ref?: Ref<HTMLDivElement> | undefined;
}) {
  const id = useId();
  const isInvalid = use(FieldContext)?.invalid ?? false;
  const list = useRef<HTMLUListElement>(null);
  const add = () => {
    onChange([...value, { id: newId(), name: '' }]);
    requestAnimationFrame(() =>
      list.current?.querySelector<HTMLInputElement>('li:last-child input')?.focus(),
    );
  };
  return (
    <div
      {...useGroupProps()}
      ref={ref}
      role="group"
      className={css.rooms}
      onBlur={(event) => {
        // Moving among the rooms is not leaving them.
        if (!event.currentTarget.contains(event.relatedTarget)) onBlur?.();
      }}
    >
      {/* The inputs inside are many: what the field says belongs to the group. */}
      <FieldContext value={null}>
        <ul ref={list} className={css.list}>
          {value.map((room, at) => (
            <li key={room.id} className={css.room}>
              <FieldContext
                value={{
                  id: `${id}-${at}`,
                  labelId: '',
                  describedBy: undefined,
                  invalid: isInvalid && room.name.trim() === '',
                  required: false,
                  disabled: false,
                }}
              >
                <TextInput
                  aria-label={`Room ${at + 1}`}
                  value={room.name}
                  autoComplete="off"
                  placeholder="Name of the room"
                  onChange={(name) =>
                    onChange(value.map((one) => (one.id === room.id ? { ...one, name } : one)))
                  }
                />
              </FieldContext>
              <IconButton
                icon="close"
                label={`Remove ${room.name || `room ${at + 1}`}`}
                onClick={() => onChange(value.filter((one) => one.id !== room.id))}
              />
            </li>
          ))}
        </ul>
        <Button size="sm" variant="quiet" icon="plus" onClick={add}>
          Add a room
        </Button>
      </FieldContext>
    </div>
  );
}
