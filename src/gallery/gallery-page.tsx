import { useState } from 'react';

import { AppShell } from '#src/ui/app-shell.tsx';
import type { NavItem } from '#src/ui/app-rail.tsx';
import { Button } from '#src/ui/button.tsx';
import { Dialog } from '#src/ui/dialog.tsx';
import { Kbd } from '#src/ui/kbd.tsx';
import { PageFrame } from '#src/ui/page-frame.tsx';
import { SearchButton } from '#src/ui/search-button.tsx';
import { showToast } from '#src/ui/toast-store.ts';

import { ActionsChapter } from './actions-chapter.tsx';
import { ChartChapter } from './chart-chapter.tsx';
import { ClinicChapter } from './clinic-chapter.tsx';
import { FormChapter } from './form-chapter.tsx';
import css from './gallery-page.module.css';
import { InputsChapter } from './inputs-chapter.tsx';
import { StatesChapter } from './states-chapter.tsx';
import { TableChapter } from './table-chapter.tsx';
import { WordsChapter } from './words-chapter.tsx';

const NAV: NavItem[] = [
  { to: '#type', label: 'Type, colour', icon: 'file' },
  { to: '#icons', label: 'Icons', icon: 'drop' },
  { to: '#words', label: 'Status, tags', icon: 'note-i' },
  { to: '#actions', label: 'Actions', icon: 'check', count: 6 },
  { to: '#inputs', label: 'Inputs', icon: 'edit', group: 'Input' },
  { to: '#form', label: 'Form', icon: 'list', group: 'Input' },
  { to: '#table', label: 'Data table', icon: 'table', group: 'Data' },
  { to: '#states', label: 'States', icon: 'clock', group: 'Data' },
  { to: '#chart', label: 'Chart frame', icon: 'chart', group: 'Data' },
  { to: '#clinic', label: 'Clinic', icon: 'flask', group: 'Data' },
];

/** Every primitive of src/ui in all its states, light and dark, inside the real shell and page frame. */
export function GalleryPage() {
  const [current, setCurrent] = useState('#type');
  const [isHelpOpen, setHelpOpen] = useState(false);
  return (
    <>
      <AppShell
        nav={NAV}
        renderLink={(item, { children, ...part }) => (
          <a
            href={item.to}
            {...part}
            aria-current={item.to === current ? 'page' : undefined}
            onClick={() => setCurrent(item.to)}
          >
            {children}
          </a>
        )}
        person={{ name: 'Dr Marta Figueiredo', role: 'Practitioner, Lisbon' }}
        banner="Demo clinic. Every person here is made up."
        search={
          <SearchButton
            label="Name, phone, birth date or number"
            onOpen={() => setHelpOpen(true)}
          />
        }
        onShortcuts={() => setHelpOpen(true)}
        onChangePassword={() => showToast({ text: 'Password changed.' })}
        onLock={() => showToast({ text: 'Locked.' })}
        onSignOut={() => showToast({ text: 'Signed out.' })}
      >
        <PageFrame
          title="Gallery"
          meta="Every primitive in all its states"
          actions={
            <Button icon="print" variant="quiet" onClick={() => print()}>
              Print
            </Button>
          }
        >
          <div className={css.chapters}>
            <WordsChapter />
            <ActionsChapter />
            <InputsChapter />
            <FormChapter />
            <TableChapter />
            <StatesChapter />
            <ChartChapter />
            <ClinicChapter />
          </div>
        </PageFrame>
      </AppShell>
      <Dialog open={isHelpOpen} onClose={() => setHelpOpen(false)} title="Keyboard" size="sm">
        <dl className={css.keys}>
          <dt>Widen or narrow the menu</dt>
          <dd>
            <Kbd>[</Kbd>
          </dd>
          <dt>Next row, row before</dt>
          <dd>
            <Kbd>j</Kbd> <Kbd>k</Kbd>
          </dd>
          <dt>Open the row</dt>
          <dd>
            <Kbd>Enter</Kbd>
          </dd>
        </dl>
      </Dialog>
    </>
  );
}
