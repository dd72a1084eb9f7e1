/** The groups into which long forms are divided. What most Zaps need comes first, without a group. */
export const requesterGroup = { key: 'requester', label: 'Requester' };
export const contactGroup = { key: 'contact', label: 'Contact Details' };
export const relatedItemGroup = { key: 'relatedItem', label: 'Related Item' };
export const detailsGroup = { key: 'details', label: 'Details' };
export const advancedGroup = { key: 'advanced', label: 'Advanced' };

/** Puts fields into a group. */
export const inGroup = <Fields extends Record<string, object>>(
  group: { key: string },
  fields: Fields,
): { [Key in keyof Fields]: Fields[Key] & { group: string } } =>
  Object.fromEntries(
    Object.entries(fields).map(([key, field]) => [key, { ...field, group: group.key }]),
  ) as { [Key in keyof Fields]: Fields[Key] & { group: string } };
