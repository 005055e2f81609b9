const KEY = 'intake';

/** Keeps the secret of the form that is handed over, for this tab alone. */
export const keepForm = (secret: string): void => sessionStorage.setItem(KEY, secret);

/** The secret of the form that is handed over, if one is. */
export const keptForm = (): string | null => sessionStorage.getItem(KEY);

/** Forgets it: the form is answered or given back. */
export const forgetForm = (): void => sessionStorage.removeItem(KEY);
