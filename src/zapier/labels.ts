/** Labels of what several resources hold in the same way. */

/** A user: `who` is the part that the user plays, such as "Owner". */
export const userLabels = (who: string) => ({
  id: `${who} ID`,
  displayName: who,
  email: `${who} Email`,
});

/** A record that another one refers to, by what it is called in the form. */
export const namedLabels = (what: string) => ({ id: `${what} ID`, label: what });

export const tagLabels = { id: 'Tag IDs', label: 'Tags' };
