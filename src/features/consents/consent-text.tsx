import {
  CONSENT_SECTION_DETAILS,
  CONSENT_SECTIONS,
  type ConsentSection,
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
          <h3>{CONSENT_SECTION_DETAILS[section].label}</h3>
          <p lang={language} dir="auto">
            {sections[section]}
          </p>
        </section>
      ))}
    </div>
  );
}
