import { ButtonContent, buttonClass } from '#src/ui/button.tsx';
import { Icon } from '#src/ui/icon.tsx';
import css from './drop-zone.module.css';

/** A place to drop a file on or press: the native file input, which takes both, lies over all of it. */
export function DropZone({ onFile, loading }: { onFile: (file: File) => void; loading: boolean }) {
  return (
    <div className={css.zone} data-loading={loading || undefined}>
      <input
        type="file"
        accept=".csv,.txt,.tsv,text/csv,text/plain,text/tab-separated-values"
        className={css.input}
        aria-label="Choose a CSV file"
        aria-describedby="import-forms"
        disabled={loading}
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) onFile(file);
          // The same file may be picked again after it was mended.
          event.target.value = '';
        }}
      />
      <Icon name="file" size={28} className={css.icon} />
      <p id="import-forms" className="read">
        Drop the clinic’s patient list here as a CSV file. Commas, semicolons or tabs, any usual
        encoding and date form; up to 30 MB. The first row may name the columns.
      </p>
      <span className={buttonClass({ variant: 'primary' })} aria-hidden="true">
        <ButtonContent icon="import">{loading ? 'Uploading…' : 'Choose a file'}</ButtonContent>
      </span>
      <p className={css.small} role="status">
        {loading
          ? 'The file is on its way. Nothing is imported yet.'
          : 'Nothing is imported before you have seen what each row would become.'}
      </p>
    </div>
  );
}
