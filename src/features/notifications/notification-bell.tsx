import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, type ReactNode } from 'react';
import { fullName } from '#domain/patients/display-name.ts';
import { type Notification, URGENT_KINDS } from '#domain/notifications/notification.ts';
import { showMoment } from '#src/lib/dates.ts';
import { useClinic } from '#src/lib/me.ts';
import { Button } from '#src/ui/button.tsx';
import { Icon } from '#src/ui/icon.tsx';
import { Name } from '#src/ui/name.tsx';
import { named } from '#src/ui/named.tsx';
import { Popover } from '#src/ui/popover.tsx';
import { describeError } from '#src/ui/states.tsx';
import { showToast } from '#src/ui/toast-store.ts';
import css from './notification-bell.module.css';
import { NOTIFICATION_WORDS } from './notification-words.ts';
import { useReadNotifications } from './notifications.mutations.ts';
import { notificationsQuery } from './notifications.queries.ts';

/** Makes the link that a notification leads to. */
export type NotificationLink = (
  one: Notification,
  part: { className: string; children: ReactNode; onClick: () => void },
) => ReactNode;

const wordsOf = ({ kind, patient, about }: Notification): string =>
  [NOTIFICATION_WORDS[kind].words, patient ? named(fullName(patient)) : about]
    .filter(Boolean)
    .join(': ');

/** What is urgent and came while the person works is said at once, in words, wherever they are. */
function useUrgentToast(items: readonly Notification[] | undefined): void {
  const seen = useRef<ReadonlySet<string> | null>(null);
  useEffect(() => {
    if (!items) return;
    const known = seen.current;
    seen.current = new Set(items.map(({ id }) => id));
    const fresh = items.find(
      ({ id, kind, readAt }) =>
        known !== null && !known.has(id) && readAt === null && URGENT_KINDS.has(kind),
    );
    if (fresh) showToast({ text: `${wordsOf(fresh)}. Open it from the bell.` });
  }, [items]);
}

/** The bell with what the person is told of; it counts what is unread. */
export function NotificationBell({ renderLink }: { renderLink: NotificationLink }) {
  const query = useQuery(notificationsQuery());
  const unread = query.data?.unread ?? 0;
  useUrgentToast(query.data?.items);
  return (
    <Popover
      label="Notifications"
      align="end"
      trigger={(props) => (
        <button
          type="button"
          className={css.bell}
          aria-label={unread === 0 ? 'Notifications' : `Notifications, ${unread} unread`}
          {...props}
        >
          <Icon name="bell" />
          {unread > 0 && (
            <span className={css.count} aria-hidden="true">
              {unread > 99 ? '99+' : unread}
            </span>
          )}
        </button>
      )}
    >
      {(close) => <NotificationPanel close={close} renderLink={renderLink} />}
    </Popover>
  );
}

function NotificationPanel({
  close,
  renderLink,
}: {
  close: () => void;
  renderLink: NotificationLink;
}) {
  const { timeZone } = useClinic();
  const query = useQuery(notificationsQuery());
  const read = useReadNotifications();
  const failed = query.error ?? read.error;
  return (
    <div className={css.panel}>
      <div className={css.head}>
        <h2>Notifications</h2>
        {(query.data?.unread ?? 0) > 0 && (
          <Button variant="quiet" size="sm" onClick={() => read.mutate([])}>
            Mark all as read
          </Button>
        )}
      </div>
      {failed && (
        <p className={css.note} role="alert">
          {describeError(failed).title}
        </p>
      )}
      {query.isPending && <p className={css.note}>Loading</p>}
      {query.data?.items.length === 0 && <p className={css.note}>Nothing waits for you.</p>}
      <ul className={css.list}>
        {query.data?.items.map((one) => (
          <li key={one.id} data-unread={one.readAt === null ? '' : undefined}>
            {renderLink(one, {
              className: css.item ?? '',
              onClick: () => {
                if (one.readAt === null) read.mutate([one.id]);
                close();
              },
              children: (
                <>
                  <Icon name={NOTIFICATION_WORDS[one.kind].icon} />
                  <span className={css.words}>
                    <span>
                      {NOTIFICATION_WORDS[one.kind].words}
                      {one.readAt === null && <span className="visually-hidden">, unread</span>}
                    </span>
                    {one.patient ? (
                      <Name strong>{fullName(one.patient)}</Name>
                    ) : (
                      one.about !== null && <bdi>{one.about}</bdi>
                    )}
                    <span className={css.when}>{showMoment(timeZone, one.createdAt)}</span>
                  </span>
                </>
              ),
            })}
          </li>
        ))}
      </ul>
    </div>
  );
}
