import type { Authentication, Bundle, ZObject } from 'zapier-platform-core';
import { Dastra } from './dastra/client.ts';
import { DastraError, type Fault } from './dastra/fault.ts';
import { whoAmI } from './resources/workspace/users.ts';
import { listWorkspaces } from './resources/workspace/workspaces.ts';
import { API_KEYS_URL, toZapierError } from './zapier/outcomes.ts';

/** What the test yields for the label of the connection. */
interface Connection {
  /** The person or the key, if Dastra names one. */
  name?: string | undefined;
  email?: string | undefined;
  /** The workspace, if the key can see exactly one; else how many there are. */
  workspace?: string | undefined;
}

const describeWorkspaces = async (dastra: Dastra): Promise<string | undefined> => {
  const workspaces = await listWorkspaces(dastra);
  const [first] = workspaces;
  if (!first) return undefined;
  return workspaces.length === 1 ? (first.label ?? first.id) : `${workspaces.length} workspaces`;
};

/** What is said of a key when it is connected, where the sentence of a step would make no sense. */
const REFUSALS: Partial<Record<Fault, string>> = {
  unauthorized: `Dastra refused this API key. Copy the private key again, or have an account owner make a new one in Dastra under Organisation settings, API: ${API_KEYS_URL}`,
  forbidden: `Dastra knows this API key, but does not let it be used here. Ask an account owner to check its permissions in Dastra under Organisation settings, API: ${API_KEYS_URL}`,
  'not-found':
    'Dastra did not say whose API key this is: its API has no such page today. Try again in a few minutes. If it keeps happening, contact Dastra support.',
};

/** Tests the key with `GET /me`, whose shape is undocumented; the workspaces are an extra. */
const test = async (z: ZObject, bundle: Bundle): Promise<Connection> => {
  const dastra = new Dastra(z, bundle.authData?.apiKey);
  try {
    const [{ displayName, email }, workspace] = await Promise.all([
      whoAmI(dastra),
      describeWorkspaces(dastra).catch((error: unknown) => {
        if (error instanceof DastraError) return undefined;
        throw error;
      }),
    ]);
    return { name: displayName, email, workspace };
  } catch (error) {
    if (!(error instanceof DastraError)) throw error;
    const refusal = REFUSALS[error.fault];
    if (refusal) throw new z.errors.Error(refusal, error.fault, error.details.status);
    throw toZapierError(z.errors, error, (field) => field);
  }
};

/** "Claire Martin (claire@example.com), Exemplia", or as much of it as Dastra tells. */
const connectionLabel = async (_z: ZObject, bundle: Bundle): Promise<string> => {
  const { name, email, workspace }: Connection = bundle.inputData;
  const who = name && email && name !== email ? `${name} (${email})` : (name ?? email);
  return [who ?? 'API key', workspace].filter(Boolean).join(', ');
};

/**
 * How a user connects: with an API key of their organization (docs/dastra-api.md, Authentication).
 */
export const authentication = {
  type: 'custom',
  fields: [
    {
      key: 'apiKey',
      label: 'API Key',
      type: 'password',
      required: true,
      helpText: `The private key of an API key. An account owner makes one in Dastra under [Organisation settings, API](${API_KEYS_URL}), for one workspace or for all.`,
    },
  ],
  test,
  connectionLabel,
} satisfies Authentication;
