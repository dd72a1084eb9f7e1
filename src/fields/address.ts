import type { Display } from '../zapier/form.ts';

/** The parts of a postal address, for an actor and for a requester. */
export const addressFields = {
  address: { label: 'Address', helpText: 'Street and number.' },
  zipCode: { label: 'Postal Code' },
  city: { label: 'City' },
  countryCode: {
    label: 'Country',
    helpText: 'The code of two letters, such as `FR` for France or `DE` for Germany.',
  },
} satisfies Record<string, Display>;
