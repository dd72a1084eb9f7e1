/** Actors: organizations and persons (docs/dastra-api.md, Actors). */

import { defineResource } from '../engine/define.ts';
import { amend, CUSTOM_FIELDS } from '../engine/document.ts';
import type { Fields, Row, Scope } from '../engine/world.ts';

amend(['ActorDto'], { customFields: CUSTOM_FIELDS });

/** The organization's name, or the person's full name (docs/dastra-api.md, Actors). */
const displayName = ({ actorType, givenName, familyName, companyName }: Row) => {
  const person = [givenName, familyName].filter(Boolean).join(' ');
  return actorType === 'Morale' ? companyName || person : person || companyName;
};

const linksOf = ({ id }: Row, scope: Scope) =>
  scope.rows('links').filter(({ actorId }) => actorId === id);

export const actors = defineResource({
  path: 'Actors',
  name: 'Actor',
  serves: ['list', 'get', 'post', 'patch'],
  joins: {
    displayName,
    nbReferences: (row, scope) => linksOf(row, scope).length,
    // The processings of an actor, each with what the actor is to it.
    recipients: (row, scope) =>
      linksOf(row, scope).map(({ processingId, type, recipientType, jobTitle }) => ({
        ...scope.row('DataProcessings', processingId),
        workspaceId: scope.workspaceId,
        type,
        recipientType,
        jobTitle,
      })),
  },
  searched: ['displayName', 'email', 'companyName', 'givenName', 'familyName'],
  filters: {
    countries: 'countryCode',
    types: 'actorType',
    includeScore: () => true,
    referencedAs: (row, wanted: string, scope) =>
      linksOf(row, scope).some((link) => [link.type, link.recipientType].includes(wanted)),
  },
  // Nothing is required (docs/dastra-api.md, Actors).
  writable: `
    actorType vendorType accessLevel givenName familyName companyName description countryCode
    email phoneNumber contactName contactPosition immatriculationNumber websiteUrl address
    zipCode city logoUrl dpaSignatureDate tags customFields
  `,
  tagType: 'Actor',
  customFields: ['31_text', '32_bool'],
  // Two share one email, two name one employer.
  seed: (day) => {
    const organization = (...parts: Fields[]): Fields =>
      Object.assign({ actorType: 'Morale', creatorId: 13 }, ...parts);
    const person = (...parts: Fields[]): Fields =>
      organization({ actorType: 'Physical' }, ...parts);
    return {
      101: [
        organization(
          { id: 1001, daysOld: 400, companyName: 'Hélianthe Paie', tagIds: [307] },
          { email: 'contact@helianthe.example.com', contactName: 'Odile Perrinaud' },
          { city: 'Nantes', countryCode: 'FR', dpaSignatureDate: day(-390) },
          { customFields: { '31_text': 'F-0042', '32_bool': true } },
        ),
        organization(
          { id: 1002, daysOld: 380, companyName: 'Nuage Cobalt', tagIds: [307, 308] },
          { email: 'privacy@nuage-cobalt.example.org', countryCode: 'IE' },
        ),
        organization(
          { id: 1003, daysOld: 350, companyName: 'Transports Quercygne' },
          { email: 'dpo@quercygne.example.com', countryCode: 'FR' },
        ),
        organization({
          id: 1004,
          daysOld: 320,
          companyName: 'Études Marjolaine',
          countryCode: 'BE',
        }),
        organization(
          { id: 1005, daysOld: 300, companyName: 'Lampisterie Ostrevent' },
          { email: 'achats@ostrevent.example.com', vendorType: 'B2C' },
        ),
        organization(
          { id: 1006, daysOld: 250, companyName: 'Mutuelle Trois-Rivages' },
          { email: 'shared@rivages.example.org' },
        ),
        organization(
          { id: 1007, daysOld: 240, companyName: 'Mutuelle Trois-Rivages Prévoyance' },
          { email: 'shared@rivages.example.org' },
        ),
        person(
          { id: 1008, daysOld: 200, givenName: 'Éloïse', familyName: 'Bréhaut' },
          { email: 'eloise.brehaut@example.com' },
        ),
        person(
          { id: 1009, daysOld: 150, givenName: 'Jérôme', familyName: "L'Hospitalier" },
          { email: 'jerome@example.org', companyName: 'Études Marjolaine' },
        ),
        person(
          { id: 1010, daysOld: 120, givenName: 'Agnieszka', familyName: 'Łuczakowa' },
          { countryCode: 'PL' },
        ),
        person({ id: 1011, daysOld: 60, givenName: 'Noël', familyName: 'Ancelot' }),
        organization(
          { id: 1012, daysOld: 10, companyName: 'Imprimerie du Vieux Gué' },
          { email: 'atelier@vieux-gue.example.com' },
        ),
      ],
      102: [
        organization(
          { id: 1031, daysOld: 80, companyName: 'Clinique des Alisiers', creatorId: 12 },
          { email: 'dpo@alisiers.example.org', tagIds: [333] },
        ),
      ],
    };
  },
  many: (number) => ({
    actorType: 'Morale',
    companyName: `Supplier ${number}`,
    email: `supplier${number}@example.com`,
  }),
});
