/** Actors: organizations and persons (fact sheet §2.5). */
import { amend } from '../engine/document.ts';
import { CUSTOM_FIELDS, defineResource } from '../engine/resource.ts';
import type { Fields, Row, Scope } from '../engine/world.ts';

amend(['ActorDto'], { customFields: CUSTOM_FIELDS });

/** The organization's name, or the person's full name (fact sheet §2.5 [I]). */
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
  // Nothing is required (fact sheet §2.5).
  writable: `
    actorType vendorType accessLevel givenName familyName companyName description countryCode
    email phoneNumber contactName contactPosition immatriculationNumber websiteUrl address
    zipCode city logoUrl dpaSignatureDate tags customFields
  `,
  tagType: 'Actor',
  customFields: ['31_text', '32_bool'],
  // Two share one email, two name one employer.
  seed: (day) => {
    const organization = (
      id: number,
      daysOld: number,
      companyName: string,
      extra: Fields = {},
    ) => ({
      id,
      daysOld,
      companyName,
      actorType: 'Morale',
      creatorId: 13,
      ...extra,
    });
    const person = (
      id: number,
      daysOld: number,
      givenName: string,
      familyName: string,
      extra: Fields = {},
    ) => ({ id, daysOld, givenName, familyName, actorType: 'Physical', creatorId: 13, ...extra });
    return {
      101: [
        organization(1001, 400, 'Hélianthe Paie', {
          email: 'contact@helianthe.example.com',
          contactName: 'Odile Perrinaud',
          city: 'Nantes',
          countryCode: 'FR',
          tagIds: [307],
          customFields: { '31_text': 'F-0042', '32_bool': true },
          dpaSignatureDate: day(-390),
        }),
        organization(1002, 380, 'Nuage Cobalt', {
          email: 'privacy@nuage-cobalt.example.org',
          countryCode: 'IE',
          tagIds: [307, 308],
        }),
        organization(1003, 350, 'Transports Quercygne', {
          email: 'dpo@quercygne.example.com',
          countryCode: 'FR',
        }),
        organization(1004, 320, 'Études Marjolaine', { countryCode: 'BE' }),
        organization(1005, 300, 'Lampisterie Ostrevent', {
          email: 'achats@ostrevent.example.com',
          vendorType: 'B2C',
        }),
        organization(1006, 250, 'Mutuelle Trois-Rivages', { email: 'shared@rivages.example.org' }),
        organization(1007, 240, 'Mutuelle Trois-Rivages Prévoyance', {
          email: 'shared@rivages.example.org',
        }),
        person(1008, 200, 'Éloïse', 'Bréhaut', { email: 'eloise.brehaut@example.com' }),
        person(1009, 150, 'Jérôme', "L'Hospitalier", {
          email: 'jerome@example.org',
          companyName: 'Études Marjolaine',
        }),
        person(1010, 120, 'Agnieszka', 'Łuczakowa', { countryCode: 'PL' }),
        person(1011, 60, 'Noël', 'Ancelot'),
        organization(1012, 10, 'Imprimerie du Vieux Gué', {
          email: 'atelier@vieux-gue.example.com',
        }),
      ],
      102: [
        organization(1031, 80, 'Clinique des Alisiers', {
          creatorId: 12,
          email: 'dpo@alisiers.example.org',
          tagIds: [333],
        }),
      ],
    };
  },
  many: (number) => ({
    actorType: 'Morale',
    companyName: `Supplier ${number}`,
    email: `supplier${number}@example.com`,
  }),
});
