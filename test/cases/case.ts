/**
 * The case of an operation: what the generated tests (`test/generated`) need to know of it and its
 * definition does not tell. All IDs are of the sandbox as it starts, in workspace 101.
 */

import type { Remote } from '../../sandbox/remote.ts';
import type { Fault } from '../../src/dastra/fault.ts';
import type { WebhookEvent } from '../../src/dastra/webhooks.ts';

/** Values of a form by field. `workspaceId` is filled in by itself. */
export type Input = Readonly<Record<string, unknown>>;

/** Stands in an input for the address of a small text file that the tests serve. */
export const FILE_URL = '{{file}}';

/** What all cases say. */
interface Common {
  /** The operation's name in French, in the words of docs/glossary.md. */
  french: string;
  /** Valid values for the fields that the form filler cannot guess by drop-down, choice or type. */
  values?: Input;
  /** Declared keys that no answer of Dastra's document leads to; a test of the operation's own shows them. */
  ownTests?: readonly string[];
}

/** One way in which an action, a search or a polling trigger runs. */
export interface Situation {
  /** What distinguishes it; follows the operation's name: "with tags". */
  when: string;
  /** What is filled in beside the least input. */
  input?: Input;
  /** How many calls to Dastra it makes, in a workspace of any size. */
  calls: number;
  /** It creates, but looks first: running it again leaves what running it once does. */
  repeatable?: true;
  /** After a lost answer it reads what became of its call, and succeeds if Dastra has done it. */
  readsBack?: true;
  /** What the builder reads where Dastra accepts the call and does nothing. */
  unchanged?: string;
  /** Where Dastra accepts the call and shows nothing of it, nobody knows: it may have been done. */
  unconfirmed?: true;
  /** After these it asks elsewhere. */
  fallsBack?: readonly Fault[];
  /** Where Dastra has no such call, or one with another body, it does its work by other calls. */
  hasOtherWay?: true;
  /** It cannot do its work where all that Dastra answers is filled in by a test, or empty. */
  failsWhere?: readonly ('filled' | 'empty')[];
  /** A search that finds nothing here. */
  findsNothing?: true;
}

/** Values that the operation must refuse before it writes anything. */
export interface Refusal {
  /** What is filled in beside the least input; `undefined` leaves a field of it blank. */
  input: Input;
  /** What the builder reads. */
  message: string;
}

/** The case of an action, a search or a polling trigger. */
export interface Case extends Common {
  /** What every situation fills in: the least that the operation takes, or nothing. */
  input: Input;
  /** The first one is the rule; the others are all that lead to other calls. */
  situations: readonly [Situation, ...Situation[]];
  /**
   * Where Dastra shows what is written: the path of a list, whose rows are counted, or of a record,
   * which is compared. Fields in braces are filled in: `…/recipients/{actorId}`. For whatever writes.
   */
  writesTo?: string;
  /**
   * What to fill in to make a record that no other index makes; its values stand in the record. Runs
   * of thousands use it.
   */
  distinct?(index: number): Input;
  /**
   * What to fill in to change a record that another action has made, for those whose `writesTo` is a
   * record; beside its ID, the values stand in the record then. Runs of thousands use it.
   */
  changes?(id: string): Input;
  /**
   * Fields that Dastra gets under another name: of a property, or `'text'` for somewhere in a path or a
   * filter, `'calls'` where no value is sent but other calls are made, or `'here'` where the app itself
   * compares it, so that only what it yields differs.
   */
  sentAs?: Readonly<Record<string, string>>;
  /** What it refuses by itself, beside what its schema refuses. */
  refuses?: readonly Refusal[];
}

/** A filter of an instant trigger. */
interface Filter {
  /** A value that lets the record pass. */
  passes: unknown;
  /** A value that does not. */
  stops: unknown;
  /** What the record holds instead where `stops` is to stop it. */
  given?: object;
}

/** The case of an instant trigger. */
export interface HookCase extends Common {
  /** What it subscribes to, one subscription an event. */
  events: readonly [WebhookEvent, ...WebhookEvent[]];
  /** The path of a record that starts it: `/v1/ws/101/Tasks/2002`. */
  record: string;
  /** What the form holds beside its filters. */
  input?: Input;
  /** Every filter of the form, by field. */
  filters: Readonly<Record<string, Filter>>;
  /** What a webhook of little tells beside the record's ID. */
  light?: object;
  /** That is not enough to start the Zap: where the record cannot be read, the run fails. */
  mustRead?: true;
  /**
   * What the record holds when it starts the Zap once more within the hour; without it, a record
   * starts the Zap once.
   */
  again?: object;
  /**
   * How many calls it makes, where that is not 1 for a list, 0 for a full webhook, 1 for a light one,
   * 1 beside the subscriptions.
   */
  calls?: { list?: number; full?: number; light?: number; subscribe?: number };
  /** What the form holds so that a record starts the Zap that this app made; without it, none does so. */
  forOwn?: Input;
  /**
   * Makes in the sandbox what the trigger is about, as somebody in Dastra does, and tells the record's
   * ID; for a trigger that reads all records. Runs of thousands use it.
   */
  happens?(control: Remote['control']): Promise<string>;
  /** Properties that it adds to the record of a webhook, from other records. */
  adds?: readonly string[];
  /** There are few such records, in a large sandbox too: most of its tasks are not urgent, for one. */
  rare?: true;
}

/** The case of a search with its action. */
export interface PairCase {
  french: string;
  /** What the form of both holds; the first time, nothing is found. */
  input: Input;
}

/** What a breach has where Dastra says when the 72 hours end rather than how many are left. */
export const BREACH_DUE_DATE = ['', 'Text', 'TextFr', 'Day'].map(
  (beside) => `notificationDueDate${beside}`,
);
