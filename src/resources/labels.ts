/** Labels of what a Zap builder can choose from. */

/** One label for each name of an enumeration: a name too many or too few does not compile. */
export type LabelsOf<Names extends readonly string[]> = Record<Names[number], string>;
