import { Link } from '@tanstack/react-router';
import { useEffect, type ReactNode, type Ref } from 'react';
import { buttonClass } from '#src/ui/button.tsx';
import { Icon } from '#src/ui/icon.tsx';
import { Name } from '#src/ui/name.tsx';
import { Skeleton } from '#src/ui/skeleton.tsx';
import css from './session-frame.module.css';

/** Whom a session is of, as far as it is loaded. */
export type SessionPatient = { name: string; age: number | null; clinicNumber: string };

/** The whole-screen page of a session: who and which above, the record below. */
export function SessionFrame({
  patientId,
  patient,
  title,
  facts,
  end,
  ref,
  children,
}: {
  patientId: string;
  patient: SessionPatient | undefined;
  /** The browser tab: "Session 4". */
  title: string;
  /** Under the name: which session, when, by whom. */
  facts: ReactNode;
  /** At the end of the bar: how it stands and what to do. */
  end: ReactNode;
  ref?: Ref<HTMLDivElement>;
  children: ReactNode;
}) {
  useEffect(() => {
    document.title = `${title} · Mesodesk`;
  }, [title]);
  return (
    <div className={css.page} data-touch="" ref={ref}>
      <header className={css.bar}>
        <Link
          to="/patients/$patientId"
          params={{ patientId }}
          className={buttonClass({ variant: 'quiet' })}
          aria-label="Back to the patient’s chart"
          data-print="hide"
        >
          <Icon name="chevron-left" />
        </Link>
        <div className={css.who}>
          <div className={css.line}>
            <h1>{patient ? <Name>{patient.name}</Name> : <Skeleton width={180} height={14} />}</h1>
            {patient && patient.age !== null && <span className={css.age}>{patient.age}</span>}
            {patient && <span className={css.number}>No. {patient.clinicNumber}</span>}
          </div>
          <p className={css.facts}>{facts}</p>
        </div>
        <div className={css.end}>{end}</div>
      </header>
      <div className={css.scroll} data-scroll="">
        {children}
      </div>
    </div>
  );
}
