import {
  CONSENT_SECTIONS,
  type ConsentSection,
  headingOf,
} from '#domain/consents/consent-enums.ts';
import css from './consents.module.css';

/** A consent text as the patient reads it, part by part, in its own language. */
export function ConsentText({
  language,
  sections,
}: {
  language: string;
  sections: Record<ConsentSection, string>;
}) {
  return (
    <div className={css.text}>
      {CONSENT_SECTIONS.map((section) => (
        <section key={section}>
          <Heading text={headingOf(section, language)} />
          <p lang={language} dir="auto">
            {sections[section]}
          </p>
        </section>
      ))}
    </div>
  );
}

const Heading = ({ text }: { text: string | null }) => text !== null && <h3>{text}</h3>;
