import type { UserRow } from '../world.ts';
import { API_USER_ID } from '../world.ts';
import { user } from './builders.ts';

/** The users of the fictional organisation; the first workspace has them all. */
export const users: UserRow[] = [
  user(11, 'Solène', 'Kervadec', [101, 102, 103], { role: 'SuperAdmin', isOwner: true }),
  user(12, 'Ibrahim', 'Vantieghem', [101, 102]),
  user(13, 'Maëlle', 'Oursignac', [101], { role: 'Admin' }),
  user(14, 'Théodule', 'Brasquier', [101]),
  user(15, 'Nour', 'Delcambe', [101, 102]),
  user(16, 'Wilhelmina', 'Stroobants', [101], { language: 'en', timeZone: 'Europe/Brussels' }),
  user(17, 'Aurélien', 'Foucrault', [101], { active: false }),
  user(18, 'Zélie', 'Marchandour', [101, 103], { role: 'Author' }),
  user(API_USER_ID, 'Brumelune', 'API', [101, 102, 103], {
    role: 'API',
    canReceiveNotification: false,
  }),
];
