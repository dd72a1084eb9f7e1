/** The names of what Dastra says of a rights request, and that no form offers. */
import type { Choices } from '../../zapier/choices.ts';
import { closedReasons } from './choices.ts';

/** `DataSubjectRequestSource`. */
export const channels: Choices = {
  Internal: { label: 'Internal', fr: 'Interne' },
  Form: { label: 'Form', fr: 'Formulaire' },
  Widget: { label: 'Widget', fr: 'Widget' },
  POP3: { label: 'Email (POP3)', fr: 'E-mail (POP3)' },
  IMAP: { label: 'Email (IMAP)', fr: 'E-mail (IMAP)' },
  Import: { label: 'Import', fr: 'Import' },
  Zapier: { label: 'Zapier', fr: 'Zapier' },
  IncomingEmail: { label: 'Incoming Email', fr: 'E-mail entrant' },
};

/** `ClosedReason`; a request that is open has `None`. */
export const closingReasons: Choices = { None: { label: 'None', fr: 'Aucun' }, ...closedReasons };
