import { Avatar } from '#src/ui/avatar.tsx';
import { Icon, ICON_NAMES } from '#src/ui/icon.tsx';
import { Kbd } from '#src/ui/kbd.tsx';
import { Name } from '#src/ui/name.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { Pips } from '#src/ui/pips.tsx';
import { Changed, Status } from '#src/ui/status.tsx';
import { Tag } from '#src/ui/tag.tsx';

import { BothThemes, Chapter, Specimen } from './specimen.tsx';
import css from './words-chapter.module.css';

const TYPE = [
  ['figure', '79 %'],
  ['head', 'Helena Vasconcelos'],
  ['title', 'Who was in each group'],
  ['read', '18 of 26 people assessed at week 12 were rated at least slightly improved.'],
  ['base', 'Dr Figueiredo, Room 1'],
  ['small', 'Born 3 Mar 1985 · No. 20418'],
  ['micro', 'Ctrl K · 09:00'],
] as const;

const INKS = [
  'ink',
  'ink-2',
  'ink-3',
  'accent-ink',
  'stop-ink',
  'review-ink',
  'ok-ink',
  'note-ink',
] as const;
const SURFACES = [
  'canvas',
  'surface',
  'raised',
  'sunken',
  'hover',
  'selected',
  'accent-tint',
  'stop-tint',
  'review-tint',
  'ok-tint',
  'note-tint',
] as const;
const CHART = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6', 's1', 's2', 's3', 's4', 's5'] as const;
const NAMES = [
  'Ana Luísa Prata',
  'Bartholomew Featherstonehaugh-Cholmondeley',
  'Đặng Văn Hùng',
  'Κωνσταντίνα Παπαδοπούλου',
  'محمد العبدالله',
  'יעל כהן',
  'अनन्या शर्मा',
  '佐藤 美咲',
];

/** Type, colours, icons and the small words made of them. */
export function WordsChapter() {
  return (
    <>
      <Chapter id="type" title="Type and colour">
        <BothThemes>
          {() => (
            <>
              <Specimen name="Type">
                <dl className={css.type}>
                  {TYPE.map(([token, words]) => (
                    <div key={token}>
                      <dt>{token}</dt>
                      <dd data-type={token}>{words}</dd>
                    </div>
                  ))}
                </dl>
              </Specimen>
              <Specimen name="Inks">
                {INKS.map((token) => (
                  <span key={token} style={{ color: `var(--${token})` }}>
                    {token}
                  </span>
                ))}
              </Specimen>
              <Specimen name="Surfaces">
                {SURFACES.map((token) => (
                  <span
                    key={token}
                    className={css.swatch}
                    style={{ background: `var(--${token})` }}
                  >
                    {token}
                  </span>
                ))}
              </Specimen>
              <Specimen name="Chart: categories and steps">
                {CHART.map((token) => (
                  <span key={token} className={css.colour}>
                    <i style={{ background: `var(--${token})` }} />
                    {token}
                  </span>
                ))}
              </Specimen>
            </>
          )}
        </BothThemes>
      </Chapter>
      <Chapter id="icons" title="Icons">
        <BothThemes>
          {() => (
            <ul className={css.icons}>
              {ICON_NAMES.map((name) => (
                <li key={name}>
                  <Icon name={name} />
                  {name}
                </li>
              ))}
            </ul>
          )}
        </BothThemes>
      </Chapter>
      <Chapter id="words" title="Status, tags and names">
        <BothThemes>
          {() => (
            <>
              <Specimen name="Status: icon and word">
                <Status icon="ring">Booked</Status>
                <Status icon="ring-check">Confirmed</Status>
                <Status tone="review" icon="arrow-in">
                  Waiting 9 min
                </Status>
                <Status tone="accent" icon="needle">
                  In treatment
                </Status>
                <Status icon="check-double">Done</Status>
                <Status tone="stop" icon="ring-slash">
                  No-show
                </Status>
                <Status icon="ring-cross">Cancelled</Status>
                <Status tone="stop">Not for injection</Status>
                <Status tone="review">Pair unknown</Status>
                <Status tone="note">Blood tests, 72 h</Status>
                <Status tone="ok">No finding</Status>
                <Changed>was 2.5</Changed>
              </Specimen>
              <Specimen name="Tag">
                <Tag tone="stop">Allergy: lidocaine</Tag>
                <Tag tone="review">Takes apixaban</Tag>
                <Tag tone="note">Uses minoxidil 5 %</Tag>
                <Tag tone="ok">Consent v5</Tag>
                <Tag tone="accent">Version 3</Tag>
                <Tag>Off-label</Tag>
                <Tag tone="review" size="lg" icon="edit">
                  Draft, not usable yet
                </Tag>
              </Specimen>
              <Specimen name="Notice" grid>
                <Notice tone="stop" title="Cosmetic, not for injection">
                  Silica peptide serum cannot be in an injected recipe. No one can override this.
                </Notice>
                <Notice tone="review" title="Pair unknown: zinc with biotin">
                  The clinic’s pair table has no entry. Ask your pharmacist.
                </Notice>
                <Notice tone="note" action={{ label: 'Discard', onSelect: () => undefined }}>
                  What you typed before is back. It is not saved yet.
                </Notice>
                <Notice tone="ok">142 patients imported. Nothing was left out.</Notice>
              </Specimen>
              <Specimen name="Pips">
                <Pips done={4} of={6} />
                <Pips done={0} of={4} />
                <Pips done={8} of={8} />
              </Specimen>
              <Specimen name="Name and avatar, any script">
                {NAMES.map((name) => (
                  <span key={name} className={css.person}>
                    <Avatar name={name} />
                    <Name strong>{name}</Name>
                  </span>
                ))}
                <span className={css.person} data-privacy="">
                  <Avatar name="Blurred Name" size="lg" />
                  <Name>Blurred Name</Name>
                </span>
              </Specimen>
              <Specimen name="Key">
                <Kbd>Ctrl K</Kbd>
                <Kbd>[</Kbd>
                <Kbd>?</Kbd>
              </Specimen>
            </>
          )}
        </BothThemes>
      </Chapter>
    </>
  );
}
