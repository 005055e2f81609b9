import { Link } from '@tanstack/react-router';
import type { FieldProblem } from '#domain/shared/problem.ts';
import { Notice } from '#src/ui/notice.tsx';

/** What the server said that has no field here: of the course, or of the whole. */
export function CourseNotices({
  courseId,
  refusals,
}: {
  courseId: string;
  refusals: readonly FieldProblem[];
}) {
  return refusals
    .filter(({ path }) => path === '' || path.startsWith('course.'))
    .map(({ path, message }) => (
      <div key={path} data-field={path} role="alert">
        <Notice tone="stop">
          <p>
            {message} <Mend path={path} courseId={courseId} />
          </p>
        </Notice>
      </div>
    ));
}

function Mend({ path, courseId }: { path: string; courseId: string }) {
  const params = { courseId };
  if (path === 'course.baseline')
    return (
      <Link to="/courses/$courseId/assess" params={params}>
        Record it now
      </Link>
    );
  if (path === 'course.suitability')
    return (
      <Link to="/courses/$courseId/edit" params={params}>
        Open the course
      </Link>
    );
  return null;
}
