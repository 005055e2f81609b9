import { DEMO_PASSWORD, DEMO_STAFF } from '#domain/demo/demo-clinic.ts';
import { ROLE_LABELS } from '#domain/staff/permissions.ts';
import type { Role } from '#domain/staff/permissions.ts';
import { Icon } from '#src/ui/icon.tsx';
import css from './demo-accounts.module.css';

const ACCOUNTS_AT_THE_DOOR = 3;

const WHAT_THEY_DO: Record<Role, string> = {
  receptionist: 'Finds and registers patients',
  practitioner: 'Charts, recipes, sessions',
  manager: 'Outcomes, staff, settings',
};

/** The made-up accounts of a demo clinic; one press signs in. */
export function DemoAccounts({
  busyWith,
  onPick,
}: {
  busyWith: string | null;
  onPick: (email: string) => void;
}) {
  return (
    <section className={css.accounts} aria-label="Demo accounts">
      <ul className={css.list}>
        {DEMO_STAFF.slice(0, ACCOUNTS_AT_THE_DOOR).map((person) => {
          const [role] = person.roles;
          return (
            <li key={person.email}>
              <button
                type="button"
                className={css.account}
                aria-busy={busyWith === person.email || undefined}
                aria-disabled={busyWith !== null || undefined}
                onClick={() => busyWith === null && onPick(person.email)}
              >
                <span className={css.words}>
                  <span className={css.role}>{role && ROLE_LABELS[role]}</span>
                  <span className={css.what}>{role && WHAT_THEY_DO[role]}</span>
                  <span className={css.email}>{person.email}</span>
                </span>
                <Icon name="chevron-right" />
              </button>
            </li>
          );
        })}
      </ul>
      <p className={css.password}>
        Their password is <code>{DEMO_PASSWORD}</code>.
      </p>
    </section>
  );
}
