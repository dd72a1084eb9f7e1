import type { ActorRow } from '../../world.ts';
import { actor, dayFrom } from '../builders.ts';

/** Organizations and persons; two share one email, two name one employer. */
export function actors(now: Date): ActorRow[] {
  const day = dayFrom(now);
  const organization = { actorType: 'Morale', creatorId: 13 } as const;
  const person = { actorType: 'Physical', creatorId: 13 } as const;
  return [
    actor(now, {
      ...organization,
      id: 1001,
      daysOld: 400,
      companyName: 'Hélianthe Paie',
      email: 'contact@helianthe.example.com',
      contactName: 'Odile Perrinaud',
      city: 'Nantes',
      countryCode: 'FR',
      tagIds: [307],
      customFields: { '31_text': 'F-0042', '32_bool': true },
      dpaSignatureDate: day(-390),
    }),
    actor(now, {
      ...organization,
      id: 1002,
      daysOld: 380,
      companyName: 'Nuage Cobalt',
      email: 'privacy@nuage-cobalt.example.org',
      countryCode: 'IE',
      tagIds: [307, 308],
    }),
    actor(now, {
      ...organization,
      id: 1003,
      daysOld: 350,
      companyName: 'Transports Quercygne',
      email: 'dpo@quercygne.example.com',
      countryCode: 'FR',
    }),
    actor(now, {
      ...organization,
      id: 1004,
      daysOld: 320,
      companyName: 'Études Marjolaine',
      countryCode: 'BE',
    }),
    actor(now, {
      ...organization,
      id: 1005,
      daysOld: 300,
      companyName: 'Lampisterie Ostrevent',
      email: 'achats@ostrevent.example.com',
      vendorType: 'B2C',
    }),
    actor(now, {
      ...organization,
      id: 1006,
      daysOld: 250,
      companyName: 'Mutuelle Trois-Rivages',
      email: 'shared@rivages.example.org',
    }),
    actor(now, {
      ...organization,
      id: 1007,
      daysOld: 240,
      companyName: 'Mutuelle Trois-Rivages Prévoyance',
      email: 'shared@rivages.example.org',
    }),
    actor(now, {
      ...person,
      id: 1008,
      daysOld: 200,
      givenName: 'Éloïse',
      familyName: 'Bréhaut',
      email: 'eloise.brehaut@example.com',
    }),
    actor(now, {
      ...person,
      id: 1009,
      daysOld: 150,
      givenName: 'Jérôme',
      familyName: "L'Hospitalier",
      email: 'jerome@example.org',
      companyName: 'Études Marjolaine',
    }),
    actor(now, {
      ...person,
      id: 1010,
      daysOld: 120,
      givenName: 'Agnieszka',
      familyName: 'Łuczakowa',
      countryCode: 'PL',
    }),
    actor(now, { ...person, id: 1011, daysOld: 60, givenName: 'Noël', familyName: 'Ancelot' }),
    actor(now, {
      ...organization,
      id: 1012,
      daysOld: 10,
      companyName: 'Imprimerie du Vieux Gué',
      email: 'atelier@vieux-gue.example.com',
    }),
  ];
}
