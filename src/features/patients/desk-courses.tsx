import { useQuery } from '@tanstack/react-query';
import { CourseProgress } from '#src/ui/clinic/course-progress.tsx';
import { Section } from '#src/ui/page-frame.tsx';
import { LoadingState, QueryBoundary } from '#src/ui/states.tsx';
import css from './patient-page.module.css';
import { courseProgressQuery } from './patients.queries.ts';

/** How far a patient's courses are and when to book the next session: no clinical word. */
export function DeskCourses({ patientId }: { patientId: string }) {
  const query = useQuery(courseProgressQuery(patientId));
  return (
    <Section title="Courses">
      <QueryBoundary
        query={query}
        loading={<LoadingState kind="text" rows={1} />}
        errorTitle="The courses did not load"
      >
        {(courses) =>
          courses.length === 0 ? (
            <p className={css.none}>No course yet. A practitioner opens one.</p>
          ) : (
            <ul className={css.courses}>
              {courses.map((course) => (
                <li key={course.courseId}>
                  <CourseProgress progress={course} pips />
                </li>
              ))}
            </ul>
          )
        }
      </QueryBoundary>
    </Section>
  );
}
